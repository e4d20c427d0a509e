package org.wasm2java.aot.source.body;

import java.util.List;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.source.name.RuntimeTypes;
import org.wasm2java.aot.source.name.Signatures;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.validate.ValidModule;
import org.wasm2java.runtime.generated.ListenedCall;

/** What a listener is told of a function. */
public record ListenedFunction(ValidModule module, int functionIndex) {
  /** Returns the call that gives it. */
  public String text(String self, RuntimeTypes types) {
    FunctionType type = module.spaces().functionType(functionIndex);
    return types.member(ListenedCall.class, "function")
        + "("
        + self
        + ", "
        + functionIndex
        + ", "
        + JavaLiterals.string(name())
        + ", "
        + JavaLiterals.string(Signatures.names(type.parameters()))
        + ", "
        + JavaLiterals.string(Signatures.names(type.results()))
        + ")";
  }

  private String name() {
    WasmModule decoded = module.decoded();
    List<String> exported =
        decoded
            .functionExports()
            .getOrDefault(functionIndex, List.of("func[" + functionIndex + "]"));
    return decoded.names().functionName(functionIndex).orElse(exported.get(0));
  }
}
