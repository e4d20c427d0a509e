package org.wasm2java.runtime.host;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleSupplier;
import java.util.function.DoubleToIntFunction;
import java.util.function.DoubleToLongFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.IntBinaryOperator;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.LongBinaryOperator;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.LongToDoubleFunction;
import java.util.function.LongToIntFunction;
import java.util.function.LongUnaryOperator;
import org.wasm2java.runtime.BoxedValues;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.runtime.ops.RawCall;
import org.wasm2java.runtime.type.FunctionType;

/** Host functions that are one of Java's functional interfaces over primitive types. */
abstract class PrimitiveHostFunction extends WasmFunction implements RawCall {
  private final FunctionType type;

  private PrimitiveHostFunction(String parameters, String results) {
    type = FunctionType.of(parameters, results);
  }

  @Override
  public final FunctionType type() {
    return type;
  }

  @Override
  public final Object[] call(Object... arguments) {
    BoxedValues.check(type, arguments);
    long result = rawCall(arguments);
    return type.results().isEmpty()
        ? new Object[0]
        : new Object[] {type.results().get(0).boxed(result)};
  }

  private long rawCall(Object[] arguments) {
    return switch (arguments.length) {
      case 0 -> raw0();
      case 1 -> raw1(bits(arguments, 0));
      default -> raw2(bits(arguments, 0), bits(arguments, 1));
    };
  }

  private long bits(Object[] arguments, int index) {
    return type.parameters().get(index).bits(arguments[index]);
  }

  static WasmFunction of(Runnable body) {
    return new PrimitiveHostFunction("", "") {
      @Override
      public long raw0() {
        body.run();
        return 0;
      }
    };
  }

  static WasmFunction of(IntSupplier body) {
    return new PrimitiveHostFunction("", "i32") {
      @Override
      public long raw0() {
        return body.getAsInt();
      }
    };
  }

  static WasmFunction of(LongSupplier body) {
    return new PrimitiveHostFunction("", "i64") {
      @Override
      public long raw0() {
        return body.getAsLong();
      }
    };
  }

  static WasmFunction of(DoubleSupplier body) {
    return new PrimitiveHostFunction("", "f64") {
      @Override
      public long raw0() {
        return Double.doubleToRawLongBits(body.getAsDouble());
      }
    };
  }

  static WasmFunction of(IntConsumer body) {
    return new PrimitiveHostFunction("i32", "") {
      @Override
      public long raw1(long a) {
        body.accept((int) a);
        return 0;
      }
    };
  }

  static WasmFunction of(LongConsumer body) {
    return new PrimitiveHostFunction("i64", "") {
      @Override
      public long raw1(long a) {
        body.accept(a);
        return 0;
      }
    };
  }

  static WasmFunction of(DoubleConsumer body) {
    return new PrimitiveHostFunction("f64", "") {
      @Override
      public long raw1(long a) {
        body.accept(Double.longBitsToDouble(a));
        return 0;
      }
    };
  }

  static WasmFunction of(IntUnaryOperator body) {
    return new PrimitiveHostFunction("i32", "i32") {
      @Override
      public long raw1(long a) {
        return body.applyAsInt((int) a);
      }
    };
  }

  static WasmFunction of(IntToLongFunction body) {
    return new PrimitiveHostFunction("i32", "i64") {
      @Override
      public long raw1(long a) {
        return body.applyAsLong((int) a);
      }
    };
  }

  static WasmFunction of(IntToDoubleFunction body) {
    return new PrimitiveHostFunction("i32", "f64") {
      @Override
      public long raw1(long a) {
        return Double.doubleToRawLongBits(body.applyAsDouble((int) a));
      }
    };
  }

  static WasmFunction of(LongToIntFunction body) {
    return new PrimitiveHostFunction("i64", "i32") {
      @Override
      public long raw1(long a) {
        return body.applyAsInt(a);
      }
    };
  }

  static WasmFunction of(LongUnaryOperator body) {
    return new PrimitiveHostFunction("i64", "i64") {
      @Override
      public long raw1(long a) {
        return body.applyAsLong(a);
      }
    };
  }

  static WasmFunction of(LongToDoubleFunction body) {
    return new PrimitiveHostFunction("i64", "f64") {
      @Override
      public long raw1(long a) {
        return Double.doubleToRawLongBits(body.applyAsDouble(a));
      }
    };
  }

  static WasmFunction of(DoubleToIntFunction body) {
    return new PrimitiveHostFunction("f64", "i32") {
      @Override
      public long raw1(long a) {
        return body.applyAsInt(Double.longBitsToDouble(a));
      }
    };
  }

  static WasmFunction of(DoubleToLongFunction body) {
    return new PrimitiveHostFunction("f64", "i64") {
      @Override
      public long raw1(long a) {
        return body.applyAsLong(Double.longBitsToDouble(a));
      }
    };
  }

  static WasmFunction of(DoubleUnaryOperator body) {
    return new PrimitiveHostFunction("f64", "f64") {
      @Override
      public long raw1(long a) {
        return Double.doubleToRawLongBits(body.applyAsDouble(Double.longBitsToDouble(a)));
      }
    };
  }

  static WasmFunction of(IntBinaryOperator body) {
    return new PrimitiveHostFunction("i32 i32", "i32") {
      @Override
      public long raw2(long a, long b) {
        return body.applyAsInt((int) a, (int) b);
      }
    };
  }

  static WasmFunction of(LongBinaryOperator body) {
    return new PrimitiveHostFunction("i64 i64", "i64") {
      @Override
      public long raw2(long a, long b) {
        return body.applyAsLong(a, b);
      }
    };
  }

  static WasmFunction of(DoubleBinaryOperator body) {
    return new PrimitiveHostFunction("f64 f64", "f64") {
      @Override
      public long raw2(long a, long b) {
        return Double.doubleToRawLongBits(
            body.applyAsDouble(Double.longBitsToDouble(a), Double.longBitsToDouble(b)));
      }
    };
  }
}
