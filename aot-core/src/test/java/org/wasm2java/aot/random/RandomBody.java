package org.wasm2java.aot.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.wasm2java.aot.WasmBytes;
import org.wasm2java.aot.random.Type.Signature;

/**
 * The body of one random function. Values are left on the operand stack on purpose, below calls,
 * branches and whole constructs: where they may be evaluated late is what lowering must get right.
 */
final class RandomBody {
  private static final int MOST_DEPTH = 7;
  private static final int MOST_STACK = 12;

  /** A construct that is open. */
  private record Label(List<Type> types, boolean loop) {}

  private final Random random;
  private final RandomModule module;
  private final Signature signature;
  private final WasmBytes code = new WasmBytes();
  private final RandomOperations operations;
  private final List<Type> locals = new ArrayList<>();
  private final List<Type> stack = new ArrayList<>();
  private final List<Label> labels = new ArrayList<>();
  private int budget;
  private int base;
  private boolean dead;

  RandomBody(Random random, RandomModule module, Signature signature, int budget) {
    this.random = random;
    this.module = module;
    this.signature = signature;
    this.budget = budget;
    this.operations = new RandomOperations(random, code);
    locals.addAll(signature.parameters());
  }

  /** Returns the locals and the instructions. */
  WasmBytes generate() {
    int declared = random.nextInt(8);
    WasmBytes body = new WasmBytes().u32(declared);
    for (int i = 0; i < declared; i++) {
      Type type = random.nextInt(10) == 0 ? Type.FUNCREF : number();
      locals.add(type);
      body.u8(1, type.code);
    }
    labels.add(new Label(signature.results(), false));
    code.u8(0x23, RandomModule.FUEL, 0x45, 0x04, 0x40);
    signature.results().forEach(this::constant);
    stack.clear();
    code.u8(0x0F, 0x0B);
    burn();
    sequence(signature.results());
    code.u8(0x0B);
    return body.append(code);
  }

  private void burn() {
    code.u8(0x23, RandomModule.FUEL, 0x23, RandomModule.FUEL, 0x41, 0, 0x47, 0x6B);
    code.u8(0x24, RandomModule.FUEL);
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private Type number() {
    return Type.NUMBERS.get(random.nextInt(Type.NUMBERS.size()));
  }

  private void push(Type type) {
    stack.add(type);
  }

  private Type pop() {
    return stack.remove(stack.size() - 1);
  }

  private void pop(int count) {
    stack.subList(stack.size() - count, stack.size()).clear();
  }

  private int height() {
    return stack.size() - base;
  }

  private Type top() {
    return stack.get(stack.size() - 1);
  }

  /** Emits instructions that leave exactly these results above the base, or never end. */
  private void sequence(List<Type> results) {
    int steps = 1 + random.nextInt(labels.size() == 1 ? 40 : 8);
    while (steps-- > 0 && budget > 0 && !dead) {
      step();
    }
    if (!dead) {
      finish(results);
    }
  }

  private void finish(List<Type> results) {
    int common = 0;
    while (common < Math.min(height(), results.size())
        && stack.get(base + common) == results.get(common)) {
      common++;
    }
    while (height() > common) {
      code.u8(0x1A);
      pop();
    }
    for (Type type : results.subList(common, results.size())) {
      expression(type, 2);
    }
  }

  private void step() {
    budget--;
    switch (random.nextInt(30)) {
      case 0, 1, 2, 3 -> pushSomething();
      case 4, 5, 6 -> setLocal();
      case 7, 8 -> setGlobal();
      case 9, 10 -> store();
      case 11, 12 -> construct(List.of());
      case 13, 14, 15, 16 -> construct(someTypes(2));
      case 17, 18 -> branchIf();
      case 19 -> leave();
      case 20, 21 -> call();
      case 22, 23 -> unaryOrBinary();
      case 24 -> bulk();
      case 25 -> dropOrTee();
      case 26 -> table();
      case 27 -> growth();
      case 28 -> callIndirect();
      default -> host();
    }
  }

  /** An expression about as deep as those that lowering names. */
  private void tower() {
    Type type = number();
    leaf(type);
    for (int level = 20 + random.nextInt(8); level > 0; level--) {
      leaf(type);
      operations.arithmetic(type);
      pop();
    }
  }

  private List<Type> someTypes(int most) {
    List<Type> types = new ArrayList<>();
    int count = 1 + random.nextInt(most);
    for (int i = 0; i < count; i++) {
      types.add(number());
    }
    return types;
  }

  private void pushSomething() {
    if (height() < MOST_STACK && chance(8)) {
      tower();
    } else if (height() < MOST_STACK) {
      expression(number(), 3);
    }
  }

  private void setLocal() {
    if (locals.isEmpty()) {
      return;
    }
    int local = random.nextInt(locals.size());
    if (height() == 0 || top() != locals.get(local) || chance(2)) {
      expression(locals.get(local), 3);
    }
    code.u8(0x21).u32(local);
    pop();
  }

  private void setGlobal() {
    if (module.globals().size() == 1) {
      return;
    }
    int global = 1 + random.nextInt(module.globals().size() - 1);
    Type type = module.globals().get(global);
    if (height() == 0 || top() != type) {
      expression(type, 3);
    }
    canonicalize();
    code.u8(0x24).u32(global);
    pop();
  }

  private void canonicalize() {
    if (top().isFloat()) {
      code.u8(0x10, top() == Type.F32 ? RandomModule.CANON_F32 : RandomModule.CANON_F64);
    }
  }

  private void store() {
    Type type = number();
    address();
    expression(type, 2);
    canonicalize();
    operations.store(type);
    pop(2);
  }

  private void address() {
    expression(Type.I32, 2);
    if (!chance(25)) {
      code.u8(0x41).signed(0x7FFF).u8(0x71);
    }
  }

  private void dropOrTee() {
    if (height() == 0) {
      return;
    }
    int local = locals.indexOf(top());
    if (local >= 0 && chance(2)) {
      code.u8(0x22).u32(local);
    } else {
      code.u8(0x1A);
      pop();
    }
  }

  private void unaryOrBinary() {
    if (height() == 0 || top() == Type.FUNCREF) {
      return;
    }
    Type type = top();
    if (height() > 1 && stack.get(stack.size() - 2) == type && chance(2)) {
      pop(2);
      push(operations.binary(type));
    } else {
      pop();
      push(operations.unary(type));
    }
  }

  /** A block, loop or if whose parameters are what lies on the stack. */
  private void construct(List<Type> results) {
    construct(results, chance(2) ? 0 : random.nextInt(3));
  }

  private void construct(List<Type> results, int mostParameters) {
    if (labels.size() > MOST_DEPTH) {
      return;
    }
    int form = random.nextInt(3);
    if (form == 2) {
      expression(Type.I32, 2);
      pop();
    }
    int parameters = Math.min(height(), mostParameters);
    List<Type> taken = List.copyOf(stack.subList(stack.size() - parameters, stack.size()));
    if (taken.contains(Type.FUNCREF)) {
      taken = List.of();
    }
    code.u8(0x02 + form);
    blockType(taken, results);
    int outerBase = base;
    base = stack.size() - taken.size();
    labels.add(new Label(form == 1 ? taken : results, form == 1));
    if (form == 1) {
      burn();
    }
    arm(results);
    if (form == 2 && (!taken.equals(results) || chance(2))) {
      code.u8(0x05);
      stack.addAll(taken);
      arm(results);
    }
    code.u8(0x0B);
    labels.remove(labels.size() - 1);
    base = outerBase;
    stack.addAll(results);
  }

  private void arm(List<Type> results) {
    sequence(results);
    stack.subList(base, stack.size()).clear();
    dead = false;
  }

  private void blockType(List<Type> parameters, List<Type> results) {
    if (parameters.isEmpty() && results.isEmpty()) {
      code.u8(0x40);
    } else if (parameters.isEmpty() && results.size() == 1) {
      code.u8(results.get(0).code);
    } else {
      code.signed(module.typeIndex(new Signature(parameters, results)));
    }
  }

  private void branchIf() {
    int depth = random.nextInt(labels.size());
    Label label = labels.get(labels.size() - 1 - depth);
    operands(label.types());
    condition(label.loop());
    code.u8(0x0D).u32(depth);
    pop();
  }

  /** Makes sure that these types are on top of the stack, reusing what is there. */
  private void operands(List<Type> types) {
    int size = types.size();
    if (height() >= size
        && stack.subList(stack.size() - size, stack.size()).equals(types)
        && !chance(3)) {
      return;
    }
    types.forEach(type -> expression(type, 2));
  }

  /** A condition; for a branch back it is false without fuel, or the branch is not reached. */
  private void condition(boolean back) {
    if (back && module.isOfConstants()) {
      trapWithoutFuel();
    }
    expression(Type.I32, 2);
    if (back && !module.isOfConstants()) {
      code.u8(0x41, 0, 0x23, RandomModule.FUEL, 0x1B);
    }
  }

  private void trapWithoutFuel() {
    code.u8(0x23, RandomModule.FUEL, 0x45, 0x04, 0x40, 0x00, 0x0B);
  }

  /** Leaves the sequence for good. */
  private void leave() {
    if (chance(2) && labels.size() == 1) {
      return;
    }
    switch (random.nextInt(12)) {
      case 0 -> {
        code.u8(0x00);
      }
      case 1, 2 -> {
        operands(signature.results());
        code.u8(0x0F);
      }
      case 3, 4, 5, 6 -> branch();
      default -> branchTable();
    }
    dead = true;
    if (chance(4)) {
      deadCode();
    }
  }

  private void branch() {
    int depth = random.nextInt(labels.size());
    Label label = labels.get(labels.size() - 1 - depth);
    if (label.loop()) {
      trapWithoutFuel();
    }
    operands(label.types());
    code.u8(0x0C).u32(depth);
  }

  private void branchTable() {
    int otherwise = random.nextInt(labels.size());
    Label label = labels.get(labels.size() - 1 - otherwise);
    if (label.loop()) {
      otherwise = labels.size() - 1;
      label = labels.get(0);
    }
    List<Integer> fitting = new ArrayList<>();
    for (int depth = 0; depth < labels.size(); depth++) {
      if (labels.get(labels.size() - 1 - depth).types().equals(label.types())) {
        fitting.add(depth);
      }
    }
    operands(label.types());
    selector();
    int count = random.nextInt(7);
    code.u8(0x0E).u32(count);
    for (int i = 0; i < count; i++) {
      code.u32(fitting.get(random.nextInt(fitting.size())));
    }
    code.u32(otherwise);
  }

  /** A small number that chooses the default without fuel, or is not reached. */
  private void selector() {
    if (module.isOfConstants()) {
      trapWithoutFuel();
    }
    expression(Type.I32, 2);
    code.u8(0x41).signed(7).u8(0x71);
    if (!module.isOfConstants()) {
      code.u8(0x41, 0x7F, 0x23, RandomModule.FUEL, 0x1B);
    }
  }

  private void deadCode() {
    switch (random.nextInt(4)) {
      case 0 -> code.u8(0x41, 1, 0x1A);
      case 1 -> code.u8(0x02, 0x40, 0x41, 1, 0x0D, 0, 0x0C, 0, 0x0B);
      case 2 -> code.u8(0x6A, 0x1A);
      default -> code.u8(0x03, 0x7F, 0x0C, 0, 0x0B, 0x04, 0x40, 0x05, 0x00, 0x0B);
    }
  }

  private void call() {
    int count = module.signatures().size() - RandomModule.FIRST_RANDOM;
    int function = RandomModule.FIRST_RANDOM + random.nextInt(count);
    operands(module.signatures().get(function).parameters());
    code.u8(0x10).u32(function);
    called(module.signatures().get(function));
  }

  private void called(Signature called) {
    pop(called.parameters().size());
    stack.addAll(called.results());
  }

  private void host() {
    int function = chance(3) ? RandomModule.HOST_PAIR : RandomModule.HOST;
    operands(module.signatures().get(function).parameters());
    code.u8(0x10, function);
    called(module.signatures().get(function));
  }

  private void callIndirect() {
    int element = random.nextInt(RandomModule.TABLE_SIZE);
    int function = module.inTable(element);
    if (function < 0) {
      return;
    }
    Signature called = module.signatures().get(function);
    operands(called.parameters());
    code.u8(0x41, element);
    if (chance(2)) {
      push(Type.I32);
      code.u8(0x41, element);
      push(Type.I32);
      expression(Type.I32, 1);
      code.u8(0x1B);
      pop(3);
    }
    code.u8(0x11).u32(function).u8(0);
    called(called);
  }

  private void bulk() {
    int form = random.nextInt(chance(10) ? 4 : 3);
    if (form == 3) {
      code.u8(0xFC, 9, 1);
      return;
    }
    address();
    address();
    code.u8(0x41).signed(random.nextInt(form == 2 ? 20 : 300));
    switch (form) {
      case 0 -> code.u8(0xFC, 11, 0);
      case 1 -> code.u8(0xFC, 10, 0, 0);
      default -> {
        code.u8(0x1A, 0x41, 3, 0x71, 0x41).signed(random.nextInt(DATA_MOST));
        code.u8(0xFC, 8, 1, 0);
      }
    }
    pop(2);
  }

  private static final int DATA_MOST = RandomModule.DATA_BYTES - 3;

  private void table() {
    switch (random.nextInt(5)) {
      case 0 -> {
        code.u8(0x41, random.nextInt(RandomModule.TABLE_SIZE));
        push(Type.I32);
        expression(Type.FUNCREF, 1);
        code.u8(0x26, 0);
        pop(2);
      }
      case 1 -> {
        expression(Type.FUNCREF, 1);
        code.u8(0xD1);
        pop();
        push(Type.I32);
      }
      case 2 -> {
        code.u8(0x41, random.nextInt(5), 0x41, 0, 0x41, random.nextInt(2), 0xFC, 12, 1, 0);
      }
      case 3 -> {
        code.u8(0x41, random.nextInt(5), 0x41, random.nextInt(5), 0x41, random.nextInt(3));
        code.u8(0xFC, 14, 0, 0);
      }
      default -> {
        expression(Type.FUNCREF, 1);
        code.u8(0x41, random.nextInt(2), 0xFC, 15, 0);
        pop();
        push(Type.I32);
      }
    }
  }

  private void growth() {
    if (chance(2)) {
      code.u8(0x3F, 0);
    } else {
      code.u8(0x41, random.nextInt(2), 0x40, 0);
    }
    push(Type.I32);
  }

  /** Emits code that pushes a value of this type. */
  private void expression(Type type, int depth) {
    budget--;
    if (type == Type.FUNCREF) {
      reference();
    } else if (depth <= 0 || budget <= 0) {
      leaf(type);
    } else {
      deepExpression(type, depth);
    }
  }

  private void deepExpression(Type type, int depth) {
    switch (random.nextInt(14)) {
      case 0, 1, 2 -> leaf(type);
      case 3, 4 -> {
        expression(type, depth - 1);
        expression(type, depth - 1);
        pop(2);
        push(operations.arithmetic(type));
      }
      case 5 -> {
        Type from = operations.conversionSource(type);
        expression(from, depth - 1);
        pop();
        operations.convert(from, type, () -> canonicalize(from));
        push(type);
      }
      case 6, 7 -> {
        address();
        operations.load(type);
        pop();
        push(type);
      }
      case 8 -> {
        expression(type, depth - 1);
        expression(type, depth - 1);
        expression(Type.I32, depth - 1);
        code.u8(0x1B);
        pop(2);
      }
      case 9 -> {
        if (labels.size() > MOST_DEPTH) {
          leaf(type);
        } else {
          construct(List.of(type), 0);
        }
      }
      case 10 -> callFor(type, depth);
      case 11 -> tee(type, depth);
      case 12 -> comparison(type, depth);
      default -> {
        expression(type, depth - 1);
        pop();
        operations.sameTypeUnary(type);
        push(type);
      }
    }
  }

  private void canonicalize(Type type) {
    if (type.isFloat()) {
      code.u8(0x10, type == Type.F32 ? RandomModule.CANON_F32 : RandomModule.CANON_F64);
    }
  }

  private void callFor(Type type, int depth) {
    for (int function = 0; function < module.signatures().size(); function++) {
      Signature called = module.signatures().get(function);
      if (called.results().equals(List.of(type)) && chance(2)) {
        called.parameters().forEach(parameter -> expression(parameter, depth - 1));
        code.u8(0x10).u32(function);
        called(called);
        return;
      }
    }
    leaf(type);
  }

  private void tee(Type type, int depth) {
    expression(type, depth - 1);
    int local = locals.lastIndexOf(type);
    if (local >= 0) {
      code.u8(0x22).u32(local);
    }
  }

  private void comparison(Type type, int depth) {
    if (type != Type.I32) {
      leaf(type);
      return;
    }
    Type compared = number();
    expression(compared, depth - 1);
    expression(compared, depth - 1);
    operations.compare(compared);
    pop(2);
    push(Type.I32);
  }

  private void leaf(Type type) {
    if (module.isOfConstants() ? !chance(6) : chance(3)) {
      constant(type);
      return;
    }
    List<Integer> fitting = new ArrayList<>();
    for (int i = 0; i < locals.size(); i++) {
      if (locals.get(i) == type) {
        fitting.add(i);
      }
    }
    if (!fitting.isEmpty() && !chance(4)) {
      code.u8(0x20).u32(fitting.get(random.nextInt(fitting.size())));
      push(type);
      return;
    }
    int global = module.globals().lastIndexOf(type);
    if (global > 0) {
      code.u8(0x23).u32(global);
      push(type);
    } else {
      constant(type);
    }
  }

  private void constant(Type type) {
    operations.constant(type);
    push(type);
  }

  private void reference() {
    int local = locals.indexOf(Type.FUNCREF);
    int functions = module.signatures().size() - RandomModule.FIRST_RANDOM;
    switch (random.nextInt(4)) {
      case 0 -> code.u8(0xD0, 0x70);
      case 1 -> code.u8(0x41, random.nextInt(RandomModule.TABLE_SIZE), 0x25, 0);
      default -> {
        if (local >= 0) {
          code.u8(0x20).u32(local);
        } else {
          code.u8(0xD2).u32(RandomModule.FIRST_RANDOM + random.nextInt(functions));
        }
      }
    }
    push(Type.FUNCREF);
  }
}
