package org.wasm2java.aot.validate.body;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.wasm2java.aot.diagnostic.Failure;
import org.wasm2java.aot.diagnostic.Location;
import org.wasm2java.aot.diagnostic.WasmModuleException;
import org.wasm2java.aot.instruction.BlockType;
import org.wasm2java.aot.instruction.ControlOpcode;
import org.wasm2java.aot.instruction.Flow;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.instruction.Typing;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.Function;
import org.wasm2java.aot.type.ConcreteHeapType;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.NumberType;
import org.wasm2java.aot.type.ReferenceType;
import org.wasm2java.aot.type.TableType;
import org.wasm2java.aot.type.ValueType;

/**
 * Types one function's instructions in one pass, with a stack of operand types and a stack of open
 * constructs; the methods have the names of the specification's algorithm.
 *
 * @see <a href="https://webassembly.github.io/spec/core/appendix/algorithm.html">Validation
 *     algorithm</a>
 */
public final class FunctionValidator {
  private static final int INITIAL_STACK = 16;

  private final ModuleContext context;
  private final BodyPlace place;
  private final Body body;
  private final TypedBody.Builder typed;
  private final LocalTyping locals;
  private final ContextTyping contextTyping;
  private final AccessTyping accessTyping;
  private final List<ControlFrame> frames = new ArrayList<>();
  private ValueType[] values = new ValueType[INITIAL_STACK];
  private int height;
  private int current;

  /** A validator of a function that the module defines. */
  public FunctionValidator(ModuleContext context, int functionIndex) {
    this(
        context,
        context.spaces().function(functionIndex),
        context.spaces().functionType(functionIndex),
        new BodyPlace(OptionalInt.of(functionIndex), context.module().names()));
  }

  FunctionValidator(ModuleContext context, Function function, FunctionType type, BodyPlace place) {
    this.context = context;
    this.place = place;
    this.body = function.body();
    this.typed = new TypedBody.Builder(function);
    this.locals = new LocalTyping(this, new LocalTypes(type.parameters(), function.locals()));
    this.contextTyping = new ContextTyping(this);
    this.accessTyping = new AccessTyping(this);
    ControlFrame frame =
        new ControlFrame(
            ControlOpcode.BLOCK, type, type.results(), new ControlFrame.Start(-1, 0, 0, false));
    frames.add(frame);
  }

  /**
   * Types all instructions.
   *
   * @throws org.wasm2java.aot.diagnostic.InvalidException if the function breaks a rule
   */
  public TypedBody validate() {
    for (int i = 0; i < body.size(); i++) {
      step(i);
    }
    return typed.build();
  }

  /** Types one instruction; all before it must have been typed. */
  void step(int instruction) {
    current = instruction;
    if (!reachable()) {
      typed.markDead(instruction);
    }
    apply(body.at(instruction));
  }

  private void apply(Instruction instruction) {
    Typing typing = instruction.opcode().typing();
    if (typing instanceof Typing.Signature signature) {
      accessTyping.checkLanes(instruction);
      popVals(signature.operands());
      pushVals(signature.results());
    } else if (typing instanceof Typing.Access access) {
      accessTyping.apply((Instruction.Memory) instruction, access);
    } else if (contextTyping.apply(instruction) == Flow.AWAY) {
      unreachable();
    }
  }

  ModuleContext context() {
    return context;
  }

  LocalTyping locals() {
    return locals;
  }

  /** Notes the type of the operand that the current instruction's typing depends on. */
  void operand(ValueType type) {
    if (reachable()) {
      typed.operand(current, type);
    }
  }

  private boolean reachable() {
    ControlFrame frame = frames.get(frames.size() - 1);
    return !frame.dead && !frame.unreachable;
  }

  // The stack of operands.

  void pushVal(ValueType type) {
    if (height == values.length) {
      values = Arrays.copyOf(values, height * 2);
    }
    values[height++] = type;
  }

  void pushVals(List<ValueType> types) {
    for (int i = 0; i < types.size(); i++) {
      pushVal(types.get(i));
    }
  }

  /** Pops any value. */
  ValueType popVal() {
    ControlFrame frame = frames.get(frames.size() - 1);
    if (height > frame.height) {
      return values[--height];
    }
    if (frame.unreachable) {
      return Bottom.VALUE;
    }
    throw fail(Rules.TYPE_MISMATCH, subject() + " expects a value, found []");
  }

  /** Pops a value of a type. */
  ValueType popVal(ValueType expected) {
    int before = height;
    ControlFrame frame = frames.get(frames.size() - 1);
    if (height > frame.height || frame.unreachable) {
      ValueType actual = popVal();
      if (matches(actual, expected)) {
        return actual;
      }
    }
    height = before;
    throw mismatch(List.of(expected));
  }

  /** Pops any reference. */
  ReferenceType popRef() {
    ValueType actual = popVal();
    if (Bottom.isValue(actual)) {
      return Bottom.REFERENCE;
    }
    if (actual instanceof ReferenceType reference) {
      return reference;
    }
    throw fail(
        Rules.TYPE_MISMATCH, subject() + " expects a reference, found [" + actual.text() + "]");
  }

  /** Pops values, the last of the list first. */
  void popVals(List<ValueType> expected) {
    int before = height;
    if (!takeVals(expected)) {
      height = before;
      throw mismatch(expected);
    }
  }

  /** Pops that many values of a type; the number is unsigned. */
  void popVals(ValueType expected, int count) {
    ControlFrame frame = frames.get(frames.size() - 1);
    for (int rest = count; rest != 0; rest--) {
      if (height == frame.height && frame.unreachable) {
        return;
      }
      popVal(expected);
    }
  }

  /** Checks that values are on the stack, which stays as it is. */
  void peekVals(List<ValueType> expected) {
    int before = height;
    boolean found = takeVals(expected);
    height = before;
    if (!found) {
      throw mismatch(expected);
    }
  }

  private boolean takeVals(List<ValueType> expected) {
    ControlFrame frame = frames.get(frames.size() - 1);
    for (int i = expected.size() - 1; i >= 0; i--) {
      if (height == frame.height) {
        return frame.unreachable;
      }
      if (!matches(values[--height], expected.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a value may stand where a type is expected. */
  boolean matches(ValueType actual, ValueType expected) {
    return actual == expected
        || Bottom.isValue(actual)
        || (Bottom.isReference(actual)
            ? expected instanceof ReferenceType
            : context.subtyping().matches(actual, expected));
  }

  private WasmModuleException mismatch(List<ValueType> expected) {
    int floor = frames.get(frames.size() - 1).height;
    int from = Math.max(floor, height - expected.size());
    List<ValueType> found = Arrays.asList(values).subList(from, height);
    return fail(
        Rules.TYPE_MISMATCH,
        subject() + " expects " + FunctionType.text(expected) + ", found " + text(found));
  }

  private static String text(List<ValueType> found) {
    StringBuilder text = new StringBuilder();
    for (ValueType type : found) {
      text.append(text.length() == 0 ? "" : " ").append(text(type));
    }
    return "[" + text + "]";
  }

  /** Returns a type for messages. */
  static String text(ValueType type) {
    if (Bottom.isValue(type)) {
      return "any";
    }
    return Bottom.isReference(type) ? "(ref any)" : type.text();
  }

  // The stack of constructs.

  void pushCtrl(Opcode opcode, FunctionType type, List<ValueType> labelTypes) {
    pushCtrl(opcode, type, labelTypes, typed.open(current));
  }

  private void pushCtrl(Opcode opcode, FunctionType type, List<ValueType> labelTypes, int block) {
    ControlFrame.Start start =
        new ControlFrame.Start(block, height, locals.initHeight(), !reachable());
    frames.add(new ControlFrame(opcode, type, labelTypes, start));
    pushVals(type.parameters());
  }

  /** Closes the innermost construct, whose results must be on the stack and nothing else. */
  ControlFrame popCtrl() {
    ControlFrame frame = frames.get(frames.size() - 1);
    int before = height;
    popVals(frame.type.results());
    if (height != frame.height) {
      throw leftOver(frame, before);
    }
    locals.reset(frame.initHeight);
    frames.remove(frames.size() - 1);
    return frame;
  }

  private WasmModuleException leftOver(ControlFrame frame, int before) {
    List<ValueType> found = Arrays.asList(values).subList(frame.height, before);
    return fail(
        Rules.TYPE_MISMATCH,
        subject()
            + " of "
            + (frame.block < 0 ? "the function" : frame.opcode.text())
            + " expects "
            + FunctionType.text(frame.type.results())
            + ", found "
            + text(found));
  }

  /** Closes an arm of the innermost construct and opens the next. */
  void nextArm(Opcode opcode, ControlFrame frame, List<ValueType> operands) {
    FunctionType type = new FunctionType(operands, frame.type.results());
    pushCtrl(opcode, type, frame.labelTypes, frame.block);
  }

  /** Closes a construct for good. */
  void close(ControlFrame frame) {
    if (frame.block >= 0) {
      typed.closeAt(frame.block, current);
    }
    pushVals(frame.type.results());
  }

  void elseOf(ControlFrame frame) {
    typed.elseAt(frame.block, current);
  }

  /** The rest of the innermost construct cannot be reached: its stack is polymorphic. */
  void unreachable() {
    ControlFrame frame = frames.get(frames.size() - 1);
    height = frame.height;
    frame.unreachable = true;
  }

  /** Returns the construct that a label is, the innermost being 0. */
  ControlFrame frame(int label) {
    if (Integer.compareUnsigned(label, frames.size()) >= 0) {
      throw fail(Rules.unknown("label", label));
    }
    return frames.get(frames.size() - 1 - label);
  }

  /** Returns the function's results. */
  List<ValueType> results() {
    return frames.get(0).labelTypes;
  }

  // What instructions refer to.

  FunctionType blockType(BlockType blockType) {
    if (blockType instanceof BlockType.Indexed indexed) {
      return functionType(indexed.typeIndex());
    }
    if (blockType instanceof BlockType.Single single) {
      check(single.type());
    }
    return context.spaces().blockType(blockType);
  }

  /** Returns the function type at an index. */
  FunctionType functionType(int typeIndex) {
    checkType(typeIndex);
    if (context.spaces().type(typeIndex).composite() instanceof FunctionType type) {
      return type;
    }
    throw fail(Rules.TYPE_MISMATCH, "type " + typeIndex + " is not a function type");
  }

  void checkType(int typeIndex) {
    check(typeIndex, context.spaces().typeCount(), "type");
  }

  void check(ValueType type) {
    if (type instanceof ReferenceType reference
        && reference.heapType() instanceof ConcreteHeapType concrete) {
      checkType(concrete.typeIndex());
    }
  }

  /** Checks that an index is in its space. */
  void check(int index, int count, String what) {
    if (Integer.compareUnsigned(index, count) >= 0) {
      throw fail(Rules.unknown(what, index));
    }
  }

  NumberType memoryAddress(int memoryIndex) {
    check(memoryIndex, context.spaces().memoryCount(), "memory");
    return context.spaces().memoryType(memoryIndex).limits().addressType().valueType();
  }

  TableType table(int tableIndex) {
    check(tableIndex, context.spaces().tableCount(), "table");
    return context.spaces().tableType(tableIndex);
  }

  /** Returns the type of an element segment. */
  ReferenceType elements(int elementIndex) {
    check(elementIndex, context.module().elements().size(), "elem segment");
    return context.module().elements().get(elementIndex).type();
  }

  // Errors.

  WasmModuleException fail(Failure failure) {
    return fail(failure, "");
  }

  WasmModuleException fail(Failure failure, String detail) {
    return failure.at(location(), detail);
  }

  Location location() {
    return place.at(body, current);
  }

  /** Returns how messages call the current instruction. */
  String subject() {
    return body.at(current).opcode().text();
  }
}
