package org.wasm2java.aot.source;

import com.palantir.javapoet.CodeBlock;
import java.util.Set;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.ir.JavaSignature;
import org.wasm2java.aot.source.body.JavaLiterals;
import org.wasm2java.aot.source.name.GeneratedNames;
import org.wasm2java.aot.source.name.RuntimeTypes;
import org.wasm2java.aot.source.name.Signatures;
import org.wasm2java.aot.source.place.AsciiText;

/**
 * Writes what calls the body of a function that may leave by a tail call, and makes the calls that
 * follow.
 */
final class TailWriter {
  private final GeneratedNames names;
  private final Carrier returned;
  private final String result;
  private final String outer;

  /**
   * A writer for functions whose methods return such a value.
   *
   * @param result the variable for the result
   * @param outer the call of another module that is being made, or null
   */
  TailWriter(GeneratedNames names, Carrier returned, String result, String outer) {
    this.names = names;
    this.returned = returned;
    this.result = result;
    this.outer = outer;
  }

  /** Returns the statements that call a body, and what follows; the variable has the result. */
  CodeBlock body(String self, String call) {
    String tail = self + "." + GeneratedNames.TAIL;
    CodeBlock.Builder code = CodeBlock.builder().addStatement("$L = 0", tail);
    if (returned == Carrier.VOID) {
      code.addStatement("$L", call);
    } else {
      code.addStatement("$T $L = $L", Signatures.type(returned), result, call);
    }
    code.beginControlFlow("if ($L != 0)", tail);
    if (returned == Carrier.VOID) {
      code.addStatement("$L", others(self, ""));
    } else {
      code.addStatement("$L = $L", result, others(self, result + ", "));
    }
    return code.endControlFlow().build();
  }

  /** Returns the statements that make a tail call with the arguments p0, p1 and so on. */
  CodeBlock fromStart(String self, int function, JavaSignature signature) {
    CodeBlock.Builder code = CodeBlock.builder();
    code.add(new TailArguments(signature, names).given());
    code.addStatement("$L.$L = $L", self, GeneratedNames.TAIL, function + 1);
    if (returned == Carrier.VOID) {
      return code.addStatement("$L", others(self, "")).build();
    }
    CodeBlock others = others(self, zero(returned) + ", ");
    return code.addStatement("$T $L = $L", Signatures.type(returned), result, others).build();
  }

  /** Returns a value that nobody looks at. */
  static String zero(Carrier carrier) {
    RuntimeTypes none = new RuntimeTypes(Set.of(), "");
    return JavaLiterals.of(new Expr.Constant(carrier, 0), none);
  }

  private CodeBlock others(String self, String given) {
    String owner = AsciiText.of(names.tailClass(0));
    String method = names.tailMethod(returned);
    CodeBlock call = CodeBlock.of("$L.$L($L, $L$L)", owner, method, self, given, outer);
    boolean cast = returned.isReference() && returned.needsCast();
    return cast ? CodeBlock.of("($T) $L", Signatures.type(returned), call) : call;
  }
}
