package org.wasm2java.aot.lower;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wasm2java.aot.GeneratedClasses;
import org.wasm2java.aot.WasmBytes;
import org.wasm2java.aot.instruction.JavaForm;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.instruction.Typing;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.JavaConstants;
import org.wasm2java.aot.type.NumberType;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Store;

/** What is folded is what the operation gives when it runs. */
class ConstantFoldingTest {
  private static final List<Long> INTEGERS =
      List.of(
          0L, 1L, -1L, 2L, 31L, 33L, 200L, 40_000L, 1L << 31, (1L << 31) - 1, 1L << 63, ~0L >>> 1);
  private static final List<Double> REALS =
      List.of(
          0.0,
          -0.0,
          1.0,
          -1.5,
          0.1,
          3e9,
          -1e19,
          1e300,
          Double.MIN_VALUE,
          Double.POSITIVE_INFINITY,
          Double.NEGATIVE_INFINITY,
          Double.NaN);

  @Test
  void everyOperatorFoldsToWhatItGives() {
    List<NumericOpcode> rows =
        Arrays.stream(NumericOpcode.values()).filter(ConstantFoldingTest::isOperator).toList();
    assertThat(rows).hasSizeGreaterThan(70);
    Instance instance =
        GeneratedClasses.of(module(rows), "folding.Module").instantiate(new Store());
    for (int i = 0; i < rows.size(); i++) {
      NumericOpcode row = rows.get(i);
      for (List<Expr> operands : operands(signature(row).operands())) {
        if (!JavaConstants.dividesByZero(row, operands)) {
          Object[] arguments = operands.stream().map(ConstantFoldingTest::value).toArray();
          Object given = instance.export("f" + i).call(arguments)[0];
          Carrier carrier = Carrier.single(signature(row).results().get(0));
          assertThat(value(ConstantFolding.fold(row, carrier, operands)))
              .as("%s %s", row.text(), Arrays.toString(arguments))
              .isEqualTo(given);
        }
      }
    }
  }

  private static boolean isOperator(NumericOpcode row) {
    JavaForm form = row.javaForm();
    return !(form instanceof JavaForm.Call || form instanceof JavaForm.Structural);
  }

  private static Typing.Signature signature(NumericOpcode row) {
    return (Typing.Signature) row.typing();
  }

  /** Returns all combinations of operands of these types. */
  private static List<List<Expr>> operands(List<ValueType> types) {
    List<List<Expr>> all = List.of(List.of());
    for (ValueType type : types) {
      List<List<Expr>> longer = new ArrayList<>();
      for (List<Expr> before : all) {
        for (Expr constant : constants((NumberType) type)) {
          List<Expr> operands = new ArrayList<>(before);
          operands.add(constant);
          longer.add(operands);
        }
      }
      all = longer;
    }
    return all;
  }

  private static List<Expr> constants(NumberType type) {
    List<Expr> constants = new ArrayList<>();
    switch (type) {
      case I32 -> INTEGERS.forEach(value -> constants.add(new Expr.Constant(Carrier.INT, value)));
      case I64 -> INTEGERS.forEach(value -> constants.add(new Expr.Constant(Carrier.LONG, value)));
      case F32 ->
          REALS.forEach(
              value ->
                  constants.add(
                      new Expr.Constant(
                          Carrier.FLOAT, Float.floatToRawIntBits(value.floatValue()))));
      case F64 ->
          REALS.forEach(
              value ->
                  constants.add(
                      new Expr.Constant(Carrier.DOUBLE, Double.doubleToRawLongBits(value))));
    }
    return constants;
  }

  /** Returns a number; all NaNs of a type are equal as Java objects. */
  private static Object value(Expr expr) {
    Expr.Constant constant = (Expr.Constant) expr;
    return switch (constant.carrier().primitive()) {
      case INT -> (int) constant.bits();
      case LONG -> constant.bits();
      case FLOAT -> Float.intBitsToFloat((int) constant.bits());
      case DOUBLE -> Double.longBitsToDouble(constant.bits());
    };
  }

  /** Returns a module that exports each operation on its parameters by number. */
  private static byte[] module(List<NumericOpcode> rows) {
    WasmBytes types = new WasmBytes().u32(rows.size());
    WasmBytes functions = new WasmBytes().u32(rows.size());
    WasmBytes exports = new WasmBytes().u32(rows.size());
    WasmBytes code = new WasmBytes().u32(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      NumericOpcode row = rows.get(i);
      List<ValueType> operands = signature(row).operands();
      types.u8(0x60).u32(operands.size());
      operands.forEach(type -> types.u8(code(type)));
      types.u8(1, code(signature(row).results().get(0)));
      functions.u32(i);
      exports.name("f" + i).u8(0).u32(i);
      WasmBytes body = new WasmBytes().u8(0);
      for (int parameter = 0; parameter < operands.size(); parameter++) {
        body.u8(0x20, parameter);
      }
      int opcode = row.code();
      body.append(
          opcode < 0x100
              ? new WasmBytes().u8(opcode)
              : new WasmBytes().u8(0xFC).u32(opcode & 0xFF));
      code.sized(body.u8(0x0B));
    }
    return new WasmBytes()
        .u8(0, 'a', 's', 'm', 1, 0, 0, 0)
        .append(new WasmBytes().u8(1).sized(types))
        .append(new WasmBytes().u8(3).sized(functions))
        .append(new WasmBytes().u8(7).sized(exports))
        .append(new WasmBytes().u8(10).sized(code))
        .toByteArray();
  }

  private static int code(ValueType type) {
    return switch ((NumberType) type) {
      case I32 -> 0x7F;
      case I64 -> 0x7E;
      case F32 -> 0x7D;
      case F64 -> 0x7C;
    };
  }
}
