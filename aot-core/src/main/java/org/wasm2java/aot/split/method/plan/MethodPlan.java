package org.wasm2java.aot.split.method.plan;

import java.util.List;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.IrFunction;
import org.wasm2java.aot.ir.JvmLimits;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.Stmt;

/**
 * One Java method: a whole function or a part of one.
 *
 * @param functionIndex the function
 * @param role what the method is to the function
 * @param part 0 for the function itself, else the number of the part
 * @param parameters the locals that come as parameters; for a part, those beyond the limit of the
 *     class file format come through the instance's scratch fields, see {@link #registers()}
 * @param declared the locals whose variables are declared at the top, without a value; {@link
 *     Stmt.SetLocal#declares} says where all others are
 * @param returned what the Java method returns
 * @param hasActivation whether the function keeps locals in an object of each activation; its own
 *     method makes it, parts take it
 * @param padding how many entries a switch has that does nothing but make the method larger
 * @param body the statements
 */
public record MethodPlan(
    int functionIndex,
    Role role,
    int part,
    List<Local> parameters,
    List<Local> declared,
    Carrier returned,
    boolean hasActivation,
    int padding,
    List<Stmt> body) {
  /** No estimate is as many times the real size. */
  private static final int SURELY_LARGE = 4;

  /** What a method is to its function. */
  public enum Role {
    /** It is the function: its callers call it. */
    FUNCTION,
    /** It is the function's body: a method calls it that tells a listener or makes tail calls. */
    INSIDE,
    /** It holds statements of the function that another of its methods calls. */
    PART
  }

  /** Copies the lists. */
  public MethodPlan {
    parameters = List.copyOf(parameters);
    declared = List.copyOf(declared);
    body = List.copyOf(body);
  }

  /** Returns the function's own method. */
  public static MethodPlan own(IrFunction function, boolean hasActivation, List<Stmt> body) {
    Carrier returned = function.results().isEmpty() ? Carrier.VOID : function.results().get(0);
    return new MethodPlan(
        function.functionIndex(),
        Role.FUNCTION,
        0,
        function.parameters(),
        List.of(),
        returned,
        hasActivation,
        0,
        body);
  }

  /** Returns the same method in another role. */
  MethodPlan as(Role other) {
    return copy(other, part, declared, padding, body);
  }

  /** Returns the same method with these statements and variables. */
  public MethodPlan with(List<Local> otherDeclared, List<Stmt> otherBody) {
    return copy(role, part, otherDeclared, padding, otherBody);
  }

  /** Returns the same method as another part. */
  public MethodPlan numbered(int other) {
    return copy(role, other, declared, padding, body);
  }

  /**
   * Returns the same method, larger than what HotSpot inlines where it is hot. Estimates are on the
   * high side, so a method is padded unless it is large by far.
   */
  public MethodPlan notInlined() {
    boolean large = bytes() > SURELY_LARGE * JvmLimits.INLINED_METHOD_BYTES;
    int entries = large ? 0 : JvmLimits.INLINED_METHOD_BYTES / MethodSizeEstimator.SWITCH_ENTRY;
    return copy(role, part, declared, entries, body);
  }

  private MethodPlan copy(
      Role otherRole,
      int otherPart,
      List<Local> otherDeclared,
      int otherPadding,
      List<Stmt> otherBody) {
    return new MethodPlan(
        functionIndex,
        otherRole,
        otherPart,
        parameters,
        otherDeclared,
        returned,
        hasActivation,
        otherPadding,
        otherBody);
  }

  /** Returns whether the method starts an activation of the function, and makes its object. */
  public boolean startsActivation() {
    return hasActivation && role != Role.PART;
  }

  /** Returns how many of the parameters are parameters of the Java method. */
  public int registers() {
    return role == Role.PART ? registers(parameters) : parameters.size();
  }

  /** Returns how many of the locals that a part takes are parameters of its method, in order. */
  public static int registers(List<Local> locals) {
    return Math.min(locals.size(), JvmLimits.PART_PARAMETERS);
  }

  /** Returns the bytes of bytecode, as estimated. */
  public int bytes() {
    return new MethodSizeEstimator().of(this);
  }
}
