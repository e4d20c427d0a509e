package org.wasm2java.aot.lane;

import java.util.Map;
import java.util.Optional;
import org.wasm2java.aot.instruction.Shape;
import org.wasm2java.aot.instruction.VectorForm;
import org.wasm2java.aot.instruction.VectorOpcode;
import org.wasm2java.aot.instruction.WordOperation;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.Local;

/**
 * Knows in which shape a vector comes by itself, if what gives it has one: the result of an
 * instruction on lanes has, a constant has none. Where it says truths, the vector comes as truths.
 */
final class NaturalShapes {
  private final Map<Local, Shape> locals;

  /** Knows the shapes of expressions over locals of these shapes. */
  NaturalShapes(Map<Local, Shape> locals) {
    this.locals = locals;
  }

  /** Returns the natural shape of a vector, or nothing if any will do. */
  Optional<Shape> of(Expr vector) {
    if (vector instanceof Expr.GetLocal get) {
      return Optional.ofNullable(locals.get(get.local()));
    }
    if (vector instanceof Expr.Select select) {
      return common(of(select.ifTrue()), of(select.ifFalse())).map(NaturalShapes::unmasked);
    }
    if (vector instanceof Expr.Load load) {
      return ofLoad(((VectorOpcode) load.opcode()).form());
    }
    return vector instanceof Expr.Vector operation ? of(operation) : Optional.empty();
  }

  private static Optional<Shape> ofLoad(VectorForm form) {
    if (form instanceof VectorForm.LoadHalf half
        && half.vector().form() instanceof VectorForm.Widen widen) {
      return widened(widen);
    }
    return form instanceof VectorForm.LoadNumber load && load.vector() == VectorOpcode.I8X16_SPLAT
        ? Optional.of(Shape.I64X2)
        : Optional.empty();
  }

  /** Lanes of 16 bits are as easily made in the one shape as in the other. */
  private static Optional<Shape> widened(VectorForm.Widen form) {
    return form.ofBytes() ? Optional.empty() : Optional.of(form.result());
  }

  private Optional<Shape> words(Expr.Vector operation, WordOperation word) {
    boolean integers = word.prefersIntegers();
    boolean halves = false;
    int vectors =
        operation.opcode().form() instanceof VectorForm.WordShift ? 1 : operation.operands().size();
    for (Expr operand : operation.operands().subList(0, vectors)) {
      Optional<Shape> given = of(operand);
      integers |= areWords(given);
      halves |= given.isPresent();
    }
    if (integers) {
      return Optional.of(Shape.I16X8);
    }
    return halves ? Optional.of(Shape.I64X2) : Optional.empty();
  }

  private Optional<Shape> of(Expr.Vector operation) {
    VectorForm form = operation.opcode().form();
    if (form instanceof VectorForm.Lanewise lanewise) {
      return Optional.of(lanewise.result());
    } else if (form instanceof VectorForm.Words words) {
      return words(operation, words.word());
    } else if (form instanceof VectorForm.WordShift shift) {
      return words(operation, shift.word());
    } else if (form instanceof VectorForm.Shift shift) {
      return Optional.of(shift.shape());
    } else if (form instanceof VectorForm.Splat splat) {
      boolean words = operation.opcode() == VectorOpcode.I16X8_SPLAT;
      return words ? Optional.empty() : Optional.of(splat.shape());
    } else if (form instanceof VectorForm.Replace replace) {
      return Optional.of(replaced(operation, replace));
    } else if (form instanceof VectorForm.Narrow narrow) {
      boolean words = narrow.operands() == Shape.I32X4;
      return words ? Optional.empty() : Optional.of(Shape.I64X2);
    } else if (form instanceof VectorForm.Swizzle) {
      return Optional.of(Shape.I64X2);
    } else if (form instanceof VectorForm.Widen widen) {
      boolean apart = widen.ofBytes() && operation.operands().stream().anyMatch(this::areBytes);
      return apart ? Optional.of(Shape.I16X8) : widened(widen);
    } else if (form instanceof VectorForm.Pairwise) {
      return Optional.of(Shape.I32X4);
    } else if (form instanceof VectorForm.LowOnly lowOnly) {
      return Optional.of(lowOnly.result());
    } else if (form instanceof VectorForm.Shuffle) {
      return shuffled(operation);
    } else if (form instanceof VectorForm.Bitwise) {
      return bitwise(operation);
    }
    return Optional.empty();
  }

  /** A lane can be replaced in every shape with lanes of that size. */
  private Shape replaced(Expr.Vector operation, VectorForm.Replace form) {
    Optional<Shape> natural = of(operation.operands().get(0));
    if (form.bits() == Short.SIZE && areWords(natural)) {
      return Shape.I16X8;
    }
    if (form.bits() == Byte.SIZE && areBytes(natural)) {
      return Shape.I8X16;
    }
    return natural.isPresent() && !natural.get().isMask() && natural.get().isAlike(form.shape())
        ? natural.get()
        : form.shape();
  }

  private Optional<Shape> shuffled(Expr.Vector operation) {
    ShuffledBytes bytes = ShuffledBytes.of(operation);
    Optional<Shape> natural =
        common(of(operation.operands().get(0)), of(operation.operands().get(1)))
            .map(NaturalShapes::unmasked);
    if (areWords(natural) && bytes.areGroups(2)) {
      return natural;
    }
    if (bytes.areWordsApart() && natural.isPresent() && natural.get().isAlike(Shape.I32X4)) {
      return Optional.of(Shape.I16X8);
    }
    if (!bytes.areGroups(4)) {
      return areBytes(natural) ? natural : Shuffles.preferred(operation);
    }
    if (natural.isPresent() && (natural.get().lanes() >= 4 || bytes.areGroups(8))) {
      return natural;
    }
    return bytes.areGroups(8) ? Optional.empty() : Optional.of(Shape.I32X4);
  }

  private Optional<Shape> bitwise(Expr.Vector operation) {
    int last = operation.operands().size() - 1;
    Optional<Shape> control = of(operation.operands().get(last));
    Optional<Shape> shape = of(operation.operands().get(0));
    if (last == 2) {
      shape = common(shape, of(operation.operands().get(1)));
      return control.isPresent() && control.get().isMask()
          ? shape.map(NaturalShapes::unmasked).filter(control.get()::isAlike)
          : shape.map(NaturalShapes::integers);
    }
    if (last == 1 && shape.isPresent() && control.isPresent() && shape.get() != control.get()) {
      return areBytes(shape)
          ? control.map(NaturalShapes::integers)
          : chosenByMask(shape.get(), control.get());
    }
    boolean truths = shape.isPresent() && shape.get().isMask() && shape.equals(control);
    return truths ? shape : common(shape, control).map(NaturalShapes::integers);
  }

  /** Of a truth and a lane, the operation gives the lane or zero, in the lane's shape. */
  private static Optional<Shape> chosenByMask(Shape first, Shape second) {
    Shape other = first.isMask() ? second : first;
    boolean mask = first.isMask() || second.isMask();
    return Optional.of(mask && first.isAlike(second) ? other : integers(other));
  }

  private static Optional<Shape> common(Optional<Shape> first, Optional<Shape> second) {
    return first.isPresent() ? first : second;
  }

  /** Returns the shape of integers with as many lanes. */
  static Shape integers(Shape shape) {
    return switch (shape) {
      case I64X2, F64X2, B64X2 -> Shape.I64X2;
      case I32X4, F32X4, B32X4 -> Shape.I32X4;
      case I16X8 -> Shape.I16X8;
      case I8X16 -> Shape.I8X16;
    };
  }

  /** Returns the wanted shape if its lanes are as large as those of another shape, else that. */
  static Shape alike(Shape shape, Optional<Shape> wanted) {
    return wanted.map(NaturalShapes::unmasked).filter(shape::isAlike).orElse(shape);
  }

  /** Returns whether lanes are known to be of 16 bits in integers. */
  static boolean areWords(Optional<Shape> shape) {
    return shape.isPresent() && shape.get() == Shape.I16X8;
  }

  /** Returns whether lanes are known to be bytes in integers. */
  static boolean areBytes(Optional<Shape> shape) {
    return shape.isPresent() && shape.get() == Shape.I8X16;
  }

  /** Returns whether a vector comes as bytes in integers. */
  boolean areBytes(Expr vector) {
    return areBytes(of(vector));
  }

  /** Returns the shape itself, or that of integers for truths. */
  static Shape unmasked(Shape shape) {
    return shape.isMask() ? integers(shape) : shape;
  }
}
