package org.wasm2java.aot.ir;

import static org.wasm2java.aot.ir.IrVerifier.require;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.instruction.Typing;
import org.wasm2java.aot.instruction.VectorOpcode;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.ValueType;

/** Checks expressions: operands have the carriers that the opcode's row or the module says. */
final class ExpressionVerifier implements Expr.Visitor<Void> {
  /** What a Java compiler takes on a stack of usual size, by far. */
  private static final int MAX_DEPTH = 100;

  private final IndexSpaces spaces;
  private final Consumer<Local> reads;
  private int depth;

  ExpressionVerifier(IndexSpaces spaces, Consumer<Local> reads) {
    this.spaces = spaces;
    this.reads = reads;
  }

  void check(Expr expr) {
    depth++;
    require(depth <= MAX_DEPTH, "an expression is deeper than " + MAX_DEPTH);
    expr.accept(this);
    depth--;
  }

  /** Checks an expression that stands where a value is needed. */
  private void value(Expr expr) {
    require(expr.carrier() != Carrier.VOID, "no value: " + IrPrinter.print(expr));
    check(expr);
  }

  void access(Opcode opcode, Local bytes, Expr address, List<Expr> values) {
    require(bytes.isMemory(), bytes + " holds no memory");
    reads.accept(bytes);
    operands(opcode.text(), List.of(address), List.of(Carrier.INT));
    require(opcode.typing() instanceof Typing.Access, opcode.text() + " does not access memory");
    operands(opcode.text(), values, whole(((Typing.Access) opcode.typing()).operands()));
  }

  private static List<Carrier> whole(List<ValueType> types) {
    return types.stream().map(Carrier::whole).toList();
  }

  private static List<Carrier> carriers(List<ValueType> types) {
    return Carrier.of(types);
  }

  private void operands(String what, List<Expr> operands, List<Carrier> carriers) {
    List<Carrier> found = operands.stream().map(Expr::carrier).toList();
    require(found.size() == carriers.size(), what + " expects " + carriers + ", found " + found);
    for (int i = 0; i < carriers.size(); i++) {
      require(
          fits(found.get(i), carriers.get(i)), what + " expects " + carriers + ", found " + found);
    }
    operands.forEach(this::check);
  }

  /** Which references are also such of another carrier is for a Java compiler to check. */
  static boolean fits(Carrier found, Carrier expected) {
    return found.equals(expected)
        || (found instanceof Carrier.Reference && expected instanceof Carrier.Reference);
  }

  private static void result(String what, Carrier found, List<Carrier> results) {
    gives(what, found, results.isEmpty() ? Carrier.VOID : results.get(0));
  }

  private static void gives(String what, Carrier found, Carrier expected) {
    require(found.equals(expected), what + " gives " + expected + ", not " + found);
  }

  @Override
  public Void constant(Expr.Constant constant) {
    require(constant.carrier() != Carrier.VOID, "a constant has a value");
    require(
        !constant.carrier().isReference() || constant.bits() == 0,
        "a reference constant is not null");
    return null;
  }

  @Override
  public Void getLocal(Expr.GetLocal getLocal) {
    reads.accept(getLocal.local());
    return null;
  }

  @Override
  public Void operation(Expr.Operation operation) {
    String text = operation.opcode().text();
    require(operation.opcode().typing() instanceof Typing.Signature, text + " is no operation");
    require(
        !JavaConstants.computes(operation.opcode(), operation.operands()),
        text + " of constants is a constant");
    require(
        !JavaConstants.dividesByZero(operation.opcode(), operation.operands()),
        text + " by zero is a trap");
    Typing.Signature signature = signature(operation);
    operands(text, operation.operands(), carriers(signature.operands()));
    result(text, operation.carrier(), carriers(signature.results()));
    return null;
  }

  /** An operation on lanes has types that the vector instruction's form tells. */
  private static Typing.Signature signature(Expr.Operation operation) {
    Typing.Signature typing = (Typing.Signature) operation.opcode().typing();
    return operation.opcode() instanceof VectorOpcode vector ? vector.laneSignature() : typing;
  }

  @Override
  public Void vector(Expr.Vector vector) {
    Typing.Signature signature = (Typing.Signature) vector.opcode().typing();
    operands(
        vector.opcode().text(),
        vector.operands(),
        signature.operands().stream().map(Carrier::whole).toList());
    gives(vector.opcode().text(), vector.carrier(), Carrier.whole(signature.results().get(0)));
    return null;
  }

  @Override
  public Void load(Expr.Load load) {
    access(load.opcode(), load.bytes(), load.address(), List.of());
    Typing.Access access = (Typing.Access) load.opcode().typing();
    result(load.opcode().text(), load.carrier(), whole(access.results()));
    return null;
  }

  @Override
  public Void getGlobal(Expr.GetGlobal getGlobal) {
    List<Carrier> parts = Carrier.of(spaces.globalType(getGlobal.globalIndex()).valueType());
    require(getGlobal.part() < parts.size(), "global " + getGlobal.globalIndex() + " has parts");
    gives("global " + getGlobal.globalIndex(), getGlobal.carrier(), parts.get(getGlobal.part()));
    return null;
  }

  @Override
  public Void select(Expr.Select select) {
    require(select.carrier() != Carrier.VOID, "select between no values");
    require(!(select.condition() instanceof Expr.Constant), "a constant decides");
    operands("select", select.operands(), List.of(Carrier.INT, select.carrier(), select.carrier()));
    return null;
  }

  @Override
  public Void lookup(Expr.Lookup lookup) {
    boolean bytes = lookup.index().carrier() == Carrier.LONG;
    operands("lookup", lookup.operands(), List.of(bytes ? Carrier.LONG : Carrier.INT));
    require(
        !bytes || Arrays.stream(lookup.table()).allMatch(entry -> entry >>> Byte.SIZE == 0),
        "entries for bytes are bytes");
    return null;
  }

  @Override
  public Void call(Expr.Call call) {
    String text = "call of function " + call.functionIndex();
    FunctionType type = spaces.functionType(call.functionIndex());
    operands(text, call.operands(), arguments(type));
    result(text, call.carrier(), carriers(type.results()));
    return null;
  }

  /** What a call takes: arguments that do not fit the parameters of a method come in an array. */
  private static List<Carrier> arguments(FunctionType type) {
    return JavaSignature.of(type).parameters();
  }

  @Override
  public Void callIndirect(Expr.CallIndirect call) {
    FunctionType type = spaces.functionTypeAt(call.typeIndex());
    Carrier index = call.isOfReference() ? Carrier.FUNCTION : Carrier.INT;
    operands("call_indirect", List.of(call.index()), List.of(index));
    operands("call_indirect", call.arguments(), arguments(type));
    result("call_indirect", call.carrier(), carriers(type.results()));
    return null;
  }

  @Override
  public Void entity(Expr.Entity entity) {
    EntityOperation operation = entity.operation();
    int operands = entity.operands().size();
    require(
        operands == operation.operands() || operation == EntityOperation.EXCEPTION_NEW,
        operation + " has " + operands + " operands");
    if (operation == EntityOperation.EXCEPTION_NEW) {
      operands("throw", entity.operands(), carriers(spaces.tagParameters(entity.first())));
    }
    entity.operands().forEach(this::value);
    operation
        .result()
        .ifPresentOrElse(
            carrier -> gives(operation.name(), entity.carrier(), carrier),
            () -> require(entity.carrier() != Carrier.VOID, operation + " gives a value"));
    return null;
  }

  @Override
  public Void aggregate(Aggregate aggregate) {
    aggregate.operands().forEach(this::value);
    require(aggregate.typeIndex() < spaces.typeCount(), aggregate.operation() + " has a type");
    return null;
  }

  @Override
  public Void cast(Cast cast) {
    value(cast.operand());
    require(cast.operand().carrier() instanceof Carrier.Reference, "a cast is of a reference");
    require(
        cast.form() == Cast.Form.TEST
            ? cast.carrier() == Carrier.INT
            : cast.carrier() instanceof Carrier.Reference,
        "a cast gives a reference, a test a number");
    return null;
  }
}
