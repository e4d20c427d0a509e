package org.wasm2java.aot.instruction;

import static org.wasm2java.aot.instruction.AccessOpcode.I32_LOAD;
import static org.wasm2java.aot.instruction.AccessOpcode.I32_LOAD16_U;
import static org.wasm2java.aot.instruction.AccessOpcode.I32_LOAD8_U;
import static org.wasm2java.aot.instruction.AccessOpcode.I32_STORE;
import static org.wasm2java.aot.instruction.AccessOpcode.I32_STORE16;
import static org.wasm2java.aot.instruction.AccessOpcode.I32_STORE8;
import static org.wasm2java.aot.instruction.AccessOpcode.I64_LOAD;
import static org.wasm2java.aot.instruction.AccessOpcode.I64_STORE;
import static org.wasm2java.aot.instruction.JavaForm.call;
import static org.wasm2java.aot.instruction.NumericOpcode.F32_ABS;
import static org.wasm2java.aot.instruction.NumericOpcode.F32_ADD;
import static org.wasm2java.aot.instruction.NumericOpcode.F32_CEIL;
import static org.wasm2java.aot.instruction.NumericOpcode.F32_CONVERT_I32_S;
import static org.wasm2java.aot.instruction.NumericOpcode.F32_CONVERT_I32_U;
import static org.wasm2java.aot.instruction.NumericOpcode.F32_DEMOTE_F64;
import static org.wasm2java.aot.instruction.NumericOpcode.F32_DIV;
import static org.wasm2java.aot.instruction.NumericOpcode.F32_EQ;
import static org.wasm2java.aot.instruction.NumericOpcode.F32_FLOOR;
import static org.wasm2java.aot.instruction.NumericOpcode.F32_GE;
import static org.wasm2java.aot.instruction.NumericOpcode.F32_GT;
import static org.wasm2java.aot.instruction.NumericOpcode.F32_LE;
import static org.wasm2java.aot.instruction.NumericOpcode.F32_LT;
import static org.wasm2java.aot.instruction.NumericOpcode.F32_MAX;
import static org.wasm2java.aot.instruction.NumericOpcode.F32_MIN;
import static org.wasm2java.aot.instruction.NumericOpcode.F32_MUL;
import static org.wasm2java.aot.instruction.NumericOpcode.F32_NE;
import static org.wasm2java.aot.instruction.NumericOpcode.F32_NEAREST;
import static org.wasm2java.aot.instruction.NumericOpcode.F32_NEG;
import static org.wasm2java.aot.instruction.NumericOpcode.F32_SQRT;
import static org.wasm2java.aot.instruction.NumericOpcode.F32_SUB;
import static org.wasm2java.aot.instruction.NumericOpcode.F32_TRUNC;
import static org.wasm2java.aot.instruction.NumericOpcode.F64_ABS;
import static org.wasm2java.aot.instruction.NumericOpcode.F64_ADD;
import static org.wasm2java.aot.instruction.NumericOpcode.F64_CEIL;
import static org.wasm2java.aot.instruction.NumericOpcode.F64_CONVERT_I32_S;
import static org.wasm2java.aot.instruction.NumericOpcode.F64_CONVERT_I32_U;
import static org.wasm2java.aot.instruction.NumericOpcode.F64_DIV;
import static org.wasm2java.aot.instruction.NumericOpcode.F64_EQ;
import static org.wasm2java.aot.instruction.NumericOpcode.F64_FLOOR;
import static org.wasm2java.aot.instruction.NumericOpcode.F64_GE;
import static org.wasm2java.aot.instruction.NumericOpcode.F64_GT;
import static org.wasm2java.aot.instruction.NumericOpcode.F64_LE;
import static org.wasm2java.aot.instruction.NumericOpcode.F64_LT;
import static org.wasm2java.aot.instruction.NumericOpcode.F64_MAX;
import static org.wasm2java.aot.instruction.NumericOpcode.F64_MIN;
import static org.wasm2java.aot.instruction.NumericOpcode.F64_MUL;
import static org.wasm2java.aot.instruction.NumericOpcode.F64_NE;
import static org.wasm2java.aot.instruction.NumericOpcode.F64_NEAREST;
import static org.wasm2java.aot.instruction.NumericOpcode.F64_NEG;
import static org.wasm2java.aot.instruction.NumericOpcode.F64_PROMOTE_F32;
import static org.wasm2java.aot.instruction.NumericOpcode.F64_SQRT;
import static org.wasm2java.aot.instruction.NumericOpcode.F64_SUB;
import static org.wasm2java.aot.instruction.NumericOpcode.F64_TRUNC;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_ADD;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_EQ;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_GE_S;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_GE_U;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_GT_S;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_GT_U;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_LE_S;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_LE_U;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_LT_S;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_LT_U;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_MUL;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_NE;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_SHL;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_SHR_S;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_SHR_U;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_SUB;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_TRUNC_SAT_F32_S;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_TRUNC_SAT_F32_U;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_TRUNC_SAT_F64_S;
import static org.wasm2java.aot.instruction.NumericOpcode.I32_TRUNC_SAT_F64_U;
import static org.wasm2java.aot.instruction.NumericOpcode.I64_ADD;
import static org.wasm2java.aot.instruction.NumericOpcode.I64_EQ;
import static org.wasm2java.aot.instruction.NumericOpcode.I64_EXTEND_I32_S;
import static org.wasm2java.aot.instruction.NumericOpcode.I64_EXTEND_I32_U;
import static org.wasm2java.aot.instruction.NumericOpcode.I64_GE_S;
import static org.wasm2java.aot.instruction.NumericOpcode.I64_GT_S;
import static org.wasm2java.aot.instruction.NumericOpcode.I64_LE_S;
import static org.wasm2java.aot.instruction.NumericOpcode.I64_LT_S;
import static org.wasm2java.aot.instruction.NumericOpcode.I64_MUL;
import static org.wasm2java.aot.instruction.NumericOpcode.I64_NE;
import static org.wasm2java.aot.instruction.NumericOpcode.I64_SHL;
import static org.wasm2java.aot.instruction.NumericOpcode.I64_SHR_S;
import static org.wasm2java.aot.instruction.NumericOpcode.I64_SHR_U;
import static org.wasm2java.aot.instruction.NumericOpcode.I64_SUB;
import static org.wasm2java.aot.instruction.Shape.B32X4;
import static org.wasm2java.aot.instruction.Shape.B64X2;
import static org.wasm2java.aot.instruction.Shape.F32X4;
import static org.wasm2java.aot.instruction.Shape.F64X2;
import static org.wasm2java.aot.instruction.Shape.I32X4;
import static org.wasm2java.aot.instruction.Shape.I64X2;
import static org.wasm2java.aot.instruction.VectorColumns.bitwise;
import static org.wasm2java.aot.instruction.VectorColumns.constant;
import static org.wasm2java.aot.instruction.VectorColumns.extract;
import static org.wasm2java.aot.instruction.VectorColumns.lanes;
import static org.wasm2java.aot.instruction.VectorColumns.load;
import static org.wasm2java.aot.instruction.VectorColumns.loadLane;
import static org.wasm2java.aot.instruction.VectorColumns.lowOnly;
import static org.wasm2java.aot.instruction.VectorColumns.narrow;
import static org.wasm2java.aot.instruction.VectorColumns.pairwise;
import static org.wasm2java.aot.instruction.VectorColumns.reduce;
import static org.wasm2java.aot.instruction.VectorColumns.replace;
import static org.wasm2java.aot.instruction.VectorColumns.shift;
import static org.wasm2java.aot.instruction.VectorColumns.shuffle;
import static org.wasm2java.aot.instruction.VectorColumns.splat;
import static org.wasm2java.aot.instruction.VectorColumns.store;
import static org.wasm2java.aot.instruction.VectorColumns.storeLane;
import static org.wasm2java.aot.instruction.VectorColumns.swizzle;
import static org.wasm2java.aot.instruction.VectorColumns.widen;
import static org.wasm2java.aot.instruction.VectorColumns.wordShift;
import static org.wasm2java.aot.instruction.VectorColumns.words;
import static org.wasm2java.aot.instruction.VectorForm.Widen.high;
import static org.wasm2java.aot.instruction.VectorForm.Widen.highU;
import static org.wasm2java.aot.instruction.VectorForm.Widen.low;
import static org.wasm2java.aot.instruction.VectorForm.Widen.lowU;
import static org.wasm2java.aot.instruction.WordOperation.Result.AVERAGE;
import static org.wasm2java.aot.instruction.WordOperation.Result.EXACT;
import static org.wasm2java.aot.instruction.WordOperation.Result.EXTREME;
import static org.wasm2java.aot.instruction.WordOperation.Result.FIXED_POINT;
import static org.wasm2java.aot.instruction.WordOperation.Result.MAGNITUDE;
import static org.wasm2java.aot.instruction.WordOperation.Result.NEGATIVE;
import static org.wasm2java.aot.instruction.WordOperation.Result.SATURATED;
import static org.wasm2java.aot.instruction.WordOperation.Result.SATURATED_UNSIGNED;
import static org.wasm2java.aot.instruction.WordOperation.Result.TRUTH;
import static org.wasm2java.aot.instruction.WordOperation.Result.WRAPPED;
import static org.wasm2java.aot.instruction.WordOperation.signed;
import static org.wasm2java.aot.instruction.WordOperation.unsigned;
import static org.wasm2java.aot.type.NumberType.F32;
import static org.wasm2java.aot.type.NumberType.F64;
import static org.wasm2java.aot.type.NumberType.I32;
import static org.wasm2java.aot.type.NumberType.I64;

import java.util.Collections;
import java.util.List;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.aot.type.VectorType;
import org.wasm2java.runtime.ops.F32Ops;
import org.wasm2java.runtime.ops.F64Ops;
import org.wasm2java.runtime.ops.I16x8Ops;
import org.wasm2java.runtime.ops.I32x4Ops;
import org.wasm2java.runtime.ops.I64x2Ops;
import org.wasm2java.runtime.ops.I8x16Ops;
import org.wasm2java.runtime.ops.V128Ops;

/**
 * Vector instructions, relaxed ones included.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/binary/instructions.html#vector-instructions">Binary
 *     format</a>
 */
public enum VectorOpcode implements Opcode {
  // Constants and lanes
  V128_CONST(constant(12)),
  I8X16_SHUFFLE(shuffle(13)),
  I8X16_SWIZZLE(swizzle(14)),
  I8X16_SPLAT(splat(15, I32, I64X2, call(I8x16Ops.class, "splat"))),
  I16X8_SPLAT(splat(16, I32, I64X2, call(I16x8Ops.class, "splat"))),
  I32X4_SPLAT(splat(17, I32, I32X4)),
  I64X2_SPLAT(splat(18, I64, I64X2)),
  F32X4_SPLAT(splat(19, F32, F32X4)),
  F64X2_SPLAT(splat(20, F64, F64X2)),
  I8X16_EXTRACT_LANE_S(extract(21, I32, I64X2, 8, true)),
  I8X16_EXTRACT_LANE_U(extract(22, I32, I64X2, 8, false)),
  I8X16_REPLACE_LANE(replace(23, I32, I64X2, 8)),
  I16X8_EXTRACT_LANE_S(extract(24, I32, I64X2, 16, true)),
  I16X8_EXTRACT_LANE_U(extract(25, I32, I64X2, 16, false)),
  I16X8_REPLACE_LANE(replace(26, I32, I64X2, 16)),
  I32X4_EXTRACT_LANE(extract(27, I32, I32X4, 32, true)),
  I32X4_REPLACE_LANE(replace(28, I32, I32X4, 32)),
  I64X2_EXTRACT_LANE(extract(29, I64, I64X2, 64, true)),
  I64X2_REPLACE_LANE(replace(30, I64, I64X2, 64)),
  F32X4_EXTRACT_LANE(extract(31, F32, F32X4, 32, true)),
  F32X4_REPLACE_LANE(replace(32, F32, F32X4, 32)),
  F64X2_EXTRACT_LANE(extract(33, F64, F64X2, 64, true)),
  F64X2_REPLACE_LANE(replace(34, F64, F64X2, 64)),
  // Relations
  I8X16_EQ(lanes(35, 2, I64X2, I64X2, call(I8x16Ops.class, "eq"))),
  I8X16_NE(lanes(36, 2, I64X2, I64X2, call(I8x16Ops.class, "ne"))),
  I8X16_LT_S(lanes(37, 2, I64X2, I64X2, call(I8x16Ops.class, "ltS"))),
  I8X16_LT_U(lanes(38, 2, I64X2, I64X2, call(I8x16Ops.class, "ltU"))),
  I8X16_GT_S(lanes(39, 2, I64X2, I64X2, call(I8x16Ops.class, "gtS"))),
  I8X16_GT_U(lanes(40, 2, I64X2, I64X2, call(I8x16Ops.class, "gtU"))),
  I8X16_LE_S(lanes(41, 2, I64X2, I64X2, call(I8x16Ops.class, "leS"))),
  I8X16_LE_U(lanes(42, 2, I64X2, I64X2, call(I8x16Ops.class, "leU"))),
  I8X16_GE_S(lanes(43, 2, I64X2, I64X2, call(I8x16Ops.class, "geS"))),
  I8X16_GE_U(lanes(44, 2, I64X2, I64X2, call(I8x16Ops.class, "geU"))),
  I16X8_EQ(words(45, signed(I32_EQ, TRUTH), "eq")),
  I16X8_NE(words(46, signed(I32_NE, TRUTH), "ne")),
  I16X8_LT_S(words(47, signed(I32_LT_S, TRUTH), "ltS")),
  I16X8_LT_U(words(48, unsigned(I32_LT_S, TRUTH), "ltU")),
  I16X8_GT_S(words(49, signed(I32_GT_S, TRUTH), "gtS")),
  I16X8_GT_U(words(50, unsigned(I32_GT_S, TRUTH), "gtU")),
  I16X8_LE_S(words(51, signed(I32_LE_S, TRUTH), "leS")),
  I16X8_LE_U(words(52, unsigned(I32_LE_S, TRUTH), "leU")),
  I16X8_GE_S(words(53, signed(I32_GE_S, TRUTH), "geS")),
  I16X8_GE_U(words(54, unsigned(I32_GE_S, TRUTH), "geU")),
  I32X4_EQ(lanes(55, 2, I32X4, B32X4, I32_EQ)),
  I32X4_NE(lanes(56, 2, I32X4, B32X4, I32_NE)),
  I32X4_LT_S(lanes(57, 2, I32X4, B32X4, I32_LT_S)),
  I32X4_LT_U(lanes(58, 2, I32X4, B32X4, I32_LT_U)),
  I32X4_GT_S(lanes(59, 2, I32X4, B32X4, I32_GT_S)),
  I32X4_GT_U(lanes(60, 2, I32X4, B32X4, I32_GT_U)),
  I32X4_LE_S(lanes(61, 2, I32X4, B32X4, I32_LE_S)),
  I32X4_LE_U(lanes(62, 2, I32X4, B32X4, I32_LE_U)),
  I32X4_GE_S(lanes(63, 2, I32X4, B32X4, I32_GE_S)),
  I32X4_GE_U(lanes(64, 2, I32X4, B32X4, I32_GE_U)),
  F32X4_EQ(lanes(65, 2, F32X4, B32X4, F32_EQ)),
  F32X4_NE(lanes(66, 2, F32X4, B32X4, F32_NE)),
  F32X4_LT(lanes(67, 2, F32X4, B32X4, F32_LT)),
  F32X4_GT(lanes(68, 2, F32X4, B32X4, F32_GT)),
  F32X4_LE(lanes(69, 2, F32X4, B32X4, F32_LE)),
  F32X4_GE(lanes(70, 2, F32X4, B32X4, F32_GE)),
  F64X2_EQ(lanes(71, 2, F64X2, B64X2, F64_EQ)),
  F64X2_NE(lanes(72, 2, F64X2, B64X2, F64_NE)),
  F64X2_LT(lanes(73, 2, F64X2, B64X2, F64_LT)),
  F64X2_GT(lanes(74, 2, F64X2, B64X2, F64_GT)),
  F64X2_LE(lanes(75, 2, F64X2, B64X2, F64_LE)),
  F64X2_GE(lanes(76, 2, F64X2, B64X2, F64_GE)),
  I64X2_EQ(lanes(214, 2, I64X2, B64X2, I64_EQ)),
  I64X2_NE(lanes(215, 2, I64X2, B64X2, I64_NE)),
  I64X2_LT_S(lanes(216, 2, I64X2, B64X2, I64_LT_S)),
  I64X2_GT_S(lanes(217, 2, I64X2, B64X2, I64_GT_S)),
  I64X2_LE_S(lanes(218, 2, I64X2, B64X2, I64_LE_S)),
  I64X2_GE_S(lanes(219, 2, I64X2, B64X2, I64_GE_S)),
  // Bitwise
  V128_NOT(bitwise(77, 1)),
  V128_AND(bitwise(78, 2)),
  V128_ANDNOT(bitwise(79, 2)),
  V128_OR(bitwise(80, 2)),
  V128_XOR(bitwise(81, 2)),
  V128_BITSELECT(bitwise(82, 3)),
  V128_ANY_TRUE(reduce(83, I64X2, call(V128Ops.class, "anyTrue"))),
  // Conversions between shapes
  F32X4_DEMOTE_F64X2_ZERO(lowOnly(94, F64X2, F32X4, F32_DEMOTE_F64)),
  F64X2_PROMOTE_LOW_F32X4(widen(95, 1, low(F32X4, F64X2), F64_PROMOTE_F32)),
  // Lane-wise
  I8X16_ABS(lanes(96, 1, I64X2, I64X2, call(I8x16Ops.class, "abs"))),
  I8X16_NEG(lanes(97, 1, I64X2, I64X2, call(I8x16Ops.class, "neg"))),
  I8X16_POPCNT(lanes(98, 1, I64X2, I64X2, call(I8x16Ops.class, "popcnt"))),
  I8X16_ALL_TRUE(reduce(99, I64X2, call(I8x16Ops.class, "allTrue"))),
  I8X16_BITMASK(reduce(100, I64X2, call(I8x16Ops.class, "bitmask"))),
  I8X16_NARROW_I16X8_S(narrow(101, I64X2, true, call(I8x16Ops.class, "narrowS"))),
  I8X16_NARROW_I16X8_U(narrow(102, I64X2, false, call(I8x16Ops.class, "narrowU"))),
  F32X4_CEIL(lanes(103, 1, F32X4, F32X4, F32_CEIL)),
  F32X4_FLOOR(lanes(104, 1, F32X4, F32X4, F32_FLOOR)),
  F32X4_TRUNC(lanes(105, 1, F32X4, F32X4, F32_TRUNC)),
  F32X4_NEAREST(lanes(106, 1, F32X4, F32X4, F32_NEAREST)),
  I8X16_SHL(shift(107, I64X2, call(I8x16Ops.class, "shl"))),
  I8X16_SHR_S(shift(108, I64X2, call(I8x16Ops.class, "shrS"))),
  I8X16_SHR_U(shift(109, I64X2, call(I8x16Ops.class, "shrU"))),
  I8X16_ADD(lanes(110, 2, I64X2, I64X2, call(I8x16Ops.class, "add"))),
  I8X16_ADD_SAT_S(lanes(111, 2, I64X2, I64X2, call(I8x16Ops.class, "addSatS"))),
  I8X16_ADD_SAT_U(lanes(112, 2, I64X2, I64X2, call(I8x16Ops.class, "addSatU"))),
  I8X16_SUB(lanes(113, 2, I64X2, I64X2, call(I8x16Ops.class, "sub"))),
  I8X16_SUB_SAT_S(lanes(114, 2, I64X2, I64X2, call(I8x16Ops.class, "subSatS"))),
  I8X16_SUB_SAT_U(lanes(115, 2, I64X2, I64X2, call(I8x16Ops.class, "subSatU"))),
  F64X2_CEIL(lanes(116, 1, F64X2, F64X2, F64_CEIL)),
  F64X2_FLOOR(lanes(117, 1, F64X2, F64X2, F64_FLOOR)),
  I8X16_MIN_S(lanes(118, 2, I64X2, I64X2, call(I8x16Ops.class, "minS"))),
  I8X16_MIN_U(lanes(119, 2, I64X2, I64X2, call(I8x16Ops.class, "minU"))),
  I8X16_MAX_S(lanes(120, 2, I64X2, I64X2, call(I8x16Ops.class, "maxS"))),
  I8X16_MAX_U(lanes(121, 2, I64X2, I64X2, call(I8x16Ops.class, "maxU"))),
  F64X2_TRUNC(lanes(122, 1, F64X2, F64X2, F64_TRUNC)),
  I8X16_AVGR_U(lanes(123, 2, I64X2, I64X2, call(I8x16Ops.class, "avgrU"))),
  I16X8_EXTADD_PAIRWISE_I8X16_S(lanes(124, 1, I64X2, I64X2, call(I16x8Ops.class, "extaddS"))),
  I16X8_EXTADD_PAIRWISE_I8X16_U(lanes(125, 1, I64X2, I64X2, call(I16x8Ops.class, "extaddU"))),
  I32X4_EXTADD_PAIRWISE_I16X8_S(pairwise(126, 1, "extaddS")),
  I32X4_EXTADD_PAIRWISE_I16X8_U(pairwise(127, 1, "extaddU")),
  I16X8_ABS(words(128, signed(I32_SUB, MAGNITUDE), "abs")),
  I16X8_NEG(words(129, signed(I32_SUB, NEGATIVE), "neg")),
  I16X8_Q15MULR_SAT_S(words(130, signed(I32_MUL, FIXED_POINT), "q15mulrSatS")),
  I16X8_ALL_TRUE(reduce(131, I64X2, call(I16x8Ops.class, "allTrue"))),
  I16X8_BITMASK(reduce(132, I64X2, call(I16x8Ops.class, "bitmask"))),
  I16X8_NARROW_I32X4_S(narrow(133, I32X4, true, call(I16x8Ops.class, "narrowS"))),
  I16X8_NARROW_I32X4_U(narrow(134, I32X4, false, call(I16x8Ops.class, "narrowU"))),
  I16X8_EXTEND_LOW_I8X16_S(widen(135, 1, low(I64X2, I64X2), call(I16x8Ops.class, "extendS"))),
  I16X8_EXTEND_HIGH_I8X16_S(widen(136, 1, high(I64X2, I64X2), call(I16x8Ops.class, "extendS"))),
  I16X8_EXTEND_LOW_I8X16_U(widen(137, 1, lowU(I64X2, I64X2), call(I16x8Ops.class, "extendU"))),
  I16X8_EXTEND_HIGH_I8X16_U(widen(138, 1, highU(I64X2, I64X2), call(I16x8Ops.class, "extendU"))),
  I16X8_SHL(wordShift(139, signed(I32_SHL, WRAPPED), "shl")),
  I16X8_SHR_S(wordShift(140, signed(I32_SHR_S, EXACT), "shrS")),
  I16X8_SHR_U(wordShift(141, unsigned(I32_SHR_U, WRAPPED), "shrU")),
  I16X8_ADD(words(142, signed(I32_ADD, WRAPPED), "add")),
  I16X8_ADD_SAT_S(words(143, signed(I32_ADD, SATURATED), "addSatS")),
  I16X8_ADD_SAT_U(words(144, unsigned(I32_ADD, SATURATED_UNSIGNED), "addSatU")),
  I16X8_SUB(words(145, signed(I32_SUB, WRAPPED), "sub")),
  I16X8_SUB_SAT_S(words(146, signed(I32_SUB, SATURATED), "subSatS")),
  I16X8_SUB_SAT_U(words(147, unsigned(I32_SUB, SATURATED_UNSIGNED), "subSatU")),
  F64X2_NEAREST(lanes(148, 1, F64X2, F64X2, F64_NEAREST)),
  I16X8_MUL(words(149, signed(I32_MUL, WRAPPED), "mul")),
  I16X8_MIN_S(words(150, signed(I32_LT_S, EXTREME), "minS")),
  I16X8_MIN_U(words(151, unsigned(I32_LT_S, EXTREME), "minU")),
  I16X8_MAX_S(words(152, signed(I32_GT_S, EXTREME), "maxS")),
  I16X8_MAX_U(words(153, unsigned(I32_GT_S, EXTREME), "maxU")),
  I16X8_AVGR_U(words(155, unsigned(I32_ADD, AVERAGE), "avgrU")),
  I16X8_EXTMUL_LOW_I8X16_S(widen(156, 2, low(I64X2, I64X2), call(I16x8Ops.class, "extmulS"))),
  I16X8_EXTMUL_HIGH_I8X16_S(widen(157, 2, high(I64X2, I64X2), call(I16x8Ops.class, "extmulS"))),
  I16X8_EXTMUL_LOW_I8X16_U(widen(158, 2, lowU(I64X2, I64X2), call(I16x8Ops.class, "extmulU"))),
  I16X8_EXTMUL_HIGH_I8X16_U(widen(159, 2, highU(I64X2, I64X2), call(I16x8Ops.class, "extmulU"))),
  I32X4_ABS(lanes(160, 1, I32X4, I32X4, call(Math.class, "abs"))),
  I32X4_NEG(lanes(161, 1, I32X4, I32X4, call(I32x4Ops.class, "neg"))),
  I32X4_ALL_TRUE(reduce(163, I32X4, call(I32x4Ops.class, "allTrue"))),
  I32X4_BITMASK(reduce(164, I32X4, call(I32x4Ops.class, "bitmask"))),
  I32X4_EXTEND_LOW_I16X8_S(widen(167, 1, low(I64X2, I32X4), call(I32x4Ops.class, "extendS"))),
  I32X4_EXTEND_HIGH_I16X8_S(widen(168, 1, high(I64X2, I32X4), call(I32x4Ops.class, "extendS"))),
  I32X4_EXTEND_LOW_I16X8_U(widen(169, 1, lowU(I64X2, I32X4), call(I32x4Ops.class, "extendU"))),
  I32X4_EXTEND_HIGH_I16X8_U(widen(170, 1, highU(I64X2, I32X4), call(I32x4Ops.class, "extendU"))),
  I32X4_SHL(shift(171, I32X4, I32_SHL)),
  I32X4_SHR_S(shift(172, I32X4, I32_SHR_S)),
  I32X4_SHR_U(shift(173, I32X4, I32_SHR_U)),
  I32X4_ADD(lanes(174, 2, I32X4, I32X4, I32_ADD)),
  I32X4_SUB(lanes(177, 2, I32X4, I32X4, I32_SUB)),
  I32X4_MUL(lanes(181, 2, I32X4, I32X4, I32_MUL)),
  I32X4_MIN_S(lanes(182, 2, I32X4, I32X4, call(Math.class, "min"))),
  I32X4_MIN_U(lanes(183, 2, I32X4, I32X4, call(I32x4Ops.class, "minU"))),
  I32X4_MAX_S(lanes(184, 2, I32X4, I32X4, call(Math.class, "max"))),
  I32X4_MAX_U(lanes(185, 2, I32X4, I32X4, call(I32x4Ops.class, "maxU"))),
  I32X4_DOT_I16X8_S(pairwise(186, 2, "dotS")),
  I32X4_EXTMUL_LOW_I16X8_S(widen(188, 2, low(I64X2, I32X4), call(I32x4Ops.class, "extmulS"))),
  I32X4_EXTMUL_HIGH_I16X8_S(widen(189, 2, high(I64X2, I32X4), call(I32x4Ops.class, "extmulS"))),
  I32X4_EXTMUL_LOW_I16X8_U(widen(190, 2, lowU(I64X2, I32X4), call(I32x4Ops.class, "extmulU"))),
  I32X4_EXTMUL_HIGH_I16X8_U(widen(191, 2, highU(I64X2, I32X4), call(I32x4Ops.class, "extmulU"))),
  I64X2_ABS(lanes(192, 1, I64X2, I64X2, call(Math.class, "abs"))),
  I64X2_NEG(lanes(193, 1, I64X2, I64X2, call(I64x2Ops.class, "neg"))),
  I64X2_ALL_TRUE(reduce(195, I64X2, call(I64x2Ops.class, "allTrue"))),
  I64X2_BITMASK(reduce(196, I64X2, call(I64x2Ops.class, "bitmask"))),
  I64X2_EXTEND_LOW_I32X4_S(widen(199, 1, low(I32X4, I64X2), I64_EXTEND_I32_S)),
  I64X2_EXTEND_HIGH_I32X4_S(widen(200, 1, high(I32X4, I64X2), I64_EXTEND_I32_S)),
  I64X2_EXTEND_LOW_I32X4_U(widen(201, 1, lowU(I32X4, I64X2), I64_EXTEND_I32_U)),
  I64X2_EXTEND_HIGH_I32X4_U(widen(202, 1, highU(I32X4, I64X2), I64_EXTEND_I32_U)),
  I64X2_SHL(shift(203, I64X2, I64_SHL)),
  I64X2_SHR_S(shift(204, I64X2, I64_SHR_S)),
  I64X2_SHR_U(shift(205, I64X2, I64_SHR_U)),
  I64X2_ADD(lanes(206, 2, I64X2, I64X2, I64_ADD)),
  I64X2_SUB(lanes(209, 2, I64X2, I64X2, I64_SUB)),
  I64X2_MUL(lanes(213, 2, I64X2, I64X2, I64_MUL)),
  I64X2_EXTMUL_LOW_I32X4_S(widen(220, 2, low(I32X4, I64X2), call(I64x2Ops.class, "extmulS"))),
  I64X2_EXTMUL_HIGH_I32X4_S(widen(221, 2, high(I32X4, I64X2), call(I64x2Ops.class, "extmulS"))),
  I64X2_EXTMUL_LOW_I32X4_U(widen(222, 2, lowU(I32X4, I64X2), call(I64x2Ops.class, "extmulU"))),
  I64X2_EXTMUL_HIGH_I32X4_U(widen(223, 2, highU(I32X4, I64X2), call(I64x2Ops.class, "extmulU"))),
  F32X4_ABS(lanes(224, 1, F32X4, F32X4, F32_ABS)),
  F32X4_NEG(lanes(225, 1, F32X4, F32X4, F32_NEG)),
  F32X4_SQRT(lanes(227, 1, F32X4, F32X4, F32_SQRT)),
  F32X4_ADD(lanes(228, 2, F32X4, F32X4, F32_ADD)),
  F32X4_SUB(lanes(229, 2, F32X4, F32X4, F32_SUB)),
  F32X4_MUL(lanes(230, 2, F32X4, F32X4, F32_MUL)),
  F32X4_DIV(lanes(231, 2, F32X4, F32X4, F32_DIV)),
  F32X4_MIN(lanes(232, 2, F32X4, F32X4, F32_MIN)),
  F32X4_MAX(lanes(233, 2, F32X4, F32X4, F32_MAX)),
  F32X4_PMIN(lanes(234, 2, F32X4, F32X4, call(F32Ops.class, "pmin"))),
  F32X4_PMAX(lanes(235, 2, F32X4, F32X4, call(F32Ops.class, "pmax"))),
  F64X2_ABS(lanes(236, 1, F64X2, F64X2, F64_ABS)),
  F64X2_NEG(lanes(237, 1, F64X2, F64X2, F64_NEG)),
  F64X2_SQRT(lanes(239, 1, F64X2, F64X2, F64_SQRT)),
  F64X2_ADD(lanes(240, 2, F64X2, F64X2, F64_ADD)),
  F64X2_SUB(lanes(241, 2, F64X2, F64X2, F64_SUB)),
  F64X2_MUL(lanes(242, 2, F64X2, F64X2, F64_MUL)),
  F64X2_DIV(lanes(243, 2, F64X2, F64X2, F64_DIV)),
  F64X2_MIN(lanes(244, 2, F64X2, F64X2, F64_MIN)),
  F64X2_MAX(lanes(245, 2, F64X2, F64X2, F64_MAX)),
  F64X2_PMIN(lanes(246, 2, F64X2, F64X2, call(F64Ops.class, "pmin"))),
  F64X2_PMAX(lanes(247, 2, F64X2, F64X2, call(F64Ops.class, "pmax"))),
  I32X4_TRUNC_SAT_F32X4_S(lanes(248, 1, F32X4, I32X4, I32_TRUNC_SAT_F32_S)),
  I32X4_TRUNC_SAT_F32X4_U(lanes(249, 1, F32X4, I32X4, I32_TRUNC_SAT_F32_U)),
  F32X4_CONVERT_I32X4_S(lanes(250, 1, I32X4, F32X4, F32_CONVERT_I32_S)),
  F32X4_CONVERT_I32X4_U(lanes(251, 1, I32X4, F32X4, F32_CONVERT_I32_U)),
  I32X4_TRUNC_SAT_F64X2_S_ZERO(lowOnly(252, F64X2, I32X4, I32_TRUNC_SAT_F64_S)),
  I32X4_TRUNC_SAT_F64X2_U_ZERO(lowOnly(253, F64X2, I32X4, I32_TRUNC_SAT_F64_U)),
  F64X2_CONVERT_LOW_I32X4_S(widen(254, 1, low(I32X4, F64X2), F64_CONVERT_I32_S)),
  F64X2_CONVERT_LOW_I32X4_U(widen(255, 1, lowU(I32X4, F64X2), F64_CONVERT_I32_U)),
  // Relaxed
  I8X16_RELAXED_SWIZZLE(swizzle(256)),
  I32X4_RELAXED_TRUNC_F32X4_S(lanes(257, 1, F32X4, I32X4, I32_TRUNC_SAT_F32_S)),
  I32X4_RELAXED_TRUNC_F32X4_U(lanes(258, 1, F32X4, I32X4, I32_TRUNC_SAT_F32_U)),
  I32X4_RELAXED_TRUNC_F64X2_S_ZERO(lowOnly(259, F64X2, I32X4, I32_TRUNC_SAT_F64_S)),
  I32X4_RELAXED_TRUNC_F64X2_U_ZERO(lowOnly(260, F64X2, I32X4, I32_TRUNC_SAT_F64_U)),
  F32X4_RELAXED_MADD(lanes(261, 3, F32X4, F32X4, call(F32Ops.class, "madd"))),
  F32X4_RELAXED_NMADD(lanes(262, 3, F32X4, F32X4, call(F32Ops.class, "nmadd"))),
  F64X2_RELAXED_MADD(lanes(263, 3, F64X2, F64X2, call(F64Ops.class, "madd"))),
  F64X2_RELAXED_NMADD(lanes(264, 3, F64X2, F64X2, call(F64Ops.class, "nmadd"))),
  I8X16_RELAXED_LANESELECT(bitwise(265, 3)),
  I16X8_RELAXED_LANESELECT(bitwise(266, 3)),
  I32X4_RELAXED_LANESELECT(bitwise(267, 3)),
  I64X2_RELAXED_LANESELECT(bitwise(268, 3)),
  F32X4_RELAXED_MIN(lanes(269, 2, F32X4, F32X4, F32_MIN)),
  F32X4_RELAXED_MAX(lanes(270, 2, F32X4, F32X4, F32_MAX)),
  F64X2_RELAXED_MIN(lanes(271, 2, F64X2, F64X2, F64_MIN)),
  F64X2_RELAXED_MAX(lanes(272, 2, F64X2, F64X2, F64_MAX)),
  I16X8_RELAXED_Q15MULR_S(words(273, signed(I32_MUL, FIXED_POINT), "q15mulrSatS")),
  I16X8_RELAXED_DOT_I8X16_I7X16_S(lanes(274, 2, I64X2, I64X2, call(I16x8Ops.class, "relaxedDotS"))),
  I32X4_RELAXED_DOT_I8X16_I7X16_ADD_S(pairwise(275, 3, "relaxedDotS")),
  // Memory, behind what they use
  V128_LOAD(load(0, 16, new VectorForm.Whole())),
  V128_STORE(store(11, 16)),
  V128_LOAD8X8_S(load(1, 8, new VectorForm.LoadHalf(I16X8_EXTEND_LOW_I8X16_S))),
  V128_LOAD8X8_U(load(2, 8, new VectorForm.LoadHalf(I16X8_EXTEND_LOW_I8X16_U))),
  V128_LOAD16X4_S(load(3, 8, new VectorForm.LoadHalf(I32X4_EXTEND_LOW_I16X8_S))),
  V128_LOAD16X4_U(load(4, 8, new VectorForm.LoadHalf(I32X4_EXTEND_LOW_I16X8_U))),
  V128_LOAD32X2_S(load(5, 8, new VectorForm.LoadHalf(I64X2_EXTEND_LOW_I32X4_S))),
  V128_LOAD32X2_U(load(6, 8, new VectorForm.LoadHalf(I64X2_EXTEND_LOW_I32X4_U))),
  V128_LOAD8_SPLAT(load(7, 1, new VectorForm.LoadNumber(I32_LOAD8_U, I8X16_SPLAT))),
  V128_LOAD16_SPLAT(load(8, 2, new VectorForm.LoadNumber(I32_LOAD16_U, I16X8_SPLAT))),
  V128_LOAD32_SPLAT(load(9, 4, new VectorForm.LoadNumber(I32_LOAD, I32X4_SPLAT))),
  V128_LOAD64_SPLAT(load(10, 8, new VectorForm.LoadNumber(I64_LOAD, I64X2_SPLAT))),
  V128_LOAD32_ZERO(load(92, 4, new VectorForm.LoadZero(I32_LOAD, I32X4_SPLAT))),
  V128_LOAD64_ZERO(load(93, 8, new VectorForm.LoadZero(I64_LOAD, I64X2_SPLAT))),
  V128_LOAD8_LANE(loadLane(84, 1, I32_LOAD8_U, I8X16_REPLACE_LANE)),
  V128_LOAD16_LANE(loadLane(85, 2, I32_LOAD16_U, I16X8_REPLACE_LANE)),
  V128_LOAD32_LANE(loadLane(86, 4, I32_LOAD, I32X4_REPLACE_LANE)),
  V128_LOAD64_LANE(loadLane(87, 8, I64_LOAD, I64X2_REPLACE_LANE)),
  V128_STORE8_LANE(storeLane(88, 1, I32_STORE8, I8X16_EXTRACT_LANE_U)),
  V128_STORE16_LANE(storeLane(89, 2, I32_STORE16, I16X8_EXTRACT_LANE_U)),
  V128_STORE32_LANE(storeLane(90, 4, I32_STORE, I32X4_EXTRACT_LANE)),
  V128_STORE64_LANE(storeLane(91, 8, I64_STORE, I64X2_EXTRACT_LANE));

  private final Row row;
  private final VectorForm form;
  private final Opcode lane;

  VectorOpcode(VectorColumns columns) {
    this.row = columns.row().dotted(name());
    this.form = columns.form();
    this.lane = columns.lane().orElse(this);
  }

  @Override
  public Row row() {
    return row;
  }

  @Override
  public Family family() {
    return Family.VECTOR;
  }

  /** Returns how the instruction works on lanes. */
  public VectorForm form() {
    return form;
  }

  /**
   * Returns the instruction whose Java form computes a lane of the result, or a half: a numeric
   * one, or this one, whose Java form then is that of a lane or half and not of the whole vector.
   */
  public Opcode lane() {
    return lane;
  }

  /**
   * Returns the types of what {@link #lane} computes.
   *
   * @throws IllegalStateException if nothing is computed lane by lane
   */
  public Typing.Signature laneSignature() {
    if (lane != this) {
      return (Typing.Signature) lane.typing();
    }
    List<ValueType> operands = ((Typing.Signature) typing()).operands();
    int vectors = Collections.frequency(operands, VectorType.V128);
    return form.lane(vectors, operands.get(operands.size() - 1));
  }
}
