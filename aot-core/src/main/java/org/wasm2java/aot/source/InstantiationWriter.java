package org.wasm2java.aot.source;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.DataSegment;
import org.wasm2java.aot.module.Import;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.module.SegmentMode;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.split.DataPacker;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.GlobalType;
import org.wasm2java.aot.type.Limits;
import org.wasm2java.aot.type.TableType;
import org.wasm2java.runtime.DataSegments;
import org.wasm2java.runtime.ElementSegments;
import org.wasm2java.runtime.Global;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.Table;
import org.wasm2java.runtime.Tag;

/**
 * Writes a module's state and its instantiation in the specification's order: imports, tables,
 * memories, globals, element segments, data segments, start function.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/exec/modules.html#instantiation">Instantiation</a>
 */
final class InstantiationWriter {
  private final JavaPlan plan;
  private final GeneratedNames names;
  private final DataPacker data;
  private final RuntimeTypes types;
  private final IndexSpaces spaces;
  private final WasmModule module;
  private final ExpressionWriter expressions;
  private final List<String> statements = new ArrayList<>();

  InstantiationWriter(JavaPlan plan, GeneratedNames names, DataPacker data, RuntimeTypes types) {
    this.plan = plan;
    this.names = names;
    this.data = data;
    this.types = types;
    this.spaces = plan.module().spaces();
    this.module = plan.module().module();
    this.expressions =
        new ExpressionWriter(
            MethodNames.ofMain(names, plan), types, AccessCalls.once(), PlaceMarks.none());
  }

  private String value(Body body) {
    return expressions.value(plan.initializers().value(body));
  }

  /** Returns the fields of memories, tables, globals and segments. */
  List<FieldSpec> fields() {
    List<FieldSpec> fields = new ArrayList<>();
    for (int i = 0; i < spaces.memoryCount(); i++) {
      fields.add(FieldSpec.builder(Memory.class, names.memory(i)).build());
    }
    for (int i = 0; i < spaces.tableCount(); i++) {
      fields.add(FieldSpec.builder(Table.class, names.table(i)).build());
    }
    for (int i = 0; i < spaces.tagCount(); i++) {
      fields.add(FieldSpec.builder(Tag.class, names.tag(i)).build());
    }
    for (int i = 0; i < spaces.globalCount(); i++) {
      TypeName type =
          names.isShared(i)
              ? TypeName.get(Global.class)
              : Signatures.type(spaces.globalType(i).valueType());
      fields.add(FieldSpec.builder(type, names.global(i)).build());
    }
    for (int i = 0; i < module.data().size(); i++) {
      if (plan.usage().usesData(i)) {
        fields.add(FieldSpec.builder(ArrayTypeName.of(TypeName.BYTE), names.data(i)).build());
      }
    }
    for (int i = 0; i < module.elements().size(); i++) {
      if (plan.usage().usesElements(i)) {
        fields.add(
            FieldSpec.builder(ArrayTypeName.of(ClassName.OBJECT), names.elements(i)).build());
      }
    }
    return fields;
  }

  /** Adds the statements of the constructor: links imports, makes memories and tables. */
  void construct(MethodSpec.Builder constructor) {
    List<String> construction = new ArrayList<>();
    for (int i = 0; i < spaces.tableCount(); i++) {
      construction.add(names.table(i) + " = " + table(i));
    }
    for (int i = 0; i < spaces.memoryCount(); i++) {
      construction.add(names.memory(i) + " = " + memory(i));
    }
    for (int i = 0; i < spaces.tagCount(); i++) {
      construction.add(names.tag(i) + " = " + tag(i));
    }
    for (int i = 0; i < spaces.importedGlobals(); i++) {
      Import declared = spaces.globalImport(i).orElseThrow();
      GlobalType type = spaces.globalType(i);
      construction.add(
          names.global(i)
              + " = linker.global("
              + name(declared)
              + ", "
              + types.valueType(type.valueType())
              + ", "
              + type.mutable()
              + ")");
    }
    construction.forEach(statement -> constructor.addStatement("$L", statement));
  }

  private static String name(Import declared) {
    return JavaLiterals.string(declared.module()) + ", " + JavaLiterals.string(declared.field());
  }

  private String table(int tableIndex) {
    TableType type = spaces.tableType(tableIndex);
    String elementType = types.valueType(type.elementType());
    String sizes = sizes(type.limits());
    return spaces
        .tableImport(tableIndex)
        .map(declared -> "linker.table(" + name(declared) + ", " + elementType + ", " + sizes + ")")
        .orElse("linker.newTable(" + elementType + ", " + sizes + ")");
  }

  private String memory(int memoryIndex) {
    String sizes = sizes(spaces.memoryType(memoryIndex).limits());
    return spaces
        .memoryImport(memoryIndex)
        .map(declared -> "linker.memory(" + name(declared) + ", " + sizes + ")")
        .orElse("linker.newMemory(" + sizes + ")");
  }

  private String tag(int tagIndex) {
    FunctionType type = spaces.functionTypeAt(spaces.tagType(tagIndex).typeIndex());
    String runtimeType =
        types.member(org.wasm2java.runtime.FunctionType.class, "of(")
            + JavaLiterals.string(Signatures.names(type.parameters()))
            + ", "
            + JavaLiterals.string(Signatures.names(type.results()))
            + ")";
    return spaces
        .tagImport(tagIndex)
        .map(declared -> "linker.tag(" + name(declared) + ", " + runtimeType + ")")
        .orElse("new " + types.name(Tag.class) + "(" + runtimeType + ")");
  }

  private static String sizes(Limits limits) {
    OptionalLong maximum = limits.maximum();
    return limits.minimum() + "L, " + (maximum.isPresent() ? maximum.getAsLong() : -1) + "L";
  }

  /** Returns the methods that initialize an instance, {@code initialize} first. */
  List<MethodSpec> methods() {
    globals();
    tables();
    elements();
    dataSegments();
    module
        .start()
        .ifPresent(start -> statements.add(MethodNames.ofMain(names, plan).callFromMain(start)));
    return StatementPieces.overriding("initialize", statements);
  }

  private void globals() {
    for (int i = spaces.importedGlobals(); i < spaces.globalCount(); i++) {
      GlobalType type = spaces.globalType(i);
      String value = value(spaces.global(i).initializer());
      String created =
          names.isShared(i)
              ? types.member(Global.class, "create(")
                  + types.valueType(type.valueType())
                  + ", "
                  + type.mutable()
                  + ", "
                  + value
                  + ")"
              : value;
      statements.add(names.global(i) + " = " + created);
    }
  }

  private void tables() {
    for (int i = spaces.importedTables(); i < spaces.tableCount(); i++) {
      String table = names.table(i);
      spaces
          .table(i)
          .initializer()
          .ifPresent(
              body ->
                  statements.add(table + ".fill(0, " + value(body) + ", " + table + ".size())"));
    }
  }

  private void elements() {
    ElementWriter writer = new ElementWriter(names, types, this::value);
    for (int i = 0; i < module.elements().size(); i++) {
      boolean kept =
          plan.usage().usesElements(i) && module.elements().get(i).mode() == SegmentMode.PASSIVE;
      if (kept) {
        statements.addAll(writer.array(module.elements().get(i), names.elements(i), ""));
      } else if (plan.usage().usesElements(i)) {
        statements.add(names.elements(i) + " = " + types.member(ElementSegments.class, "EMPTY"));
      }
    }
    for (int i = 0; i < module.elements().size(); i++) {
      if (module.elements().get(i).mode() == SegmentMode.ACTIVE) {
        statements.addAll(writer.active(module.elements().get(i), i));
      }
    }
  }

  private String noBytes() {
    return types.member(DataSegments.class, "EMPTY");
  }

  private void dataSegments() {
    for (int i = 0; i < module.data().size(); i++) {
      DataSegment segment = module.data().get(i);
      boolean passive = segment.mode() == SegmentMode.PASSIVE;
      if (plan.usage().usesData(i)) {
        String bytes =
            passive && segment.length() > 0
                ? types.member(Arrays.class, "copyOfRange(")
                    + "Data.BYTES, "
                    + data.start(i)
                    + ", "
                    + (data.start(i) + segment.length())
                    + ")"
                : noBytes();
        statements.add(names.data(i) + " = " + bytes);
      }
    }
    for (int i = 0; i < module.data().size(); i++) {
      DataSegment segment = module.data().get(i);
      if (segment.mode() == SegmentMode.ACTIVE) {
        String bytes = segment.length() > 0 ? "Data.BYTES" : noBytes();
        statements.add(
            names.memory(segment.memoryIndex())
                + ".init("
                + bytes
                + ", "
                + (segment.length() > 0 ? data.start(i) : 0)
                + ", "
                + segment.length()
                + ", "
                + value(segment.offset().orElseThrow())
                + ", 0, "
                + segment.length()
                + ")");
      }
    }
  }
}
