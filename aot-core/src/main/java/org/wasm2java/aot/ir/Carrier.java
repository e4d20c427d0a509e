package org.wasm2java.aot.ir;

import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.wasm2java.aot.type.AbstractHeapType;
import org.wasm2java.aot.type.ConcreteHeapType;
import org.wasm2java.aot.type.HeapType;
import org.wasm2java.aot.type.NumberType;
import org.wasm2java.aot.type.ReferenceType;
import org.wasm2java.aot.type.TypeDefinition;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.aot.type.VectorType;
import org.wasm2java.runtime.WasmException;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.runtime.gc.EqRef;
import org.wasm2java.runtime.gc.WasmArray;
import org.wasm2java.runtime.gc.WasmStruct;

/**
 * How Java carries a value: the Java type of the variable that holds it. A type of WebAssembly has
 * a list of carriers, as not every value fits one Java variable; see {@link #of}.
 */
public sealed interface Carrier {
  /** An i32. */
  Primitive INT = Primitive.INT;

  /** An i64. */
  Primitive LONG = Primitive.LONG;

  /** An f32. */
  Primitive FLOAT = Primitive.FLOAT;

  /** An f64. */
  Primitive DOUBLE = Primitive.DOUBLE;

  /** A function reference. */
  Reference FUNCTION = new Reference(desc(WasmFunction.class), "function", "R");

  /** A host reference, or any internal one: a host reference may be such. */
  Reference EXTERN = new Reference(ConstantDescs.CD_Object, "extern", "O");

  /** An internal reference that can be compared. */
  Reference EQ = new Reference(desc(EqRef.class), "eq", "E");

  /** A 31-bit integer. */
  Reference I31 = new Reference(desc(org.wasm2java.runtime.gc.I31.class), "i31", "N");

  /** A structure of any type. */
  Reference STRUCT = new Reference(desc(WasmStruct.class), "struct", "S");

  /** An array of any type. */
  Reference ARRAY = new Reference(desc(WasmArray.class), "array", "Y");

  /** A reference to an exception. */
  Reference EXCEPTION = new Reference(desc(WasmException.class), "exception", "W");

  /** A reference that is always null; what has this carrier never stays an operand. */
  Reference NULL = new Reference(ConstantDescs.CD_Object, "null", "U");

  /** What the letters of the carriers of defined types begin with; their index follows. */
  String DEFINED = "T";

  /** The array behind a linear memory; never a WebAssembly value. */
  Array BYTES = Array.BYTES;

  /** An array of numbers as long integers; never a WebAssembly value. */
  Array LONGS = Array.LONGS;

  /** An array of values, numbers boxed; never a WebAssembly value. */
  Array OBJECTS = Array.OBJECTS;

  /** A v128 as a whole, which no Java variable holds: the lanes of its shape replace it. */
  Whole VECTOR = Whole.VECTOR;

  /** No value, for expressions that are only evaluated. */
  Nothing VOID = Nothing.VOID;

  /** Returns the type of a Java variable, for instance {@code long}. */
  ClassDesc javaType();

  /** Returns how many slots a value takes in a Java frame or among parameters: 0, 1 or 2. */
  int slots();

  /** Returns a word that stands for it in dumps. */
  String text();

  /** Returns a letter that tells carriers apart in names. */
  String letter();

  /** Calls the visitor's method for this form. */
  <R> R accept(Visitor<R> visitor);

  /** Returns whether values are references to Java objects. */
  default boolean isReference() {
    return this instanceof Reference || isArray();
  }

  /** Returns whether values are arrays, which no WebAssembly value is. */
  default boolean isArray() {
    return this instanceof Array;
  }

  /**
   * Returns the primitive type.
   *
   * @throws IllegalStateException if values are references or none
   */
  default Primitive primitive() {
    if (this instanceof Primitive primitive) {
      return primitive;
    }
    throw new IllegalStateException(this + " carries no numbers");
  }

  /** Returns whether a Java {@code Object} has to be cast to become such a value. */
  default boolean needsCast() {
    return !javaType().equals(ConstantDescs.CD_Object);
  }

  /** One method per form of carrier. */
  interface Visitor<R> {
    /** Visits a primitive type of Java. */
    R primitive(Primitive primitive);

    /** Visits a class whose objects are references of WebAssembly. */
    R reference(Reference reference);

    /** Visits an array that generated code uses for itself. */
    R array(Array array);

    /** Visits the carrier of whole vectors. */
    R whole();

    /** Visits the carrier of no value. */
    R nothing();
  }

  /** The primitive types that carry the number types. */
  enum Primitive implements Carrier {
    /** An i32. */
    INT(ConstantDescs.CD_int, 1, "I"),
    /** An i64. */
    LONG(ConstantDescs.CD_long, 2, "J"),
    /** An f32. */
    FLOAT(ConstantDescs.CD_float, 1, "F"),
    /** An f64. */
    DOUBLE(ConstantDescs.CD_double, 2, "D");

    private final ClassDesc javaType;
    private final int slots;
    private final String letter;

    Primitive(ClassDesc javaType, int slots, String letter) {
      this.javaType = javaType;
      this.slots = slots;
      this.letter = letter;
    }

    @Override
    public ClassDesc javaType() {
      return javaType;
    }

    @Override
    public int slots() {
      return slots;
    }

    @Override
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String letter() {
      return letter;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.primitive(this);
    }
  }

  /**
   * A class whose objects, and null, are references of WebAssembly.
   *
   * @param javaType the class; it need not exist yet
   * @param text a word that stands for it in dumps
   * @param letter a letter that no other carrier has
   */
  record Reference(ClassDesc javaType, String text, String letter) implements Carrier {
    /** Returns the index of the defined type whose values it carries alone, or -1. */
    public int definedType() {
      return letter.length() > 1 ? Integer.parseInt(letter.substring(DEFINED.length())) : -1;
    }

    @Override
    public int slots() {
      return 1;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.reference(this);
    }
  }

  /** Arrays that generated code uses for itself. */
  enum Array implements Carrier {
    /** The contents of a memory. */
    BYTES(byte[].class, "B"),
    /** Numbers as long integers. */
    LONGS(long[].class, "A"),
    /** Values, numbers boxed. */
    OBJECTS(Object[].class, "P");

    private final ClassDesc javaType;
    private final String letter;

    Array(Class<?> javaType, String letter) {
      this.javaType = desc(javaType);
      this.letter = letter;
    }

    @Override
    public ClassDesc javaType() {
      return javaType;
    }

    @Override
    public int slots() {
      return 1;
    }

    @Override
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String letter() {
      return letter;
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.array(this);
    }
  }

  /** The carrier of vectors whose lanes have not been decided yet. */
  enum Whole implements Carrier {
    /** The only one. */
    VECTOR;

    @Override
    public ClassDesc javaType() {
      throw new IllegalStateException("no Java variable holds a whole vector");
    }

    @Override
    public int slots() {
      return 2 * LONG.slots();
    }

    @Override
    public String text() {
      return "v128";
    }

    @Override
    public String letter() {
      return "X";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.whole();
    }
  }

  /** The carrier of no value. */
  enum Nothing implements Carrier {
    /** The only one. */
    VOID;

    @Override
    public ClassDesc javaType() {
      return ConstantDescs.CD_void;
    }

    @Override
    public int slots() {
      return 0;
    }

    @Override
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }

    @Override
    public String letter() {
      return "V";
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.nothing();
    }
  }

  /**
   * Returns the carriers of a type's values, in the order in which they travel.
   *
   * @throws IllegalArgumentException for types that code generation does not carry yet
   */
  static List<Carrier> of(ValueType type) {
    if (type instanceof NumberType number) {
      return List.of(
          switch (number) {
            case I32 -> INT;
            case I64 -> LONG;
            case F32 -> FLOAT;
            case F64 -> DOUBLE;
          });
    }
    return type instanceof ReferenceType reference
        ? List.of(of(reference.heapType()))
        : List.of(LONG, LONG);
  }

  private static Carrier of(HeapType heapType) {
    if (heapType instanceof ConcreteHeapType concrete) {
      return defined(concrete);
    }
    return switch ((AbstractHeapType) heapType) {
      case ANY, EXTERN -> EXTERN;
      case EQ -> EQ;
      case I31 -> I31;
      case STRUCT -> STRUCT;
      case ARRAY -> ARRAY;
      case FUNC -> FUNCTION;
      case NONE, NOFUNC, NOEXTERN -> NULL;
      case EXN, NOEXN -> EXCEPTION;
    };
  }

  /** Returns the carrier of references to a defined type. */
  static Carrier defined(ConcreteHeapType type) {
    TypeDefinition definition =
        type.definition()
            .orElseThrow(() -> new IllegalArgumentException(type.text() + " is not resolved"));
    return definition
        .javaClass()
        .<Carrier>map(
            javaClass ->
                new Reference(javaClass, "t" + type.typeIndex(), DEFINED + type.typeIndex()))
        .orElse(FUNCTION);
  }

  /**
   * Returns the one carrier of a value within a function until its lanes are decided.
   *
   * @throws IllegalArgumentException for types that code generation does not carry yet
   */
  static Carrier whole(ValueType type) {
    return type instanceof VectorType ? VECTOR : single(type);
  }

  /** Returns the carriers of several values, one after the other. */
  static List<Carrier> of(List<ValueType> types) {
    List<Carrier> carriers = new ArrayList<>(types.size());
    types.forEach(type -> carriers.addAll(of(type)));
    return carriers;
  }

  /**
   * Returns the carrier of a type whose values fit one Java variable.
   *
   * @throws IllegalArgumentException if it takes several or none carries it
   */
  static Carrier single(ValueType type) {
    List<Carrier> carriers = of(type);
    if (carriers.size() != 1) {
      throw new IllegalArgumentException(type.text() + " takes " + carriers.size() + " variables");
    }
    return carriers.get(0);
  }

  /** Returns all carriers that are known before a module is. */
  static List<Carrier> known() {
    List<Carrier> known = new ArrayList<>(List.of(Primitive.values()));
    known.addAll(List.of(FUNCTION, EXTERN, EQ, I31, STRUCT, ARRAY, EXCEPTION, NULL));
    known.addAll(List.of(Array.values()));
    known.add(VOID);
    return known;
  }

  private static ClassDesc desc(Class<?> type) {
    return ClassDesc.ofDescriptor(type.descriptorString());
  }
}
