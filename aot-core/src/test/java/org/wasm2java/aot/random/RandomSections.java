package org.wasm2java.aot.random;

import java.util.List;
import java.util.Random;
import org.wasm2java.aot.WasmBytes;
import org.wasm2java.aot.random.RandomModule.Entry;
import org.wasm2java.aot.random.Type.Signature;

/** Writes the sections of a random module. */
final class RandomSections {
  private final RandomModule module;
  private final Random random;
  private final Features features;
  private final RandomTypes types;
  private final List<Signature> signatures;
  private final List<Type> globals;
  private final GroundValues ground;

  RandomSections(RandomModule module, Random random) {
    this.module = module;
    this.random = random;
    this.features = module.features();
    this.types = module.types();
    this.signatures = module.signatures();
    this.globals = module.globals();
    this.ground = new GroundValues(module, random);
  }

  byte[] write() {
    WasmBytes written = new WasmBytes().u8(0, 'a', 's', 'm', 1, 0, 0, 0);
    written.u8(1).sized(typeSection());
    written.u8(2).sized(importSection());
    written.u8(3).sized(functionSection());
    written.u8(4).sized(tableSection());
    written.u8(5).sized(new WasmBytes().u8(1, 1, 1, 4));
    if (features.exceptions()) {
      written.u8(13).sized(tagSection());
    }
    written.u8(6).sized(globalSection());
    written.u8(7).sized(exportSection());
    written.u8(9).sized(elementSection());
    written.u8(12).sized(new WasmBytes().u8(2));
    written.u8(10).sized(codeSection());
    written.u8(11).sized(dataSection());
    return written.toByteArray();
  }

  private WasmBytes typeSection() {
    List<Entry> getters = module.getters();
    List<Entry> wrappers = module.wrappers();
    List<Signature> blockTypes = module.blockTypes();
    boolean digests = features.references();
    WasmBytes section = new WasmBytes();
    section.u32(
        types.groupCount()
            + signatures.size()
            + getters.size()
            + wrappers.size()
            + blockTypes.size()
            + (digests ? 1 : 0));
    types.write(section);
    signatures.forEach(signature -> signature.write(section));
    getters.forEach(getter -> getter.signature().write(section));
    wrappers.forEach(wrapper -> wrapper.signature().write(section));
    blockTypes.forEach(blockType -> blockType.write(section));
    if (digests) {
      Digest.SIGNATURE.write(section);
    }
    return section;
  }

  /** A table of functions, and one of references that may be null. */
  private WasmBytes tableSection() {
    int size = RandomModule.TABLE_SIZE;
    WasmBytes section = new WasmBytes().u8(features.references() ? 2 : 1, 0x70, 1, size, size + 4);
    if (features.references()) {
      module.elements().write(section).u8(0, size);
    }
    return section;
  }

  private WasmBytes importSection() {
    return new WasmBytes()
        .u8(2)
        .name("env")
        .name("h")
        .u8(0, module.functionType(RandomModule.HOST))
        .name("env")
        .name("pair")
        .u8(0, module.functionType(RandomModule.HOST_PAIR));
  }

  private WasmBytes functionSection() {
    int others = globals.size() - 1 + module.wrappers().size();
    int digests = features.references() ? 1 : 0;
    WasmBytes section =
        new WasmBytes().u32(signatures.size() - RandomModule.CANON_F32 + others + digests);
    for (int i = RandomModule.CANON_F32; i < signatures.size(); i++) {
      section.u32(module.functionType(i));
    }
    for (int i = 0; i < others; i++) {
      section.u32(types.size() + signatures.size() + i);
    }
    if (digests > 0) {
      section.u32(types.size() + signatures.size() + others + module.blockTypes().size());
    }
    return section;
  }

  private WasmBytes tagSection() {
    WasmBytes section = new WasmBytes().u32(module.tags().size());
    for (List<Type> payload : module.tags()) {
      section.u8(0).u32(module.typeIndex(new Signature(payload, List.of())));
    }
    return section;
  }

  private WasmBytes globalSection() {
    WasmBytes section = new WasmBytes().u32(globals.size());
    for (Type type : globals) {
      type.write(section).u8(1);
      switch (type.form()) {
        case I32 -> section.u8(0x41).signed(random.nextInt());
        case I64 -> section.u8(0x42).signed(random.nextLong());
        case F32 -> section.u8(0x43).little(Float.floatToIntBits(random.nextFloat()), 4);
        case F64 -> section.u8(0x44).little(Double.doubleToLongBits(random.nextDouble()), 8);
        case REFERENCE -> ground.write(section, type);
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
    exports.name("memory").u8(2, 0).name("refuel").u8(0, RandomModule.REFUEL);
    for (int i = RandomModule.FIRST_RANDOM; i < signatures.size(); i++) {
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
    for (Entry wrapper : module.wrappers()) {
      exports.name(wrapper.name()).u8(0).u32(wrapping++);
      count++;
    }
    for (int i = 0; i < module.tags().size(); i++) {
      exports.name("tag" + i).u8(4).u32(i);
      count++;
    }
    if (random.nextBoolean()) {
      exports.name("table").u8(1, 0);
      count++;
    }
    return new WasmBytes().u32(count).append(exports);
  }

  /** An active segment of expressions, passive ones for {@code table.init} and for arrays. */
  private WasmBytes elementSection() {
    List<Integer> arrays = module.elementSegments();
    WasmBytes section =
        new WasmBytes().u8(2 + arrays.size(), 4, 0x41, 0, 0x0B, RandomModule.TABLE_SIZE);
    for (int i = 0; i < RandomModule.TABLE_SIZE; i++) {
      int function = module.inTable(i);
      if (function < 0) {
        section.u8(0xD0, 0x70, 0x0B);
      } else {
        section.u8(0xD2).u32(function).u8(0x0B);
      }
    }
    section.u8(1, 0).u32(signatures.size() - RandomModule.FIRST_RANDOM);
    for (int i = RandomModule.FIRST_RANDOM; i < signatures.size(); i++) {
      section.u32(i);
    }
    for (int array : arrays) {
      Type type = types.get(array).element().type();
      type.write(section.u8(5)).u32(RandomModule.ELEMENTS);
      for (int i = 0; i < RandomModule.ELEMENTS; i++) {
        ground.write(section, type);
        section.u8(0x0B);
      }
    }
    return section;
  }

  private WasmBytes codeSection() {
    WasmBytes section = new WasmBytes().u32(module.bodies().size());
    module.bodies().forEach(section::sized);
    return section;
  }

  private WasmBytes dataSection() {
    WasmBytes section = new WasmBytes().u8(2, 0, 0x41, 16, 0x0B, RandomModule.DATA_BYTES);
    for (int i = 0; i < RandomModule.DATA_BYTES; i++) {
      section.u8(random.nextInt(256));
    }
    section.u8(1, RandomModule.DATA_BYTES);
    for (int i = 0; i < RandomModule.DATA_BYTES; i++) {
      section.u8(random.nextInt(256));
    }
    return section;
  }
}
