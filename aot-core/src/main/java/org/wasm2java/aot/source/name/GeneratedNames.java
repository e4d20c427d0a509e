package org.wasm2java.aot.source.name;

import java.lang.constant.ClassDesc;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.module.Export;
import org.wasm2java.aot.module.ExternKind;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.module.Names;
import org.wasm2java.aot.split.FunctionHome;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.aot.split.StateLayout.Entity;
import org.wasm2java.aot.split.TailCalls;
import org.wasm2java.aot.type.TypeDefinition;
import org.wasm2java.runtime.format.FunctionMethodName;

/**
 * The names of what a module's classes consist of. Indices make them unique, names of the name
 * section make them readable.
 */
public final class GeneratedNames {
  /** The field that says whether there is a reason to stop. */
  public static final String STOP = "stop";

  /** The field of the fuel that is left. */
  public static final String FUEL = "fuel";

  /** What the names of the classes of frames start with. */
  static final String FRAME = "Frame";

  /** What the names of the records of results start with, before the letters of their carriers. */
  public static final String RESULTS = "Results";

  /** What further classes of a module are called behind the name of its first, before a number. */
  private enum Companion {
    CODE("Code"),
    TYPE("Type"),
    STRUCT("Struct"),
    ARRAY("Array"),
    REFERENCE("Ref"),
    STATE("State"),
    SETUP("Setup"),
    EXPORTS("Exports"),
    EXPORTED("Exported"),
    IMPORTS("Imports"),
    RESULTS("Results"),
    TAILS("Tails");

    private final String text;

    Companion(String text) {
      this.text = text;
    }
  }

  private static final String PART = "Part";
  private static final String REFERENCES = "Refs";

  /** The field of who is told of calls. */
  public static final String LISTENER = "listener";

  /** The field of the function to call next: its index plus 1, or 0 for none. */
  public static final String TAIL = "tail";

  /** The field of the function to call next where that is not of the instance. */
  public static final String TAIL_FUNCTION = "tailFunction";

  private static final Pattern COMPANIONS =
      Pattern.compile(
          REFERENCES
              + "|("
              + Arrays.stream(Companion.values())
                  .map(companion -> companion.text)
                  .collect(Collectors.joining("|"))
              + ")\\d+("
              + PART
              + "\\d+)?");

  private final JavaPlan plan;
  private final Names names;
  private final IndexSpaces spaces;
  private final SortedMap<String, Carrier> scratchFields = new TreeMap<>();
  private final Set<Integer> exportedGlobals;
  private final Set<String> aggregateClasses;
  private final AggregateNames aggregates;

  private GeneratedNames(GeneratedNames others) {
    this.plan = others.plan;
    this.names = others.names;
    this.spaces = others.spaces;
    this.exportedGlobals = others.exportedGlobals;
    this.aggregateClasses = others.aggregateClasses;
    this.aggregates = others.aggregates;
  }

  public GeneratedNames(JavaPlan plan) {
    this.plan = plan;
    this.names = plan.module().decoded().names();
    this.spaces = plan.module().spaces();
    this.aggregates = new AggregateNames(plan.module());
    this.aggregateClasses =
        plan.module().definedTypes().stream()
            .map(type -> type.definition().orElseThrow())
            .filter(definition -> definition.origin() == TypeDefinition.Origin.OWN)
            .flatMap(definition -> definition.javaClass().stream())
            .map(ClassDesc::displayName)
            .collect(Collectors.toSet());
    this.exportedGlobals = new HashSet<>();
    for (Export export : plan.module().decoded().exports()) {
      if (export.kind() == ExternKind.GLOBAL) {
        exportedGlobals.add(export.index());
      }
    }
  }

  /** Returns the same names for who notes by itself which fields its code uses. */
  public GeneratedNames withOwnNotes() {
    return new GeneratedNames(this);
  }

  public String mainClass() {
    return plan.simpleName();
  }

  private String companion(Companion companion, int number) {
    return plan.simpleName() + companion.text + number;
  }

  /** Returns whether the module's classes have this simple name, or may have it. */
  boolean isClass(String name) {
    return name.equals(plan.simpleName())
        || isCompanion(plan.simpleName(), name)
        || aggregateClasses.contains(name);
  }

  /** Returns whether a class beside that of a module may have this name without a choice. */
  static boolean isCompanion(String simpleName, String name) {
    return name.startsWith(simpleName)
        && COMPANIONS.matcher(name.substring(simpleName.length())).matches();
  }

  /** Returns the class of structures or arrays of a type that has no name. */
  static String aggregateClass(String simpleName, boolean struct, int canonicalType) {
    return simpleName + (struct ? Companion.STRUCT : Companion.ARRAY).text + canonicalType;
  }

  public String codeClass(int number) {
    return companion(Companion.CODE, number);
  }

  /** Returns the class of functions, or one of those with their parts, from 1. */
  public String partClass(int number, int partClass) {
    return codeClass(number) + (partClass == 0 ? "" : PART + partClass);
  }

  public String typeClass(int canonicalType) {
    return companion(Companion.TYPE, canonicalType);
  }

  /** Returns the names of the fields of structures and arrays. */
  public AggregateNames aggregates() {
    return aggregates;
  }

  public String referenceClass(int number) {
    return companion(Companion.REFERENCE, number);
  }

  public String referenceFactory() {
    return plan.simpleName() + REFERENCES;
  }

  public String dataResource() {
    return plan.simpleName() + ".data";
  }

  public String descriptorResource() {
    return plan.simpleName() + ".module";
  }

  public String frameResource() {
    return plan.simpleName() + ".frames";
  }

  public String function(int functionIndex) {
    return FunctionMethodName.of(functionIndex, ownName(functionIndex));
  }

  public String part(int functionIndex, int part) {
    return FunctionMethodName.ofPart(functionIndex, ownName(functionIndex), part);
  }

  private String ownName(int functionIndex) {
    String name = names.functionName(functionIndex).map(JavaNames::part).orElse("");
    return name.isEmpty() ? "" : name.substring(1);
  }

  /** Returns the class of a part of an instance's state, from 1. */
  public String stateClass(int number) {
    return companion(Companion.STATE, number);
  }

  /** Returns the field of the instance that holds a part of its state. */
  public String stateField(int number) {
    return "state" + number;
  }

  /** Returns a class of statements that set an instance up. */
  public String setupClass(int number) {
    return companion(Companion.SETUP, number);
  }

  /** Returns a class of exports that do not fit the module's own. */
  public String exportClass(int number) {
    return companion(Companion.EXPORTS, number);
  }

  /** Returns a class that gives exports by position. */
  public String exportedClass(int number) {
    return companion(Companion.EXPORTED, number);
  }

  /** Returns a class of imports that do not fit the module's own, from 1. */
  public String importClass(int number) {
    return companion(Companion.IMPORTS, number);
  }

  /** Returns a class of records that do not fit the module's own, from 1. */
  public String resultClass(int number) {
    return companion(Companion.RESULTS, number);
  }

  /** Returns the class that holds the resource of the segments. */
  public static String dataClass() {
    return NestedClass.DATA.simpleName();
  }

  /** Returns the method that others call for a function. */
  public Callee callee(int functionIndex) {
    FunctionHome home = plan.homes().of(functionIndex);
    String owner =
        switch (home.kind()) {
          case INSTANCE -> "";
          case CODE_CLASS -> codeClass(home.number());
          case IMPORT_CLASS -> importClass(home.number());
        };
    return new Callee(owner, function(functionIndex));
  }

  /** Returns a class that makes tail calls. */
  public String tailClass(int number) {
    return companion(Companion.TAILS, number);
  }

  /** Returns the method that makes tail calls of functions that return such a value. */
  public String tailMethod(Carrier returned) {
    return "call" + TailCalls.of(returned).letter();
  }

  /**
   * Returns the method of a function for who makes the tail call that it may leave by: if it does,
   * its body, or what tells of that.
   */
  public Callee tailCallee(int functionIndex) {
    Callee callee = callee(functionIndex);
    return plan.tailCalls().leaves(functionIndex)
        ? new Callee(callee.owner(), toldBody(functionIndex))
        : callee;
  }

  /** Returns the method that tells a listener of a function and calls its body, or the body. */
  public String toldBody(int functionIndex) {
    return plan.listened().contains(functionIndex) ? TAIL + functionIndex : part(functionIndex, 0);
  }

  /** Returns what stands before the name of a field of the state. */
  private String state(Entity entity, int index) {
    int number = plan.state().classOf(entity, index);
    return number == 0 ? "" : stateField(number) + ".";
  }

  public String memory(int memoryIndex) {
    return state(Entity.MEMORY, memoryIndex) + "memory" + memoryIndex;
  }

  public String table(int tableIndex) {
    return state(Entity.TABLE, tableIndex) + "table" + tableIndex;
  }

  public String tag(int tagIndex) {
    return state(Entity.TAG, tagIndex) + "tag" + tagIndex;
  }

  public String data(int dataIndex) {
    return state(Entity.DATA, dataIndex) + "data" + dataIndex;
  }

  public String elements(int elementIndex) {
    return state(Entity.ELEMENTS, elementIndex) + "elem" + elementIndex;
  }

  public String global(int globalIndex) {
    String name = names.globalName(globalIndex).map(JavaNames::part).orElse("");
    return state(Entity.GLOBAL, globalIndex) + "global" + globalIndex + name;
  }

  /** Returns the method that makes an array of very many results. */
  public String giveResults(int canonicalType) {
    return "giveResults" + canonicalType;
  }

  /** Returns the method that takes very many results from an array. */
  public String takeResults(int canonicalType) {
    return "takeResults" + canonicalType;
  }

  /** Returns the field that carries a function's result of a position, and notes its use. */
  public String resultField(Carrier carrier, int position) {
    return field("r", carrier, position);
  }

  /**
   * Returns the field that carries a local between a part and its caller, and notes its use. These
   * are not the fields of results: a part may begin between a call and the reads of its results.
   */
  public String scratchField(Carrier carrier, int position) {
    return field("s", carrier, position);
  }

  /** Returns the field that carries an argument of a tail call, and notes its use. */
  public String tailField(Carrier carrier, int position) {
    return field("a", TailCalls.of(carrier), position);
  }

  /** Returns the class of a function's frames, which is nested in the class of its methods. */
  public static String frameClass(int functionIndex) {
    return FRAME + functionIndex;
  }

  private String field(String purpose, Carrier carrier, int position) {
    String field = purpose + position + carrier.letter();
    scratchFields.putIfAbsent(field, carrier);
    return field;
  }

  /** Returns the fields of results and scratch fields that were used so far. */
  public SortedMap<String, Carrier> scratchFields() {
    return new TreeMap<>(scratchFields);
  }

  /** Notes the use of fields by code that was written apart. */
  public void note(SortedMap<String, Carrier> used) {
    scratchFields.putAll(used);
  }

  /** Whether a global is an object that others can hold; otherwise it is a plain field. */
  public boolean isShared(int globalIndex) {
    return globalIndex < spaces.importedGlobals()
        || (exportedGlobals.contains(globalIndex) && spaces.globalType(globalIndex).mutable());
  }

  /** Returns the fields of a global that is not shared: one for each carrier of its value. */
  public List<String> globalFields(int globalIndex) {
    String field = global(globalIndex);
    return globalParts(globalIndex).size() == 1 ? List.of(field) : List.of(field, field + "_high");
  }

  /** Returns the carriers of a global's value. */
  public List<Carrier> globalParts(int globalIndex) {
    return Carrier.of(spaces.globalType(globalIndex).valueType());
  }

  public String readGlobal(String prefix, int globalIndex, int part, RuntimeTypes types) {
    if (!isShared(globalIndex)) {
      return prefix + globalFields(globalIndex).get(part);
    }
    Carrier carrier = globalParts(globalIndex).get(part);
    String read = prefix + global(globalIndex) + "." + accessor(globalIndex, part) + "()";
    return carrier.isReference() && carrier.needsCast()
        ? "((" + types.name(carrier.javaType()) + ") " + read + ")"
        : read;
  }

  public String writeGlobal(String prefix, int globalIndex, int part, String value) {
    return isShared(globalIndex)
        ? prefix + global(globalIndex) + "." + accessor(globalIndex, part) + "(" + value + ")"
        : prefix + globalFields(globalIndex).get(part) + " = " + value;
  }

  private String accessor(int globalIndex, int part) {
    List<Carrier> parts = globalParts(globalIndex);
    return parts.size() == 1 ? accessor(parts.get(0)) : part == 0 ? "low" : "high";
  }

  private static String accessor(Carrier carrier) {
    return carrier instanceof Carrier.Primitive primitive
        ? switch (primitive) {
          case INT -> "i32";
          case LONG -> "i64";
          case FLOAT -> "f32";
          case DOUBLE -> "f64";
        }
        : "reference";
  }

  /** Returns whether a name from the module would hide a member or class that bodies use. */
  public boolean isMember(String name) {
    return name.equals("function") || isClass(name);
  }
}
