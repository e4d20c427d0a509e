package org.wasm2java.aot.random;

import java.util.List;
import java.util.Random;
import org.wasm2java.aot.WasmBytes;
import org.wasm2java.aot.random.RandomTypes.Definition;
import org.wasm2java.aot.random.RandomTypes.Field;
import org.wasm2java.aot.random.RandomTypes.Shape;

/** Writes small constant expressions of any type, also where globals and segments begin. */
final class GroundValues {
  private final RandomModule module;
  private final RandomTypes types;
  private final Random random;

  GroundValues(RandomModule module, Random random) {
    this.module = module;
    this.types = module.types();
    this.random = random;
  }

  void write(WasmBytes code, Type type) {
    if (!type.isReference()) {
      new RandomOperations(random, code).constant(type);
    } else if (type.nullable() && (RandomTypes.hasOnlyNull(type) || random.nextInt(3) == 0)) {
      nothing(code, type.heap());
    } else {
      reference(code, type.heap());
    }
  }

  private void nothing(WasmBytes code, int heap) {
    int bottom =
        switch (types.top(heap)) {
          case Type.ANY -> Type.NONE;
          case Type.FUNC -> Type.NO_FUNC;
          case Type.EXTERN -> Type.NO_EXTERN;
          default -> heap;
        };
    code.u8(0xD0).signed(random.nextInt(3) == 0 ? bottom : heap);
  }

  /** A value that is not null; it is made of types before its own alone, or of none. */
  private void reference(WasmBytes code, int heap) {
    switch (heap) {
      case Type.ANY, Type.EQ, Type.I31 ->
          code.u8(0x41).signed(random.nextInt(100) - 50).u8(0xFB, 28);
      case Type.STRUCT -> aggregate(code, types.shaped(Shape.STRUCT).get(0));
      case Type.ARRAY -> aggregate(code, types.shaped(Shape.ARRAY).get(0));
      case Type.EXTERN -> {
        reference(code, Type.ANY);
        code.u8(0xFB, 27);
      }
      default -> {
        if (types.heapMatches(heap, Type.FUNC)) {
          List<Integer> functions = module.functions(heap);
          code.u8(0xD2).u32(functions.get(random.nextInt(functions.size())));
        } else {
          aggregate(code, heap);
        }
      }
    }
  }

  private void aggregate(WasmBytes code, int index) {
    Definition definition = types.get(index);
    for (Field field : definition.fields()) {
      Type type = field.type();
      if (type.isReference() && type.nullable()) {
        nothing(code, type.heap()); // what may be null may be of this type itself
      } else {
        write(code, type);
      }
    }
    if (definition.shape() == Shape.STRUCT) {
      code.u8(0xFB, 0).u32(index);
    } else {
      code.u8(0x41, random.nextInt(8) == 0 ? 1 : 4, 0xFB, 6).u32(index);
    }
  }
}
