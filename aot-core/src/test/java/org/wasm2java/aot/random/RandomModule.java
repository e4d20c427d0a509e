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
    RELAXED
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
  private final boolean legacy;
  private final Kind kind;

  /** The module of a seed. */
  public RandomModule(long seed) {
    this(seed, Kind.NUMBERS);
  }

  /** The module of a seed, with instructions of this kind. */
  public RandomModule(long seed, Kind kind) {
    this.kind = kind;
    random = new Random(seed);
    budget = 20 << random.nextInt(hasVectors() ? 4 : 6);
    constants = seed % 4 == 1;
    legacy = seed % 2 == 0;
    plan();
    generate();
    tags.forEach(payload -> typeIndex(new Signature(payload, List.of())));
    bytes = write();
  }

  /** Returns the module. */
  public byte[] bytes() {
    return bytes;
  }

  /** Returns the random functions. */
  List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    for (int i = FIRST_RANDOM; i < signatures.size(); i++) {
      entries.add(new Entry("f" + i, signatures.get(i)));
    }
    return entries;
  }

  /** Returns the functions that read the globals. */
  List<Entry> getters() {
    List<Entry> getters = new ArrayList<>();
    for (int i = 1; i < globals.size(); i++) {
      Signature signature = new Signature(List.of(), List.of(globals.get(i))).ofNumbers();
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

  boolean hasVectors() {
    return kind == Kind.VECTORS || kind == Kind.RELAXED;
  }

  boolean hasExceptions() {
    return kind == Kind.EXCEPTIONS;
  }

  boolean hasLegacyExceptions() {
    return legacy;
  }

  /** Returns what the exceptions of each tag carry. */
  List<List<Type>> tags() {
    return tags;
  }

  boolean hasRelaxed() {
    return kind == Kind.RELAXED;
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

  /** Writes the type of a construct. */
  void writeBlockType(WasmBytes code, List<Type> parameters, List<Type> results) {
    if (parameters.isEmpty() && results.isEmpty()) {
      code.u8(0x40);
    } else if (parameters.isEmpty() && results.size() == 1) {
      code.u8(results.get(0).code);
    } else {
      code.signed(typeIndex(new Signature(parameters, results)));
    }
  }

  /** Returns the index of the type of a construct. */
  int typeIndex(Signature blockType) {
    if (!blockTypes.contains(blockType)) {
      blockTypes.add(blockType);
    }
    return signatures.size()
        + globals.size()
        - 1
        + wrappers().size()
        + blockTypes.indexOf(blockType);
  }

  /** Returns which function an element of the table is at the start, or -1 for null. */
  int inTable(int index) {
    return table[index];
  }

  private void plan() {
    signatures.add(new Signature(List.of(Type.I32), List.of(Type.I32)));
    signatures.add(new Signature(List.of(Type.I32, Type.I64), List.of(Type.I64, Type.I32)));
    signatures.add(new Signature(List.of(Type.F32), List.of(Type.F32)));
    signatures.add(new Signature(List.of(Type.F64), List.of(Type.F64)));
    signatures.add(new Signature(List.of(), List.of()));
    int count = 2 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      signatures.add(new Signature(types(4), types(3)));
    }
    globals.add(Type.I32);
    globals.addAll(types(6));
    if (hasExceptions()) {
      tags.addAll(List.of(List.of(), List.of(Type.I32), types(3)));
    }
    for (int i = 0; i < TABLE_SIZE; i++) {
      table[i] = random.nextInt(8) == 0 ? -1 : FIRST_RANDOM + random.nextInt(count);
    }
  }

  private List<Type> types(int most) {
    int count = random.nextInt(most + 1);
    List<Type> drawn = hasVectors() ? Type.WITH_VECTORS : Type.NUMBERS;
    List<Type> types = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      types.add(drawn.get(random.nextInt(drawn.size())));
    }
    return types;
  }

  private void generate() {
    bodies.add(canon(Type.F32));
    bodies.add(canon(Type.F64));
    bodies.add(new WasmBytes().u8(0, 0x41).signed(FUEL_PER_CALL).u8(0x24, FUEL, 0x0B));
    for (int i = FIRST_RANDOM; i < signatures.size(); i++) {
      bodies.add(new RandomBody(random, this, signatures.get(i), budget).generate());
    }
    for (int i = 1; i < globals.size(); i++) {
      WasmBytes getter = new WasmBytes().u8(0, 0x23).u32(i);
      if (globals.get(i).isFloat()) {
        getter.u8(0x10, globals.get(i) == Type.F32 ? CANON_F32 : CANON_F64);
      } else if (globals.get(i).isVector()) {
        WrapperBody.half(getter, 0).u8(0x23).u32(i);
        WrapperBody.half(getter, 1);
      }
      bodies.add(getter.u8(0x0B));
    }
    for (int i = FIRST_RANDOM; i < signatures.size(); i++) {
      if (signatures.get(i).hasVectors()) {
        bodies.add(WrapperBody.of(i, signatures.get(i)));
      }
    }
  }

  /** NaNs may differ in their bits between engines: what escapes passes through this. */
  private static WasmBytes canon(Type type) {
    WasmBytes body = new WasmBytes().u8(0, 0x20, 0, 0x20, 0, type == Type.F32 ? 0x5B : 0x61);
    body.u8(0x04, type.code, 0x20, 0, 0x05);
    if (type == Type.F32) {
      body.u8(0x43).little(0x7FC00000L, 4);
    } else {
      body.u8(0x44).little(0x7FF8000000000000L, 8);
    }
    return body.u8(0x0B, 0x0B);
  }

  private byte[] write() {
    WasmBytes module = new WasmBytes().u8(0, 'a', 's', 'm', 1, 0, 0, 0);
    module.u8(1).sized(typeSection());
    module.u8(2).sized(importSection());
    module.u8(3).sized(functionSection());
    module.u8(4).sized(new WasmBytes().u8(1, 0x70, 1, TABLE_SIZE, TABLE_SIZE + 4));
    module.u8(5).sized(new WasmBytes().u8(1, 1, 1, 4));
    if (hasExceptions()) {
      module.u8(13).sized(tagSection());
    }
    module.u8(6).sized(globalSection());
    module.u8(7).sized(exportSection());
    module.u8(9).sized(elementSection());
    module.u8(12).sized(new WasmBytes().u8(2));
    module.u8(10).sized(codeSection());
    module.u8(11).sized(dataSection());
    return module.toByteArray();
  }

  private WasmBytes typeSection() {
    List<Entry> getters = getters();
    List<Entry> wrappers = wrappers();
    WasmBytes section = new WasmBytes();
    section.u32(signatures.size() + getters.size() + wrappers.size() + blockTypes.size());
    signatures.forEach(signature -> signature.write(section));
    getters.forEach(getter -> getter.signature().write(section));
    wrappers.forEach(wrapper -> wrapper.signature().write(section));
    blockTypes.forEach(blockType -> blockType.write(section));
    return section;
  }

  private static WasmBytes importSection() {
    return new WasmBytes()
        .u8(2)
        .name("env")
        .name("h")
        .u8(0, HOST)
        .name("env")
        .name("pair")
        .u8(0, HOST_PAIR);
  }

  private WasmBytes functionSection() {
    int total = signatures.size() + globals.size() - 1 + wrappers().size();
    WasmBytes section = new WasmBytes().u32(total - CANON_F32);
    for (int i = CANON_F32; i < total; i++) {
      section.u32(i);
    }
    return section;
  }

  private WasmBytes tagSection() {
    WasmBytes section = new WasmBytes().u32(tags.size());
    for (List<Type> payload : tags) {
      section.u8(0).u32(typeIndex(new Signature(payload, List.of())));
    }
    return section;
  }

  private WasmBytes globalSection() {
    WasmBytes section = new WasmBytes().u32(globals.size());
    for (Type type : globals) {
      section.u8(type.code, 1);
      switch (type) {
        case I32 -> section.u8(0x41).signed(random.nextInt());
        case I64 -> section.u8(0x42).signed(random.nextLong());
        case F32 -> section.u8(0x43).little(Float.floatToIntBits(random.nextFloat()), 4);
        case F64 -> section.u8(0x44).little(Double.doubleToLongBits(random.nextDouble()), 8);
        case FUNCREF, EXNREF -> section.u8(0xD0, type.code);
        case V128, F32X4, F64X2 ->
            section.u8(0xFD, 12).little(random.nextLong(), 8).little(random.nextLong(), 8);
      }
      section.u8(0x0B);
    }
    return section;
  }

  private WasmBytes exportSection() {
    WasmBytes exports = new WasmBytes();
    int count = 2;
    exports.name("memory").u8(2, 0).name("refuel").u8(0, REFUEL);
    for (int i = FIRST_RANDOM; i < signatures.size(); i++) {
      exports.name("f" + i).u8(0).u32(i);
      count++;
    }
    for (int i = 1; i < globals.size(); i++) {
      exports.name("get" + i).u8(0).u32(signatures.size() + i - 1);
      count++;
      if (random.nextBoolean()) {
        exports.name("global" + i).u8(3).u32(i);
        count++;
      }
    }
    int wrapping = signatures.size() + globals.size() - 1;
    for (Entry wrapper : wrappers()) {
      exports.name(wrapper.name()).u8(0).u32(wrapping++);
      count++;
    }
    if (random.nextBoolean()) {
      exports.name("table").u8(1, 0);
      count++;
    }
    return new WasmBytes().u32(count).append(exports);
  }

  /** An active segment of expressions, and a passive one for {@code table.init}. */
  private WasmBytes elementSection() {
    WasmBytes section = new WasmBytes().u8(2, 4, 0x41, 0, 0x0B, TABLE_SIZE);
    for (int function : table) {
      if (function < 0) {
        section.u8(0xD0, 0x70, 0x0B);
      } else {
        section.u8(0xD2).u32(function).u8(0x0B);
      }
    }
    section.u8(1, 0).u32(signatures.size() - FIRST_RANDOM);
    for (int i = FIRST_RANDOM; i < signatures.size(); i++) {
      section.u32(i);
    }
    return section;
  }

  private WasmBytes codeSection() {
    WasmBytes section = new WasmBytes().u32(bodies.size());
    bodies.forEach(section::sized);
    return section;
  }

  private WasmBytes dataSection() {
    WasmBytes section = new WasmBytes().u8(2, 0, 0x41, 16, 0x0B, DATA_BYTES);
    for (int i = 0; i < DATA_BYTES; i++) {
      section.u8(random.nextInt(256));
    }
    section.u8(1, DATA_BYTES);
    for (int i = 0; i < DATA_BYTES; i++) {
      section.u8(random.nextInt(256));
    }
    return section;
  }
}
