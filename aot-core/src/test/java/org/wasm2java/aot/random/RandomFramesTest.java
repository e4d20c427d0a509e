package org.wasm2java.aot.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wasm2java.aot.GeneratedClasses;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.aot.decode.ModuleDecoder;
import org.wasm2java.aot.frames.TracedModule;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.random.RandomRun.Call;
import org.wasm2java.runtime.Global;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.frame.WasmFrame;

/**
 * The frames of traps are those of a module that writes down where it is before each instruction.
 * {@code -Drandom.modules=5000 -Drandom.seed=1000} runs others than the build does.
 */
class RandomFramesTest {
  private static final int MODULES = Integer.getInteger("random.modules", 30);
  private static final long FIRST_SEED = Long.getLong("random.seed", 0);

  /** A trap with where the module says it was, or -1. */
  private record Seen(List<WasmFrame> frames, int place) {}

  static LongStream seeds() {
    return LongStream.range(FIRST_SEED, FIRST_SEED + MODULES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void framesHaveTheOffsetsOfTheInstructions(long seed) {
    RandomModule module = new RandomModule(seed);
    List<Call> calls = RandomRun.calls(module, seed);
    TracedModule traced = new TracedModule(module.bytes());
    List<Seen> seen = traps(module.bytes(), module, calls, seed % 2 == 0 ? 7500 : 200);
    List<Seen> expected = traps(traced.bytes(), module, calls, 7500);
    assertThat(seen).hasSameSizeAs(expected);
    WasmModule decoded = ModuleDecoder.decode(module.bytes());
    for (int i = 0; i < seen.size(); i++) {
      List<String> found = new ArrayList<>();
      seen.get(i).frames().forEach(frame -> found.add(place(decoded, frame, frame.offset())));
      List<String> wanted = new ArrayList<>();
      for (WasmFrame frame : expected.get(i).frames()) {
        wanted.add(place(decoded, frame, traced.originalOffset((int) frame.offset())));
      }
      assertThat(found).isEqualTo(wanted);
      WasmFrame top = seen.get(i).frames().get(0);
      assertThat(found.get(0)).isEqualTo(place(decoded, top, expected.get(i).place()));
    }
  }

  /** An instruction; accesses to bytes are not told apart where they are in one statement. */
  private static String place(WasmModule module, WasmFrame frame, long offset) {
    Body body = module.functions().get(frame.functionIndex() - 2).body();
    for (int i = 0; i < body.size(); i++) {
      if (body.offset(i) == offset) {
        String text = body.at(i).opcode().text();
        String shown = text.contains("load8") || text.contains("store8") ? "a byte" : text + offset;
        return frame.functionIndex() + " " + shown;
      }
    }
    return "no instruction at " + offset;
  }

  private static List<Seen> traps(
      byte[] wasm, RandomModule module, List<Call> calls, int methodLimit) {
    TranslationOptions options =
        TranslationOptions.builder("random.Module").methodLimit(methodLimit).build();
    GeneratedClasses classes = GeneratedClasses.of(new Translator(options).compile(wasm));
    List<Seen> seen = new ArrayList<>();
    RandomRun.run(
        classes::instantiate, module, calls, (instance, trap) -> seen.add(of(instance, trap)));
    return seen;
  }

  private static Seen of(Instance instance, Trap trap) {
    boolean traced = instance.exportNames().contains(TracedModule.PLACE);
    int place = traced ? ((Global) instance.export(TracedModule.PLACE)).i32() : -1;
    return new Seen(trap.frames(), place);
  }
}
