package org.wasm2java.aot.source;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.wasm2java.aot.ir.Kind;
import org.wasm2java.aot.module.Export;
import org.wasm2java.aot.module.ExternKind;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.module.Names;
import org.wasm2java.aot.split.JavaPlan;

/**
 * The names of what a module's classes consist of. Indices make them unique, names of the name
 * section make them readable.
 */
final class GeneratedNames {
  /** The field that says whether there is a reason to stop. */
  static final String STOP = "stop";

  /** The field of the fuel that is left. */
  static final String FUEL = "fuel";

  /** The field of who is told of calls. */
  static final String LISTENER = "listener";

  private final JavaPlan plan;
  private final Names names;
  private final IndexSpaces spaces;
  private final Map<String, Kind> scratchFields = new ConcurrentHashMap<>();
  private final Set<Integer> exportedGlobals = new HashSet<>();

  GeneratedNames(JavaPlan plan) {
    this.plan = plan;
    this.names = plan.module().module().names();
    this.spaces = plan.module().spaces();
    for (Export export : plan.module().module().exports()) {
      if (export.kind() == ExternKind.GLOBAL) {
        exportedGlobals.add(export.index());
      }
    }
  }

  String mainClass() {
    return plan.simpleName();
  }

  String codeClass(int number) {
    return plan.simpleName() + "Code" + number;
  }

  /** Returns the class of functions, or one of those with their parts, from 1. */
  String partClass(int number, int partClass) {
    return codeClass(number) + (partClass == 0 ? "" : "Part" + partClass);
  }

  String typeClass(int canonicalType) {
    return plan.simpleName() + "Type" + canonicalType;
  }

  String referenceClass(int number) {
    return plan.simpleName() + "Ref" + number;
  }

  String referenceFactory() {
    return plan.simpleName() + "Refs";
  }

  String dataResource() {
    return plan.simpleName() + ".data";
  }

  String descriptorResource() {
    return plan.simpleName() + ".module";
  }

  String frameResource() {
    return plan.simpleName() + ".frames";
  }

  String function(int functionIndex) {
    return "f" + functionIndex + names.functionName(functionIndex).map(JavaNames::part).orElse("");
  }

  String part(int functionIndex, int part) {
    return function(functionIndex) + "_part" + part;
  }

  String memory(int memoryIndex) {
    return "memory" + memoryIndex;
  }

  String table(int tableIndex) {
    return "table" + tableIndex;
  }

  String tag(int tagIndex) {
    return "tag" + tagIndex;
  }

  String data(int dataIndex) {
    return "data" + dataIndex;
  }

  String elements(int elementIndex) {
    return "elem" + elementIndex;
  }

  String global(int globalIndex) {
    return "global" + globalIndex + names.globalName(globalIndex).map(JavaNames::part).orElse("");
  }

  /** Returns the method that makes an array of very many results. */
  String giveResults(int canonicalType) {
    return "giveResults" + canonicalType;
  }

  /** Returns the method that takes very many results from an array. */
  String takeResults(int canonicalType) {
    return "takeResults" + canonicalType;
  }

  /** Returns the field that carries a function's result of a position, and notes its use. */
  String resultField(Kind kind, int position) {
    return field("r", kind, position);
  }

  /**
   * Returns the field that carries a local between a part and its caller, and notes its use. These
   * are not the fields of results: a part may begin between a call and the reads of its results.
   */
  String scratchField(Kind kind, int position) {
    return field("s", kind, position);
  }

  /** Returns the class of a function's frames, which is nested in the class of its methods. */
  static String frameClass(int functionIndex) {
    return "Frame" + functionIndex;
  }

  private String field(String purpose, Kind kind, int position) {
    String field = purpose + position + kind.letter();
    scratchFields.putIfAbsent(field, kind);
    return field;
  }

  /** Returns the fields of results and scratch fields that were used so far. */
  SortedMap<String, Kind> scratchFields() {
    return new TreeMap<>(scratchFields);
  }

  /** Whether a global is an object that others can hold; otherwise it is a plain field. */
  boolean isShared(int globalIndex) {
    return globalIndex < spaces.importedGlobals()
        || (exportedGlobals.contains(globalIndex) && spaces.globalType(globalIndex).mutable());
  }

  String readGlobal(String prefix, int globalIndex, RuntimeTypes types) {
    String field = prefix + global(globalIndex);
    if (!isShared(globalIndex)) {
      return field;
    }
    Kind kind = Kind.of(spaces.globalType(globalIndex).valueType());
    String read = field + "." + accessor(kind) + "()";
    return kind == Kind.FUNCTION ? "((" + types.name(kind.javaType()) + ") " + read + ")" : read;
  }

  String writeGlobal(String prefix, int globalIndex, String value) {
    String field = prefix + global(globalIndex);
    Kind kind = Kind.of(spaces.globalType(globalIndex).valueType());
    return isShared(globalIndex)
        ? field + "." + accessor(kind) + "(" + value + ")"
        : field + " = " + value;
  }

  private static String accessor(Kind kind) {
    return switch (kind) {
      case INT -> "i32";
      case LONG -> "i64";
      case FLOAT -> "f32";
      case DOUBLE -> "f64";
      case FUNCTION, EXTERN, BYTES, LONGS, OBJECTS, VOID -> "reference";
    };
  }

  /** Returns whether a name from the module would hide a member that bodies use. */
  boolean isMember(String name) {
    return name.equals("function") || plan.simpleName().equals(name);
  }
}
