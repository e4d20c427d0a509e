package org.wasm2java.aot.instruction;

import static org.wasm2java.aot.instruction.Effect.PURE;
import static org.wasm2java.aot.instruction.Effect.READS;
import static org.wasm2java.aot.instruction.Effect.WRITES;
import static org.wasm2java.aot.instruction.Feature.RELAXED_SIMD;
import static org.wasm2java.aot.instruction.Feature.SIMD;
import static org.wasm2java.aot.instruction.Immediates.LANE;
import static org.wasm2java.aot.instruction.Immediates.LANES;
import static org.wasm2java.aot.instruction.Immediates.MEM_ARG;
import static org.wasm2java.aot.instruction.Immediates.MEM_ARG_LANE;
import static org.wasm2java.aot.instruction.Immediates.NONE;
import static org.wasm2java.aot.instruction.JavaForm.PENDING;
import static org.wasm2java.aot.instruction.Opcode.prefixed;
import static org.wasm2java.aot.instruction.Typing.lane;
import static org.wasm2java.aot.instruction.Typing.load;
import static org.wasm2java.aot.instruction.Typing.sig;
import static org.wasm2java.aot.instruction.Typing.store;
import static org.wasm2java.aot.type.NumberType.F32;
import static org.wasm2java.aot.type.NumberType.F64;
import static org.wasm2java.aot.type.NumberType.I32;
import static org.wasm2java.aot.type.NumberType.I64;
import static org.wasm2java.aot.type.VectorType.V128;

/**
 * Vector instructions, relaxed ones included.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/binary/instructions.html#vector-instructions">Binary
 *     format</a>
 */
public enum VectorOpcode implements Opcode {
  // Memory
  V128_LOAD(prefixed(0xFD, 0), "v128.load", MEM_ARG, load(V128, 16), READS, PENDING, SIMD),
  V128_LOAD8X8_S(prefixed(0xFD, 1), "v128.load8x8_s", MEM_ARG, load(V128, 8), READS, PENDING, SIMD),
  V128_LOAD8X8_U(prefixed(0xFD, 2), "v128.load8x8_u", MEM_ARG, load(V128, 8), READS, PENDING, SIMD),
  V128_LOAD16X4_S(
      prefixed(0xFD, 3), "v128.load16x4_s", MEM_ARG, load(V128, 8), READS, PENDING, SIMD),
  V128_LOAD16X4_U(
      prefixed(0xFD, 4), "v128.load16x4_u", MEM_ARG, load(V128, 8), READS, PENDING, SIMD),
  V128_LOAD32X2_S(
      prefixed(0xFD, 5), "v128.load32x2_s", MEM_ARG, load(V128, 8), READS, PENDING, SIMD),
  V128_LOAD32X2_U(
      prefixed(0xFD, 6), "v128.load32x2_u", MEM_ARG, load(V128, 8), READS, PENDING, SIMD),
  V128_LOAD8_SPLAT(
      prefixed(0xFD, 7), "v128.load8_splat", MEM_ARG, load(V128, 1), READS, PENDING, SIMD),
  V128_LOAD16_SPLAT(
      prefixed(0xFD, 8), "v128.load16_splat", MEM_ARG, load(V128, 2), READS, PENDING, SIMD),
  V128_LOAD32_SPLAT(
      prefixed(0xFD, 9), "v128.load32_splat", MEM_ARG, load(V128, 4), READS, PENDING, SIMD),
  V128_LOAD64_SPLAT(
      prefixed(0xFD, 10), "v128.load64_splat", MEM_ARG, load(V128, 8), READS, PENDING, SIMD),
  V128_STORE(prefixed(0xFD, 11), "v128.store", MEM_ARG, store(V128, 16), WRITES, PENDING, SIMD),
  V128_LOAD8_LANE(
      prefixed(0xFD, 84),
      "v128.load8_lane",
      MEM_ARG_LANE,
      lane(V128, 1, true),
      READS,
      PENDING,
      SIMD),
  V128_LOAD16_LANE(
      prefixed(0xFD, 85),
      "v128.load16_lane",
      MEM_ARG_LANE,
      lane(V128, 2, true),
      READS,
      PENDING,
      SIMD),
  V128_LOAD32_LANE(
      prefixed(0xFD, 86),
      "v128.load32_lane",
      MEM_ARG_LANE,
      lane(V128, 4, true),
      READS,
      PENDING,
      SIMD),
  V128_LOAD64_LANE(
      prefixed(0xFD, 87),
      "v128.load64_lane",
      MEM_ARG_LANE,
      lane(V128, 8, true),
      READS,
      PENDING,
      SIMD),
  V128_STORE8_LANE(
      prefixed(0xFD, 88),
      "v128.store8_lane",
      MEM_ARG_LANE,
      lane(V128, 1, false),
      WRITES,
      PENDING,
      SIMD),
  V128_STORE16_LANE(
      prefixed(0xFD, 89),
      "v128.store16_lane",
      MEM_ARG_LANE,
      lane(V128, 2, false),
      WRITES,
      PENDING,
      SIMD),
  V128_STORE32_LANE(
      prefixed(0xFD, 90),
      "v128.store32_lane",
      MEM_ARG_LANE,
      lane(V128, 4, false),
      WRITES,
      PENDING,
      SIMD),
  V128_STORE64_LANE(
      prefixed(0xFD, 91),
      "v128.store64_lane",
      MEM_ARG_LANE,
      lane(V128, 8, false),
      WRITES,
      PENDING,
      SIMD),
  V128_LOAD32_ZERO(
      prefixed(0xFD, 92), "v128.load32_zero", MEM_ARG, load(V128, 4), READS, PENDING, SIMD),
  V128_LOAD64_ZERO(
      prefixed(0xFD, 93), "v128.load64_zero", MEM_ARG, load(V128, 8), READS, PENDING, SIMD),
  // Constants and lanes
  V128_CONST(
      prefixed(0xFD, 12), "v128.const", Immediates.V128, sig().to(V128), PURE, PENDING, SIMD),
  I8X16_SHUFFLE(
      prefixed(0xFD, 13), "i8x16.shuffle", LANES, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I8X16_SWIZZLE(
      prefixed(0xFD, 14), "i8x16.swizzle", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I8X16_SPLAT(prefixed(0xFD, 15), "i8x16.splat", NONE, sig(I32).to(V128), PURE, PENDING, SIMD),
  I16X8_SPLAT(prefixed(0xFD, 16), "i16x8.splat", NONE, sig(I32).to(V128), PURE, PENDING, SIMD),
  I32X4_SPLAT(prefixed(0xFD, 17), "i32x4.splat", NONE, sig(I32).to(V128), PURE, PENDING, SIMD),
  I64X2_SPLAT(prefixed(0xFD, 18), "i64x2.splat", NONE, sig(I64).to(V128), PURE, PENDING, SIMD),
  F32X4_SPLAT(prefixed(0xFD, 19), "f32x4.splat", NONE, sig(F32).to(V128), PURE, PENDING, SIMD),
  F64X2_SPLAT(prefixed(0xFD, 20), "f64x2.splat", NONE, sig(F64).to(V128), PURE, PENDING, SIMD),
  I8X16_EXTRACT_LANE_S(
      prefixed(0xFD, 21), "i8x16.extract_lane_s", LANE, sig(V128).to(I32), PURE, PENDING, SIMD),
  I8X16_EXTRACT_LANE_U(
      prefixed(0xFD, 22), "i8x16.extract_lane_u", LANE, sig(V128).to(I32), PURE, PENDING, SIMD),
  I8X16_REPLACE_LANE(
      prefixed(0xFD, 23), "i8x16.replace_lane", LANE, sig(V128, I32).to(V128), PURE, PENDING, SIMD),
  I16X8_EXTRACT_LANE_S(
      prefixed(0xFD, 24), "i16x8.extract_lane_s", LANE, sig(V128).to(I32), PURE, PENDING, SIMD),
  I16X8_EXTRACT_LANE_U(
      prefixed(0xFD, 25), "i16x8.extract_lane_u", LANE, sig(V128).to(I32), PURE, PENDING, SIMD),
  I16X8_REPLACE_LANE(
      prefixed(0xFD, 26), "i16x8.replace_lane", LANE, sig(V128, I32).to(V128), PURE, PENDING, SIMD),
  I32X4_EXTRACT_LANE(
      prefixed(0xFD, 27), "i32x4.extract_lane", LANE, sig(V128).to(I32), PURE, PENDING, SIMD),
  I32X4_REPLACE_LANE(
      prefixed(0xFD, 28), "i32x4.replace_lane", LANE, sig(V128, I32).to(V128), PURE, PENDING, SIMD),
  I64X2_EXTRACT_LANE(
      prefixed(0xFD, 29), "i64x2.extract_lane", LANE, sig(V128).to(I64), PURE, PENDING, SIMD),
  I64X2_REPLACE_LANE(
      prefixed(0xFD, 30), "i64x2.replace_lane", LANE, sig(V128, I64).to(V128), PURE, PENDING, SIMD),
  F32X4_EXTRACT_LANE(
      prefixed(0xFD, 31), "f32x4.extract_lane", LANE, sig(V128).to(F32), PURE, PENDING, SIMD),
  F32X4_REPLACE_LANE(
      prefixed(0xFD, 32), "f32x4.replace_lane", LANE, sig(V128, F32).to(V128), PURE, PENDING, SIMD),
  F64X2_EXTRACT_LANE(
      prefixed(0xFD, 33), "f64x2.extract_lane", LANE, sig(V128).to(F64), PURE, PENDING, SIMD),
  F64X2_REPLACE_LANE(
      prefixed(0xFD, 34), "f64x2.replace_lane", LANE, sig(V128, F64).to(V128), PURE, PENDING, SIMD),
  // Relations
  I8X16_EQ(prefixed(0xFD, 35), "i8x16.eq", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I8X16_NE(prefixed(0xFD, 36), "i8x16.ne", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I8X16_LT_S(prefixed(0xFD, 37), "i8x16.lt_s", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I8X16_LT_U(prefixed(0xFD, 38), "i8x16.lt_u", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I8X16_GT_S(prefixed(0xFD, 39), "i8x16.gt_s", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I8X16_GT_U(prefixed(0xFD, 40), "i8x16.gt_u", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I8X16_LE_S(prefixed(0xFD, 41), "i8x16.le_s", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I8X16_LE_U(prefixed(0xFD, 42), "i8x16.le_u", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I8X16_GE_S(prefixed(0xFD, 43), "i8x16.ge_s", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I8X16_GE_U(prefixed(0xFD, 44), "i8x16.ge_u", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I16X8_EQ(prefixed(0xFD, 45), "i16x8.eq", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I16X8_NE(prefixed(0xFD, 46), "i16x8.ne", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I16X8_LT_S(prefixed(0xFD, 47), "i16x8.lt_s", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I16X8_LT_U(prefixed(0xFD, 48), "i16x8.lt_u", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I16X8_GT_S(prefixed(0xFD, 49), "i16x8.gt_s", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I16X8_GT_U(prefixed(0xFD, 50), "i16x8.gt_u", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I16X8_LE_S(prefixed(0xFD, 51), "i16x8.le_s", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I16X8_LE_U(prefixed(0xFD, 52), "i16x8.le_u", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I16X8_GE_S(prefixed(0xFD, 53), "i16x8.ge_s", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I16X8_GE_U(prefixed(0xFD, 54), "i16x8.ge_u", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I32X4_EQ(prefixed(0xFD, 55), "i32x4.eq", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I32X4_NE(prefixed(0xFD, 56), "i32x4.ne", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I32X4_LT_S(prefixed(0xFD, 57), "i32x4.lt_s", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I32X4_LT_U(prefixed(0xFD, 58), "i32x4.lt_u", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I32X4_GT_S(prefixed(0xFD, 59), "i32x4.gt_s", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I32X4_GT_U(prefixed(0xFD, 60), "i32x4.gt_u", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I32X4_LE_S(prefixed(0xFD, 61), "i32x4.le_s", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I32X4_LE_U(prefixed(0xFD, 62), "i32x4.le_u", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I32X4_GE_S(prefixed(0xFD, 63), "i32x4.ge_s", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I32X4_GE_U(prefixed(0xFD, 64), "i32x4.ge_u", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  F32X4_EQ(prefixed(0xFD, 65), "f32x4.eq", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  F32X4_NE(prefixed(0xFD, 66), "f32x4.ne", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  F32X4_LT(prefixed(0xFD, 67), "f32x4.lt", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  F32X4_GT(prefixed(0xFD, 68), "f32x4.gt", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  F32X4_LE(prefixed(0xFD, 69), "f32x4.le", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  F32X4_GE(prefixed(0xFD, 70), "f32x4.ge", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  F64X2_EQ(prefixed(0xFD, 71), "f64x2.eq", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  F64X2_NE(prefixed(0xFD, 72), "f64x2.ne", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  F64X2_LT(prefixed(0xFD, 73), "f64x2.lt", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  F64X2_GT(prefixed(0xFD, 74), "f64x2.gt", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  F64X2_LE(prefixed(0xFD, 75), "f64x2.le", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  F64X2_GE(prefixed(0xFD, 76), "f64x2.ge", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I64X2_EQ(prefixed(0xFD, 214), "i64x2.eq", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I64X2_NE(prefixed(0xFD, 215), "i64x2.ne", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I64X2_LT_S(
      prefixed(0xFD, 216), "i64x2.lt_s", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I64X2_GT_S(
      prefixed(0xFD, 217), "i64x2.gt_s", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I64X2_LE_S(
      prefixed(0xFD, 218), "i64x2.le_s", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I64X2_GE_S(
      prefixed(0xFD, 219), "i64x2.ge_s", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  // Bitwise
  V128_NOT(prefixed(0xFD, 77), "v128.not", NONE, sig(V128).to(V128), PURE, PENDING, SIMD),
  V128_AND(prefixed(0xFD, 78), "v128.and", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  V128_ANDNOT(
      prefixed(0xFD, 79), "v128.andnot", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  V128_OR(prefixed(0xFD, 80), "v128.or", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  V128_XOR(prefixed(0xFD, 81), "v128.xor", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  V128_BITSELECT(
      prefixed(0xFD, 82),
      "v128.bitselect",
      NONE,
      sig(V128, V128, V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  V128_ANY_TRUE(prefixed(0xFD, 83), "v128.any_true", NONE, sig(V128).to(I32), PURE, PENDING, SIMD),
  // Conversions between shapes
  F32X4_DEMOTE_F64X2_ZERO(
      prefixed(0xFD, 94), "f32x4.demote_f64x2_zero", NONE, sig(V128).to(V128), PURE, PENDING, SIMD),
  F64X2_PROMOTE_LOW_F32X4(
      prefixed(0xFD, 95), "f64x2.promote_low_f32x4", NONE, sig(V128).to(V128), PURE, PENDING, SIMD),
  // Lane-wise
  I8X16_ABS(prefixed(0xFD, 96), "i8x16.abs", NONE, sig(V128).to(V128), PURE, PENDING, SIMD),
  I8X16_NEG(prefixed(0xFD, 97), "i8x16.neg", NONE, sig(V128).to(V128), PURE, PENDING, SIMD),
  I8X16_POPCNT(prefixed(0xFD, 98), "i8x16.popcnt", NONE, sig(V128).to(V128), PURE, PENDING, SIMD),
  I8X16_ALL_TRUE(
      prefixed(0xFD, 99), "i8x16.all_true", NONE, sig(V128).to(I32), PURE, PENDING, SIMD),
  I8X16_BITMASK(prefixed(0xFD, 100), "i8x16.bitmask", NONE, sig(V128).to(I32), PURE, PENDING, SIMD),
  I8X16_NARROW_I16X8_S(
      prefixed(0xFD, 101),
      "i8x16.narrow_i16x8_s",
      NONE,
      sig(V128, V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I8X16_NARROW_I16X8_U(
      prefixed(0xFD, 102),
      "i8x16.narrow_i16x8_u",
      NONE,
      sig(V128, V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  F32X4_CEIL(prefixed(0xFD, 103), "f32x4.ceil", NONE, sig(V128).to(V128), PURE, PENDING, SIMD),
  F32X4_FLOOR(prefixed(0xFD, 104), "f32x4.floor", NONE, sig(V128).to(V128), PURE, PENDING, SIMD),
  F32X4_TRUNC(prefixed(0xFD, 105), "f32x4.trunc", NONE, sig(V128).to(V128), PURE, PENDING, SIMD),
  F32X4_NEAREST(
      prefixed(0xFD, 106), "f32x4.nearest", NONE, sig(V128).to(V128), PURE, PENDING, SIMD),
  I8X16_SHL(prefixed(0xFD, 107), "i8x16.shl", NONE, sig(V128, I32).to(V128), PURE, PENDING, SIMD),
  I8X16_SHR_S(
      prefixed(0xFD, 108), "i8x16.shr_s", NONE, sig(V128, I32).to(V128), PURE, PENDING, SIMD),
  I8X16_SHR_U(
      prefixed(0xFD, 109), "i8x16.shr_u", NONE, sig(V128, I32).to(V128), PURE, PENDING, SIMD),
  I8X16_ADD(prefixed(0xFD, 110), "i8x16.add", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I8X16_ADD_SAT_S(
      prefixed(0xFD, 111), "i8x16.add_sat_s", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I8X16_ADD_SAT_U(
      prefixed(0xFD, 112), "i8x16.add_sat_u", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I8X16_SUB(prefixed(0xFD, 113), "i8x16.sub", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I8X16_SUB_SAT_S(
      prefixed(0xFD, 114), "i8x16.sub_sat_s", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I8X16_SUB_SAT_U(
      prefixed(0xFD, 115), "i8x16.sub_sat_u", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  F64X2_CEIL(prefixed(0xFD, 116), "f64x2.ceil", NONE, sig(V128).to(V128), PURE, PENDING, SIMD),
  F64X2_FLOOR(prefixed(0xFD, 117), "f64x2.floor", NONE, sig(V128).to(V128), PURE, PENDING, SIMD),
  I8X16_MIN_S(
      prefixed(0xFD, 118), "i8x16.min_s", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I8X16_MIN_U(
      prefixed(0xFD, 119), "i8x16.min_u", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I8X16_MAX_S(
      prefixed(0xFD, 120), "i8x16.max_s", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I8X16_MAX_U(
      prefixed(0xFD, 121), "i8x16.max_u", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  F64X2_TRUNC(prefixed(0xFD, 122), "f64x2.trunc", NONE, sig(V128).to(V128), PURE, PENDING, SIMD),
  I8X16_AVGR_U(
      prefixed(0xFD, 123), "i8x16.avgr_u", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I16X8_EXTADD_PAIRWISE_I8X16_S(
      prefixed(0xFD, 124),
      "i16x8.extadd_pairwise_i8x16_s",
      NONE,
      sig(V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I16X8_EXTADD_PAIRWISE_I8X16_U(
      prefixed(0xFD, 125),
      "i16x8.extadd_pairwise_i8x16_u",
      NONE,
      sig(V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I32X4_EXTADD_PAIRWISE_I16X8_S(
      prefixed(0xFD, 126),
      "i32x4.extadd_pairwise_i16x8_s",
      NONE,
      sig(V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I32X4_EXTADD_PAIRWISE_I16X8_U(
      prefixed(0xFD, 127),
      "i32x4.extadd_pairwise_i16x8_u",
      NONE,
      sig(V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I16X8_ABS(prefixed(0xFD, 128), "i16x8.abs", NONE, sig(V128).to(V128), PURE, PENDING, SIMD),
  I16X8_NEG(prefixed(0xFD, 129), "i16x8.neg", NONE, sig(V128).to(V128), PURE, PENDING, SIMD),
  I16X8_Q15MULR_SAT_S(
      prefixed(0xFD, 130),
      "i16x8.q15mulr_sat_s",
      NONE,
      sig(V128, V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I16X8_ALL_TRUE(
      prefixed(0xFD, 131), "i16x8.all_true", NONE, sig(V128).to(I32), PURE, PENDING, SIMD),
  I16X8_BITMASK(prefixed(0xFD, 132), "i16x8.bitmask", NONE, sig(V128).to(I32), PURE, PENDING, SIMD),
  I16X8_NARROW_I32X4_S(
      prefixed(0xFD, 133),
      "i16x8.narrow_i32x4_s",
      NONE,
      sig(V128, V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I16X8_NARROW_I32X4_U(
      prefixed(0xFD, 134),
      "i16x8.narrow_i32x4_u",
      NONE,
      sig(V128, V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I16X8_EXTEND_LOW_I8X16_S(
      prefixed(0xFD, 135),
      "i16x8.extend_low_i8x16_s",
      NONE,
      sig(V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I16X8_EXTEND_HIGH_I8X16_S(
      prefixed(0xFD, 136),
      "i16x8.extend_high_i8x16_s",
      NONE,
      sig(V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I16X8_EXTEND_LOW_I8X16_U(
      prefixed(0xFD, 137),
      "i16x8.extend_low_i8x16_u",
      NONE,
      sig(V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I16X8_EXTEND_HIGH_I8X16_U(
      prefixed(0xFD, 138),
      "i16x8.extend_high_i8x16_u",
      NONE,
      sig(V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I16X8_SHL(prefixed(0xFD, 139), "i16x8.shl", NONE, sig(V128, I32).to(V128), PURE, PENDING, SIMD),
  I16X8_SHR_S(
      prefixed(0xFD, 140), "i16x8.shr_s", NONE, sig(V128, I32).to(V128), PURE, PENDING, SIMD),
  I16X8_SHR_U(
      prefixed(0xFD, 141), "i16x8.shr_u", NONE, sig(V128, I32).to(V128), PURE, PENDING, SIMD),
  I16X8_ADD(prefixed(0xFD, 142), "i16x8.add", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I16X8_ADD_SAT_S(
      prefixed(0xFD, 143), "i16x8.add_sat_s", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I16X8_ADD_SAT_U(
      prefixed(0xFD, 144), "i16x8.add_sat_u", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I16X8_SUB(prefixed(0xFD, 145), "i16x8.sub", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I16X8_SUB_SAT_S(
      prefixed(0xFD, 146), "i16x8.sub_sat_s", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I16X8_SUB_SAT_U(
      prefixed(0xFD, 147), "i16x8.sub_sat_u", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  F64X2_NEAREST(
      prefixed(0xFD, 148), "f64x2.nearest", NONE, sig(V128).to(V128), PURE, PENDING, SIMD),
  I16X8_MUL(prefixed(0xFD, 149), "i16x8.mul", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I16X8_MIN_S(
      prefixed(0xFD, 150), "i16x8.min_s", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I16X8_MIN_U(
      prefixed(0xFD, 151), "i16x8.min_u", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I16X8_MAX_S(
      prefixed(0xFD, 152), "i16x8.max_s", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I16X8_MAX_U(
      prefixed(0xFD, 153), "i16x8.max_u", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I16X8_AVGR_U(
      prefixed(0xFD, 155), "i16x8.avgr_u", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I16X8_EXTMUL_LOW_I8X16_S(
      prefixed(0xFD, 156),
      "i16x8.extmul_low_i8x16_s",
      NONE,
      sig(V128, V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I16X8_EXTMUL_HIGH_I8X16_S(
      prefixed(0xFD, 157),
      "i16x8.extmul_high_i8x16_s",
      NONE,
      sig(V128, V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I16X8_EXTMUL_LOW_I8X16_U(
      prefixed(0xFD, 158),
      "i16x8.extmul_low_i8x16_u",
      NONE,
      sig(V128, V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I16X8_EXTMUL_HIGH_I8X16_U(
      prefixed(0xFD, 159),
      "i16x8.extmul_high_i8x16_u",
      NONE,
      sig(V128, V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I32X4_ABS(prefixed(0xFD, 160), "i32x4.abs", NONE, sig(V128).to(V128), PURE, PENDING, SIMD),
  I32X4_NEG(prefixed(0xFD, 161), "i32x4.neg", NONE, sig(V128).to(V128), PURE, PENDING, SIMD),
  I32X4_ALL_TRUE(
      prefixed(0xFD, 163), "i32x4.all_true", NONE, sig(V128).to(I32), PURE, PENDING, SIMD),
  I32X4_BITMASK(prefixed(0xFD, 164), "i32x4.bitmask", NONE, sig(V128).to(I32), PURE, PENDING, SIMD),
  I32X4_EXTEND_LOW_I16X8_S(
      prefixed(0xFD, 167),
      "i32x4.extend_low_i16x8_s",
      NONE,
      sig(V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I32X4_EXTEND_HIGH_I16X8_S(
      prefixed(0xFD, 168),
      "i32x4.extend_high_i16x8_s",
      NONE,
      sig(V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I32X4_EXTEND_LOW_I16X8_U(
      prefixed(0xFD, 169),
      "i32x4.extend_low_i16x8_u",
      NONE,
      sig(V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I32X4_EXTEND_HIGH_I16X8_U(
      prefixed(0xFD, 170),
      "i32x4.extend_high_i16x8_u",
      NONE,
      sig(V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I32X4_SHL(prefixed(0xFD, 171), "i32x4.shl", NONE, sig(V128, I32).to(V128), PURE, PENDING, SIMD),
  I32X4_SHR_S(
      prefixed(0xFD, 172), "i32x4.shr_s", NONE, sig(V128, I32).to(V128), PURE, PENDING, SIMD),
  I32X4_SHR_U(
      prefixed(0xFD, 173), "i32x4.shr_u", NONE, sig(V128, I32).to(V128), PURE, PENDING, SIMD),
  I32X4_ADD(prefixed(0xFD, 174), "i32x4.add", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I32X4_SUB(prefixed(0xFD, 177), "i32x4.sub", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I32X4_MUL(prefixed(0xFD, 181), "i32x4.mul", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I32X4_MIN_S(
      prefixed(0xFD, 182), "i32x4.min_s", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I32X4_MIN_U(
      prefixed(0xFD, 183), "i32x4.min_u", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I32X4_MAX_S(
      prefixed(0xFD, 184), "i32x4.max_s", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I32X4_MAX_U(
      prefixed(0xFD, 185), "i32x4.max_u", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I32X4_DOT_I16X8_S(
      prefixed(0xFD, 186),
      "i32x4.dot_i16x8_s",
      NONE,
      sig(V128, V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I32X4_EXTMUL_LOW_I16X8_S(
      prefixed(0xFD, 188),
      "i32x4.extmul_low_i16x8_s",
      NONE,
      sig(V128, V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I32X4_EXTMUL_HIGH_I16X8_S(
      prefixed(0xFD, 189),
      "i32x4.extmul_high_i16x8_s",
      NONE,
      sig(V128, V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I32X4_EXTMUL_LOW_I16X8_U(
      prefixed(0xFD, 190),
      "i32x4.extmul_low_i16x8_u",
      NONE,
      sig(V128, V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I32X4_EXTMUL_HIGH_I16X8_U(
      prefixed(0xFD, 191),
      "i32x4.extmul_high_i16x8_u",
      NONE,
      sig(V128, V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I64X2_ABS(prefixed(0xFD, 192), "i64x2.abs", NONE, sig(V128).to(V128), PURE, PENDING, SIMD),
  I64X2_NEG(prefixed(0xFD, 193), "i64x2.neg", NONE, sig(V128).to(V128), PURE, PENDING, SIMD),
  I64X2_ALL_TRUE(
      prefixed(0xFD, 195), "i64x2.all_true", NONE, sig(V128).to(I32), PURE, PENDING, SIMD),
  I64X2_BITMASK(prefixed(0xFD, 196), "i64x2.bitmask", NONE, sig(V128).to(I32), PURE, PENDING, SIMD),
  I64X2_EXTEND_LOW_I32X4_S(
      prefixed(0xFD, 199),
      "i64x2.extend_low_i32x4_s",
      NONE,
      sig(V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I64X2_EXTEND_HIGH_I32X4_S(
      prefixed(0xFD, 200),
      "i64x2.extend_high_i32x4_s",
      NONE,
      sig(V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I64X2_EXTEND_LOW_I32X4_U(
      prefixed(0xFD, 201),
      "i64x2.extend_low_i32x4_u",
      NONE,
      sig(V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I64X2_EXTEND_HIGH_I32X4_U(
      prefixed(0xFD, 202),
      "i64x2.extend_high_i32x4_u",
      NONE,
      sig(V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I64X2_SHL(prefixed(0xFD, 203), "i64x2.shl", NONE, sig(V128, I32).to(V128), PURE, PENDING, SIMD),
  I64X2_SHR_S(
      prefixed(0xFD, 204), "i64x2.shr_s", NONE, sig(V128, I32).to(V128), PURE, PENDING, SIMD),
  I64X2_SHR_U(
      prefixed(0xFD, 205), "i64x2.shr_u", NONE, sig(V128, I32).to(V128), PURE, PENDING, SIMD),
  I64X2_ADD(prefixed(0xFD, 206), "i64x2.add", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I64X2_SUB(prefixed(0xFD, 209), "i64x2.sub", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I64X2_MUL(prefixed(0xFD, 213), "i64x2.mul", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I64X2_EXTMUL_LOW_I32X4_S(
      prefixed(0xFD, 220),
      "i64x2.extmul_low_i32x4_s",
      NONE,
      sig(V128, V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I64X2_EXTMUL_HIGH_I32X4_S(
      prefixed(0xFD, 221),
      "i64x2.extmul_high_i32x4_s",
      NONE,
      sig(V128, V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I64X2_EXTMUL_LOW_I32X4_U(
      prefixed(0xFD, 222),
      "i64x2.extmul_low_i32x4_u",
      NONE,
      sig(V128, V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I64X2_EXTMUL_HIGH_I32X4_U(
      prefixed(0xFD, 223),
      "i64x2.extmul_high_i32x4_u",
      NONE,
      sig(V128, V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  F32X4_ABS(prefixed(0xFD, 224), "f32x4.abs", NONE, sig(V128).to(V128), PURE, PENDING, SIMD),
  F32X4_NEG(prefixed(0xFD, 225), "f32x4.neg", NONE, sig(V128).to(V128), PURE, PENDING, SIMD),
  F32X4_SQRT(prefixed(0xFD, 227), "f32x4.sqrt", NONE, sig(V128).to(V128), PURE, PENDING, SIMD),
  F32X4_ADD(prefixed(0xFD, 228), "f32x4.add", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  F32X4_SUB(prefixed(0xFD, 229), "f32x4.sub", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  F32X4_MUL(prefixed(0xFD, 230), "f32x4.mul", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  F32X4_DIV(prefixed(0xFD, 231), "f32x4.div", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  F32X4_MIN(prefixed(0xFD, 232), "f32x4.min", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  F32X4_MAX(prefixed(0xFD, 233), "f32x4.max", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  F32X4_PMIN(
      prefixed(0xFD, 234), "f32x4.pmin", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  F32X4_PMAX(
      prefixed(0xFD, 235), "f32x4.pmax", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  F64X2_ABS(prefixed(0xFD, 236), "f64x2.abs", NONE, sig(V128).to(V128), PURE, PENDING, SIMD),
  F64X2_NEG(prefixed(0xFD, 237), "f64x2.neg", NONE, sig(V128).to(V128), PURE, PENDING, SIMD),
  F64X2_SQRT(prefixed(0xFD, 239), "f64x2.sqrt", NONE, sig(V128).to(V128), PURE, PENDING, SIMD),
  F64X2_ADD(prefixed(0xFD, 240), "f64x2.add", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  F64X2_SUB(prefixed(0xFD, 241), "f64x2.sub", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  F64X2_MUL(prefixed(0xFD, 242), "f64x2.mul", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  F64X2_DIV(prefixed(0xFD, 243), "f64x2.div", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  F64X2_MIN(prefixed(0xFD, 244), "f64x2.min", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  F64X2_MAX(prefixed(0xFD, 245), "f64x2.max", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  F64X2_PMIN(
      prefixed(0xFD, 246), "f64x2.pmin", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  F64X2_PMAX(
      prefixed(0xFD, 247), "f64x2.pmax", NONE, sig(V128, V128).to(V128), PURE, PENDING, SIMD),
  I32X4_TRUNC_SAT_F32X4_S(
      prefixed(0xFD, 248),
      "i32x4.trunc_sat_f32x4_s",
      NONE,
      sig(V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I32X4_TRUNC_SAT_F32X4_U(
      prefixed(0xFD, 249),
      "i32x4.trunc_sat_f32x4_u",
      NONE,
      sig(V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  F32X4_CONVERT_I32X4_S(
      prefixed(0xFD, 250), "f32x4.convert_i32x4_s", NONE, sig(V128).to(V128), PURE, PENDING, SIMD),
  F32X4_CONVERT_I32X4_U(
      prefixed(0xFD, 251), "f32x4.convert_i32x4_u", NONE, sig(V128).to(V128), PURE, PENDING, SIMD),
  I32X4_TRUNC_SAT_F64X2_S_ZERO(
      prefixed(0xFD, 252),
      "i32x4.trunc_sat_f64x2_s_zero",
      NONE,
      sig(V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  I32X4_TRUNC_SAT_F64X2_U_ZERO(
      prefixed(0xFD, 253),
      "i32x4.trunc_sat_f64x2_u_zero",
      NONE,
      sig(V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  F64X2_CONVERT_LOW_I32X4_S(
      prefixed(0xFD, 254),
      "f64x2.convert_low_i32x4_s",
      NONE,
      sig(V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  F64X2_CONVERT_LOW_I32X4_U(
      prefixed(0xFD, 255),
      "f64x2.convert_low_i32x4_u",
      NONE,
      sig(V128).to(V128),
      PURE,
      PENDING,
      SIMD),
  // Relaxed
  I8X16_RELAXED_SWIZZLE(
      prefixed(0xFD, 256),
      "i8x16.relaxed_swizzle",
      NONE,
      sig(V128, V128).to(V128),
      PURE,
      PENDING,
      RELAXED_SIMD),
  I32X4_RELAXED_TRUNC_F32X4_S(
      prefixed(0xFD, 257),
      "i32x4.relaxed_trunc_f32x4_s",
      NONE,
      sig(V128).to(V128),
      PURE,
      PENDING,
      RELAXED_SIMD),
  I32X4_RELAXED_TRUNC_F32X4_U(
      prefixed(0xFD, 258),
      "i32x4.relaxed_trunc_f32x4_u",
      NONE,
      sig(V128).to(V128),
      PURE,
      PENDING,
      RELAXED_SIMD),
  I32X4_RELAXED_TRUNC_F64X2_S_ZERO(
      prefixed(0xFD, 259),
      "i32x4.relaxed_trunc_f64x2_s_zero",
      NONE,
      sig(V128).to(V128),
      PURE,
      PENDING,
      RELAXED_SIMD),
  I32X4_RELAXED_TRUNC_F64X2_U_ZERO(
      prefixed(0xFD, 260),
      "i32x4.relaxed_trunc_f64x2_u_zero",
      NONE,
      sig(V128).to(V128),
      PURE,
      PENDING,
      RELAXED_SIMD),
  F32X4_RELAXED_MADD(
      prefixed(0xFD, 261),
      "f32x4.relaxed_madd",
      NONE,
      sig(V128, V128, V128).to(V128),
      PURE,
      PENDING,
      RELAXED_SIMD),
  F32X4_RELAXED_NMADD(
      prefixed(0xFD, 262),
      "f32x4.relaxed_nmadd",
      NONE,
      sig(V128, V128, V128).to(V128),
      PURE,
      PENDING,
      RELAXED_SIMD),
  F64X2_RELAXED_MADD(
      prefixed(0xFD, 263),
      "f64x2.relaxed_madd",
      NONE,
      sig(V128, V128, V128).to(V128),
      PURE,
      PENDING,
      RELAXED_SIMD),
  F64X2_RELAXED_NMADD(
      prefixed(0xFD, 264),
      "f64x2.relaxed_nmadd",
      NONE,
      sig(V128, V128, V128).to(V128),
      PURE,
      PENDING,
      RELAXED_SIMD),
  I8X16_RELAXED_LANESELECT(
      prefixed(0xFD, 265),
      "i8x16.relaxed_laneselect",
      NONE,
      sig(V128, V128, V128).to(V128),
      PURE,
      PENDING,
      RELAXED_SIMD),
  I16X8_RELAXED_LANESELECT(
      prefixed(0xFD, 266),
      "i16x8.relaxed_laneselect",
      NONE,
      sig(V128, V128, V128).to(V128),
      PURE,
      PENDING,
      RELAXED_SIMD),
  I32X4_RELAXED_LANESELECT(
      prefixed(0xFD, 267),
      "i32x4.relaxed_laneselect",
      NONE,
      sig(V128, V128, V128).to(V128),
      PURE,
      PENDING,
      RELAXED_SIMD),
  I64X2_RELAXED_LANESELECT(
      prefixed(0xFD, 268),
      "i64x2.relaxed_laneselect",
      NONE,
      sig(V128, V128, V128).to(V128),
      PURE,
      PENDING,
      RELAXED_SIMD),
  F32X4_RELAXED_MIN(
      prefixed(0xFD, 269),
      "f32x4.relaxed_min",
      NONE,
      sig(V128, V128).to(V128),
      PURE,
      PENDING,
      RELAXED_SIMD),
  F32X4_RELAXED_MAX(
      prefixed(0xFD, 270),
      "f32x4.relaxed_max",
      NONE,
      sig(V128, V128).to(V128),
      PURE,
      PENDING,
      RELAXED_SIMD),
  F64X2_RELAXED_MIN(
      prefixed(0xFD, 271),
      "f64x2.relaxed_min",
      NONE,
      sig(V128, V128).to(V128),
      PURE,
      PENDING,
      RELAXED_SIMD),
  F64X2_RELAXED_MAX(
      prefixed(0xFD, 272),
      "f64x2.relaxed_max",
      NONE,
      sig(V128, V128).to(V128),
      PURE,
      PENDING,
      RELAXED_SIMD),
  I16X8_RELAXED_Q15MULR_S(
      prefixed(0xFD, 273),
      "i16x8.relaxed_q15mulr_s",
      NONE,
      sig(V128, V128).to(V128),
      PURE,
      PENDING,
      RELAXED_SIMD),
  I16X8_RELAXED_DOT_I8X16_I7X16_S(
      prefixed(0xFD, 274),
      "i16x8.relaxed_dot_i8x16_i7x16_s",
      NONE,
      sig(V128, V128).to(V128),
      PURE,
      PENDING,
      RELAXED_SIMD),
  I32X4_RELAXED_DOT_I8X16_I7X16_ADD_S(
      prefixed(0xFD, 275),
      "i32x4.relaxed_dot_i8x16_i7x16_add_s",
      NONE,
      sig(V128, V128, V128).to(V128),
      PURE,
      PENDING,
      RELAXED_SIMD);

  private final Row row;

  VectorOpcode(
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
