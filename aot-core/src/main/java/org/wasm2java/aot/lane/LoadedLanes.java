package org.wasm2java.aot.lane;

import static org.wasm2java.aot.instruction.AccessOpcode.F32_LOAD;
import static org.wasm2java.aot.instruction.AccessOpcode.F32_STORE;
import static org.wasm2java.aot.instruction.AccessOpcode.F64_LOAD;
import static org.wasm2java.aot.instruction.AccessOpcode.F64_STORE;
import static org.wasm2java.aot.instruction.AccessOpcode.I32_LOAD;
import static org.wasm2java.aot.instruction.AccessOpcode.I32_LOAD16_S;
import static org.wasm2java.aot.instruction.AccessOpcode.I32_LOAD8_U;
import static org.wasm2java.aot.instruction.AccessOpcode.I32_STORE;
import static org.wasm2java.aot.instruction.AccessOpcode.I32_STORE8;
import static org.wasm2java.aot.instruction.AccessOpcode.I64_LOAD;
import static org.wasm2java.aot.instruction.AccessOpcode.I64_STORE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.wasm2java.aot.instruction.AccessOpcode;
import org.wasm2java.aot.instruction.Shape;
import org.wasm2java.aot.instruction.Typing;
import org.wasm2java.aot.instruction.VectorForm;
import org.wasm2java.aot.instruction.VectorOpcode;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Stmt;

/** Writes loads and stores of vectors as those of their lanes. */
final class LoadedLanes {
  private final Steps steps;
  private final ByteLanes bytes;

  LoadedLanes(Steps steps) {
    this.bytes = new ByteLanes(steps.ranges());
    this.steps = steps;
  }

  /**
   * Returns what a load gives, in lanes of its own choice.
   *
   * @param address the rewritten address
   * @param wanted in which shape it is asked for, if in any
   */
  Lanes load(Expr.Load load, Expr address, Optional<Shape> wanted) {
    VectorForm form = ((VectorOpcode) load.opcode()).form();
    if (form instanceof VectorForm.LoadNumber splat) {
      return splat(load, splat, address, wanted);
    } else if (form instanceof VectorForm.LoadZero zero) {
      return zero(load, zero, address, wanted);
    } else if (form instanceof VectorForm.LoadHalf half) {
      return half(load, half, address, wanted);
    }
    Shape shape = wanted.map(LoadedLanes::loaded).orElse(Shape.I64X2);
    Expr place = steps.named(address);
    int size = 2 * Long.BYTES / shape.lanes();
    List<Expr> lanes = new ArrayList<>();
    for (int i = 0; i < shape.lanes(); i++) {
      lanes.add(number(load, loadOf(shape), place, i * size));
    }
    return new Lanes(shape, lanes);
  }

  private Lanes splat(
      Expr.Load load, VectorForm.LoadNumber form, Expr address, Optional<Shape> wanted) {
    Shape shape = ((VectorForm.Splat) form.vector().form()).shape();
    if (form.vector() == VectorOpcode.I16X8_SPLAT && NaturalShapes.areWords(wanted)) {
      Expr number = steps.named(number(load, I32_LOAD16_S, address, 0));
      return new Lanes(Shape.I16X8, Collections.nCopies(Shape.I16X8.lanes(), number));
    }
    if (form.number() == loadOf(shape)) {
      Shape chosen = NaturalShapes.alike(shape, wanted);
      Expr number = steps.named(number(load, loadOf(chosen), address, 0));
      return new Lanes(chosen, Collections.nCopies(chosen.lanes(), number));
    }
    Expr number = number(load, form.number(), address, 0);
    Expr half = steps.renamed(Scalars.operation(form.vector(), shape.lane(), List.of(number)));
    return new Lanes(shape, List.of(half, half));
  }

  private static Lanes zero(
      Expr.Load load, VectorForm.LoadZero form, Expr address, Optional<Shape> wanted) {
    Shape shape = NaturalShapes.alike(((VectorForm.Splat) form.vector().form()).shape(), wanted);
    List<Expr> lanes =
        new ArrayList<>(Collections.nCopies(shape.lanes(), Scalars.zero(shape.lane())));
    lanes.set(0, number(load, loadOf(shape), address, 0));
    return new Lanes(shape, lanes);
  }

  private Lanes half(
      Expr.Load load, VectorForm.LoadHalf form, Expr address, Optional<Shape> wanted) {
    VectorForm.Widen widen = (VectorForm.Widen) form.vector().form();
    if (widen.ofBytes() && NaturalShapes.areWords(wanted)) {
      Expr half = steps.renamed(number(load, I64_LOAD, address, 0));
      return new Lanes(Shape.I16X8, bytes.widened(bytes.ofHalf(half), widen.signed()));
    }
    Shape result = widen.result();
    List<Expr> lanes = new ArrayList<>();
    if (widen.byPart()) {
      Expr half = steps.renamed(number(load, I64_LOAD, address, 0));
      for (int part = 0; part < result.lanes(); part++) {
        List<Expr> operands = List.of(half, Scalars.constant(part));
        lanes.add(Scalars.operation(form.vector().lane(), result.lane(), operands));
      }
    } else {
      Expr place = steps.named(address);
      for (int i = 0; i < result.lanes(); i++) {
        Expr number = number(load, loadOf(widen.operands()), place, i * Integer.BYTES);
        lanes.add(Scalars.operation(form.vector().lane(), result.lane(), List.of(number)));
      }
    }
    return new Lanes(result, lanes);
  }

  private static Expr number(Expr.Load load, AccessOpcode opcode, Expr address, int beyond) {
    Typing.Access typing = (Typing.Access) opcode.typing();
    return new Expr.Load(
        opcode,
        Carrier.single(typing.results().get(0)),
        load.bytes(),
        load.offset() + beyond,
        address,
        load.nonNegative(),
        load.style(),
        load.at());
  }

  /** Stores lanes; the highest goes first, so that a store that traps has written nothing. */
  void store(Stmt.Store store, Expr address, Lanes lanes) {
    Expr place = steps.named(address);
    int size = 2 * Long.BYTES / lanes.shape().lanes();
    for (int i = lanes.shape().lanes() - 1; i >= 0; i--) {
      steps.add(
          new Stmt.Store(
              storeOf(lanes.shape()),
              store.bytes(),
              store.offset() + i * size,
              place,
              lanes.get(i),
              store.nonNegative(),
              store.style(),
              store.at()));
    }
  }

  /** Bytes are as well loaded one by one as taken from halves. */
  private static Shape loaded(Shape shape) {
    return shape == Shape.I8X16 ? shape : shape.inMemory();
  }

  private static AccessOpcode loadOf(Shape shape) {
    return switch (shape) {
      case I8X16 -> I32_LOAD8_U;
      case I64X2 -> I64_LOAD;
      case I32X4 -> I32_LOAD;
      case F32X4 -> F32_LOAD;
      case F64X2 -> F64_LOAD;
      case I16X8, B64X2, B32X4 -> throw notInMemory(shape);
    };
  }

  private static AccessOpcode storeOf(Shape shape) {
    return switch (shape) {
      case I8X16 -> I32_STORE8;
      case I64X2 -> I64_STORE;
      case I32X4 -> I32_STORE;
      case F32X4 -> F32_STORE;
      case F64X2 -> F64_STORE;
      case I16X8, B64X2, B32X4 -> throw notInMemory(shape);
    };
  }

  private static IllegalArgumentException notInMemory(Shape shape) {
    return new IllegalArgumentException("lanes of " + shape + " are not in memory");
  }
}
