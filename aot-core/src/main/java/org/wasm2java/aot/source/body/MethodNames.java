package org.wasm2java.aot.source.body;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.Expr.CallIndirect;
import org.wasm2java.aot.ir.JavaSignature;
import org.wasm2java.aot.ir.Label;
import org.wasm2java.aot.ir.Local;
import org.wasm2java.aot.ir.MemoryForm;
import org.wasm2java.aot.source.name.AggregateNames;
import org.wasm2java.aot.source.name.Callee;
import org.wasm2java.aot.source.name.GeneratedNames;
import org.wasm2java.aot.source.name.JavaNames;
import org.wasm2java.aot.source.name.RuntimeTypes;
import org.wasm2java.aot.source.place.AsciiText;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.aot.split.LayoutLimits;
import org.wasm2java.aot.split.method.plan.FunctionPlan;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.Subtyping;
import org.wasm2java.runtime.generated.Checkpoint;
import org.wasm2java.runtime.generated.ListenedCall;

/**
 * The names that one method's body uses: its locals and labels, and the module seen from its class.
 */
public final class MethodNames {
  /** Names that generated code uses itself; a local of the name section gets an underscore. */
  private static final Pattern OWN =
      Pattern.compile("([a-z]+\\d.*)|self|frame|address|exit|mem\\d*|[A-Z].*|[a-z][a-zA-Z]*Module");

  private final GeneratedNames names;
  private final JavaPlan plan;
  private final MethodHome home;
  private final @Nullable FunctionPlan function;
  private final String prefix;
  private final String instance;
  private final Map<Local, String> locals = new HashMap<>();
  private final JavaNames scope = new JavaNames(Set.of());
  private boolean usesAddressTemporary;

  /**
   * Names for a method.
   *
   * @param home where the method is
   * @param function the function
   */
  public MethodNames(GeneratedNames names, JavaPlan plan, MethodHome home, FunctionPlan function) {
    this.names = names;
    this.plan = plan;
    this.home = home;
    this.function = function;
    this.prefix = plan.singleClass() ? "" : "self.";
    this.instance = plan.singleClass() ? "this" : "self";
  }

  private MethodNames(GeneratedNames names, JavaPlan plan) {
    this.names = names;
    this.plan = plan;
    this.home = new MethodHome(-1, 0, new ByteTables());
    this.function = null;
    this.prefix = plan.setupApart() ? "self." : "";
    this.instance = plan.setupApart() ? "self" : "this";
  }

  /** Names for the code that sets an instance up. */
  public static MethodNames ofSetup(GeneratedNames names, JavaPlan plan) {
    return new MethodNames(names, plan);
  }

  /** Returns the tables of the method's class. */
  ByteTables tables() {
    return home.tables();
  }

  /** Returns what a class or a method takes at most. */
  LayoutLimits limits() {
    return plan.limits();
  }

  public String local(Local local) {
    return locals.computeIfAbsent(local, this::name);
  }

  private String name(Local local) {
    String given = local.name().isEmpty() ? "" : JavaNames.identifier(local.name());
    boolean own = given.isEmpty() || OWN.matcher(given).matches() || names.isMember(given);
    if (local.isInActivation()) {
      return "frame." + frameField(local);
    }
    return switch (local.origin()) {
      case PARAMETER ->
          scope.unique(given.isEmpty() ? "p" + local.index() : own ? given + "_" : given);
      case DECLARED ->
          scope.unique(given.isEmpty() ? "l" + local.index() : own ? given + "_" : given);
      case TEMPORARY -> "t" + local.index();
      case MEMORY -> "mem" + (local.memoryIndex() == 0 ? "" : local.memoryIndex());
    };
  }

  /** Returns the field of the frame that holds a local. */
  public static String frameField(Local local) {
    return "l" + local.index();
  }

  String label(Label label) {
    return "L" + label.number();
  }

  /** Returns the variable in which addresses are kept while they are tested. */
  String addressTemporary() {
    usesAddressTemporary = true;
    return "address";
  }

  boolean usesAddressTemporary() {
    return usesAddressTemporary;
  }

  public String memory(int memoryIndex) {
    return prefix + names.memory(memoryIndex);
  }

  /** Returns the form of a memory. */
  MemoryForm memoryForm(int memoryIndex) {
    return plan.memories().get(memoryIndex);
  }

  /** Returns the expression for what a memory keeps its bytes in, with a mark before its end. */
  String fetched(int memoryIndex, String mark) {
    return switch (memoryForm(memoryIndex)) {
      case ARRAY -> memory(memoryIndex) + ".bytes" + mark + "()";
    };
  }

  /**
   * Returns the test whether a memory keeps its bytes elsewhere than in the given local. Of arrays
   * it compares lengths, as growth changes them; of a test for the same array HotSpot would make a
   * plain read again.
   */
  String moved(int memoryIndex, String bytes) {
    return switch (memoryForm(memoryIndex)) {
      case ARRAY -> fetched(memoryIndex, "") + ".length != " + bytes + ".length";
    };
  }

  /** Returns another member of the instance. */
  public String member(String name) {
    return prefix + name;
  }

  /** Returns whether exceptions note what was running when they were thrown. */
  boolean tracesExceptions() {
    return plan.instrumentation().exceptionFrames();
  }

  public String tag(int tagIndex) {
    return prefix + names.tag(tagIndex);
  }

  /** Returns the field of a global, be it a value or a {@link org.wasm2java.runtime.Global}. */
  public String global(int globalIndex) {
    return prefix + names.global(globalIndex);
  }

  /** Returns the field of a carrier of a global that is not shared. */
  public String globalField(int globalIndex, int part) {
    return prefix + names.globalFields(globalIndex).get(part);
  }

  /** Returns the contents of the resource of the segments. */
  public String dataBytes() {
    String owner = prefix.isEmpty() ? "" : names.mainClass() + ".";
    return owner + GeneratedNames.dataClass() + ".BYTES";
  }

  public String table(int tableIndex) {
    return prefix + names.table(tableIndex);
  }

  public String data(int dataIndex) {
    return prefix + names.data(dataIndex);
  }

  public String elements(int elementIndex) {
    return prefix + names.elements(elementIndex);
  }

  String readGlobal(int globalIndex, int part, RuntimeTypes types) {
    return names.readGlobal(prefix, globalIndex, part, types);
  }

  String writeGlobal(int globalIndex, int part, String value) {
    return names.writeGlobal(prefix, globalIndex, part, value);
  }

  /** Returns the names of the fields of structures and arrays. */
  AggregateNames aggregates() {
    return names.aggregates();
  }

  /** Returns the carrier of a structure or array type. */
  Carrier aggregateCarrier(int typeIndex) {
    return Carrier.defined(plan.module().definedTypes().get(typeIndex));
  }

  /** Returns whether Java knows that the values of one carrier are those of another, too. */
  boolean isBelow(Carrier one, Carrier other) {
    int first = ((Carrier.Reference) one).definedType();
    int second = ((Carrier.Reference) other).definedType();
    return !other.needsCast()
        || (first >= 0 && other.equals(Carrier.EQ))
        || (first >= 0 && second >= 0 && plan.module().subtyping().extendsType(first, second));
  }

  /** Returns whether the class of one carrier is, or is below, that of the other. */
  boolean related(Carrier one, Carrier other) {
    int first = ((Carrier.Reference) one).definedType();
    int second = ((Carrier.Reference) other).definedType();
    Subtyping subtyping = plan.module().subtyping();
    return one.equals(other)
        || (first >= 0
            && second >= 0
            && (subtyping.extendsType(first, second) || subtyping.extendsType(second, first)));
  }

  /** Returns the least index of a type that equals the type at an index. */
  int canonical(int typeIndex) {
    return plan.module().canonicalType(typeIndex);
  }

  /** Returns the class of functions of a type. */
  String typeClass(int typeIndex) {
    return AsciiText.of(names.typeClass(plan.module().canonicalType(typeIndex)));
  }

  /** Returns whether code has arrays whose bounds Java checks beside those of memories. */
  boolean hasArrays() {
    return names.aggregates().hasArrays();
  }

  String functionReference(int functionIndex) {
    return prefix + "function(" + functionIndex + ")";
  }

  /** Returns the field of the instance that carries a function's result. */
  public String result(Carrier carrier, int position) {
    return prefix + names.resultField(carrier, position);
  }

  /** Returns the field of the instance that carries an argument of a tail call. */
  String tailField(Carrier carrier, int position) {
    return prefix + names.tailField(carrier, position);
  }

  /** Returns the field that says what is called next. */
  public String tail() {
    return instance() + "." + GeneratedNames.TAIL;
  }

  /** Returns the array of the elements of a table, with a mark before the parentheses. */
  String elementsOf(int tableIndex, String mark) {
    return table(tableIndex) + ".elements" + mark + "()";
  }

  /** Returns the call that tells the listener, if there is one, of a tail call. */
  String tellTailCall(int functionIndex, RuntimeTypes types) {
    String listener = instance() + "." + GeneratedNames.LISTENER;
    String told = new ListenedFunction(plan.module(), functionIndex).text(instance(), types);
    return types.member(ListenedCall.class, "leave(")
        + (instance() + ", " + listener + ", " + listener + " == null ? null : " + told + ")");
  }

  /** Returns the field of the instance that carries a local to or from a part. */
  String scratch(Carrier carrier, int position) {
    return prefix + names.scratchField(carrier, position);
  }

  /** Returns a direct call with its arguments and a mark before them. */
  public String call(int functionIndex, String mark, String arguments) {
    Callee callee = names.callee(functionIndex);
    boolean inside =
        callee.ofInstance()
            ? prefix.isEmpty()
            : home.partClass() == 0
                && home.codeClass() >= 0
                && callee.owner().equals(names.codeClass(home.codeClass()));
    return inside
        ? callee.callInside(instance, mark, arguments)
        : callee.call(instance, mark, arguments);
  }

  /** Returns a call of a part of a function; the arguments begin with the frame if it has one. */
  public String callPart(int functionIndex, int part, String arguments) {
    String name = names.part(functionIndex, part);
    if (plan.singleClass() || function == null) {
      return name + "(" + arguments + ")";
    }
    int target = function.partClass(part);
    String owner =
        target == home.partClass()
            ? ""
            : AsciiText.of(names.partClass(home.codeClass(), target)) + ".";
    return owner + name + "(" + withSelf(arguments) + ")";
  }

  /** Returns how bodies name the instance. */
  public String instance() {
    return instance;
  }

  /** Returns the field that says whether there is a reason to stop. */
  String stop() {
    return instance() + "." + GeneratedNames.STOP;
  }

  /** Returns the field of the fuel that is left. */
  String fuel() {
    return instance() + "." + GeneratedNames.FUEL;
  }

  /** Returns the call that tells why code was stopped. */
  String stopped(RuntimeTypes types, String mark) {
    return types.member(Checkpoint.class, "stopped") + mark + "(" + instance() + ")";
  }

  /** Returns the call that traps when all fuel is used up. */
  String outOfFuel(RuntimeTypes types, String mark) {
    return types.member(Checkpoint.class, "outOfFuel") + mark + "(" + instance() + ")";
  }

  private static String withSelf(String arguments) {
    return arguments.isEmpty() ? "self" : "self, " + arguments;
  }

  /** Returns what an indirect call calls, with marks before its two pairs of parentheses. */
  String callee(CallIndirect call, String elements, String at, String index) {
    if (call.isOfReference()) {
      return typeClass(call.typeIndex()) + ".of" + at + "(" + index + ")";
    }
    String table = elementsOf(call.tableIndex(), elements);
    return typeClass(call.typeIndex()) + ".at" + at + "(" + table + ", " + index + ")";
  }

  /** Returns how an indirect call calls it, with a mark before the arguments. */
  String invocation(CallIndirect call, String mark, String arguments) {
    FunctionType type = plan.module().spaces().functionTypeAt(call.typeIndex());
    boolean many = !JavaSignature.of(type).results().further().isEmpty();
    String all = arguments.isEmpty() ? instance() : instance() + ", " + arguments;
    return many ? ".invokeFor" + mark + "(" + all + ")" : ".invoke" + mark + "(" + arguments + ")";
  }
}
