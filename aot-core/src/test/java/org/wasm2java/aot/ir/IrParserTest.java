package org.wasm2java.aot.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wasm2java.aot.cases.Case;
import org.wasm2java.aot.decode.ModuleDecoder;
import org.wasm2java.aot.random.RandomModule;
import org.wasm2java.aot.type.FunctionType;

/** What is printed is read back as the same. */
class IrParserTest {
  private static final int RANDOM_MODULES = 60;
  private static final int[] METHOD_LIMITS = {100, 7500};
  private static final Instrumentation ALL = new Instrumentation(true, true, List.of("*"), true);

  /** The texts of structures and arrays are for people alone: they do not tell their classes. */
  static List<Case> cases() {
    return Case.all().stream().filter(golden -> !hasAggregates(golden)).toList();
  }

  private static boolean hasAggregates(Case golden) {
    return ModuleDecoder.decode(golden.wasm()).recursiveTypes().stream()
        .flatMap(group -> group.subTypes().stream())
        .anyMatch(type -> !(type.composite() instanceof FunctionType));
  }

  static IntStream seeds() {
    return IntStream.range(0, RANDOM_MODULES);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void casesAreReadBack(Case golden) {
    assertReadBack(golden.wasm(), golden.instrumentation());
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void randomModulesAreReadBack(int seed) {
    byte[] module = new RandomModule(seed).bytes();
    assertReadBack(module, seed % 2 == 0 ? Instrumentation.NONE : ALL);
  }

  private static void assertReadBack(byte[] wasm, Instrumentation instrumentation) {
    for (IrFunction lowered : AllPhases.lowered(wasm, instrumentation)) {
      assertReadBack(List.of(new IrMethod(0, lowered)));
      for (int limit : METHOD_LIMITS) {
        assertReadBack(AllPhases.methods(lowered, limit));
      }
    }
  }

  private static void assertReadBack(List<IrMethod> methods) {
    String text = print(methods);
    List<IrMethod> read = IrParser.methods(text);
    assertThat(print(read)).isEqualTo(text);
    assertThat(IrStructure.difference(structure(read), structure(methods))).as(text).isEmpty();
  }

  private static String print(List<IrMethod> methods) {
    StringBuilder text = new StringBuilder();
    methods.forEach(method -> text.append(method.print()));
    return text.toString();
  }

  /** Returns all of the methods but the counts, which may be above what the text uses. */
  private static List<Object> structure(List<IrMethod> methods) {
    List<Object> structure = new ArrayList<>();
    for (IrMethod method : methods) {
      IrFunction function = method.function();
      structure.add(method.part());
      structure.add(function.functionIndex());
      structure.add(function.parameters());
      structure.add(function.results());
      structure.add(function.body());
    }
    return structure;
  }

  @Test
  void theStructureTellsApartWhatTextsDo() {
    Object one = IrParser.function("func[0] (p0 int) -> (int)\n  return (i32.add p0 1)\n");
    Object two = IrParser.function("func[0] (p0 int) -> (int)\n  return (i32.add p0 2)\n");
    assertThat(IrStructure.difference(one, two))
        .isEqualTo(
            ".body[0].values[0].operands[1]: Constant[carrier=INT, bits=1] is not Constant[carrier=INT, bits=2]");
  }

  @Test
  void whatIsNoTextOfAFunctionIsRefusedWithItsLine() {
    assertRefused("line 2: not an operation: i32.plus", "return (i32.plus p0 p0)");
    assertRefused("line 2: not declared: t5", "t5 = 1");
    assertRefused("line 2: not open: L0", "jump L0");
    assertRefused("line 2: unexpected: 1", "evaluate p0 1");
    assertRefused("line 2: expected ), found the end", "return (select p0 p0 p0");
    assertRefused("line 3: too deep", "return\n    return");
  }

  private static void assertRefused(String message, String statement) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IrParser.function("func[0] (p0 int) -> ()\n  " + statement + "\n"))
        .withMessageStartingWith(message);
  }
}
