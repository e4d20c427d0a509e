package org.wasm2java.aot.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wasm2java.aot.scale.SectionBytes.END;
import static org.wasm2java.aot.scale.SectionBytes.EXTERNREF;
import static org.wasm2java.aot.scale.SectionBytes.FUNCREF;
import static org.wasm2java.aot.scale.SectionBytes.I32;
import static org.wasm2java.aot.scale.SectionBytes.bytes;
import static org.wasm2java.aot.scale.SectionBytes.i32;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.wasm2java.aot.CompiledModule;
import org.wasm2java.aot.GeneratedClasses;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.aot.WasmBytes;
import org.wasm2java.aot.ir.JvmLimits;
import org.wasm2java.aot.scale.SectionBytes.Kind;
import org.wasm2java.aot.scale.SectionBytes.Section;
import org.wasm2java.runtime.Global;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.Table;
import org.wasm2java.runtime.host.HostFunction;
import org.wasm2java.runtime.type.FunctionType;
import org.wasm2java.runtime.type.ValueType;

/**
 * A module may have any number of anything: each kind of entity alone, some thousand of it, which
 * takes several classes. With {@code -Dwasm2java.scale=full -DargLine=-Xmx6g} there are 100,000 of
 * each and 200,000 exports.
 */
class EntityScaleTest {
  private static final boolean FULL = System.getProperty("wasm2java.scale", "").equals("full");

  /** Beyond every limit of a class. */
  private static final int COUNT = FULL ? 100_000 : 6_000;

  /** A function type costs three classes, which take their time. */
  private static final int TYPES = FULL ? 100_000 : JvmLimits.CLASS_REFERENCES + 100;

  private static final int[] NONE = {};

  /** Compiles a module; HotSpot compiles each of its methods, and classes hold many entities. */
  private static GeneratedClasses load(SectionBytes module, int perClass) {
    CompiledModule compiled =
        new Translator(TranslationOptions.builder("test.Many").build())
            .compile(module.toByteArray());
    assertThat(compiled.classes())
        .hasSizeLessThan(20 + (perClass == 1 ? 4 * TYPES : COUNT / perClass));
    MethodSizeAssert.assertHotSpotCompiles(compiled);
    return GeneratedClasses.of(compiled);
  }

  private static Instance instance(SectionBytes module, int perClass) {
    return load(module, perClass).instantiate(new Store());
  }

  private static Object call(Instance instance, String export, Object... arguments) {
    return instance.export(export).call(arguments)[0];
  }

  private static int[] places() {
    return new int[] {0, 1, 149, 150, 999, 1_499, 1_500, 2_500, COUNT / 2, COUNT - 1};
  }

  /** A function that gives the byte at its argument. */
  private static void exportLoad(SectionBytes module) {
    int type = module.type(new int[] {I32}, I32);
    int load = module.function(type, bytes().u8(0x20, 0, 0x2D, 0, 0));
    module.export("load", Kind.FUNCTION, load);
  }

  @Test
  void activeDataSegments() {
    SectionBytes module = new SectionBytes();
    module.add(Section.MEMORY, bytes().u8(0).u32(COUNT * 4 / 65_536 + 1));
    exportLoad(module);
    for (int i = 0; i < COUNT; i++) {
      // Every other one lies before the one that comes before it.
      int address = 4 * (i ^ 1);
      module.add(
          Section.DATA, bytes().u8(0).append(i32(address)).u32(2).u8(i & 0xFF, i >>> 8 & 0xFF));
    }
    Instance instance = instance(module, COUNT);
    for (int i : places()) {
      assertThat(call(instance, "load", 4 * (i ^ 1))).isEqualTo(i & 0xFF);
      assertThat(call(instance, "load", 4 * (i ^ 1) + 1)).isEqualTo(i >>> 8 & 0xFF);
    }
  }

  @Test
  void activeDataSegmentsAtComputedAddresses() {
    SectionBytes module = new SectionBytes();
    module.imported("host", "base", Kind.GLOBAL, bytes().u8(I32, 0));
    module.add(Section.MEMORY, bytes().u8(0).u32(COUNT * 4 / 65_536 + 2));
    exportLoad(module);
    for (int i = 0; i < COUNT; i++) {
      WasmBytes offset = bytes().u8(0x23, 0, 0x41).signed(4 * i).u8(0x6A, END);
      module.add(Section.DATA, bytes().u8(0).append(offset).u32(1).u8(i & 0xFF));
    }
    Store store = new Store();
    store.define("host", "base", Global.create(ValueType.I32, false, 64));
    Instance instance = load(module, 1_000).instantiate(store);
    for (int i : places()) {
      assertThat(call(instance, "load", 64 + 4 * i)).isEqualTo(i & 0xFF);
    }
  }

  @Test
  void passiveDataSegments() {
    SectionBytes module = new SectionBytes();
    module.add(Section.MEMORY, bytes().u8(0, 1));
    module.add(Section.DATA_COUNT, bytes().u32(COUNT));
    exportLoad(module);
    int type = module.type(NONE);
    for (int i = 0; i < COUNT; i++) {
      module.add(Section.DATA, bytes().u8(1).u32(1).u8(i % 251));
      WasmBytes init = bytes().u8(0x41, 0, 0x41, 0, 0x41, 1, 0xFC).u32(8).u32(i).u8(0);
      module.export("init" + i, Kind.FUNCTION, module.function(type, init));
    }
    Instance instance = instance(module, 50);
    for (int i : places()) {
      instance.export("init" + i).call();
      assertThat(call(instance, "load", 0)).isEqualTo(i % 251);
    }
    instance.restore(instance.snapshot());
    assertThat(instance.copy().exportNames()).hasSize(COUNT + 1);
  }

  @Test
  void exportsOfAFunction() {
    int count = 2 * COUNT;
    SectionBytes module = new SectionBytes();
    int seven = module.function(module.type(NONE, I32), bytes().u8(0x41, 7));
    for (int i = 0; i < count; i++) {
      module.export("symbol_" + i, Kind.FUNCTION, seven);
    }
    Instance instance = instance(module, 1_000);
    assertThat(instance.exportNames()).hasSize(count).startsWith("symbol_0", "symbol_1");
    assertThat(call(instance, "symbol_0")).isEqualTo(7);
    assertThat(call(instance, "symbol_" + (count - 1))).isEqualTo(7);
    assertThat(instance.module().exports()).hasSize(count);
  }

  @Test
  void exportedFunctionsHaveTypedMethods() throws ReflectiveOperationException {
    SectionBytes module = new SectionBytes();
    int type = module.type(NONE, I32);
    for (int i = 0; i < COUNT; i++) {
      module.export("f" + i, Kind.FUNCTION, module.function(type, bytes().u8(0x41).signed(i)));
    }
    Instance instance = instance(module, 50);
    for (int i : places()) {
      assertThat(call(instance, "f" + i)).isEqualTo(i);
      assertThat(typed(instance, i)).isEqualTo(i);
    }
  }

  private static Object typed(Instance instance, int position) throws ReflectiveOperationException {
    String method = "f" + position + "_2";
    if (position < JvmLimits.CLASS_EXPORTS) {
      return instance.getClass().getMethod(method).invoke(instance);
    }
    int number = position / JvmLimits.CLASS_EXPORTS - 1;
    return Class.forName("test.ManyExports" + number, true, instance.getClass().getClassLoader())
        .getMethod(method, instance.getClass())
        .invoke(null, instance);
  }

  private static SectionBytes globals(IntFunction<WasmBytes> global, boolean exported) {
    SectionBytes module = new SectionBytes();
    for (int i = 0; i < COUNT; i++) {
      module.add(Section.GLOBAL, global.apply(i));
      if (exported) {
        module.export("g" + i, Kind.GLOBAL, i);
      }
    }
    return module;
  }

  @Test
  void globals() {
    SectionBytes module = globals(i -> bytes().u8(I32, 1).append(i32(i)), false);
    int type = module.type(NONE, I32);
    for (int i : places()) {
      WasmBytes twice = bytes().u8(0x23).u32(i).u8(0x41, 2, 0x6C, 0x24).u32(i).u8(0x23).u32(i);
      module.export("twice" + i, Kind.FUNCTION, module.function(type, twice));
    }
    Instance instance = instance(module, 350);
    Instance copy = instance.copy();
    for (int i : places()) {
      assertThat(call(instance, "twice" + i)).isEqualTo(2 * i);
      assertThat(call(instance, "twice" + i)).isEqualTo(4 * i);
      assertThat(call(copy, "twice" + i)).isEqualTo(2 * i);
    }
  }

  @Test
  void exportedGlobals() {
    for (int mutable = 0; mutable <= 1; mutable++) {
      int flag = mutable;
      Instance instance =
          instance(globals(i -> bytes().u8(I32, flag).append(i32(3 * i)), true), 150);
      for (int i : places()) {
        assertThat(((Global) instance.export("g" + i)).get()).isEqualTo(3 * i);
      }
    }
  }

  @Test
  void importedFunctionsOfOneModule() {
    Store store = new Store();
    SectionBytes module = importing(i -> "env", i -> "f" + i, store);
    assertImportsAreCalled(load(module, 50).instantiate(store));
  }

  @Test
  void importedModules() {
    Store store = new Store();
    SectionBytes module = importing(i -> "env" + i, i -> "f", store);
    assertImportsAreCalled(load(module, 25).instantiate(store));
  }

  private static SectionBytes importing(
      IntFunction<String> from, IntFunction<String> field, Store store) {
    SectionBytes module = new SectionBytes();
    int type = module.type(new int[] {I32}, I32);
    FunctionType hostType = FunctionType.of("i32", "i32");
    for (int i = 0; i < COUNT; i++) {
      int number = i;
      module.imported(from.apply(i), field.apply(i), Kind.FUNCTION, bytes().u32(type));
      store.define(
          from.apply(i),
          field.apply(i),
          HostFunction.boxed(hostType, given -> new Object[] {(int) given[0] + number}));
    }
    for (int i : places()) {
      WasmBytes call = bytes().u8(0x20, 0, 0x10).u32(i);
      module.export("call" + i, Kind.FUNCTION, module.function(type, call));
      module.export("imported" + i, Kind.FUNCTION, i);
    }
    return module;
  }

  private static void assertImportsAreCalled(Instance instance) {
    for (int i : places()) {
      assertThat(call(instance, "call" + i, 5)).isEqualTo(5 + i);
      assertThat(call(instance, "imported" + i, 6)).isEqualTo(6 + i);
    }
  }

  @Test
  void importedGlobals() {
    SectionBytes module = new SectionBytes();
    Store store = new Store();
    int type = module.type(NONE, I32);
    for (int i = 0; i < COUNT; i++) {
      module.imported("GOT.mem", "g" + i, Kind.GLOBAL, bytes().u8(I32, 1));
      store.define("GOT.mem", "g" + i, Global.create(ValueType.I32, true, 5 * i));
    }
    for (int i : places()) {
      module.export("get" + i, Kind.FUNCTION, module.function(type, bytes().u8(0x23).u32(i)));
    }
    Instance instance = load(module, 500).instantiate(store);
    for (int i : places()) {
      assertThat(call(instance, "get" + i)).isEqualTo(5 * i);
    }
  }

  @Test
  void tables() {
    SectionBytes module = new SectionBytes();
    for (int i = 0; i < COUNT; i++) {
      module.add(Section.TABLE, bytes().u8(FUNCREF, 0).u32(i % 7));
      module.export("t" + i, Kind.TABLE, i);
    }
    Instance instance = instance(module, 150);
    for (int i : places()) {
      assertThat(((Table) instance.export("t" + i)).size()).isEqualTo(i % 7);
    }
    assertThat(((Table) instance.copy().export("t" + (COUNT - 1))).size())
        .isEqualTo((COUNT - 1) % 7);
  }

  @Test
  void memories() {
    SectionBytes module = new SectionBytes();
    int type = module.type(new int[] {I32}, I32);
    for (int i = 0; i < COUNT; i++) {
      module.add(Section.MEMORY, bytes().u8(0, i % 1_000 == 0 ? 1 : 0));
      module.export("m" + i, Kind.MEMORY, i);
    }
    WasmBytes grow = bytes().u8(0x20, 0, 0x40).u32(COUNT - 1);
    module.export("grow", Kind.FUNCTION, module.function(type, grow));
    Instance instance = instance(module, 150);
    assertThat(((Memory) instance.export("m1000")).size()).isEqualTo(1);
    assertThat(call(instance, "grow", 2)).isEqualTo(0);
    assertThat(((Memory) instance.export("m" + (COUNT - 1))).size()).isEqualTo(2);
  }

  @Test
  void activeElementSegments() {
    SectionBytes module = new SectionBytes();
    int type = module.type(NONE, I32);
    int first = module.function(type, bytes().u8(0x41, 11));
    int second = module.function(type, bytes().u8(0x41, 22));
    module.add(Section.TABLE, bytes().u8(FUNCREF, 0).u32(COUNT));
    for (int i = 0; i < COUNT; i++) {
      int function = i % 2 == 0 ? first : second;
      module.add(Section.ELEMENT, bytes().u8(0).append(i32(COUNT - 1 - i)).u32(1).u32(function));
    }
    int at = module.type(new int[] {I32}, I32);
    WasmBytes indirect = bytes().u8(0x20, 0, 0x11).u32(type).u8(0);
    module.export("at", Kind.FUNCTION, module.function(at, indirect));
    Instance instance = instance(module, COUNT);
    for (int i : places()) {
      assertThat(call(instance, "at", COUNT - 1 - i)).isEqualTo(i % 2 == 0 ? 11 : 22);
    }
  }

  @Test
  void computedElements() {
    SectionBytes module = new SectionBytes();
    module.imported("host", "object", Kind.GLOBAL, bytes().u8(EXTERNREF, 0));
    module.add(Section.TABLE, bytes().u8(EXTERNREF, 0).u32(COUNT + 1));
    module.export("table", Kind.TABLE, 0);
    WasmBytes segment = bytes().u8(6).u32(0).append(i32(1)).u8(EXTERNREF).u32(COUNT);
    for (int i = 0; i < COUNT; i++) {
      segment.append(i % 3 == 0 ? bytes().u8(0xD0, EXTERNREF, END) : bytes().u8(0x23, 0, END));
    }
    module.add(Section.ELEMENT, segment);
    Store store = new Store();
    store.define("host", "object", Global.create(ValueType.EXTERNREF, false, "it"));
    Instance instance = load(module, 1_000).instantiate(store);
    Table table = (Table) instance.export("table");
    for (int i : places()) {
      assertThat(table.get(1 + i)).isEqualTo(i % 3 == 0 ? null : "it");
    }
    assertThat(table.get(0)).isNull();
  }

  @Test
  void tags() {
    SectionBytes module = new SectionBytes();
    int type = module.type(new int[] {I32});
    for (int i = 0; i < COUNT; i++) {
      module.add(Section.TAG, bytes().u8(0).u32(type));
      module.export("tag" + i, Kind.TAG, i);
    }
    Instance instance = instance(module, 150);
    assertThat(instance.export("tag" + (COUNT - 1)).describe()).contains("i32");
  }

  /** Types that differ in their parameters: the digits of a number to the base of four. */
  private static int[] parameters(int number) {
    int[] types = {0x7F, 0x7E, 0x7D, 0x7C};
    int[] parameters = new int[9];
    for (int i = 0; i < parameters.length; i++) {
      parameters[i] = types[number >> 2 * i & 3];
    }
    return parameters;
  }

  @Test
  void typesOfExportedFunctions() {
    SectionBytes module = new SectionBytes();
    for (int i = 0; i < TYPES; i++) {
      int type = module.type(parameters(i), I32);
      module.export("f" + i, Kind.FUNCTION, module.function(type, bytes().u8(0x41).signed(i)));
    }
    Map<Integer, Object> zeros = new TreeMap<>(Map.of(0x7F, 0, 0x7E, 0L, 0x7D, 0f, 0x7C, 0d));
    Instance instance = instance(module, 1);
    for (int i : new int[] {0, 499, 500, 2_000, TYPES - 1}) {
      Object[] arguments = new Object[9];
      int[] types = parameters(i);
      for (int j = 0; j < arguments.length; j++) {
        arguments[j] = zeros.get(types[j]);
      }
      assertThat(call(instance, "f" + i, arguments)).isEqualTo(i);
    }
  }

  @Test
  void resultTypes() {
    SectionBytes module = new SectionBytes();
    for (int i = 0; i < TYPES; i++) {
      int[] results = parameters(i);
      WasmBytes code = bytes();
      for (int result : results) {
        code.u8(0x43 - (result - 0x7D)).u8(new int[result >= 0x7E ? 1 : result == 0x7D ? 4 : 8]);
      }
      module.export("f" + i, Kind.FUNCTION, module.function(module.type(NONE, results), code));
    }
    Instance instance = instance(module, 1);
    assertThat(instance.export("f" + (TYPES - 1)).call()).hasSize(9);
  }

  /** Each function calls the next one in its tail, the last one the first. */
  @Test
  void functionsThatEndInCalls() {
    SectionBytes module = new SectionBytes();
    int type = module.type(new int[] {I32}, I32);
    for (int i = 0; i < COUNT; i++) {
      WasmBytes code = bytes().u8(0x20, 0, 0x45, 0x04, 0x40, 0x41).signed(i).u8(0x0F, END);
      code.u8(0x20, 0, 0x41, 1, 0x6B, 0x12).u32((i + 1) % COUNT);
      module.function(type, code);
    }
    module.export("f", Kind.FUNCTION, 0);
    Instance instance = instance(module, 150);
    assertThat(call(instance, "f", 3 * COUNT + 7)).isEqualTo(7);
  }

  /** Structures with a field each and one of the next type: a class for each. */
  @Test
  void structureTypes() {
    SectionBytes module = new SectionBytes();
    int run = module.type(NONE, I32);
    for (int i = 0; i < TYPES; i++) {
      WasmBytes fields = bytes().u8(0x5F, 2, I32, 1, 0x63).signed(i == 0 ? 1 : i).u8(0);
      module.add(Section.TYPE, fields);
    }
    WasmBytes code = bytes();
    for (int i = TYPES; i > 0; i--) {
      code.u8(0x41).signed(i);
    }
    code.u8(0xD0).signed(1);
    for (int i = 1; i <= TYPES; i++) {
      code.u8(0xFB, 0).u32(i);
    }
    code.u8(0xFB, 2).u32(TYPES).u32(1).u8(0xFB, 2).u32(TYPES - 1).u32(0);
    module.export("f", Kind.FUNCTION, module.function(run, code));
    assertThat(call(instance(module, 1), "f")).isEqualTo(TYPES - 1);
  }

  @Test
  void longNames() {
    for (int length : new int[] {65_534, 65_535, 100_000}) {
      for (String character : new String[] {"q", "\u00e9", "\u20ac"}) {
        assertNamesAreKept(character.repeat(length / character.length()));
      }
    }
  }

  private static void assertNamesAreKept(String name) {
    SectionBytes module = new SectionBytes();
    int type = module.type(NONE, I32);
    module.imported(name, "f", Kind.FUNCTION, bytes().u32(type));
    module.imported("m", name, Kind.FUNCTION, bytes().u32(type));
    module.imported("m", name + "2", Kind.MEMORY, bytes().u8(0, 1));
    module.imported(name + "3", "g", Kind.GLOBAL, bytes().u8(I32, 0));
    WasmBytes sum = bytes().u8(0x10, 0, 0x10, 1, 0x6A, 0x23, 0, 0x6A);
    module.export(name, Kind.FUNCTION, module.function(type, sum));
    Store store = new Store();
    FunctionType hostType = FunctionType.of("", "i32");
    store.define(name, "f", HostFunction.boxed(hostType, given -> new Object[] {1}));
    store.define("m", name, HostFunction.boxed(hostType, given -> new Object[] {20}));
    store.define("m", name + "2", Memory.create(1, 1));
    store.define(name + "3", "g", Global.create(ValueType.I32, false, 300));
    Instance instance = load(module, COUNT).instantiate(store);
    assertThat(instance.exportNames()).containsExactly(name);
    assertThat(call(instance, name)).isEqualTo(321);
  }
}
