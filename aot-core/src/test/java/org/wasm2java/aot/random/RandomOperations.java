package org.wasm2java.aot.random;

import java.util.Random;
import org.wasm2java.aot.WasmBytes;

/** Emits numeric instructions, constants and memory accesses, chosen at random. */
final class RandomOperations {
  /** Sizes of the lanes of constants, those with floats first. */
  private static final int[] LANE_BYTES = {4, 8, 1, 8, 1, 2, 4, 1};

  private static final int[] EXTREME_WORDS = {0, 1, -1, 0x7F, 0x80, 0xFF, 0x100, 0x7FFF, 0x8000};

  private final Random random;
  private final WasmBytes code;

  RandomOperations(Random random, WasmBytes code) {
    this.random = random;
    this.code = code;
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private int between(int first, int last) {
    return first + random.nextInt(last - first + 1);
  }

  void constant(Type type) {
    switch (type.form()) {
      case I32 -> code.u8(0x41).signed((int) integer());
      case I64 -> code.u8(0x42).signed(integer());
      case F32 -> code.u8(0x43).little(Float.floatToRawIntBits((float) real()), 4);
      case F64 -> code.u8(0x44).little(Double.doubleToRawLongBits(real()), 8);
      case REFERENCE -> code.u8(0xD0).signed(type.heap());
      case V128, F32X4, F64X2 -> {
        code.u8(0xFD, 12);
        lanes(type);
      }
    }
  }

  private void lanes(Type type) {
    int form = type == Type.F32X4 ? 0 : type == Type.F64X2 ? 1 : random.nextInt(8);
    long repeated = integer();
    for (int i = 0; i < 16; i += LANE_BYTES[form]) {
      long lane =
          switch (form) {
            case 0 -> Float.floatToRawIntBits((float) real());
            case 1 -> Double.doubleToRawLongBits(real());
            case 2, 3 -> repeated;
            case 4 -> random.nextInt(20);
            case 5 -> EXTREME_WORDS[random.nextInt(EXTREME_WORDS.length)];
            default -> integer();
          };
      code.little(lane, LANE_BYTES[form]);
    }
  }

  private long integer() {
    return switch (random.nextInt(8)) {
      case 0 -> 0;
      case 1 -> -1;
      case 2 -> Integer.MIN_VALUE;
      case 3 -> Long.MIN_VALUE;
      case 4 -> random.nextLong();
      default -> random.nextInt(200) - 20;
    };
  }

  private double real() {
    return switch (random.nextInt(9)) {
      case 0 -> 0.0;
      case 1 -> -0.0;
      case 2 -> Double.NaN;
      case 3 -> Double.POSITIVE_INFINITY;
      case 4 -> random.nextGaussian() * 1e18;
      case 5 -> random.nextInt(100);
      default -> random.nextGaussian() * 100;
    };
  }

  /** Combines the two values on top; returns the result's type. */
  Type binary(Type type) {
    if (chance(3)) {
      compare(type);
      return Type.I32;
    }
    return arithmetic(type);
  }

  void compare(Type type) {
    code.u8(
        switch (type.form()) {
          case I32 -> between(0x46, 0x4F);
          case I64 -> between(0x51, 0x5A);
          case F32 -> between(0x5B, 0x60);
          default -> between(0x61, 0x66);
        });
  }

  Type arithmetic(Type type) {
    switch (type.form()) {
      case I32 -> {
        int code32 = between(0x6A, 0x78);
        if (code32 >= 0x6D && code32 <= 0x70 && !chance(8)) {
          code.u8(0x41, 1, 0x72);
        }
        code.u8(code32);
      }
      case I64 -> {
        int code64 = between(0x7C, 0x8A);
        if (code64 >= 0x7F && code64 <= 0x82 && !chance(8)) {
          code.u8(0x42, 1, 0x84);
        }
        code.u8(code64);
      }
      case F32 -> code.u8(between(0x92, 0x97));
      default -> {
        if (chance(6)) {
          code.u8(0x10, RandomModule.CANON_F64, 0xA6);
        } else {
          code.u8(between(0xA0, 0xA5));
        }
      }
    }
    return type;
  }

  void sameTypeUnary(Type type) {
    switch (type.form()) {
      case I32 -> code.u8(chance(3) ? between(0xC0, 0xC1) : chance(3) ? 0x45 : between(0x67, 0x69));
      case I64 -> code.u8(chance(2) ? between(0xC2, 0xC4) : between(0x79, 0x7B));
      case F32 -> code.u8(between(0x8B, 0x91));
      default -> code.u8(between(0x99, 0x9F));
    }
  }

  /** Changes the value on top; returns the result's type. */
  Type unary(Type type) {
    if (type == Type.I64 && chance(2)) {
      code.u8(0x50);
      return Type.I32;
    }
    sameTypeUnary(type);
    return type;
  }

  /** Returns a type that {@link #convert} can make a value of {@code type} of. */
  Type conversionSource(Type type) {
    Type source = type;
    while (source == type) {
      source = Type.NUMBERS.get(random.nextInt(Type.NUMBERS.size()));
    }
    return source;
  }

  /** Converts the value on top; NaNs are made canonical where their bits would show. */
  void convert(Type from, Type to, Runnable canonicalize) {
    boolean toInteger = !to.isFloat();
    boolean reinterprets = from.load() - to.load() == 2 || to.load() - from.load() == 2;
    if (reinterprets && chance(3)) {
      canonicalize.run();
      code.u8(
          switch (from.form()) {
            case F32 -> 0xBC;
            case F64 -> 0xBD;
            case I32 -> 0xBE;
            default -> 0xBF;
          });
    } else if (toInteger && from.isFloat()) {
      truncate(from, to);
    } else if (toInteger) {
      code.u8(to == Type.I32 ? 0xA7 : between(0xAC, 0xAD));
    } else if (from.isFloat()) {
      code.u8(to == Type.F32 ? 0xB6 : 0xBB);
    } else {
      int first = to == Type.F32 ? 0xB2 : 0xB7;
      code.u8(first + (from == Type.I64 ? 2 : 0) + random.nextInt(2));
    }
  }

  private void truncate(Type from, Type to) {
    int variant = (from == Type.F64 ? 2 : 0) + random.nextInt(2);
    if (chance(15)) {
      code.u8((to == Type.I32 ? 0xA8 : 0xAE) + variant);
    } else {
      code.u8(0xFC, (to == Type.I32 ? 0 : 4) + variant);
    }
  }

  void load(Type type) {
    int opcode =
        switch (type.form()) {
          case I32 -> chance(2) ? type.load() : between(0x2C, 0x2F);
          case I64 -> chance(2) ? type.load() : between(0x30, 0x35);
          default -> type.load();
        };
    code.u8(opcode, 0);
    offset();
  }

  void store(Type type) {
    int opcode =
        switch (type.form()) {
          case I32 -> chance(2) ? type.store() : between(0x3A, 0x3B);
          case I64 -> chance(2) ? type.store() : between(0x3C, 0x3E);
          default -> type.store();
        };
    code.u8(opcode, 0);
    offset();
  }

  void offset() {
    switch (random.nextInt(12)) {
      case 0 -> code.u32(0x8000);
      case 1 -> code.u32(random.nextInt(100) == 0 ? 0xFFFFFFFFL : 17);
      case 2, 3, 4 -> code.u32(random.nextInt(64));
      default -> code.u32(0);
    }
  }
}
