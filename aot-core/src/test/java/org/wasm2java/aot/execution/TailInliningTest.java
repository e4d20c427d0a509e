package org.wasm2java.aot.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wasm2java.aot.GeneratedClasses;
import org.wasm2java.aot.SmallestLayout;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.decode.ModuleDecoder;
import org.wasm2java.aot.inline.TailInlining;
import org.wasm2java.aot.instruction.ControlOpcode;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.validate.ModuleValidator;
import org.wasm2java.aot.validate.ValidModule;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.WasmException;

/** A function in place of a tail call does what the call did. */
class TailInliningTest {
  private static final String MODULE = "tail-inline";

  private static final GeneratedClasses CALLING = calling();
  private static final List<GeneratedClasses> INLINED = inlined();

  /** Who listens sees each call, so nothing stands in place there. */
  private static GeneratedClasses calling() {
    return Guest.translate(MODULE, "inline.Calling", options -> options.listen("*"));
  }

  private static List<GeneratedClasses> inlined() {
    return List.of(
        Guest.translate(MODULE, "inline.Plain", options -> {}),
        Guest.translate(MODULE, "inline.Cut", options -> options.methodLimit(100)),
        Guest.translate(MODULE, "inline.Checked", options -> options.interruptible(true)),
        GeneratedClasses.of(
            SmallestLayout.translator(TranslationOptions.builder("inline.Small").build())
                .compile(Guest.bytes(MODULE))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "circle",
        "nothing",
        "seen",
        "cells",
        "traps",
        "handlers",
        "outer",
        "grows",
        "below",
        "types",
        "wrapped"
      })
  void doesWhatTheCallDid(String function) {
    for (GeneratedClasses inlined : INLINED) {
      Instance calling = CALLING.instantiate(new Store());
      Instance instance = inlined.instantiate(new Store());
      for (int argument = 0; argument < 40; argument++) {
        assertThat(outcome(instance, function, argument))
            .as("%s of %s", function, argument)
            .isEqualTo(outcome(calling, function, argument));
        assertThat(outcome(instance, "seen", 0)).isEqualTo(outcome(calling, "seen", 0));
      }
      assertThat(outcome(instance, function, 100_000))
          .isEqualTo(outcome(calling, function, 100_000));
    }
  }

  /**
   * A few calls of classes that nothing else has run: HotSpot forgets the stack of what compiled
   * code throws often.
   */
  @Test
  void trapsAreThoseOfTheFunctionWhoseCodeItIs() {
    Instance calling = calling().instantiate(new Store());
    for (GeneratedClasses inlined : inlined()) {
      Instance instance = inlined.instantiate(new Store());
      for (int argument : new int[] {0, 1, 3, 4, 8}) {
        assertThat(frames(instance, argument))
            .isEqualTo(frames(calling, argument))
            .containsPattern("\\[\\d+ (left|right) \\d+]");
      }
    }
  }

  /** Returns the functions and offsets of the frames of a trap. */
  private static String frames(Instance instance, int argument) {
    Trap trap = catchThrowableOfType(Trap.class, () -> Guest.call(instance, "traps", argument));
    return trap.frames().stream()
        .map(frame -> frame.functionIndex() + " " + frame.name() + " " + frame.offset())
        .toList()
        .toString();
  }

  /** Returns results, or what was thrown. */
  private static String outcome(Instance instance, String function, int argument) {
    try {
      return Arrays.toString(Guest.call(instance, function, argument));
    } catch (Trap trap) {
      return trap.kind().toString();
    } catch (WasmException thrown) {
      return thrown.payload().toString();
    }
  }

  @Test
  void leavesCallsThatComeNotBackAndThoseWithHandlers() {
    ValidModule valid = ModuleValidator.validate(ModuleDecoder.decode(Guest.bytes(MODULE)));
    ValidModule inlined = TailInlining.inline(valid);
    List<String> callers = new ArrayList<>();
    for (int i = 0; i < inlined.spaces().functionCount(); i++) {
      int function = i;
      if (tailCalls(inlined.spaces().function(i).body()).anyMatch(callee -> callee != function)) {
        callers.add(inlined.decoded().names().functionName(i).orElse(""));
      }
    }
    assertThat(callers).containsExactly("cells", "guarded", "thrower");
  }

  private static Stream<Integer> tailCalls(Body body) {
    return IntStream.range(0, body.size())
        .mapToObj(body::at)
        .filter(instruction -> instruction.opcode() == ControlOpcode.RETURN_CALL)
        .map(instruction -> ((Instruction.Indexed) instruction).index());
  }
}
