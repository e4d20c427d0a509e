package org.wasm2java.aot.instruction;

import static org.wasm2java.aot.instruction.Feature.MVP;
import static org.wasm2java.aot.instruction.Feature.SATURATING_TRUNCATION;
import static org.wasm2java.aot.instruction.Feature.SIGN_EXTENSION;
import static org.wasm2java.aot.instruction.JavaForm.call;
import static org.wasm2java.aot.instruction.JavaForm.cast;
import static org.wasm2java.aot.instruction.JavaForm.comparison;
import static org.wasm2java.aot.instruction.JavaForm.infix;
import static org.wasm2java.aot.instruction.JavaForm.narrowing;
import static org.wasm2java.aot.instruction.JavaForm.unsignedComparison;
import static org.wasm2java.aot.instruction.Opcode.prefixed;
import static org.wasm2java.aot.instruction.Row.operation;
import static org.wasm2java.aot.instruction.Row.structural;
import static org.wasm2java.aot.instruction.Typing.sig;
import static org.wasm2java.aot.type.NumberType.F32;
import static org.wasm2java.aot.type.NumberType.F64;
import static org.wasm2java.aot.type.NumberType.I32;
import static org.wasm2java.aot.type.NumberType.I64;

import org.wasm2java.aot.type.NumberType;
import org.wasm2java.runtime.ops.F32Ops;
import org.wasm2java.runtime.ops.F64Ops;
import org.wasm2java.runtime.ops.I32Ops;
import org.wasm2java.runtime.ops.I64Ops;

/**
 * Numeric instructions.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/binary/instructions.html#numeric-instructions">Binary
 *     format</a>
 */
public enum NumericOpcode implements Opcode {
  // Constants
  I32_CONST(constant(0x41, Immediates.I32, I32)),
  I64_CONST(constant(0x42, Immediates.I64, I64)),
  F32_CONST(constant(0x43, Immediates.F32, F32)),
  F64_CONST(constant(0x44, Immediates.F64, F64)),
  // i32 relations
  I32_EQZ(test(0x45, I32)),
  I32_EQ(relation(0x46, I32, comparison("=="))),
  I32_NE(relation(0x47, I32, comparison("!="))),
  I32_LT_S(relation(0x48, I32, comparison("<"))),
  I32_LT_U(relation(0x49, I32, unsignedComparison("<"))),
  I32_GT_S(relation(0x4A, I32, comparison(">"))),
  I32_GT_U(relation(0x4B, I32, unsignedComparison(">"))),
  I32_LE_S(relation(0x4C, I32, comparison("<="))),
  I32_LE_U(relation(0x4D, I32, unsignedComparison("<="))),
  I32_GE_S(relation(0x4E, I32, comparison(">="))),
  I32_GE_U(relation(0x4F, I32, unsignedComparison(">="))),
  // i64 relations
  I64_EQZ(test(0x50, I64)),
  I64_EQ(relation(0x51, I64, comparison("=="))),
  I64_NE(relation(0x52, I64, comparison("!="))),
  I64_LT_S(relation(0x53, I64, comparison("<"))),
  I64_LT_U(relation(0x54, I64, unsignedComparison("<"))),
  I64_GT_S(relation(0x55, I64, comparison(">"))),
  I64_GT_U(relation(0x56, I64, unsignedComparison(">"))),
  I64_LE_S(relation(0x57, I64, comparison("<="))),
  I64_LE_U(relation(0x58, I64, unsignedComparison("<="))),
  I64_GE_S(relation(0x59, I64, comparison(">="))),
  I64_GE_U(relation(0x5A, I64, unsignedComparison(">="))),
  // f32 relations
  F32_EQ(relation(0x5B, F32, comparison("=="))),
  F32_NE(relation(0x5C, F32, comparison("!="))),
  F32_LT(relation(0x5D, F32, comparison("<"))),
  F32_GT(relation(0x5E, F32, comparison(">"))),
  F32_LE(relation(0x5F, F32, comparison("<="))),
  F32_GE(relation(0x60, F32, comparison(">="))),
  // f64 relations
  F64_EQ(relation(0x61, F64, comparison("=="))),
  F64_NE(relation(0x62, F64, comparison("!="))),
  F64_LT(relation(0x63, F64, comparison("<"))),
  F64_GT(relation(0x64, F64, comparison(">"))),
  F64_LE(relation(0x65, F64, comparison("<="))),
  F64_GE(relation(0x66, F64, comparison(">="))),
  // i32 arithmetic
  I32_CLZ(unary(0x67, I32, call(Integer.class, "numberOfLeadingZeros"))),
  I32_CTZ(unary(0x68, I32, call(Integer.class, "numberOfTrailingZeros"))),
  I32_POPCNT(unary(0x69, I32, call(Integer.class, "bitCount"))),
  I32_ADD(binary(0x6A, I32, infix("+"))),
  I32_SUB(binary(0x6B, I32, infix("-"))),
  I32_MUL(binary(0x6C, I32, infix("*"))),
  I32_DIV_S(binary(0x6D, I32, call(I32Ops.class, "divS")).trapping()),
  I32_DIV_U(binary(0x6E, I32, call(Integer.class, "divideUnsigned")).trapping()),
  I32_REM_S(binary(0x6F, I32, infix("%")).trapping()),
  I32_REM_U(binary(0x70, I32, call(Integer.class, "remainderUnsigned")).trapping()),
  I32_AND(binary(0x71, I32, infix("&"))),
  I32_OR(binary(0x72, I32, infix("|"))),
  I32_XOR(binary(0x73, I32, infix("^"))),
  I32_SHL(binary(0x74, I32, infix("<<"))),
  I32_SHR_S(binary(0x75, I32, infix(">>"))),
  I32_SHR_U(binary(0x76, I32, infix(">>>"))),
  I32_ROTL(binary(0x77, I32, call(Integer.class, "rotateLeft"))),
  I32_ROTR(binary(0x78, I32, call(Integer.class, "rotateRight"))),
  // i64 arithmetic
  I64_CLZ(unary(0x79, I64, call(I64Ops.class, "clz"))),
  I64_CTZ(unary(0x7A, I64, call(I64Ops.class, "ctz"))),
  I64_POPCNT(unary(0x7B, I64, call(I64Ops.class, "popcnt"))),
  I64_ADD(binary(0x7C, I64, infix("+"))),
  I64_SUB(binary(0x7D, I64, infix("-"))),
  I64_MUL(binary(0x7E, I64, infix("*"))),
  I64_DIV_S(binary(0x7F, I64, call(I64Ops.class, "divS")).trapping()),
  I64_DIV_U(binary(0x80, I64, call(Long.class, "divideUnsigned")).trapping()),
  I64_REM_S(binary(0x81, I64, infix("%")).trapping()),
  I64_REM_U(binary(0x82, I64, call(Long.class, "remainderUnsigned")).trapping()),
  I64_AND(binary(0x83, I64, infix("&"))),
  I64_OR(binary(0x84, I64, infix("|"))),
  I64_XOR(binary(0x85, I64, infix("^"))),
  I64_SHL(binary(0x86, I64, infix("<<"))),
  I64_SHR_S(binary(0x87, I64, infix(">>"))),
  I64_SHR_U(binary(0x88, I64, infix(">>>"))),
  I64_ROTL(binary(0x89, I64, call(I64Ops.class, "rotl"))),
  I64_ROTR(binary(0x8A, I64, call(I64Ops.class, "rotr"))),
  // f32 arithmetic
  F32_ABS(unary(0x8B, F32, call(F32Ops.class, "abs"))),
  F32_NEG(unary(0x8C, F32, call(F32Ops.class, "neg"))),
  F32_CEIL(unary(0x8D, F32, call(F32Ops.class, "ceil"))),
  F32_FLOOR(unary(0x8E, F32, call(F32Ops.class, "floor"))),
  F32_TRUNC(unary(0x8F, F32, call(F32Ops.class, "trunc"))),
  F32_NEAREST(unary(0x90, F32, call(F32Ops.class, "nearest"))),
  F32_SQRT(unary(0x91, F32, call(F32Ops.class, "sqrt"))),
  F32_ADD(binary(0x92, F32, infix("+"))),
  F32_SUB(binary(0x93, F32, infix("-"))),
  F32_MUL(binary(0x94, F32, infix("*"))),
  F32_DIV(binary(0x95, F32, infix("/"))),
  F32_MIN(binary(0x96, F32, call(F32Ops.class, "min"))),
  F32_MAX(binary(0x97, F32, call(F32Ops.class, "max"))),
  F32_COPYSIGN(binary(0x98, F32, call(F32Ops.class, "copysign"))),
  // f64 arithmetic
  F64_ABS(unary(0x99, F64, call(F64Ops.class, "abs"))),
  F64_NEG(unary(0x9A, F64, call(F64Ops.class, "neg"))),
  F64_CEIL(unary(0x9B, F64, call(F64Ops.class, "ceil"))),
  F64_FLOOR(unary(0x9C, F64, call(F64Ops.class, "floor"))),
  F64_TRUNC(unary(0x9D, F64, call(F64Ops.class, "trunc"))),
  F64_NEAREST(unary(0x9E, F64, call(F64Ops.class, "nearest"))),
  F64_SQRT(unary(0x9F, F64, call(Math.class, "sqrt"))),
  F64_ADD(binary(0xA0, F64, infix("+"))),
  F64_SUB(binary(0xA1, F64, infix("-"))),
  F64_MUL(binary(0xA2, F64, infix("*"))),
  F64_DIV(binary(0xA3, F64, infix("/"))),
  F64_MIN(binary(0xA4, F64, call(F64Ops.class, "min"))),
  F64_MAX(binary(0xA5, F64, call(F64Ops.class, "max"))),
  F64_COPYSIGN(binary(0xA6, F64, call(F64Ops.class, "copysign"))),
  // Conversions
  I32_WRAP_I64(conversion(0xA7, I64, I32, cast("int"))),
  I32_TRUNC_F32_S(conversion(0xA8, F32, I32, call(I32Ops.class, "truncS")).trapping()),
  I32_TRUNC_F32_U(conversion(0xA9, F32, I32, call(I32Ops.class, "truncU")).trapping()),
  I32_TRUNC_F64_S(conversion(0xAA, F64, I32, call(I32Ops.class, "truncS")).trapping()),
  I32_TRUNC_F64_U(conversion(0xAB, F64, I32, call(I32Ops.class, "truncU")).trapping()),
  I64_EXTEND_I32_S(conversion(0xAC, I32, I64, cast("long"))),
  I64_EXTEND_I32_U(conversion(0xAD, I32, I64, call(Integer.class, "toUnsignedLong"))),
  I64_TRUNC_F32_S(conversion(0xAE, F32, I64, call(I64Ops.class, "truncS")).trapping()),
  I64_TRUNC_F32_U(conversion(0xAF, F32, I64, call(I64Ops.class, "truncU")).trapping()),
  I64_TRUNC_F64_S(conversion(0xB0, F64, I64, call(I64Ops.class, "truncS")).trapping()),
  I64_TRUNC_F64_U(conversion(0xB1, F64, I64, call(I64Ops.class, "truncU")).trapping()),
  F32_CONVERT_I32_S(conversion(0xB2, I32, F32, cast("float"))),
  F32_CONVERT_I32_U(conversion(0xB3, I32, F32, call(F32Ops.class, "convertU"))),
  F32_CONVERT_I64_S(conversion(0xB4, I64, F32, cast("float"))),
  F32_CONVERT_I64_U(conversion(0xB5, I64, F32, call(F32Ops.class, "convertU"))),
  F32_DEMOTE_F64(conversion(0xB6, F64, F32, cast("float"))),
  F64_CONVERT_I32_S(conversion(0xB7, I32, F64, cast("double"))),
  F64_CONVERT_I32_U(conversion(0xB8, I32, F64, call(F64Ops.class, "convertU"))),
  F64_CONVERT_I64_S(conversion(0xB9, I64, F64, cast("double"))),
  F64_CONVERT_I64_U(conversion(0xBA, I64, F64, call(F64Ops.class, "convertU"))),
  F64_PROMOTE_F32(conversion(0xBB, F32, F64, cast("double"))),
  I32_REINTERPRET_F32(conversion(0xBC, F32, I32, call(Float.class, "floatToRawIntBits"))),
  I64_REINTERPRET_F64(conversion(0xBD, F64, I64, call(Double.class, "doubleToRawLongBits"))),
  F32_REINTERPRET_I32(conversion(0xBE, I32, F32, call(Float.class, "intBitsToFloat"))),
  F64_REINTERPRET_I64(conversion(0xBF, I64, F64, call(Double.class, "longBitsToDouble"))),
  // Sign extension
  I32_EXTEND8_S(unary(0xC0, I32, narrowing("int", "byte")).of(SIGN_EXTENSION)),
  I32_EXTEND16_S(unary(0xC1, I32, narrowing("int", "short")).of(SIGN_EXTENSION)),
  I64_EXTEND8_S(unary(0xC2, I64, narrowing("long", "byte")).of(SIGN_EXTENSION)),
  I64_EXTEND16_S(unary(0xC3, I64, narrowing("long", "short")).of(SIGN_EXTENSION)),
  I64_EXTEND32_S(unary(0xC4, I64, narrowing("long", "int")).of(SIGN_EXTENSION)),
  // Saturating truncation
  I32_TRUNC_SAT_F32_S(saturating(0, F32, I32, cast("int"))),
  I32_TRUNC_SAT_F32_U(saturating(1, F32, I32, call(I32Ops.class, "truncSatU"))),
  I32_TRUNC_SAT_F64_S(saturating(2, F64, I32, cast("int"))),
  I32_TRUNC_SAT_F64_U(saturating(3, F64, I32, call(I32Ops.class, "truncSatU"))),
  I64_TRUNC_SAT_F32_S(saturating(4, F32, I64, cast("long"))),
  I64_TRUNC_SAT_F32_U(saturating(5, F32, I64, call(I64Ops.class, "truncSatU"))),
  I64_TRUNC_SAT_F64_S(saturating(6, F64, I64, cast("long"))),
  I64_TRUNC_SAT_F64_U(saturating(7, F64, I64, call(I64Ops.class, "truncSatU")));

  private final Row row;

  NumericOpcode(Row row) {
    this.row = row.dotted(name());
  }

  private static Row constant(int code, Immediates bits, NumberType type) {
    return structural(code, bits, MVP).typed(sig().to(type));
  }

  private static Row test(int code, NumberType type) {
    return operation(code, sig(type).to(I32), new JavaForm.ZeroTest());
  }

  private static Row relation(int code, NumberType type, JavaForm form) {
    return operation(code, sig(type, type).to(I32), form);
  }

  private static Row unary(int code, NumberType type, JavaForm form) {
    return operation(code, sig(type).to(type), form);
  }

  private static Row binary(int code, NumberType type, JavaForm form) {
    return operation(code, sig(type, type).to(type), form);
  }

  private static Row conversion(int code, NumberType from, NumberType to, JavaForm form) {
    return operation(code, sig(from).to(to), form);
  }

  private static Row saturating(int number, NumberType from, NumberType to, JavaForm form) {
    return conversion(prefixed(0xFC, number), from, to, form).of(SATURATING_TRUNCATION);
  }

  @Override
  public Row row() {
    return row;
  }

  @Override
  public Family family() {
    return Family.NUMERIC;
  }
}
