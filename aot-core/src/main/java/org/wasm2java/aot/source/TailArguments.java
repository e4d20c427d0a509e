package org.wasm2java.aot.source;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.JavaSignature;
import org.wasm2java.aot.source.name.GeneratedNames;
import org.wasm2java.aot.source.name.Signatures;

/**
 * How the method that makes a tail call takes its arguments from the fields of the instance. What
 * is a reference is not kept in its field.
 */
final class TailArguments {
  private final JavaSignature signature;
  private final List<Carrier> carriers;
  private final GeneratedNames names;

  TailArguments(JavaSignature signature, GeneratedNames names) {
    this.signature = signature;
    this.carriers = signature.parameters();
    this.names = names;
  }

  private String field(int position) {
    return "self." + names.tailField(carriers.get(position), position);
  }

  private static boolean isObject(Carrier carrier) {
    return carrier.isReference();
  }

  /** Returns the statements that take references from their fields. */
  CodeBlock taken() {
    CodeBlock.Builder taken = CodeBlock.builder();
    for (int i = 0; i < carriers.size(); i++) {
      if (isObject(carriers.get(i))) {
        CodeBlock value = Signatures.unboxed(carriers.get(i), field(i));
        taken.addStatement("$T p$L = $L", Signatures.type(carriers.get(i)), i, value);
        taken.addStatement("$L = null", field(i));
      }
    }
    return taken.build();
  }

  /** Returns the statements that put the parameters of a method into the fields. */
  CodeBlock given() {
    List<ParameterSpec> parameters = Signatures.parameters(signature);
    CodeBlock.Builder given = CodeBlock.builder();
    for (int i = 0; i < carriers.size(); i++) {
      given.addStatement("$L = $L", field(i), parameters.get(i).name());
    }
    return given.build();
  }

  /** Returns the arguments, behind those statements. */
  List<String> values() {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < carriers.size(); i++) {
      values.add(isObject(carriers.get(i)) ? "p" + i : field(i));
    }
    return values;
  }

  /** Returns an estimate of the bytecode, in bytes, that makes a call. */
  int bytes() {
    int bytes = 16;
    for (Carrier carrier : carriers) {
      bytes += isObject(carrier) ? 16 : 4;
    }
    return bytes;
  }
}
