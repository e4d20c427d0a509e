package org.wasm2java.aot.support;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.wasm2java.aot.diagnostic.Location;
import org.wasm2java.aot.instruction.Feature;
import org.wasm2java.aot.instruction.Immediates;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.JavaForm;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.instruction.Typing;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.module.Names;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.aot.validate.ValidModule;
import org.wasm2java.aot.validate.body.TypedBody;

/** Finds what cannot be translated in functions' bodies and in constant expressions. */
final class CodeCheck {
  /** Java compilers recurse into expressions, and so do the phases that lead there. */
  private static final int MAX_DEPTH = 1000;

  private final IndexSpaces spaces;
  private final Names names;
  private final Uses uses;

  CodeCheck(ValidModule module, Uses uses) {
    this.spaces = module.spaces();
    this.names = module.decoded().names();
    this.uses = uses;
  }

  /** Checks a function's locals and the instructions of its body that can be reached. */
  void function(TypedBody typed, int functionIndex) {
    Body body = typed.function().body();
    for (ValueType type : typed.function().locals().types()) {
      uses.addIfUnsupported(type, "a local", place(body, functionIndex, 0));
    }
    for (int i = 0; i < body.size(); i++) {
      Instruction instruction = body.at(i);
      Opcode opcode = instruction.opcode();
      if (!typed.reachable(i)) {
        continue;
      }
      if (opcode.javaForm() instanceof JavaForm.Untranslated) {
        uses.add(opcode.feature(), opcode.text(), place(body, functionIndex, i));
      } else {
        types(instruction, body, functionIndex, i);
      }
    }
  }

  private void types(Instruction instruction, Body body, int functionIndex, int number) {
    for (ValueType type : types(instruction)) {
      if (uses.addIfUnsupported(
          type, instruction.opcode().text(), place(body, functionIndex, number))) {
        return; // an instruction is one use
      }
    }
  }

  private Location place(Body body, int functionIndex, int number) {
    return Location.function(
        body.offset(number), functionIndex, names.functionName(functionIndex), number);
  }

  /** Returns the types that an instruction's immediates name. */
  private List<ValueType> types(Instruction instruction) {
    if (instruction instanceof Instruction.Structured block) {
      return types(spaces.blockType(block.blockType()));
    }
    if (instruction instanceof Instruction.DoublyIndexed call
        && call.opcode().immediates() == Immediates.TYPE_TABLE) {
      return types(spaces.functionTypeAt(call.first()));
    }
    if (instruction instanceof Instruction.HeapTyped reference) {
      return List.of(reference.type());
    }
    return instruction instanceof Instruction.SelectTyped select ? select.types() : List.of();
  }

  private static List<ValueType> types(FunctionType type) {
    if (type.parameters().isEmpty()) {
      return type.results();
    }
    List<ValueType> types = new ArrayList<>(type.parameters());
    types.addAll(type.results());
    return types;
  }

  /** Checks a constant expression. */
  void constant(Body body) {
    Deque<Integer> depths = new ArrayDeque<>();
    boolean measured = true;
    for (int i = 0; i < body.size() - 1; i++) {
      Opcode opcode = body.at(i).opcode();
      Location place = Location.offset(body.offset(i));
      if (opcode.javaForm() instanceof JavaForm.Untranslated) {
        uses.add(opcode.feature(), opcode.text() + " in a constant expression", place);
        measured = false; // how many operands it takes is not in its row
      }
      for (ValueType type : types(body.at(i))) {
        uses.addIfUnsupported(type, opcode.text() + " in a constant expression", place);
      }
      if (measured && depthAfter(opcode, depths) > MAX_DEPTH) {
        String what = "a constant expression of more than " + MAX_DEPTH + " nested operations";
        uses.add(Feature.EXTENDED_CONST, what, place);
        measured = false;
      }
    }
  }

  /** Replaces the depths of the operands by that of the result; returns it. */
  private static int depthAfter(Opcode opcode, Deque<Integer> depths) {
    int operands =
        opcode.typing() instanceof Typing.Signature typing ? typing.operands().size() : 0;
    int depth = 0;
    for (int i = 0; i < operands; i++) {
      depth = Math.max(depth, depths.pop());
    }
    depths.push(depth + 1);
    return depth + 1;
  }
}
