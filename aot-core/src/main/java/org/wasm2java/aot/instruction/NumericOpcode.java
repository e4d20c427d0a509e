package org.wasm2java.aot.instruction;

import static org.wasm2java.aot.instruction.Effect.PURE;
import static org.wasm2java.aot.instruction.Effect.TRAPS;
import static org.wasm2java.aot.instruction.Feature.MVP;
import static org.wasm2java.aot.instruction.Feature.SATURATING_TRUNCATION;
import static org.wasm2java.aot.instruction.Feature.SIGN_EXTENSION;
import static org.wasm2java.aot.instruction.Immediates.NONE;
import static org.wasm2java.aot.instruction.JavaForm.STRUCTURAL;
import static org.wasm2java.aot.instruction.JavaForm.call;
import static org.wasm2java.aot.instruction.JavaForm.cast;
import static org.wasm2java.aot.instruction.JavaForm.comparison;
import static org.wasm2java.aot.instruction.JavaForm.infix;
import static org.wasm2java.aot.instruction.JavaForm.narrowing;
import static org.wasm2java.aot.instruction.JavaForm.unsignedComparison;
import static org.wasm2java.aot.instruction.Opcode.prefixed;
import static org.wasm2java.aot.instruction.Typing.sig;
import static org.wasm2java.aot.type.NumberType.F32;
import static org.wasm2java.aot.type.NumberType.F64;
import static org.wasm2java.aot.type.NumberType.I32;
import static org.wasm2java.aot.type.NumberType.I64;

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
  I32_CONST(0x41, "i32.const", Immediates.I32, sig().to(I32), PURE, STRUCTURAL, MVP),
  I64_CONST(0x42, "i64.const", Immediates.I64, sig().to(I64), PURE, STRUCTURAL, MVP),
  F32_CONST(0x43, "f32.const", Immediates.F32, sig().to(F32), PURE, STRUCTURAL, MVP),
  F64_CONST(0x44, "f64.const", Immediates.F64, sig().to(F64), PURE, STRUCTURAL, MVP),
  // i32 relations
  I32_EQZ(0x45, "i32.eqz", NONE, sig(I32).to(I32), PURE, new JavaForm.ZeroTest(), MVP),
  I32_EQ(0x46, "i32.eq", NONE, sig(I32, I32).to(I32), PURE, comparison("=="), MVP),
  I32_NE(0x47, "i32.ne", NONE, sig(I32, I32).to(I32), PURE, comparison("!="), MVP),
  I32_LT_S(0x48, "i32.lt_s", NONE, sig(I32, I32).to(I32), PURE, comparison("<"), MVP),
  I32_LT_U(0x49, "i32.lt_u", NONE, sig(I32, I32).to(I32), PURE, unsignedComparison("<"), MVP),
  I32_GT_S(0x4A, "i32.gt_s", NONE, sig(I32, I32).to(I32), PURE, comparison(">"), MVP),
  I32_GT_U(0x4B, "i32.gt_u", NONE, sig(I32, I32).to(I32), PURE, unsignedComparison(">"), MVP),
  I32_LE_S(0x4C, "i32.le_s", NONE, sig(I32, I32).to(I32), PURE, comparison("<="), MVP),
  I32_LE_U(0x4D, "i32.le_u", NONE, sig(I32, I32).to(I32), PURE, unsignedComparison("<="), MVP),
  I32_GE_S(0x4E, "i32.ge_s", NONE, sig(I32, I32).to(I32), PURE, comparison(">="), MVP),
  I32_GE_U(0x4F, "i32.ge_u", NONE, sig(I32, I32).to(I32), PURE, unsignedComparison(">="), MVP),
  // i64 relations
  I64_EQZ(0x50, "i64.eqz", NONE, sig(I64).to(I32), PURE, new JavaForm.ZeroTest(), MVP),
  I64_EQ(0x51, "i64.eq", NONE, sig(I64, I64).to(I32), PURE, comparison("=="), MVP),
  I64_NE(0x52, "i64.ne", NONE, sig(I64, I64).to(I32), PURE, comparison("!="), MVP),
  I64_LT_S(0x53, "i64.lt_s", NONE, sig(I64, I64).to(I32), PURE, comparison("<"), MVP),
  I64_LT_U(0x54, "i64.lt_u", NONE, sig(I64, I64).to(I32), PURE, unsignedComparison("<"), MVP),
  I64_GT_S(0x55, "i64.gt_s", NONE, sig(I64, I64).to(I32), PURE, comparison(">"), MVP),
  I64_GT_U(0x56, "i64.gt_u", NONE, sig(I64, I64).to(I32), PURE, unsignedComparison(">"), MVP),
  I64_LE_S(0x57, "i64.le_s", NONE, sig(I64, I64).to(I32), PURE, comparison("<="), MVP),
  I64_LE_U(0x58, "i64.le_u", NONE, sig(I64, I64).to(I32), PURE, unsignedComparison("<="), MVP),
  I64_GE_S(0x59, "i64.ge_s", NONE, sig(I64, I64).to(I32), PURE, comparison(">="), MVP),
  I64_GE_U(0x5A, "i64.ge_u", NONE, sig(I64, I64).to(I32), PURE, unsignedComparison(">="), MVP),
  // f32 relations
  F32_EQ(0x5B, "f32.eq", NONE, sig(F32, F32).to(I32), PURE, comparison("=="), MVP),
  F32_NE(0x5C, "f32.ne", NONE, sig(F32, F32).to(I32), PURE, comparison("!="), MVP),
  F32_LT(0x5D, "f32.lt", NONE, sig(F32, F32).to(I32), PURE, comparison("<"), MVP),
  F32_GT(0x5E, "f32.gt", NONE, sig(F32, F32).to(I32), PURE, comparison(">"), MVP),
  F32_LE(0x5F, "f32.le", NONE, sig(F32, F32).to(I32), PURE, comparison("<="), MVP),
  F32_GE(0x60, "f32.ge", NONE, sig(F32, F32).to(I32), PURE, comparison(">="), MVP),
  // f64 relations
  F64_EQ(0x61, "f64.eq", NONE, sig(F64, F64).to(I32), PURE, comparison("=="), MVP),
  F64_NE(0x62, "f64.ne", NONE, sig(F64, F64).to(I32), PURE, comparison("!="), MVP),
  F64_LT(0x63, "f64.lt", NONE, sig(F64, F64).to(I32), PURE, comparison("<"), MVP),
  F64_GT(0x64, "f64.gt", NONE, sig(F64, F64).to(I32), PURE, comparison(">"), MVP),
  F64_LE(0x65, "f64.le", NONE, sig(F64, F64).to(I32), PURE, comparison("<="), MVP),
  F64_GE(0x66, "f64.ge", NONE, sig(F64, F64).to(I32), PURE, comparison(">="), MVP),
  // i32 arithmetic
  I32_CLZ(
      0x67,
      "i32.clz",
      NONE,
      sig(I32).to(I32),
      PURE,
      call(Integer.class, "numberOfLeadingZeros"),
      MVP),
  I32_CTZ(
      0x68,
      "i32.ctz",
      NONE,
      sig(I32).to(I32),
      PURE,
      call(Integer.class, "numberOfTrailingZeros"),
      MVP),
  I32_POPCNT(
      0x69, "i32.popcnt", NONE, sig(I32).to(I32), PURE, call(Integer.class, "bitCount"), MVP),
  I32_ADD(0x6A, "i32.add", NONE, sig(I32, I32).to(I32), PURE, infix("+"), MVP),
  I32_SUB(0x6B, "i32.sub", NONE, sig(I32, I32).to(I32), PURE, infix("-"), MVP),
  I32_MUL(0x6C, "i32.mul", NONE, sig(I32, I32).to(I32), PURE, infix("*"), MVP),
  I32_DIV_S(0x6D, "i32.div_s", NONE, sig(I32, I32).to(I32), TRAPS, call(I32Ops.class, "divS"), MVP),
  I32_DIV_U(
      0x6E,
      "i32.div_u",
      NONE,
      sig(I32, I32).to(I32),
      TRAPS,
      call(Integer.class, "divideUnsigned"),
      MVP),
  I32_REM_S(0x6F, "i32.rem_s", NONE, sig(I32, I32).to(I32), TRAPS, infix("%"), MVP),
  I32_REM_U(
      0x70,
      "i32.rem_u",
      NONE,
      sig(I32, I32).to(I32),
      TRAPS,
      call(Integer.class, "remainderUnsigned"),
      MVP),
  I32_AND(0x71, "i32.and", NONE, sig(I32, I32).to(I32), PURE, infix("&"), MVP),
  I32_OR(0x72, "i32.or", NONE, sig(I32, I32).to(I32), PURE, infix("|"), MVP),
  I32_XOR(0x73, "i32.xor", NONE, sig(I32, I32).to(I32), PURE, infix("^"), MVP),
  I32_SHL(0x74, "i32.shl", NONE, sig(I32, I32).to(I32), PURE, infix("<<"), MVP),
  I32_SHR_S(0x75, "i32.shr_s", NONE, sig(I32, I32).to(I32), PURE, infix(">>"), MVP),
  I32_SHR_U(0x76, "i32.shr_u", NONE, sig(I32, I32).to(I32), PURE, infix(">>>"), MVP),
  I32_ROTL(
      0x77, "i32.rotl", NONE, sig(I32, I32).to(I32), PURE, call(Integer.class, "rotateLeft"), MVP),
  I32_ROTR(
      0x78, "i32.rotr", NONE, sig(I32, I32).to(I32), PURE, call(Integer.class, "rotateRight"), MVP),
  // i64 arithmetic
  I64_CLZ(0x79, "i64.clz", NONE, sig(I64).to(I64), PURE, call(I64Ops.class, "clz"), MVP),
  I64_CTZ(0x7A, "i64.ctz", NONE, sig(I64).to(I64), PURE, call(I64Ops.class, "ctz"), MVP),
  I64_POPCNT(0x7B, "i64.popcnt", NONE, sig(I64).to(I64), PURE, call(I64Ops.class, "popcnt"), MVP),
  I64_ADD(0x7C, "i64.add", NONE, sig(I64, I64).to(I64), PURE, infix("+"), MVP),
  I64_SUB(0x7D, "i64.sub", NONE, sig(I64, I64).to(I64), PURE, infix("-"), MVP),
  I64_MUL(0x7E, "i64.mul", NONE, sig(I64, I64).to(I64), PURE, infix("*"), MVP),
  I64_DIV_S(0x7F, "i64.div_s", NONE, sig(I64, I64).to(I64), TRAPS, call(I64Ops.class, "divS"), MVP),
  I64_DIV_U(
      0x80,
      "i64.div_u",
      NONE,
      sig(I64, I64).to(I64),
      TRAPS,
      call(Long.class, "divideUnsigned"),
      MVP),
  I64_REM_S(0x81, "i64.rem_s", NONE, sig(I64, I64).to(I64), TRAPS, infix("%"), MVP),
  I64_REM_U(
      0x82,
      "i64.rem_u",
      NONE,
      sig(I64, I64).to(I64),
      TRAPS,
      call(Long.class, "remainderUnsigned"),
      MVP),
  I64_AND(0x83, "i64.and", NONE, sig(I64, I64).to(I64), PURE, infix("&"), MVP),
  I64_OR(0x84, "i64.or", NONE, sig(I64, I64).to(I64), PURE, infix("|"), MVP),
  I64_XOR(0x85, "i64.xor", NONE, sig(I64, I64).to(I64), PURE, infix("^"), MVP),
  I64_SHL(0x86, "i64.shl", NONE, sig(I64, I64).to(I64), PURE, infix("<<"), MVP),
  I64_SHR_S(0x87, "i64.shr_s", NONE, sig(I64, I64).to(I64), PURE, infix(">>"), MVP),
  I64_SHR_U(0x88, "i64.shr_u", NONE, sig(I64, I64).to(I64), PURE, infix(">>>"), MVP),
  I64_ROTL(0x89, "i64.rotl", NONE, sig(I64, I64).to(I64), PURE, call(I64Ops.class, "rotl"), MVP),
  I64_ROTR(0x8A, "i64.rotr", NONE, sig(I64, I64).to(I64), PURE, call(I64Ops.class, "rotr"), MVP),
  // f32 arithmetic
  F32_ABS(0x8B, "f32.abs", NONE, sig(F32).to(F32), PURE, call(F32Ops.class, "abs"), MVP),
  F32_NEG(0x8C, "f32.neg", NONE, sig(F32).to(F32), PURE, call(F32Ops.class, "neg"), MVP),
  F32_CEIL(0x8D, "f32.ceil", NONE, sig(F32).to(F32), PURE, call(F32Ops.class, "ceil"), MVP),
  F32_FLOOR(0x8E, "f32.floor", NONE, sig(F32).to(F32), PURE, call(F32Ops.class, "floor"), MVP),
  F32_TRUNC(0x8F, "f32.trunc", NONE, sig(F32).to(F32), PURE, call(F32Ops.class, "trunc"), MVP),
  F32_NEAREST(
      0x90, "f32.nearest", NONE, sig(F32).to(F32), PURE, call(F32Ops.class, "nearest"), MVP),
  F32_SQRT(0x91, "f32.sqrt", NONE, sig(F32).to(F32), PURE, call(F32Ops.class, "sqrt"), MVP),
  F32_ADD(0x92, "f32.add", NONE, sig(F32, F32).to(F32), PURE, infix("+"), MVP),
  F32_SUB(0x93, "f32.sub", NONE, sig(F32, F32).to(F32), PURE, infix("-"), MVP),
  F32_MUL(0x94, "f32.mul", NONE, sig(F32, F32).to(F32), PURE, infix("*"), MVP),
  F32_DIV(0x95, "f32.div", NONE, sig(F32, F32).to(F32), PURE, infix("/"), MVP),
  F32_MIN(0x96, "f32.min", NONE, sig(F32, F32).to(F32), PURE, call(F32Ops.class, "min"), MVP),
  F32_MAX(0x97, "f32.max", NONE, sig(F32, F32).to(F32), PURE, call(F32Ops.class, "max"), MVP),
  F32_COPYSIGN(
      0x98, "f32.copysign", NONE, sig(F32, F32).to(F32), PURE, call(F32Ops.class, "copysign"), MVP),
  // f64 arithmetic
  F64_ABS(0x99, "f64.abs", NONE, sig(F64).to(F64), PURE, call(F64Ops.class, "abs"), MVP),
  F64_NEG(0x9A, "f64.neg", NONE, sig(F64).to(F64), PURE, call(F64Ops.class, "neg"), MVP),
  F64_CEIL(0x9B, "f64.ceil", NONE, sig(F64).to(F64), PURE, call(F64Ops.class, "ceil"), MVP),
  F64_FLOOR(0x9C, "f64.floor", NONE, sig(F64).to(F64), PURE, call(F64Ops.class, "floor"), MVP),
  F64_TRUNC(0x9D, "f64.trunc", NONE, sig(F64).to(F64), PURE, call(F64Ops.class, "trunc"), MVP),
  F64_NEAREST(
      0x9E, "f64.nearest", NONE, sig(F64).to(F64), PURE, call(F64Ops.class, "nearest"), MVP),
  F64_SQRT(0x9F, "f64.sqrt", NONE, sig(F64).to(F64), PURE, call(Math.class, "sqrt"), MVP),
  F64_ADD(0xA0, "f64.add", NONE, sig(F64, F64).to(F64), PURE, infix("+"), MVP),
  F64_SUB(0xA1, "f64.sub", NONE, sig(F64, F64).to(F64), PURE, infix("-"), MVP),
  F64_MUL(0xA2, "f64.mul", NONE, sig(F64, F64).to(F64), PURE, infix("*"), MVP),
  F64_DIV(0xA3, "f64.div", NONE, sig(F64, F64).to(F64), PURE, infix("/"), MVP),
  F64_MIN(0xA4, "f64.min", NONE, sig(F64, F64).to(F64), PURE, call(F64Ops.class, "min"), MVP),
  F64_MAX(0xA5, "f64.max", NONE, sig(F64, F64).to(F64), PURE, call(F64Ops.class, "max"), MVP),
  F64_COPYSIGN(
      0xA6, "f64.copysign", NONE, sig(F64, F64).to(F64), PURE, call(F64Ops.class, "copysign"), MVP),
  // Conversions
  I32_WRAP_I64(0xA7, "i32.wrap_i64", NONE, sig(I64).to(I32), PURE, cast("int"), MVP),
  I32_TRUNC_F32_S(
      0xA8, "i32.trunc_f32_s", NONE, sig(F32).to(I32), TRAPS, call(I32Ops.class, "truncS"), MVP),
  I32_TRUNC_F32_U(
      0xA9, "i32.trunc_f32_u", NONE, sig(F32).to(I32), TRAPS, call(I32Ops.class, "truncU"), MVP),
  I32_TRUNC_F64_S(
      0xAA, "i32.trunc_f64_s", NONE, sig(F64).to(I32), TRAPS, call(I32Ops.class, "truncS"), MVP),
  I32_TRUNC_F64_U(
      0xAB, "i32.trunc_f64_u", NONE, sig(F64).to(I32), TRAPS, call(I32Ops.class, "truncU"), MVP),
  I64_EXTEND_I32_S(0xAC, "i64.extend_i32_s", NONE, sig(I32).to(I64), PURE, cast("long"), MVP),
  I64_EXTEND_I32_U(
      0xAD,
      "i64.extend_i32_u",
      NONE,
      sig(I32).to(I64),
      PURE,
      call(Integer.class, "toUnsignedLong"),
      MVP),
  I64_TRUNC_F32_S(
      0xAE, "i64.trunc_f32_s", NONE, sig(F32).to(I64), TRAPS, call(I64Ops.class, "truncS"), MVP),
  I64_TRUNC_F32_U(
      0xAF, "i64.trunc_f32_u", NONE, sig(F32).to(I64), TRAPS, call(I64Ops.class, "truncU"), MVP),
  I64_TRUNC_F64_S(
      0xB0, "i64.trunc_f64_s", NONE, sig(F64).to(I64), TRAPS, call(I64Ops.class, "truncS"), MVP),
  I64_TRUNC_F64_U(
      0xB1, "i64.trunc_f64_u", NONE, sig(F64).to(I64), TRAPS, call(I64Ops.class, "truncU"), MVP),
  F32_CONVERT_I32_S(0xB2, "f32.convert_i32_s", NONE, sig(I32).to(F32), PURE, cast("float"), MVP),
  F32_CONVERT_I32_U(
      0xB3, "f32.convert_i32_u", NONE, sig(I32).to(F32), PURE, call(F32Ops.class, "convertU"), MVP),
  F32_CONVERT_I64_S(0xB4, "f32.convert_i64_s", NONE, sig(I64).to(F32), PURE, cast("float"), MVP),
  F32_CONVERT_I64_U(
      0xB5, "f32.convert_i64_u", NONE, sig(I64).to(F32), PURE, call(F32Ops.class, "convertU"), MVP),
  F32_DEMOTE_F64(0xB6, "f32.demote_f64", NONE, sig(F64).to(F32), PURE, cast("float"), MVP),
  F64_CONVERT_I32_S(0xB7, "f64.convert_i32_s", NONE, sig(I32).to(F64), PURE, cast("double"), MVP),
  F64_CONVERT_I32_U(
      0xB8, "f64.convert_i32_u", NONE, sig(I32).to(F64), PURE, call(F64Ops.class, "convertU"), MVP),
  F64_CONVERT_I64_S(0xB9, "f64.convert_i64_s", NONE, sig(I64).to(F64), PURE, cast("double"), MVP),
  F64_CONVERT_I64_U(
      0xBA, "f64.convert_i64_u", NONE, sig(I64).to(F64), PURE, call(F64Ops.class, "convertU"), MVP),
  F64_PROMOTE_F32(0xBB, "f64.promote_f32", NONE, sig(F32).to(F64), PURE, cast("double"), MVP),
  I32_REINTERPRET_F32(
      0xBC,
      "i32.reinterpret_f32",
      NONE,
      sig(F32).to(I32),
      PURE,
      call(Float.class, "floatToRawIntBits"),
      MVP),
  I64_REINTERPRET_F64(
      0xBD,
      "i64.reinterpret_f64",
      NONE,
      sig(F64).to(I64),
      PURE,
      call(Double.class, "doubleToRawLongBits"),
      MVP),
  F32_REINTERPRET_I32(
      0xBE,
      "f32.reinterpret_i32",
      NONE,
      sig(I32).to(F32),
      PURE,
      call(Float.class, "intBitsToFloat"),
      MVP),
  F64_REINTERPRET_I64(
      0xBF,
      "f64.reinterpret_i64",
      NONE,
      sig(I64).to(F64),
      PURE,
      call(Double.class, "longBitsToDouble"),
      MVP),
  // Sign extension
  I32_EXTEND8_S(
      0xC0,
      "i32.extend8_s",
      NONE,
      sig(I32).to(I32),
      PURE,
      narrowing("int", "byte"),
      SIGN_EXTENSION),
  I32_EXTEND16_S(
      0xC1,
      "i32.extend16_s",
      NONE,
      sig(I32).to(I32),
      PURE,
      narrowing("int", "short"),
      SIGN_EXTENSION),
  I64_EXTEND8_S(
      0xC2,
      "i64.extend8_s",
      NONE,
      sig(I64).to(I64),
      PURE,
      narrowing("long", "byte"),
      SIGN_EXTENSION),
  I64_EXTEND16_S(
      0xC3,
      "i64.extend16_s",
      NONE,
      sig(I64).to(I64),
      PURE,
      narrowing("long", "short"),
      SIGN_EXTENSION),
  I64_EXTEND32_S(
      0xC4,
      "i64.extend32_s",
      NONE,
      sig(I64).to(I64),
      PURE,
      narrowing("long", "int"),
      SIGN_EXTENSION),
  // Saturating truncation
  I32_TRUNC_SAT_F32_S(
      prefixed(0xFC, 0),
      "i32.trunc_sat_f32_s",
      NONE,
      sig(F32).to(I32),
      PURE,
      cast("int"),
      SATURATING_TRUNCATION),
  I32_TRUNC_SAT_F32_U(
      prefixed(0xFC, 1),
      "i32.trunc_sat_f32_u",
      NONE,
      sig(F32).to(I32),
      PURE,
      call(I32Ops.class, "truncSatU"),
      SATURATING_TRUNCATION),
  I32_TRUNC_SAT_F64_S(
      prefixed(0xFC, 2),
      "i32.trunc_sat_f64_s",
      NONE,
      sig(F64).to(I32),
      PURE,
      cast("int"),
      SATURATING_TRUNCATION),
  I32_TRUNC_SAT_F64_U(
      prefixed(0xFC, 3),
      "i32.trunc_sat_f64_u",
      NONE,
      sig(F64).to(I32),
      PURE,
      call(I32Ops.class, "truncSatU"),
      SATURATING_TRUNCATION),
  I64_TRUNC_SAT_F32_S(
      prefixed(0xFC, 4),
      "i64.trunc_sat_f32_s",
      NONE,
      sig(F32).to(I64),
      PURE,
      cast("long"),
      SATURATING_TRUNCATION),
  I64_TRUNC_SAT_F32_U(
      prefixed(0xFC, 5),
      "i64.trunc_sat_f32_u",
      NONE,
      sig(F32).to(I64),
      PURE,
      call(I64Ops.class, "truncSatU"),
      SATURATING_TRUNCATION),
  I64_TRUNC_SAT_F64_S(
      prefixed(0xFC, 6),
      "i64.trunc_sat_f64_s",
      NONE,
      sig(F64).to(I64),
      PURE,
      cast("long"),
      SATURATING_TRUNCATION),
  I64_TRUNC_SAT_F64_U(
      prefixed(0xFC, 7),
      "i64.trunc_sat_f64_u",
      NONE,
      sig(F64).to(I64),
      PURE,
      call(I64Ops.class, "truncSatU"),
      SATURATING_TRUNCATION);

  private final Row row;

  NumericOpcode(
      int code,
      String text,
      Immediates immediates,
      Typing typing,
      Effect effect,
      JavaForm javaForm,
      Feature feature) {
    row = new Row(code, text, immediates, typing, effect, javaForm, feature);
  }

  @Override
  public Row row() {
    return row;
  }
}
