package org.wasm2java.aot.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wasm2java.aot.SharedFiles;
import org.wasm2java.aot.decode.ModuleDecoder;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.validate.ModuleValidator;

class IrVerifierTest {
  private static final byte[] EMPTY = {0, 'a', 's', 'm', 1, 0, 0, 0};
  private static final IndexSpaces SPACES =
      ModuleValidator.validate(ModuleDecoder.decode(EMPTY)).spaces();
  private static final Local PARAMETER = Local.parameter(0, Carrier.INT, "");
  private static final Local TEMPORARY = Local.temporary(1, Carrier.INT);
  private static final Label LABEL = new Label(0);
  private static final Expr ONE = new Expr.Constant(Carrier.INT, 1);
  private static final Expr UNKNOWN = new Expr.GetLocal(PARAMETER);
  private static final Stmt RETURN = new Stmt.Return(List.of());

  static List<Path> benchmarks() throws IOException {
    return SharedFiles.benchmarks();
  }

  @ParameterizedTest
  @MethodSource("benchmarks")
  void everyPhaseKeepsTheRulesOnRealPrograms(Path program) throws IOException {
    assertThat(AllPhases.verify(Files.readAllBytes(program))).isPositive();
  }

  private static void verify(Stmt... body) {
    IrVerifier.verify(SPACES, 7, List.of(PARAMETER), List.of(), List.of(body));
  }

  private static void assertBroken(String rule, Stmt... body) {
    assertThatThrownBy(() -> verify(body))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("func[7]: ")
        .hasMessageContaining(rule);
  }

  private static Stmt assign(Local local) {
    return new Stmt.SetLocal(local, ONE);
  }

  private static Stmt read(Local local) {
    return new Stmt.Evaluate(new Expr.GetLocal(local));
  }

  private static Stmt maybe(Stmt... then) {
    return new Stmt.If(UNKNOWN, List.of(then), List.of());
  }

  @Test
  void aLocalIsAssignedOnEveryPath() {
    verify(assign(TEMPORARY), read(TEMPORARY), RETURN);
    assertBroken("t1 is read before it is assigned", read(TEMPORARY), RETURN);
    assertBroken("t1 is read", maybe(assign(TEMPORARY)), read(TEMPORARY), RETURN);
  }

  @Test
  void aJumpCarriesWhatIsAssigned() {
    Stmt jump = new Stmt.Jump(LABEL);
    verify(new Stmt.Block(LABEL, List.of(assign(TEMPORARY), maybe(jump))), read(TEMPORARY), RETURN);
    assertBroken(
        "t1 is read",
        new Stmt.Block(LABEL, List.of(maybe(jump), assign(TEMPORARY))),
        read(TEMPORARY),
        RETURN);
  }

  @Test
  void anArmThatLeavesDoesNotCount() {
    verify(
        new Stmt.If(UNKNOWN, List.of(RETURN), List.of(assign(TEMPORARY))), read(TEMPORARY), RETURN);
  }

  @Test
  void jumpsTargetOpenLabels() {
    assertBroken("a jump to L0, which is not open", new Stmt.Jump(LABEL));
  }

  @Test
  void everyLabelHasAJump() {
    assertBroken("nothing jumps to L0", new Stmt.Block(LABEL, List.of(assign(TEMPORARY))), RETURN);
  }

  @Test
  void nothingStandsBehindWhatDoesNotComplete() {
    assertBroken("a statement stands behind", RETURN, RETURN);
  }

  @Test
  void controlDoesNotFallOffTheEnd() {
    assertBroken("control falls off the end", assign(TEMPORARY));
  }

  @Test
  void groupsAreGoneWhereSplittingEnds() {
    assertBroken(
        "a group is left", new Stmt.Group(TEMPORARY, Stmt.Group.Kind.CASE, List.of(RETURN)));
  }

  @Test
  void kindsAgree() {
    Expr wide = new Expr.Constant(Carrier.LONG, 1);
    assertBroken("expected INT, found 1L", new Stmt.SetLocal(TEMPORARY, wide), RETURN);
    Expr sum = new Expr.Operation(NumericOpcode.I32_ADD, Carrier.INT, List.of(UNKNOWN, wide));
    assertBroken(
        "i32.add expects [INT, INT], found [INT, LONG]", new Stmt.SetLocal(TEMPORARY, sum), RETURN);
  }

  @Test
  void casesDoNotFallThrough() {
    Stmt multiway = new Stmt.Switch(UNKNOWN, new int[] {0}, List.of(List.of(assign(TEMPORARY))));
    assertBroken("a case falls through", multiway);
  }

  @Test
  void expressionsAreNotTooDeep() {
    Expr deep = UNKNOWN;
    for (int i = 0; i < 1000; i++) {
      deep = new Expr.Operation(NumericOpcode.I32_EQZ, Carrier.INT, List.of(deep));
    }
    assertBroken("deeper than", new Stmt.SetLocal(TEMPORARY, deep), RETURN);
  }

  @Test
  void nothingWithoutAValueStandsWhereAValueIsNeeded() {
    Expr nothing = new Expr.Entity(EntityOperation.SET_FUEL, Carrier.VOID, 0, 0, List.of(UNKNOWN));
    Expr over = new Expr.Entity(EntityOperation.MEMORY_GROW, Carrier.INT, 0, 0, List.of(nothing));
    verify(new Stmt.Evaluate(nothing), RETURN);
    assertBroken("expected INT, found", new Stmt.SetLocal(TEMPORARY, nothing), RETURN);
    assertBroken("no value", new Stmt.Evaluate(over), RETURN);
    assertBroken(
        "between no values", new Stmt.Evaluate(new Expr.Select(UNKNOWN, nothing, nothing)), RETURN);
    assertThatIllegalArgumentException().isThrownBy(() -> Local.temporary(1, Carrier.VOID));
  }

  @Test
  void anEntityGivesWhatItsOperationSays() {
    Expr size = new Expr.Entity(EntityOperation.MEMORY_SIZE, Carrier.LONG, 0, 0, List.of());
    assertBroken("MEMORY_SIZE gives INT, not LONG", new Stmt.Evaluate(size), RETURN);
    Expr extra = new Expr.Entity(EntityOperation.EXTRA_RESULT, Carrier.VOID, 1, 0, List.of());
    assertBroken("EXTRA_RESULT gives a value", new Stmt.Evaluate(extra), RETURN);
  }

  @Test
  void noConstantDecides() {
    String rule = "a constant decides";
    assertBroken(rule, new Stmt.If(ONE, List.of(RETURN), List.of()), RETURN);
    assertBroken(rule, new Stmt.Switch(ONE, new int[0], List.of(List.of(RETURN))));
    assertBroken(
        rule, new Stmt.SetLocal(TEMPORARY, new Expr.Select(ONE, UNKNOWN, UNKNOWN)), RETURN);
  }

  @Test
  void javaHasNothingToCompute() {
    Expr sum = new Expr.Operation(NumericOpcode.I32_ADD, Carrier.INT, List.of(ONE, ONE));
    assertBroken("i32.add of constants is a constant", new Stmt.SetLocal(TEMPORARY, sum), RETURN);
    Expr zero = new Expr.Constant(Carrier.INT, 0);
    Expr rest = new Expr.Operation(NumericOpcode.I32_REM_S, Carrier.INT, List.of(UNKNOWN, zero));
    assertBroken("i32.rem_s by zero is a trap", new Stmt.SetLocal(TEMPORARY, rest), RETURN);
  }

  @Test
  void aPartGivesItsResults() {
    verify(
        new Stmt.CallPart(1, List.of(PARAMETER), List.of(TEMPORARY), List.of(), true, false, false),
        read(TEMPORARY),
        RETURN);
    assertBroken(
        "t1 is read before", new Stmt.Leave(-1, List.of(new Stmt.Result(0, TEMPORARY)), List.of()));
  }
}
