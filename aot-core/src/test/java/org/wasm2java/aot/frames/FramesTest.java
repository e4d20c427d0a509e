package org.wasm2java.aot.frames;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wasm2java.aot.CompiledModule;
import org.wasm2java.aot.GeneratedClasses;
import org.wasm2java.aot.Translation;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.ModuleDescriptor;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.WasmFrames;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.runtime.frame.WasmFrame;
import org.wasm2java.runtime.host.HostFunction;
import org.wasm2java.runtime.type.FunctionType;

/** What traps say of the functions that were running, and how modules become known. */
class FramesTest {
  private static final Guest GUEST = Guest.of("frames/guest");
  private static final Guest CALLER = Guest.of("frames/caller");
  private static final CompiledModule COMPILED = GUEST.compile("frames.Guest", 7500);
  private static final int LIMIT = 7500;

  private static Instance instance() {
    return GeneratedClasses.of(COMPILED).instantiate(Guest.store(arguments -> arguments));
  }

  private static List<String> texts(Trap trap) {
    return trap.frames().stream().map(WasmFrame::toString).toList();
  }

  private static String offset(String export, String instruction) {
    return "offset 0x" + Long.toHexString(GUEST.offset(GUEST.function(export), instruction));
  }

  @Test
  void messageIsThePhraseAndALineForEachFrame() {
    Trap trap = Guest.trap(instance(), "calls", 1, 0);
    assertThat(trap.text()).isEqualTo("integer divide by zero");
    assertThat(trap)
        .hasMessageMatching(
            "integer divide by zero\n"
                + "    at inverse \\(module math, offset 0x[0-9a-f]+\\)\n"
                + "    at calls \\(func\\[\\d+\\], module math, "
                + offset("calls", "call 2")
                + "\\)");
  }

  @Test
  void overflowHasManyFramesAndAShortMessage() {
    Trap trap = Guest.trap(instance(), "endless", 0);
    assertThat(trap.frames()).hasSizeGreaterThan(100);
    assertThat(texts(trap).get(5))
        .isEqualTo("endless (module math, " + offset("endless", "call") + ")");
    assertThat(trap.getMessage().lines()).hasSize(18);
    assertThat(trap.getMessage()).startsWith("call stack exhausted\n").endsWith(" more");
    assertThat(trap).hasNoCause();
  }

  @Test
  void modulesThatCallEachOtherHaveTheirFramesBoth() {
    Store store = Guest.store(arguments -> arguments);
    Instance math = GeneratedClasses.of(COMPILED).instantiate(store);
    store.define("math", "div_s", math.export("div_s"));
    GeneratedClasses caller = GeneratedClasses.of(CALLER.compile("frames.Caller", LIMIT));
    Trap trap = Guest.trap(caller.instantiate(store), "direct");
    assertThat(texts(trap))
        .containsExactly(
            "div_s (func["
                + GUEST.function("div_s")
                + "], module math, "
                + offset("div_s", "i32.div_s")
                + ")",
            "direct (func[2], module Caller, offset 0x"
                + Long.toHexString(CALLER.offset(2, "call"))
                + ")");
  }

  @Test
  void framesOnBothSidesOfAHostFunctionAreThere() {
    List<Instance> math = new ArrayList<>();
    Store store =
        Guest.store(
            arguments -> ((WasmFunction) math.get(0).export("calls")).call(1, arguments[0]));
    math.add(GeneratedClasses.of(COMPILED).instantiate(store));
    store.define("math", "div_s", math.get(0).export("div_s"));
    GeneratedClasses caller = GeneratedClasses.of(CALLER.compile("frames.Caller", LIMIT));
    Trap trap = Guest.trap(caller.instantiate(store), "by host");
    assertThat(trap.frames())
        .extracting(WasmFrame::module)
        .containsExactly("math", "math", "Caller", "Caller");
    assertThat(texts(trap).get(2)).startsWith("func[3] (module Caller");
  }

  @Test
  void exceptionOfAHostFunctionHasFramesToo() {
    Instance instance =
        GeneratedClasses.of(COMPILED)
            .instantiate(
                Guest.store(
                    arguments -> {
                      throw new ArithmeticException("host");
                    }));
    WasmFunction host = (WasmFunction) instance.export("host");
    ArithmeticException thrown =
        catchThrowableOfType(ArithmeticException.class, () -> host.call(1));
    assertThat(WasmFrames.of(thrown))
        .extracting(WasmFrame::offset)
        .containsExactly(GUEST.offset(GUEST.function("host"), "call"));
  }

  @Test
  void startFunctionThatTrapsHasAFrame() {
    Guest guest = Guest.of("cases/start-trap/module");
    GeneratedClasses classes = GeneratedClasses.of(guest.compile("frames.Start", LIMIT));
    WasmFunction trace = HostFunction.boxed(FunctionType.of("i32", "i32"), arguments -> arguments);
    Store store = new Store().define("host", "trace", trace);
    store.define("host", "memory", Memory.create(1, -1));
    Trap trap = catchThrowableOfType(Trap.class, () -> classes.instantiate(store));
    assertThat(trap.frames()).isNotEmpty();
    assertThat(trap.frames().get(0).offset())
        .isEqualTo(guest.offset(trap.frames().get(0).functionIndex(), "unreachable"));
  }

  @Test
  void elementsOfTheStackAreFunctionsOrNothing() {
    Trap trap = Guest.trap(instance(), "div_s", 1, 0);
    List<WasmFrame> found = new ArrayList<>();
    for (StackTraceElement element : trap.getCause().getStackTrace()) {
      WasmFrames.of(element).ifPresent(found::add);
    }
    assertThat(found).isEqualTo(trap.frames());
  }

  @Test
  void theModuleThatWasInitializedLastIsMeant() {
    Trap first = Guest.trap(instance(), "div_s", 1, 0);
    assertThat(first.frames().get(0).module()).isEqualTo("math");
    CompiledModule other = CALLER.compile("frames.Guest", LIMIT);
    Store store = Guest.store(a -> a);
    store.define("math", "div_s", instance().export("div_s"));
    GeneratedClasses.of(other).instantiate(store);
    assertThat(WasmFrames.of(first.getCause()))
        .extracting(WasmFrame::module)
        .doesNotContain("math");
    assertThat(first.frames().get(0).module()).isEqualTo("math");
    instance();
  }

  private static CompiledModule withTable(byte[] table) {
    SortedMap<String, byte[]> resources = new TreeMap<>(COMPILED.translation().resources());
    resources.remove("frames/Guest.frames");
    if (table.length > 0) {
      resources.put("frames/Guest.frames", table);
    }
    Translation translation = COMPILED.translation();
    return new CompiledModule(
        new Translation(
            translation.className(),
            translation.sources(),
            resources,
            translation.use(),
            List.of(),
            List.of()),
        COMPILED.classes());
  }

  @Test
  void missingOrBrokenTableHidesNoTrap() {
    byte[] table = COMPILED.translation().resources().get("frames/Guest.frames");
    for (int length : new int[] {0, 1, 10, table.length / 2, table.length - 20}) {
      byte[] broken = Arrays.copyOf(table, length);
      Instance instance = GeneratedClasses.of(withTable(broken)).instantiate(Guest.store(a -> a));
      Trap trap = Guest.trap(instance, "div_s", 1, 0);
      assertThat(trap.getMessage()).startsWith("integer divide by zero");
      assertThat(trap.text()).isEqualTo("integer divide by zero");
    }
    assertThat(Guest.trap(instance(), "div_s", 1, 0).frames()).hasSize(1);
  }

  @Test
  void withoutLineNumbersTheFunctionsAreKnown(@TempDir Path folder) throws IOException {
    CompiledModule split = GUEST.compile("frames.Guest", 100);
    List<String> arguments = new ArrayList<>(List.of("-g:none", "-d", folder.toString()));
    arguments.addAll(List.of("-cp", System.getProperty("java.class.path")));
    for (Map.Entry<String, String> source : split.translation().sources().entrySet()) {
      Path file = folder.resolve(source.getKey());
      Files.createDirectories(file.getParent());
      arguments.add(Files.writeString(file, source.getValue()).toString());
    }
    for (Map.Entry<String, byte[]> resource : split.translation().resources().entrySet()) {
      Files.write(folder.resolve(resource.getKey()), resource.getValue());
    }
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(result).isZero();
    URL[] path = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, FramesTest.class.getClassLoader())) {
      ModuleDescriptor module =
          (ModuleDescriptor)
              loader.loadClass("frames.Guest$Descriptor").getConstructor().newInstance();
      Instance instance = module.instantiate(Guest.store(a -> a));
      assertThat(texts(Guest.trap(instance, "long", 2, 5)))
          .containsExactly("long (module math)", "long (module math)");
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
    instance();
  }
}
