package org.wasm2java.runtime.host;

import java.util.List;
import org.wasm2java.runtime.BoxedValues;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.WasmFunction;
import org.wasm2java.runtime.type.FunctionType;
import org.wasm2java.runtime.type.ValueType;

/** A host function whose body takes and gives boxed values. */
final class BoxedHostFunction extends WasmFunction {
  private final FunctionType type;
  private final BoxedBody body;

  BoxedHostFunction(FunctionType type, BoxedBody body) {
    this.type = type;
    this.body = body;
  }

  /** Callers have fields for further results: each has its own function, as they may be threads. */
  @Override
  protected WasmFunction forCaller(Instance caller) {
    return type.results().size() > 1 ? new BoxedHostFunction(type, body) : this;
  }

  @Override
  public FunctionType type() {
    return type;
  }

  @Override
  public Object[] call(Object... arguments) {
    BoxedValues.check(type, arguments);
    Object[] results = body.call(arguments);
    List<ValueType> types = type.results();
    int count = results == null ? 0 : results.length;
    if (count != types.size()) {
      throw new IllegalArgumentException(
          "host function of type " + type + " returned " + count + " results");
    }
    for (int i = 0; i < count; i++) {
      BoxedValues.check(types.get(i), results[i], "result " + i + " of a host function");
    }
    return count == 0 ? new Object[0] : results;
  }
}
