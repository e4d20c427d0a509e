package org.wasm2java.aot.ir;

import java.util.Locale;

/**
 * A variable of a function: a parameter, a declared local, a temporary, or the array of a memory.
 * Where a local comes from ({@link Origin}) and where it lives ({@link Storage}) are two things.
 * Two locals are the same only if they are the same object.
 */
public final class Local {
  /** Where a local comes from. */
  public enum Origin {
    /** A parameter of the function. */
    PARAMETER("p"),
    /** A declared local, zero at the start. */
    DECLARED("l"),
    /** A value that lowering had to name. */
    TEMPORARY("t"),
    /** What a linear memory keeps its bytes in; it can be fetched again at any time. */
    MEMORY("m");

    private final String letter;

    Origin(String letter) {
      this.letter = letter;
    }
  }

  /** Where a local lives. */
  public enum Storage {
    /** In a variable of each Java method that uses it. */
    VARIABLE,
    /**
     * In the object of an activation, which all methods of a function share. Such a local is in no
     * set of live locals, as nothing has to carry it.
     */
    ACTIVATION
  }

  private final int index;
  private final Carrier carrier;
  private final Origin origin;
  private final Storage storage;
  private final String name;
  private final int memoryIndex;

  private Local(Local like, int index, Carrier carrier, Origin origin, Storage storage) {
    this.index = index;
    this.carrier = carrier;
    this.origin = origin;
    this.storage = storage;
    this.name = like.name;
    this.memoryIndex = like.memoryIndex;
  }

  private Local(int index, Carrier carrier, Origin origin, String name, int memoryIndex) {
    if (carrier == Carrier.VOID) {
      throw new IllegalArgumentException("local " + index + " would hold no value");
    }
    this.index = index;
    this.carrier = carrier;
    this.origin = origin;
    this.storage = Storage.VARIABLE;
    this.name = name;
    this.memoryIndex = memoryIndex;
  }

  /**
   * Returns a parameter of a function.
   *
   * @param index dense per function, unlike that of any other of its locals
   * @param name from the name section, or empty
   */
  public static Local parameter(int index, Carrier carrier, String name) {
    return new Local(index, carrier, Origin.PARAMETER, name, -1);
  }

  /** Returns a declared local, see {@link #parameter}. */
  public static Local declared(int index, Carrier carrier, String name) {
    return new Local(index, carrier, Origin.DECLARED, name, -1);
  }

  /**
   * Returns a temporary.
   *
   * @throws IllegalArgumentException if the carrier has no values
   */
  public static Local temporary(int index, Carrier carrier) {
    return new Local(index, carrier, Origin.TEMPORARY, "", -1);
  }

  /** Returns the local that holds what a memory of a form keeps its bytes in. */
  public static Local memory(int index, MemoryForm form, int memoryIndex) {
    return new Local(index, form.carrier(), Origin.MEMORY, "", memoryIndex);
  }

  /** Returns another local of this kind. */
  public Local copy(int newIndex) {
    return new Local(this, newIndex, carrier, origin, storage);
  }

  /** Returns another local of this kind; what a parameter carries later is a declared local. */
  public Local later(int newIndex) {
    Origin later = origin == Origin.PARAMETER ? Origin.DECLARED : origin;
    return new Local(this, newIndex, carrier, later, storage);
  }

  /** Returns the local that stands for this one in the object of an activation. */
  public Local inActivation() {
    return new Local(this, index, carrier, origin, Storage.ACTIVATION);
  }

  /** Returns the dense index within the function. */
  public int index() {
    return index;
  }

  /** Returns how Java carries the value. */
  public Carrier carrier() {
    return carrier;
  }

  /** Returns where the local comes from. */
  public Origin origin() {
    return origin;
  }

  /** Returns where the local lives. */
  public Storage storage() {
    return storage;
  }

  /** Returns whether it lives in the object of an activation. */
  public boolean isInActivation() {
    return storage == Storage.ACTIVATION;
  }

  /** Returns whether it holds what a memory keeps its bytes in. */
  public boolean isMemory() {
    return origin == Origin.MEMORY;
  }

  /** Returns the memory whose bytes it holds, if it {@link #isMemory}. */
  public int memoryIndex() {
    if (!isMemory()) {
      throw new IllegalStateException(this + " holds no memory");
    }
    return memoryIndex;
  }

  /** Returns the name of the name section, or the empty string. */
  public String name() {
    return name;
  }

  /** Returns a name for dumps: capitals stand for what lives in the object of an activation. */
  @Override
  public String toString() {
    String letter = isInActivation() ? origin.letter.toUpperCase(Locale.ROOT) : origin.letter;
    return letter + index + (memoryIndex > 0 ? "." + memoryIndex : "");
  }
}
