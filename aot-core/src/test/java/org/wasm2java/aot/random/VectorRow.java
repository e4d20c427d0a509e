package org.wasm2java.aot.random;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.wasm2java.aot.instruction.Feature;
import org.wasm2java.aot.instruction.Shape;
import org.wasm2java.aot.instruction.Typing;
import org.wasm2java.aot.instruction.VectorForm;
import org.wasm2java.aot.instruction.VectorOpcode;
import org.wasm2java.aot.type.NumberType;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.aot.type.VectorType;

/**
 * A vector instruction with the types that random modules tell apart: instructions on lanes of
 * floats neither show the bits of a NaN nor promise them.
 *
 * @param operands without the address of an access
 * @param result none for a store
 */
record VectorRow(VectorOpcode opcode, List<Type> operands, Optional<Type> result) {
  private static final List<VectorRow> ALL =
      Arrays.stream(VectorOpcode.values()).map(VectorRow::of).toList();

  /** Returns the rows of all vector instructions, relaxed ones only if asked for. */
  static List<VectorRow> all(boolean relaxed) {
    return ALL.stream().filter(row -> relaxed || !row.isRelaxed()).toList();
  }

  private static VectorRow of(VectorOpcode opcode) {
    Type from = operandType(opcode.form());
    Type to = resultType(opcode.form());
    if (opcode.typing() instanceof Typing.Access access) {
      return of(opcode, access.operands(), access.results(), Type.V128, Type.V128);
    }
    Typing.Signature signature = (Typing.Signature) opcode.typing();
    return of(opcode, signature.operands(), signature.results(), from, to);
  }

  private static VectorRow of(
      VectorOpcode opcode, List<ValueType> operands, List<ValueType> results, Type from, Type to) {
    List<Type> taken = new ArrayList<>();
    operands.forEach(operand -> taken.add(type(operand, from)));
    return new VectorRow(opcode, taken, results.stream().map(type -> type(type, to)).findFirst());
  }

  private static Type type(ValueType type, Type vector) {
    return type == VectorType.V128 ? vector : Type.ofName(((NumberType) type).name());
  }

  private static Type operandType(VectorForm form) {
    if (form instanceof VectorForm.Lanewise lanes) {
      return type(lanes.operands());
    } else if (form instanceof VectorForm.Widen widen) {
      return type(widen.operands());
    } else if (form instanceof VectorForm.LowOnly low) {
      return type(low.operands());
    } else if (form instanceof VectorForm.Extract extract) {
      return type(extract.shape());
    } else if (form instanceof VectorForm.Replace replace) {
      return type(replace.shape());
    }
    return Type.V128;
  }

  private static Type resultType(VectorForm form) {
    if (form instanceof VectorForm.Lanewise lanes) {
      return type(lanes.result());
    } else if (form instanceof VectorForm.Widen widen) {
      return type(widen.result());
    } else if (form instanceof VectorForm.LowOnly low) {
      return type(low.result());
    } else if (form instanceof VectorForm.Splat splat) {
      return type(splat.shape());
    } else if (form instanceof VectorForm.Replace replace) {
      return type(replace.shape());
    }
    return Type.V128;
  }

  private static Type type(Shape shape) {
    return switch (shape) {
      case F32X4 -> Type.F32X4;
      case F64X2 -> Type.F64X2;
      case I64X2, I8X16, I16X8, I32X4, B64X2, B32X4 -> Type.V128;
    };
  }

  private boolean isRelaxed() {
    return opcode.row().feature() == Feature.RELAXED_SIMD;
  }

  /** Returns whether an address comes first. */
  boolean accesses() {
    return opcode.typing() instanceof Typing.Access;
  }

  /** Returns how many bytes of memory are accessed. */
  int bytes() {
    return ((Typing.Access) opcode.typing()).bytes();
  }

  /** Returns whether the result's lanes, as wide as those of a type, are all ones or zeros. */
  boolean comparesLanesOf(Type type) {
    if (!(opcode.form() instanceof VectorForm.Lanewise lanes) || !lanes.result().isMask()) {
      return false;
    }
    int count = lanes.result().lanes();
    return type == Type.V128 || count == (type == Type.F32X4 ? 4 : 2);
  }

  /** Returns how many lanes an immediate can name. */
  int lanes() {
    if (opcode.form() instanceof VectorForm.Extract extract) {
      return 128 / extract.bits();
    } else if (opcode.form() instanceof VectorForm.Replace replace) {
      return 128 / replace.bits();
    }
    return 16 / bytes();
  }
}
