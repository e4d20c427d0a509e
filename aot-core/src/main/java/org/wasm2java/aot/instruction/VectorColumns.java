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
import static org.wasm2java.aot.instruction.JavaForm.call;
import static org.wasm2java.aot.instruction.Opcode.prefixed;
import static org.wasm2java.aot.instruction.Typing.sig;
import static org.wasm2java.aot.type.NumberType.I32;
import static org.wasm2java.aot.type.VectorType.V128;

import java.util.Collections;
import java.util.Optional;
import org.wasm2java.aot.type.NumberType;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.runtime.ops.I16x8Ops;
import org.wasm2java.runtime.ops.I32x4Ops;
import org.wasm2java.runtime.ops.I8x16Ops;

/**
 * The columns of a vector instruction's row, in the making: one method for each kind of row.
 *
 * @param row the columns that all instructions have
 * @param form how it works on lanes
 * @param lane the instruction whose Java form computes a lane, if it is not its own
 */
record VectorColumns(Row row, VectorForm form, Optional<Opcode> lane) {
  /** Numbers from here are of relaxed instructions. */
  private static final int FIRST_RELAXED = 0x100;

  /** Returns the columns of an instruction with a Java form of its own for a lane or a half. */
  private static VectorColumns columns(
      int number, Immediates immediates, Typing typing, VectorForm form, JavaForm lane) {
    return new VectorColumns(row(number, immediates, typing, PURE, lane), form, Optional.empty());
  }

  /** Returns the columns of an instruction that does to each lane what another one does. */
  private static VectorColumns columns(int number, Typing typing, VectorForm form, Opcode lane) {
    return new VectorColumns(
        row(number, NONE, typing, PURE, lane.javaForm()), form, Optional.of(lane));
  }

  private static VectorColumns structural(
      int number, Immediates immediates, Typing typing, VectorForm form) {
    return columns(number, immediates, typing, form, JavaForm.STRUCTURAL);
  }

  private static VectorColumns access(
      int number, Immediates immediates, Typing typing, Effect effect, VectorForm form) {
    Row row = row(number, immediates, typing, effect, JavaForm.STRUCTURAL);
    return new VectorColumns(row, form, Optional.empty());
  }

  private static Row row(
      int number, Immediates immediates, Typing typing, Effect effect, JavaForm javaForm) {
    Feature feature = number < FIRST_RELAXED ? SIMD : RELAXED_SIMD;
    return new Row(prefixed(0xFD, number), "", immediates, typing, effect, javaForm, feature);
  }

  private static Typing vectors(int count) {
    return sig(Collections.nCopies(count, V128).toArray(ValueType[]::new)).to(V128);
  }

  static VectorColumns load(int number, int bytes, VectorForm form) {
    return access(number, MEM_ARG, Typing.load(V128, bytes), READS, form);
  }

  static VectorColumns store(int number, int bytes) {
    return access(number, MEM_ARG, Typing.store(V128, bytes), WRITES, new VectorForm.Whole());
  }

  static VectorColumns loadLane(int number, int bytes, AccessOpcode load, VectorOpcode replacing) {
    VectorForm form = new VectorForm.Lane(load, replacing);
    return access(number, MEM_ARG_LANE, Typing.lane(V128, bytes, true), READS, form);
  }

  static VectorColumns storeLane(
      int number, int bytes, AccessOpcode store, VectorOpcode extracting) {
    VectorForm form = new VectorForm.Lane(store, extracting);
    return access(number, MEM_ARG_LANE, Typing.lane(V128, bytes, false), WRITES, form);
  }

  static VectorColumns constant(int number) {
    return structural(number, Immediates.V128, sig().to(V128), new VectorForm.Constant());
  }

  static VectorColumns shuffle(int number) {
    return columns(
        number, LANES, vectors(2), new VectorForm.Shuffle(), call(I8x16Ops.class, "shuffle"));
  }

  static VectorColumns swizzle(int number) {
    return columns(
        number, NONE, vectors(2), new VectorForm.Swizzle(), call(I8x16Ops.class, "swizzle"));
  }

  static VectorColumns splat(int number, NumberType type, Shape shape) {
    return structural(number, NONE, sig(type).to(V128), new VectorForm.Splat(shape));
  }

  static VectorColumns splat(int number, NumberType type, Shape shape, JavaForm half) {
    return columns(number, NONE, sig(type).to(V128), new VectorForm.Splat(shape), half);
  }

  static VectorColumns extract(int number, NumberType type, Shape shape, int bits, boolean signed) {
    VectorForm form = new VectorForm.Extract(shape, bits, signed);
    return structural(number, LANE, sig(V128).to(type), form);
  }

  static VectorColumns replace(int number, NumberType type, Shape shape, int bits) {
    VectorForm form = new VectorForm.Replace(shape, bits);
    return structural(number, LANE, sig(V128, type).to(V128), form);
  }

  static VectorColumns reduce(int number, Shape shape, JavaForm all) {
    return columns(number, NONE, sig(V128).to(I32), new VectorForm.Reduce(shape), all);
  }

  static VectorColumns shift(int number, Shape shape, JavaForm half) {
    return columns(number, NONE, sig(V128, I32).to(V128), new VectorForm.Shift(shape), half);
  }

  static VectorColumns shift(int number, Shape shape, Opcode lane) {
    return columns(number, sig(V128, I32).to(V128), new VectorForm.Shift(shape), lane);
  }

  static VectorColumns lanes(int number, int vectors, Shape from, Shape to, JavaForm lane) {
    return columns(number, NONE, vectors(vectors), new VectorForm.Lanewise(from, to), lane);
  }

  static VectorColumns lanes(int number, int vectors, Shape from, Shape to, Opcode lane) {
    return columns(number, vectors(vectors), new VectorForm.Lanewise(from, to), lane);
  }

  static VectorColumns bitwise(int number, int vectors) {
    return structural(number, NONE, vectors(vectors), new VectorForm.Bitwise());
  }

  static VectorColumns narrow(int number, Shape from, boolean signed, JavaForm half) {
    return columns(number, NONE, vectors(2), new VectorForm.Narrow(from, signed), half);
  }

  static VectorColumns widen(int number, int vectors, VectorForm.Widen form, JavaForm lane) {
    return columns(number, NONE, vectors(vectors), form, lane);
  }

  static VectorColumns widen(int number, int vectors, VectorForm.Widen form, Opcode lane) {
    return columns(number, vectors(vectors), form, lane);
  }

  static VectorColumns pairwise(int number, int vectors, String method) {
    VectorForm form = new VectorForm.Pairwise(vectors == 3, !method.endsWith("U"));
    return columns(number, NONE, vectors(vectors), form, call(I32x4Ops.class, method));
  }

  static VectorColumns words(int number, WordOperation word, String method) {
    VectorForm form = new VectorForm.Words(word);
    return columns(number, NONE, vectors(word.vectors()), form, call(I16x8Ops.class, method));
  }

  static VectorColumns wordShift(int number, WordOperation word, String method) {
    VectorForm form = new VectorForm.WordShift(word);
    return columns(number, NONE, sig(V128, I32).to(V128), form, call(I16x8Ops.class, method));
  }

  static VectorColumns lowOnly(int number, Shape from, Shape to, Opcode lane) {
    return columns(number, vectors(1), new VectorForm.LowOnly(from, to), lane);
  }
}
