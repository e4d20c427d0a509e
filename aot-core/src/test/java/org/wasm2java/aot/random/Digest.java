package org.wasm2java.aot.random;

import java.util.List;
import org.wasm2java.aot.WasmBytes;
import org.wasm2java.aot.random.RandomTypes.Definition;
import org.wasm2java.aot.random.RandomTypes.Field;
import org.wasm2java.aot.random.RandomTypes.Shape;
import org.wasm2java.aot.random.Type.Signature;

/**
 * The function that makes a number of a reference: it walks fields and elements, so that hosts see
 * what they cannot read.
 */
final class Digest {
  static final Signature SIGNATURE =
      new Signature(List.of(Type.nullable(Type.ANY), Type.I32), List.of(Type.I32));

  private static final int REFERENCE = 0;
  private static final int DEPTH = 1;
  private static final int SUM = 2;
  private static final int INDEX = 3;
  private static final int FIRST_OBJECT = 4;
  private static final int MOST_ELEMENTS = 5;

  private final RandomModule module;
  private final RandomTypes types;
  private final WasmBytes code = new WasmBytes();

  Digest(RandomModule module) {
    this.module = module;
    this.types = module.types();
  }

  /** Makes a number of the reference on top, as deep as told. */
  static void write(RandomModule module, WasmBytes code, Type type, int depth) {
    switch (module.types().top(type.heap())) {
      case Type.ANY -> code.u8(0x41, depth, 0x10).u32(module.digest());
      case Type.EXTERN -> {
        if (module.features().references()) {
          code.u8(0xFB, 26, 0x41, depth, 0x10).u32(module.digest());
        } else {
          code.u8(0xD1);
        }
      }
      default -> code.u8(0xD1);
    }
  }

  WasmBytes body() {
    WasmBytes body = new WasmBytes().u32(1 + types.size()).u8(2, 0x7F);
    for (int i = 0; i < types.size(); i++) {
      Type.nullable(i).write(body.u8(1));
    }
    code.u8(0x20, REFERENCE, 0xD1, 0x04, 0x40, 0x41, 1, 0x0F, 0x0B);
    code.u8(0x20, REFERENCE, 0xFB, 20).signed(Type.I31).u8(0x04, 0x40);
    code.u8(0x20, REFERENCE, 0xFB, 22).signed(Type.I31).u8(0xFB, 29, 0x41, 3, 0x6C, 0x0F, 0x0B);
    code.u8(0x20, DEPTH, 0x45, 0x04, 0x40, 0x41, 7, 0x0F, 0x0B);
    for (int i = types.size() - 1; i >= 0; i--) {
      if (types.get(i).shape() != Shape.FUNCTION) {
        known(i);
      }
    }
    code.u8(0x41, 11, 0x0B);
    return body.append(code);
  }

  /** Returns the sum of the fields or elements if the reference is of this type. */
  private void known(int type) {
    Definition definition = types.get(type);
    code.u8(0x20, REFERENCE, 0xFB, 20).signed(type).u8(0x04, 0x40);
    code.u8(0x20, REFERENCE, 0xFB, 23).signed(type).u8(0x21).u32(FIRST_OBJECT + type);
    code.u8(0x41).signed(type).u8(0x21, SUM);
    if (definition.shape() == Shape.STRUCT) {
      for (int i = 0; i < definition.fields().size(); i++) {
        int field = i;
        add(definition.fields().get(i), () -> object(type, 2, definition, field));
      }
    } else {
      elements(type, definition);
    }
    code.u8(0x20, SUM, 0x0F, 0x0B);
  }

  private void elements(int type, Definition definition) {
    code.u8(0x20).u32(FIRST_OBJECT + type).u8(0xFB, 15, 0x21, SUM, 0x41, 0, 0x21, INDEX);
    code.u8(0x02, 0x40, 0x03, 0x40);
    code.u8(0x20, INDEX, 0x20).u32(FIRST_OBJECT + type).u8(0xFB, 15, 0x4F, 0x0D, 1);
    code.u8(0x20, INDEX, 0x41, MOST_ELEMENTS, 0x4F, 0x0D, 1);
    add(definition.element(), () -> object(type, 11, definition, 0));
    code.u8(0x20, INDEX, 0x41, 1, 0x6A, 0x21, INDEX, 0x0C, 0, 0x0B, 0x0B);
  }

  private void object(int type, int get, Definition definition, int field) {
    code.u8(0x20).u32(FIRST_OBJECT + type);
    boolean isStruct = definition.shape() == Shape.STRUCT;
    if (!isStruct) {
      code.u8(0x20, INDEX);
    }
    int signed = definition.fields().get(field).packed() == 0 ? 0 : 1 + field % 2;
    code.u8(0xFB, get + signed).u32(type);
    if (isStruct) {
      code.u32(field);
    }
  }

  /** Adds a field, which can be read more than once, to the sum. */
  private void add(Field field, Runnable read) {
    code.u8(0x20, SUM, 0x41, 31, 0x6C);
    read.run();
    switch (field.type().form()) {
      case I32 -> {}
      case I64 -> code.u8(0xA7);
      case F32 -> code.u8(0x10, RandomModule.CANON_F32, 0xBC);
      case F64 -> code.u8(0x10, RandomModule.CANON_F64, 0xBD, 0x42, 32, 0x88, 0xA7);
      case REFERENCE -> deeper(field.type());
      case V128, F32X4, F64X2 -> {
        WrapperBody.half(code, 0);
        read.run();
        WrapperBody.half(code, 1).u8(0x85, 0xA7);
      }
    }
    code.u8(0x6A, 0x21, SUM);
  }

  private void deeper(Type type) {
    int top = types.top(type.heap());
    if (top == Type.FUNC || top == Type.EXN) {
      code.u8(0xD1);
      return;
    }
    if (top == Type.EXTERN) {
      code.u8(0xFB, 26);
    }
    code.u8(0x20, DEPTH, 0x41, 1, 0x6B, 0x10).u32(module.digest());
  }
}
