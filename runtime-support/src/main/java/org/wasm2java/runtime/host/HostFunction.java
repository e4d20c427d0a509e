package org.wasm2java.runtime.host;

import org.wasm2java.runtime.BoxedValues;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.runtime.internal.Rethrow;
import org.wasm2java.runtime.ops.RawCall;
import org.wasm2java.runtime.type.FunctionType;
import org.wasm2java.runtime.type.ValueType;

/**
 * A host function of any type. Each instance that imports it calls an own copy that knows it; a
 * copy keeps its {@link HostCall} for the next call, which takes another one only while the first
 * is in use.
 *
 * <pre>{@code
 * WasmFunction add = HostFunction.boxed(
 *     FunctionType.of("i32 i32", "i32"), args -> new Object[] {(int) args[0] + (int) args[1]});
 * store.define("env", "add", add);
 * }</pre>
 */
public sealed class HostFunction extends WasmFunction permits HostFunction.OfNumbers {
  private final FunctionType type;
  private final HostFunctionBody body;
  private final Instance caller;
  private HostCall free;

  private HostFunction(FunctionType type, HostFunctionBody body, Instance caller) {
    this.type = type;
    this.body = body;
    this.caller = caller;
  }

  /** Returns a function whose body finds its arguments in a {@link HostCall}. */
  public static WasmFunction of(FunctionType type, HostFunctionBody body) {
    return of(type, body, null);
  }

  /** Returns a function whose body takes and gives boxed values. */
  public static WasmFunction boxed(FunctionType type, BoxedBody body) {
    return new BoxedHostFunction(type, body);
  }

  private static HostFunction of(FunctionType type, HostFunctionBody body, Instance caller) {
    boolean numbers =
        type.parameters().size() <= RawCall.MAX_PARAMETERS
            && type.results().size() <= 1
            && type.parameters().stream().allMatch(ValueType::isNumber)
            && type.results().stream().allMatch(ValueType::isNumber);
    return numbers ? new OfNumbers(type, body, caller) : new HostFunction(type, body, caller);
  }

  @Override
  protected WasmFunction forCaller(Instance importer) {
    return of(type, body, importer);
  }

  @Override
  public final FunctionType type() {
    return type;
  }

  @Override
  public final Object[] call(Object... arguments) {
    BoxedValues.check(type, arguments);
    HostCall call = take();
    call.arguments(arguments);
    run(call);
    Object[] results = call.results();
    giveBack(call);
    return results;
  }

  /** Returns a call that nobody uses; a copy without an instance may be called by any thread. */
  final HostCall take() {
    HostCall call = free;
    if (call == null || caller == null) {
      return new HostCall(type, caller);
    }
    free = null;
    return call;
  }

  final void run(HostCall call) {
    try {
      body.run(call);
    } catch (Throwable e) {
      throw Rethrow.unchecked(e);
    }
  }

  final void giveBack(HostCall call) {
    call.clear();
    free = call;
  }

  /** A host function that numbers alone go to and come from, so that nothing is boxed. */
  static final class OfNumbers extends HostFunction implements RawCall {
    OfNumbers(FunctionType type, HostFunctionBody body, Instance caller) {
      super(type, body, caller);
    }

    private long finish(HostCall call) {
      run(call);
      long result = call.numberResult();
      giveBack(call);
      return result;
    }

    @Override
    public long raw0() {
      return finish(take());
    }

    @Override
    public long raw1(long a) {
      HostCall call = take();
      call.number(0, a);
      return finish(call);
    }

    @Override
    public long raw2(long a, long b) {
      HostCall call = take();
      call.number(0, a);
      call.number(1, b);
      return finish(call);
    }

    @Override
    public long raw3(long a, long b, long c) {
      HostCall call = take();
      call.number(0, a);
      call.number(1, b);
      call.number(2, c);
      return finish(call);
    }

    private HostCall four(long a, long b, long c, long d) {
      HostCall call = take();
      call.number(0, a);
      call.number(1, b);
      call.number(2, c);
      call.number(3, d);
      return call;
    }

    @Override
    public long raw4(long a, long b, long c, long d) {
      return finish(four(a, b, c, d));
    }

    @Override
    public long raw5(long a, long b, long c, long d, long e) {
      HostCall call = four(a, b, c, d);
      call.number(4, e);
      return finish(call);
    }

    @Override
    public long raw6(long a, long b, long c, long d, long e, long f) {
      HostCall call = four(a, b, c, d);
      call.number(4, e);
      call.number(5, f);
      return finish(call);
    }

    @Override
    public long raw7(long a, long b, long c, long d, long e, long f, long g) {
      HostCall call = four(a, b, c, d);
      call.number(4, e);
      call.number(5, f);
      call.number(6, g);
      return finish(call);
    }

    @Override
    public long raw8(long a, long b, long c, long d, long e, long f, long g, long h) {
      HostCall call = four(a, b, c, d);
      call.number(4, e);
      call.number(5, f);
      call.number(6, g);
      call.number(7, h);
      return finish(call);
    }
  }
}
