package org.wasm2java.aot.support;

import org.wasm2java.aot.diagnostic.Location;
import org.wasm2java.aot.instruction.JavaForm;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.Names;
import org.wasm2java.aot.validate.ValidModule;
import org.wasm2java.aot.validate.body.TypedBody;

/** Finds what cannot be translated in functions' bodies and in constant expressions. */
final class CodeCheck {
  private final Names names;
  private final Uses uses;

  CodeCheck(ValidModule module, Uses uses) {
    this.names = module.decoded().names();
    this.uses = uses;
  }

  /** Checks the instructions of a function's body that can be reached. */
  void function(TypedBody typed, int functionIndex) {
    Body body = typed.function().body();
    for (int i = 0; i < body.size(); i++) {
      Opcode opcode = body.at(i).opcode();
      if (typed.reachable(i) && opcode.javaForm() instanceof JavaForm.Untranslated) {
        uses.add(opcode.feature(), opcode.text(), place(body, functionIndex, i));
      }
    }
  }

  private Location place(Body body, int functionIndex, int number) {
    return Location.function(
        body.offset(number), functionIndex, names.functionName(functionIndex), number);
  }

  /** Checks a constant expression. */
  void constant(Body body) {
    for (int i = 0; i < body.size() - 1; i++) {
      Opcode opcode = body.at(i).opcode();
      if (opcode.javaForm() instanceof JavaForm.Untranslated) {
        String what = opcode.text() + " in a constant expression";
        uses.add(opcode.feature(), what, Location.offset(body.offset(i)));
      }
    }
  }
}
