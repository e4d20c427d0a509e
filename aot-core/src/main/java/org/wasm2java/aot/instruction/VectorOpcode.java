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
import static org.wasm2java.aot.instruction.Opcode.prefixed;
import static org.wasm2java.aot.instruction.Row.untranslated;
import static org.wasm2java.aot.instruction.Typing.lane;
import static org.wasm2java.aot.instruction.Typing.sig;
import static org.wasm2java.aot.type.NumberType.F32;
import static org.wasm2java.aot.type.NumberType.F64;
import static org.wasm2java.aot.type.NumberType.I32;
import static org.wasm2java.aot.type.NumberType.I64;
import static org.wasm2java.aot.type.VectorType.V128;

import org.wasm2java.aot.type.NumberType;

/**
 * Vector instructions, relaxed ones included.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/binary/instructions.html#vector-instructions">Binary
 *     format</a>
 */
public enum VectorOpcode implements Opcode {
  // Memory
  V128_LOAD(load(0, 16)),
  V128_LOAD8X8_S(load(1, 8)),
  V128_LOAD8X8_U(load(2, 8)),
  V128_LOAD16X4_S(load(3, 8)),
  V128_LOAD16X4_U(load(4, 8)),
  V128_LOAD32X2_S(load(5, 8)),
  V128_LOAD32X2_U(load(6, 8)),
  V128_LOAD8_SPLAT(load(7, 1)),
  V128_LOAD16_SPLAT(load(8, 2)),
  V128_LOAD32_SPLAT(load(9, 4)),
  V128_LOAD64_SPLAT(load(10, 8)),
  V128_STORE(store(11, 16)),
  V128_LOAD8_LANE(loadLane(84, 1)),
  V128_LOAD16_LANE(loadLane(85, 2)),
  V128_LOAD32_LANE(loadLane(86, 4)),
  V128_LOAD64_LANE(loadLane(87, 8)),
  V128_STORE8_LANE(storeLane(88, 1)),
  V128_STORE16_LANE(storeLane(89, 2)),
  V128_STORE32_LANE(storeLane(90, 4)),
  V128_STORE64_LANE(storeLane(91, 8)),
  V128_LOAD32_ZERO(load(92, 4)),
  V128_LOAD64_ZERO(load(93, 8)),
  // Constants and lanes
  V128_CONST(constant(12)),
  I8X16_SHUFFLE(shuffle(13)),
  I8X16_SWIZZLE(binary(14)),
  I8X16_SPLAT(splat(15, I32)),
  I16X8_SPLAT(splat(16, I32)),
  I32X4_SPLAT(splat(17, I32)),
  I64X2_SPLAT(splat(18, I64)),
  F32X4_SPLAT(splat(19, F32)),
  F64X2_SPLAT(splat(20, F64)),
  I8X16_EXTRACT_LANE_S(extract(21, I32)),
  I8X16_EXTRACT_LANE_U(extract(22, I32)),
  I8X16_REPLACE_LANE(replace(23, I32)),
  I16X8_EXTRACT_LANE_S(extract(24, I32)),
  I16X8_EXTRACT_LANE_U(extract(25, I32)),
  I16X8_REPLACE_LANE(replace(26, I32)),
  I32X4_EXTRACT_LANE(extract(27, I32)),
  I32X4_REPLACE_LANE(replace(28, I32)),
  I64X2_EXTRACT_LANE(extract(29, I64)),
  I64X2_REPLACE_LANE(replace(30, I64)),
  F32X4_EXTRACT_LANE(extract(31, F32)),
  F32X4_REPLACE_LANE(replace(32, F32)),
  F64X2_EXTRACT_LANE(extract(33, F64)),
  F64X2_REPLACE_LANE(replace(34, F64)),
  // Relations
  I8X16_EQ(binary(35)),
  I8X16_NE(binary(36)),
  I8X16_LT_S(binary(37)),
  I8X16_LT_U(binary(38)),
  I8X16_GT_S(binary(39)),
  I8X16_GT_U(binary(40)),
  I8X16_LE_S(binary(41)),
  I8X16_LE_U(binary(42)),
  I8X16_GE_S(binary(43)),
  I8X16_GE_U(binary(44)),
  I16X8_EQ(binary(45)),
  I16X8_NE(binary(46)),
  I16X8_LT_S(binary(47)),
  I16X8_LT_U(binary(48)),
  I16X8_GT_S(binary(49)),
  I16X8_GT_U(binary(50)),
  I16X8_LE_S(binary(51)),
  I16X8_LE_U(binary(52)),
  I16X8_GE_S(binary(53)),
  I16X8_GE_U(binary(54)),
  I32X4_EQ(binary(55)),
  I32X4_NE(binary(56)),
  I32X4_LT_S(binary(57)),
  I32X4_LT_U(binary(58)),
  I32X4_GT_S(binary(59)),
  I32X4_GT_U(binary(60)),
  I32X4_LE_S(binary(61)),
  I32X4_LE_U(binary(62)),
  I32X4_GE_S(binary(63)),
  I32X4_GE_U(binary(64)),
  F32X4_EQ(binary(65)),
  F32X4_NE(binary(66)),
  F32X4_LT(binary(67)),
  F32X4_GT(binary(68)),
  F32X4_LE(binary(69)),
  F32X4_GE(binary(70)),
  F64X2_EQ(binary(71)),
  F64X2_NE(binary(72)),
  F64X2_LT(binary(73)),
  F64X2_GT(binary(74)),
  F64X2_LE(binary(75)),
  F64X2_GE(binary(76)),
  I64X2_EQ(binary(214)),
  I64X2_NE(binary(215)),
  I64X2_LT_S(binary(216)),
  I64X2_GT_S(binary(217)),
  I64X2_LE_S(binary(218)),
  I64X2_GE_S(binary(219)),
  // Bitwise
  V128_NOT(unary(77)),
  V128_AND(binary(78)),
  V128_ANDNOT(binary(79)),
  V128_OR(binary(80)),
  V128_XOR(binary(81)),
  V128_BITSELECT(ternary(82)),
  V128_ANY_TRUE(test(83)),
  // Conversions between shapes
  F32X4_DEMOTE_F64X2_ZERO(unary(94)),
  F64X2_PROMOTE_LOW_F32X4(unary(95)),
  // Lane-wise
  I8X16_ABS(unary(96)),
  I8X16_NEG(unary(97)),
  I8X16_POPCNT(unary(98)),
  I8X16_ALL_TRUE(test(99)),
  I8X16_BITMASK(test(100)),
  I8X16_NARROW_I16X8_S(binary(101)),
  I8X16_NARROW_I16X8_U(binary(102)),
  F32X4_CEIL(unary(103)),
  F32X4_FLOOR(unary(104)),
  F32X4_TRUNC(unary(105)),
  F32X4_NEAREST(unary(106)),
  I8X16_SHL(shift(107)),
  I8X16_SHR_S(shift(108)),
  I8X16_SHR_U(shift(109)),
  I8X16_ADD(binary(110)),
  I8X16_ADD_SAT_S(binary(111)),
  I8X16_ADD_SAT_U(binary(112)),
  I8X16_SUB(binary(113)),
  I8X16_SUB_SAT_S(binary(114)),
  I8X16_SUB_SAT_U(binary(115)),
  F64X2_CEIL(unary(116)),
  F64X2_FLOOR(unary(117)),
  I8X16_MIN_S(binary(118)),
  I8X16_MIN_U(binary(119)),
  I8X16_MAX_S(binary(120)),
  I8X16_MAX_U(binary(121)),
  F64X2_TRUNC(unary(122)),
  I8X16_AVGR_U(binary(123)),
  I16X8_EXTADD_PAIRWISE_I8X16_S(unary(124)),
  I16X8_EXTADD_PAIRWISE_I8X16_U(unary(125)),
  I32X4_EXTADD_PAIRWISE_I16X8_S(unary(126)),
  I32X4_EXTADD_PAIRWISE_I16X8_U(unary(127)),
  I16X8_ABS(unary(128)),
  I16X8_NEG(unary(129)),
  I16X8_Q15MULR_SAT_S(binary(130)),
  I16X8_ALL_TRUE(test(131)),
  I16X8_BITMASK(test(132)),
  I16X8_NARROW_I32X4_S(binary(133)),
  I16X8_NARROW_I32X4_U(binary(134)),
  I16X8_EXTEND_LOW_I8X16_S(unary(135)),
  I16X8_EXTEND_HIGH_I8X16_S(unary(136)),
  I16X8_EXTEND_LOW_I8X16_U(unary(137)),
  I16X8_EXTEND_HIGH_I8X16_U(unary(138)),
  I16X8_SHL(shift(139)),
  I16X8_SHR_S(shift(140)),
  I16X8_SHR_U(shift(141)),
  I16X8_ADD(binary(142)),
  I16X8_ADD_SAT_S(binary(143)),
  I16X8_ADD_SAT_U(binary(144)),
  I16X8_SUB(binary(145)),
  I16X8_SUB_SAT_S(binary(146)),
  I16X8_SUB_SAT_U(binary(147)),
  F64X2_NEAREST(unary(148)),
  I16X8_MUL(binary(149)),
  I16X8_MIN_S(binary(150)),
  I16X8_MIN_U(binary(151)),
  I16X8_MAX_S(binary(152)),
  I16X8_MAX_U(binary(153)),
  I16X8_AVGR_U(binary(155)),
  I16X8_EXTMUL_LOW_I8X16_S(binary(156)),
  I16X8_EXTMUL_HIGH_I8X16_S(binary(157)),
  I16X8_EXTMUL_LOW_I8X16_U(binary(158)),
  I16X8_EXTMUL_HIGH_I8X16_U(binary(159)),
  I32X4_ABS(unary(160)),
  I32X4_NEG(unary(161)),
  I32X4_ALL_TRUE(test(163)),
  I32X4_BITMASK(test(164)),
  I32X4_EXTEND_LOW_I16X8_S(unary(167)),
  I32X4_EXTEND_HIGH_I16X8_S(unary(168)),
  I32X4_EXTEND_LOW_I16X8_U(unary(169)),
  I32X4_EXTEND_HIGH_I16X8_U(unary(170)),
  I32X4_SHL(shift(171)),
  I32X4_SHR_S(shift(172)),
  I32X4_SHR_U(shift(173)),
  I32X4_ADD(binary(174)),
  I32X4_SUB(binary(177)),
  I32X4_MUL(binary(181)),
  I32X4_MIN_S(binary(182)),
  I32X4_MIN_U(binary(183)),
  I32X4_MAX_S(binary(184)),
  I32X4_MAX_U(binary(185)),
  I32X4_DOT_I16X8_S(binary(186)),
  I32X4_EXTMUL_LOW_I16X8_S(binary(188)),
  I32X4_EXTMUL_HIGH_I16X8_S(binary(189)),
  I32X4_EXTMUL_LOW_I16X8_U(binary(190)),
  I32X4_EXTMUL_HIGH_I16X8_U(binary(191)),
  I64X2_ABS(unary(192)),
  I64X2_NEG(unary(193)),
  I64X2_ALL_TRUE(test(195)),
  I64X2_BITMASK(test(196)),
  I64X2_EXTEND_LOW_I32X4_S(unary(199)),
  I64X2_EXTEND_HIGH_I32X4_S(unary(200)),
  I64X2_EXTEND_LOW_I32X4_U(unary(201)),
  I64X2_EXTEND_HIGH_I32X4_U(unary(202)),
  I64X2_SHL(shift(203)),
  I64X2_SHR_S(shift(204)),
  I64X2_SHR_U(shift(205)),
  I64X2_ADD(binary(206)),
  I64X2_SUB(binary(209)),
  I64X2_MUL(binary(213)),
  I64X2_EXTMUL_LOW_I32X4_S(binary(220)),
  I64X2_EXTMUL_HIGH_I32X4_S(binary(221)),
  I64X2_EXTMUL_LOW_I32X4_U(binary(222)),
  I64X2_EXTMUL_HIGH_I32X4_U(binary(223)),
  F32X4_ABS(unary(224)),
  F32X4_NEG(unary(225)),
  F32X4_SQRT(unary(227)),
  F32X4_ADD(binary(228)),
  F32X4_SUB(binary(229)),
  F32X4_MUL(binary(230)),
  F32X4_DIV(binary(231)),
  F32X4_MIN(binary(232)),
  F32X4_MAX(binary(233)),
  F32X4_PMIN(binary(234)),
  F32X4_PMAX(binary(235)),
  F64X2_ABS(unary(236)),
  F64X2_NEG(unary(237)),
  F64X2_SQRT(unary(239)),
  F64X2_ADD(binary(240)),
  F64X2_SUB(binary(241)),
  F64X2_MUL(binary(242)),
  F64X2_DIV(binary(243)),
  F64X2_MIN(binary(244)),
  F64X2_MAX(binary(245)),
  F64X2_PMIN(binary(246)),
  F64X2_PMAX(binary(247)),
  I32X4_TRUNC_SAT_F32X4_S(unary(248)),
  I32X4_TRUNC_SAT_F32X4_U(unary(249)),
  F32X4_CONVERT_I32X4_S(unary(250)),
  F32X4_CONVERT_I32X4_U(unary(251)),
  I32X4_TRUNC_SAT_F64X2_S_ZERO(unary(252)),
  I32X4_TRUNC_SAT_F64X2_U_ZERO(unary(253)),
  F64X2_CONVERT_LOW_I32X4_S(unary(254)),
  F64X2_CONVERT_LOW_I32X4_U(unary(255)),
  // Relaxed
  I8X16_RELAXED_SWIZZLE(binary(256)),
  I32X4_RELAXED_TRUNC_F32X4_S(unary(257)),
  I32X4_RELAXED_TRUNC_F32X4_U(unary(258)),
  I32X4_RELAXED_TRUNC_F64X2_S_ZERO(unary(259)),
  I32X4_RELAXED_TRUNC_F64X2_U_ZERO(unary(260)),
  F32X4_RELAXED_MADD(ternary(261)),
  F32X4_RELAXED_NMADD(ternary(262)),
  F64X2_RELAXED_MADD(ternary(263)),
  F64X2_RELAXED_NMADD(ternary(264)),
  I8X16_RELAXED_LANESELECT(ternary(265)),
  I16X8_RELAXED_LANESELECT(ternary(266)),
  I32X4_RELAXED_LANESELECT(ternary(267)),
  I64X2_RELAXED_LANESELECT(ternary(268)),
  F32X4_RELAXED_MIN(binary(269)),
  F32X4_RELAXED_MAX(binary(270)),
  F64X2_RELAXED_MIN(binary(271)),
  F64X2_RELAXED_MAX(binary(272)),
  I16X8_RELAXED_Q15MULR_S(binary(273)),
  I16X8_RELAXED_DOT_I8X16_I7X16_S(binary(274)),
  I32X4_RELAXED_DOT_I8X16_I7X16_ADD_S(ternary(275));

  /** Numbers from here are of relaxed instructions. */
  private static final int FIRST_RELAXED = 0x100;

  private final Row row;

  VectorOpcode(Row row) {
    this.row = row.dotted(name());
  }

  private static Row row(int number, Immediates immediates, Typing typing, Effect effect) {
    Feature feature = number < FIRST_RELAXED ? SIMD : RELAXED_SIMD;
    return untranslated(prefixed(0xFD, number), immediates, feature).typed(typing, effect);
  }

  private static Row load(int number, int bytes) {
    return row(number, MEM_ARG, Typing.load(V128, bytes), READS);
  }

  private static Row store(int number, int bytes) {
    return row(number, MEM_ARG, Typing.store(V128, bytes), WRITES);
  }

  private static Row loadLane(int number, int bytes) {
    return row(number, MEM_ARG_LANE, lane(V128, bytes, true), READS);
  }

  private static Row storeLane(int number, int bytes) {
    return row(number, MEM_ARG_LANE, lane(V128, bytes, false), WRITES);
  }

  private static Row constant(int number) {
    return row(number, Immediates.V128, sig().to(V128), PURE);
  }

  private static Row shuffle(int number) {
    return row(number, LANES, sig(V128, V128).to(V128), PURE);
  }

  private static Row splat(int number, NumberType type) {
    return row(number, NONE, sig(type).to(V128), PURE);
  }

  private static Row extract(int number, NumberType type) {
    return row(number, LANE, sig(V128).to(type), PURE);
  }

  private static Row replace(int number, NumberType type) {
    return row(number, LANE, sig(V128, type).to(V128), PURE);
  }

  private static Row test(int number) {
    return row(number, NONE, sig(V128).to(I32), PURE);
  }

  private static Row shift(int number) {
    return row(number, NONE, sig(V128, I32).to(V128), PURE);
  }

  private static Row unary(int number) {
    return row(number, NONE, sig(V128).to(V128), PURE);
  }

  private static Row binary(int number) {
    return row(number, NONE, sig(V128, V128).to(V128), PURE);
  }

  private static Row ternary(int number) {
    return row(number, NONE, sig(V128, V128, V128).to(V128), PURE);
  }

  @Override
  public Row row() {
    return row;
  }

  @Override
  public Family family() {
    return Family.VECTOR;
  }
}
