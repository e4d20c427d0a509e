package org.wasm2java.aot.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.wasm2java.aot.WasmBytes;
import org.wasm2java.aot.random.Type.Signature;

/**
 * A valid module of random functions that all terminate: entering a function and repeating a loop
 * burns fuel, and without fuel functions return at once and loops are left.
 *
 * <p>The module imports {@code env.h} and {@code env.pair}, which tell the host in which order
 * things happen, and exports {@code refuel}, {@code memory}, every random function as {@code
 * f<index>} and a function {@code get<index>} per global.
 */
public final class RandomModule {
  static final int HOST = 0;
  static final int HOST_PAIR = 1;
  static final int CANON_F32 = 2;
  static final int CANON_F64 = 3;
  static final int REFUEL = 4;
  static final int FIRST_RANDOM = 5;
  static final int FUEL = 0;
  static final int TABLE_SIZE = 8;
  static final int DATA_BYTES = 40;

  /** How many elements a passive segment for arrays has. */
  static final int ELEMENTS = 6;

  private static final int FUEL_PER_CALL = 400;

  /** Which instructions a module may have, each kind those before it as well. */
  public enum Kind {
    /** Those on numbers, references, memories and tables. */
    NUMBERS,
    /** Those of {@link #NUMBERS} and exceptions, by the seed in the standard form or the legacy. */
    EXCEPTIONS,
    /** Those on vectors that give the same in every engine, but for the bits of NaNs. */
    VECTORS,
    /** Relaxed ones, whose results may differ between engines. */
    RELAXED,
    /** By the seed, those on structures, arrays and typed references, tail calls, exceptions. */
    MIXED
  }

  /** An exported function to call. */
  record Entry(String name, Signature signature) {
    /** Returns the name of the function around it that has numbers for vectors. */
    String wrapper() {
      return "wrapped_" + name;
    }
  }

  private final Random random;
  private final List<Signature> signatures = new ArrayList<>();
  private final List<Type> globals = new ArrayList<>();
  private final int[] table = new int[TABLE_SIZE];
  private final List<List<Type>> tags = new ArrayList<>();
  private final List<Signature> blockTypes = new ArrayList<>();
  private final List<WasmBytes> bodies = new ArrayList<>();
  private final byte[] bytes;
  private final int budget;
  private final boolean constants;
  private final Features features;
  private final RandomTypes types;

  /** The index of the type of each function; more than one function may have the same. */
  private final List<Integer> functionTypes = new ArrayList<>();

  /** The first function that counts how often it calls itself or others. */
  private final int firstCounted;

  /** The type of the elements of the second table. */
  private final Type elements;

  /** The module of a seed. */
  public RandomModule(long seed) {
    this(seed, Kind.NUMBERS);
  }

  /** The module of a seed, with instructions of this kind. */
  public RandomModule(long seed, Kind kind) {
    features = Features.of(kind, seed);
    random = new Random(seed);
    budget = 20 << random.nextInt(hasVectors() || kind == Kind.MIXED ? 4 : 6);
    constants = seed % 4 == 1;
    types = new RandomTypes(random, numbers(), features.references());
    elements = features.references() ? types.reference().withNull() : Type.FUNCREF;
    plan();
    firstCounted = signatures.size();
    if (features.tailCalls()) {
      planCounted();
    }
    generate();
    tags.forEach(payload -> typeIndex(new Signature(payload, List.of())));
    bytes = new RandomSections(this, random).write();
  }

  /** Returns the module. */
  public byte[] bytes() {
    return bytes;
  }

  /** Returns the random functions that the host can call. */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (int i = FIRST_RANDOM; i < signatures.size(); i++) {
      if (!signatures.get(i).hasReferences()) {
        entries.add(new Entry("f" + i, signatures.get(i)));
      }
    }
    return entries;
  }

  /** Returns the functions that read the globals. */
  List<Entry> getters() {
    List<Entry> getters = new ArrayList<>();
    for (int i = 1; i < globals.size(); i++) {
      Type shown = globals.get(i).isReference() ? Type.I32 : globals.get(i);
      Signature signature = new Signature(List.of(), List.of(shown)).ofNumbers();
      getters.add(new Entry("get" + i, signature));
    }
    return getters;
  }

  /**
   * Returns a function for each random one that has vectors: it takes and gives two {@code i64} for
   * each, as JavaScript has no vectors.
   */
  List<Entry> wrappers() {
    List<Entry> wrappers = new ArrayList<>();
    for (Entry entry : entries()) {
      if (entry.signature().hasVectors()) {
        wrappers.add(new Entry(entry.wrapper(), entry.signature().ofNumbers()));
      }
    }
    return wrappers;
  }

  Features features() {
    return features;
  }

  RandomTypes types() {
    return types;
  }

  boolean hasVectors() {
    return features.vectors();
  }

  boolean hasExceptions() {
    return features.exceptions();
  }

  boolean hasLegacyExceptions() {
    return features.legacy();
  }

  /** Returns what the exceptions of each tag carry. */
  List<List<Type>> tags() {
    return tags;
  }

  boolean hasRelaxed() {
    return features.relaxed();
  }

  /** Returns whether nearly all operands are constants. */
  boolean isOfConstants() {
    return constants;
  }

  List<Signature> signatures() {
    return signatures;
  }

  List<Type> globals() {
    return globals;
  }

  List<WasmBytes> bodies() {
    return bodies;
  }

  /** Returns the types of constructs and tags. */
  List<Signature> blockTypes() {
    return blockTypes;
  }

  /** Returns the type of the elements of the second table, which references have. */
  Type elements() {
    return elements;
  }

  /** Returns the index of the type of a function. */
  int functionType(int function) {
    return functionTypes.get(function);
  }

  /** Returns the first of the functions that count their calls; they are the last random ones. */
  int firstCounted() {
    return firstCounted;
  }

  /** Returns the function that makes a number of a reference. */
  int digest() {
    return signatures.size() + globals.size() - 1 + wrappers().size();
  }

  /** Returns the random functions of a heap type, which there are. */
  List<Integer> functions(int heap) {
    List<Integer> functions = new ArrayList<>();
    for (int i = FIRST_RANDOM; i < signatures.size(); i++) {
      if (types.heapMatches(functionType(i), heap)) {
        functions.add(i);
      }
    }
    return functions;
  }

  /** Returns the random functions whose results are those of one that calls them last. */
  List<Integer> functionsFor(List<Type> results) {
    List<Integer> functions = new ArrayList<>();
    for (int i = 0; i < signatures.size(); i++) {
      if (types.matches(signatures.get(i).results(), results)) {
        functions.add(i);
      }
    }
    return functions;
  }

  /** Returns the passive segments of elements, which follow two of functions: arrays' types. */
  List<Integer> elementSegments() {
    return types.shaped(RandomTypes.Shape.ARRAY).stream()
        .filter(array -> types.get(array).element().type().isReference())
        .toList();
  }

  /** Writes the type of a construct. */
  void writeBlockType(WasmBytes code, List<Type> parameters, List<Type> results) {
    if (parameters.isEmpty() && results.isEmpty()) {
      code.u8(0x40);
    } else if (parameters.isEmpty() && results.size() == 1) {
      results.get(0).write(code);
    } else {
      code.signed(typeIndex(new Signature(parameters, results)));
    }
  }

  /** Returns the index of the type of a construct. */
  int typeIndex(Signature blockType) {
    if (!blockTypes.contains(blockType)) {
      blockTypes.add(blockType);
    }
    return types.size()
        + signatures.size()
        + globals.size()
        - 1
        + wrappers().size()
        + blockTypes.indexOf(blockType);
  }

  /** Returns which function an element of the table is at the start, or -1 for null. */
  int inTable(int index) {
    return table[index];
  }

  private List<Type> numbers() {
    return hasVectors() ? Type.WITH_VECTORS : Type.NUMBERS;
  }

  private void plan() {
    add(new Signature(List.of(Type.I32), List.of(Type.I32)));
    add(new Signature(List.of(Type.I32, Type.I64), List.of(Type.I64, Type.I32)));
    add(new Signature(List.of(Type.F32), List.of(Type.F32)));
    add(new Signature(List.of(Type.F64), List.of(Type.F64)));
    add(new Signature(List.of(), List.of()));
    int count = 2 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      boolean shown = i < 2;
      add(new Signature(types(4, shown), types(3, shown)));
    }
    for (int type : types.shaped(RandomTypes.Shape.FUNCTION)) {
      functionTypes.add(type);
      signatures.add(types.get(type).signature());
    }
    globals.add(Type.I32);
    globals.addAll(types(6, false));
    if (hasExceptions()) {
      tags.addAll(List.of(List.of(), List.of(Type.I32), types(3, false)));
    }
    for (int i = 0; i < TABLE_SIZE; i++) {
      table[i] =
          random.nextInt(8) == 0
              ? -1
              : FIRST_RANDOM + random.nextInt(signatures.size() - FIRST_RANDOM);
    }
  }

  private void add(Signature signature) {
    functionTypes.add(types.size() + signatures.size());
    signatures.add(signature);
  }

  /** Two functions of one type, and one that only has the same results. */
  private void planCounted() {
    List<Type> results = types(3, random.nextBoolean());
    List<Type> parameters = counted();
    add(new Signature(parameters, results));
    add(new Signature(parameters, results));
    functionTypes.set(firstCounted + 1, functionType(firstCounted));
    add(new Signature(counted(), results));
    for (int i = firstCounted; i < signatures.size(); i++) {
      table[random.nextInt(TABLE_SIZE)] = i;
    }
  }

  /** Returns how many calls a chain has at most. */
  private int mostCalls() {
    return switch (random.nextInt(6)) {
      case 0 -> 0xFFF;
      case 1, 2 -> 0xFF;
      default -> 0x1F;
    };
  }

  private List<Type> counted() {
    List<Type> parameters = new ArrayList<>(List.of(Type.I32));
    parameters.addAll(types(random.nextInt(4) == 0 ? 12 : 3, random.nextBoolean()));
    return parameters;
  }

  /** Some types, only those that hosts see in full if asked for. */
  private List<Type> types(int most, boolean shown) {
    int count = random.nextInt(most + 1);
    List<Type> drawn = numbers();
    List<Type> some = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean reference = !shown && features.references() && random.nextInt(2) == 0;
      some.add(reference ? types.reference() : drawn.get(random.nextInt(drawn.size())));
    }
    return some;
  }

  private void generate() {
    bodies.add(canon(Type.F32));
    bodies.add(canon(Type.F64));
    bodies.add(new WasmBytes().u8(0, 0x41).signed(FUEL_PER_CALL).u8(0x24, FUEL, 0x0B));
    for (int i = FIRST_RANDOM; i < signatures.size(); i++) {
      RandomBody body = new RandomBody(random, this, signatures.get(i), budget);
      bodies.add(i < firstCounted ? body.generate() : body.generateCounted(mostCalls()));
    }
    for (int i = 1; i < globals.size(); i++) {
      WasmBytes getter = new WasmBytes().u8(0, 0x23).u32(i);
      if (globals.get(i).isFloat()) {
        getter.u8(0x10, globals.get(i) == Type.F32 ? CANON_F32 : CANON_F64);
      } else if (globals.get(i).isVector()) {
        WrapperBody.half(getter, 0).u8(0x23).u32(i);
        WrapperBody.half(getter, 1);
      } else if (globals.get(i).isReference()) {
        Digest.write(this, getter, globals.get(i), 3);
      }
      bodies.add(getter.u8(0x0B));
    }
    for (int i = FIRST_RANDOM; i < signatures.size(); i++) {
      if (signatures.get(i).hasVectors() && !signatures.get(i).hasReferences()) {
        bodies.add(WrapperBody.of(i, signatures.get(i)));
      }
    }
    if (features.references()) {
      bodies.add(new Digest(this).body());
    }
  }

  /** NaNs may differ in their bits between engines: what escapes passes through this. */
  private static WasmBytes canon(Type type) {
    WasmBytes body = new WasmBytes().u8(0, 0x20, 0, 0x20, 0, type == Type.F32 ? 0x5B : 0x61);
    body.u8(0x04, type.form().code, 0x20, 0, 0x05);
    if (type == Type.F32) {
      body.u8(0x43).little(0x7FC00000L, 4);
    } else {
      body.u8(0x44).little(0x7FF8000000000000L, 8);
    }
    return body.u8(0x0B, 0x0B);
  }
}
