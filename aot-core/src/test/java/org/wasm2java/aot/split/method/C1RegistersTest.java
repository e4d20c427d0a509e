package org.wasm2java.aot.split.method;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wasm2java.aot.instruction.AccessOpcode;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Expr.AccessStyle;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.JvmLimits;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.MemoryForm;
import org.wasm2java.aot.ir.StatementWalk;
import org.wasm2java.aot.ir.Stmt;
import org.wasm2java.aot.split.LayoutLimits;
import org.wasm2java.aot.split.method.plan.C1Registers;
import org.wasm2java.aot.split.method.plan.FunctionPlan;
import org.wasm2java.aot.split.method.plan.MethodLimit;
import org.wasm2java.aot.split.method.plan.MethodPlan;
import org.wasm2java.aot.split.method.plan.SplitAttempt;

/** The estimate of the registers of HotSpot's first compiler, and what follows from it. */
class C1RegistersTest {
  private static final int AT = 0;
  private static final Local BYTES = Local.memory(0, MemoryForm.ARRAY, 0);
  private static final Local SUM = Local.declared(1, Carrier.INT, "");

  /** Methods of zlib, zstd and sqlite as JDK 17 compiled them, most of them to enter a loop. */
  @ParameterizedTest
  @CsvSource({
    "deflate_slow, 185, 1, 4003, 19889",
    "build_tree, 144, 1, 4180, 14906",
    "fill_window, 79, 1, 2185, 8106",
    "compressBlock_fast_part9, 97, 0, 3421, 10722",
    "compressBlock_lazy_row_part2, 86, 0, 3746, 9415",
    "HUF_buildCTable_wksp, 103, 1, 4269, 11429",
    "balance_part5, 72, 36, 3370, 8941",
    "balance_part12, 124, 48, 4529, 14145",
    "checkTreePage, 69, 35, 3529, 8834",
  })
  void isNotBelowWhatWasMeasured(String name, int views, int fetches, int bytes, int measured) {
    assertThat(new C1Registers(views, fetches).of(views, bytes))
        .as(name)
        .isBetween(measured, measured * 5 / 4);
  }

  private static Stmt load() {
    Expr address = new Expr.GetLocal(SUM);
    return new Stmt.SetLocal(
        SUM,
        new Expr.Load(
            AccessOpcode.I32_LOAD, Carrier.INT, BYTES, 8, address, false, AccessStyle.CALL, AT));
  }

  private static List<Stmt> loads(int count) {
    List<Stmt> loads = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      loads.add(load());
    }
    return loads;
  }

  private static FunctionPlan plan(List<Stmt> body) {
    IrFunction function = new IrFunction(0, List.of(), List.of(), 2, 1, body);
    return FunctionSplitter.split(
        function, SplitAttempt.first(MethodLimit.DEFAULT), LayoutLimits.STANDARD.partBytes());
  }

  private static int views(MethodPlan method) {
    int[] views = {0};
    new StatementWalk() {
      @Override
      public void expression(Expr expr) {
        views[0] += expr instanceof Expr.Load load && load.style() == AccessStyle.VIEW ? 1 : 0;
        super.expression(expr);
      }
    }.walk(method.body());
    return views[0];
  }

  private static int viewsInLoopOf(int accesses) {
    FunctionPlan plan = plan(List.of(new Stmt.Loop(new Label(0), loads(accesses))));
    assertThat(plan.methods()).hasSize(1);
    return views(plan.methods().get(0));
  }

  @Test
  void aLoopWithoutCallsHasViewsIfTheCompilerBearsThem() {
    assertThat(viewsInLoopOf(40)).isEqualTo(40);
    assertThat(viewsInLoopOf(75)).isEqualTo(75);
    assertThat(viewsInLoopOf(100)).isEqualTo(100 - JvmLimits.INLINED_ACCESSES);
  }

  @Test
  void whatTakesTooManyRegistersEvenSoIsCut() {
    for (int accesses : new int[] {200, 300, 1000}) {
      for (boolean inLoop : new boolean[] {false, true}) {
        List<Stmt> loads = loads(accesses);
        FunctionPlan plan = plan(inLoop ? List.of(new Stmt.Loop(new Label(0), loads)) : loads);
        assertThat(plan.methods()).hasSizeGreaterThan(1);
        assertThat(plan.methods())
            .extracting(AccessStyles::registers)
            .allSatisfy(needed -> assertThat(needed).isLessThanOrEqualTo(JvmLimits.C1_REGISTERS));
      }
    }
  }
}
