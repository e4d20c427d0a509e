package org.wasm2java.aot.resolve;

import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wasm2java.aot.module.ElementSegment;
import org.wasm2java.aot.module.GlobalDefinition;
import org.wasm2java.aot.module.Import;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.module.TableDefinition;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.type.AbstractHeapType;
import org.wasm2java.aot.type.ArrayType;
import org.wasm2java.aot.type.CompositeType;
import org.wasm2java.aot.type.ConcreteHeapType;
import org.wasm2java.aot.type.ExternType;
import org.wasm2java.aot.type.FieldType;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.GlobalType;
import org.wasm2java.aot.type.RecursiveType;
import org.wasm2java.aot.type.ReferenceType;
import org.wasm2java.aot.type.StructType;
import org.wasm2java.aot.type.SubType;
import org.wasm2java.aot.type.Subtyping;
import org.wasm2java.aot.type.TableType;
import org.wasm2java.aot.type.TypeDefinition;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.aot.validate.ValidModule;

/**
 * Puts into every type of a module that names a defined type what is known of that one, so that the
 * phases behind find it where they find the type. Types in the code are resolved when they are met,
 * see {@link ValidModule#resolved}.
 */
public final class TypeResolution {
  private final ValidModule module;
  private final Map<Integer, ClassNaming.Named> classes;
  private final TypeIdentities identities;
  private final List<ConcreteHeapType> definedTypes = new ArrayList<>();

  private TypeResolution(ValidModule module, ClassNaming naming) {
    this.module = module;
    this.identities = new TypeIdentities(module.decoded().recursiveTypes());
    this.classes = naming.classes(module, identities::of);
    for (int i = 0; i < module.spaces().typeCount(); i++) {
      int canonical = module.canonicalType(i);
      definedTypes.add(
          canonical == i
              ? new ConcreteHeapType(i, Optional.of(definition(i)))
              : definedTypes.get(canonical));
    }
  }

  /** Returns the module with resolved types. */
  public static ValidModule resolve(ValidModule module, ClassNaming naming) {
    return new TypeResolution(module, naming).resolve();
  }

  private TypeDefinition definition(int typeIndex) {
    CompositeType composite = module.spaces().type(typeIndex).composite();
    AbstractHeapType kind = Subtyping.kind(composite);
    StringBuilder code = new StringBuilder(kind.text()).append(':');
    code.append(identity(typeIndex));
    List<Integer> supertypes = module.spaces().type(typeIndex).supertypes();
    while (!supertypes.isEmpty()) {
      code.append('<').append(identity(supertypes.get(0)));
      supertypes = module.spaces().type(supertypes.get(0)).supertypes();
    }
    Optional<ClassNaming.Named> named = Optional.ofNullable(classes.get(typeIndex));
    return new TypeDefinition(
        kind,
        code.toString(),
        named.map(ClassNaming.Named::name),
        named.map(ClassNaming.Named::origin).orElse(TypeDefinition.Origin.OWN));
  }

  /** Returns a type's identity, and the class of its values if it has one. */
  private String identity(int typeIndex) {
    ClassNaming.Named named = classes.get(module.canonicalType(typeIndex));
    return named == null
        ? identities.of(typeIndex)
        : identities.of(typeIndex) + "@" + binaryName(named.name());
  }

  private static String binaryName(ClassDesc name) {
    return name.packageName().isEmpty()
        ? name.displayName()
        : name.packageName() + "." + name.displayName();
  }

  private ValidModule resolve() {
    WasmModule decoded = module.decoded();
    WasmModule resolved =
        new WasmModule(
            decoded.recursiveTypes().stream().map(this::group).toList(),
            decoded.imports().stream().map(this::imported).toList(),
            decoded.functions(),
            decoded.tables().stream().map(this::table).toList(),
            decoded.memories(),
            decoded.tags(),
            decoded.globals().stream().map(this::global).toList(),
            decoded.exports(),
            decoded.start(),
            decoded.elements().stream().map(this::segment).toList(),
            decoded.data(),
            decoded.hasDataCount(),
            decoded.names(),
            decoded.customSections(),
            decoded.offsets(),
            decoded.byteSize(),
            decoded.sourceHash());
    return new ValidModule(
        resolved,
        new IndexSpaces(resolved),
        module.subtyping(),
        definedTypes,
        module.bodies(),
        module.constantFunctions());
  }

  private RecursiveType group(RecursiveType group) {
    return new RecursiveType(
        group.subTypes().stream()
            .map(
                type -> new SubType(type.isFinal(), type.supertypes(), composite(type.composite())))
            .toList());
  }

  private CompositeType composite(CompositeType type) {
    if (type instanceof FunctionType function) {
      return new FunctionType(values(function.parameters()), values(function.results()));
    }
    return type instanceof StructType struct
        ? new StructType(struct.fields().stream().map(this::field).toList())
        : new ArrayType(field(((ArrayType) type).element()));
  }

  private List<ValueType> values(List<ValueType> types) {
    return types.stream().map(this::value).toList();
  }

  private FieldType field(FieldType field) {
    return field.storage() instanceof ValueType type
        ? new FieldType(value(type), field.mutable())
        : field;
  }

  private ValueType value(ValueType type) {
    return type instanceof ReferenceType reference ? reference(reference) : type;
  }

  private ReferenceType reference(ReferenceType type) {
    return type.heapType() instanceof ConcreteHeapType concrete
        ? new ReferenceType(type.nullable(), definedTypes.get(concrete.typeIndex()))
        : type;
  }

  private Import imported(Import declared) {
    return new Import(declared.module(), declared.field(), extern(declared.type()));
  }

  private ExternType extern(ExternType type) {
    if (type instanceof TableType table) {
      return new TableType(reference(table.elementType()), table.limits());
    }
    return type instanceof GlobalType global ? globalType(global) : type;
  }

  private GlobalType globalType(GlobalType type) {
    return new GlobalType(value(type.valueType()), type.mutable());
  }

  private TableDefinition table(TableDefinition table) {
    return new TableDefinition((TableType) extern(table.type()), table.initializer());
  }

  private GlobalDefinition global(GlobalDefinition global) {
    return new GlobalDefinition(globalType(global.type()), global.initializer());
  }

  private ElementSegment segment(ElementSegment segment) {
    return new ElementSegment(
        segment.mode(),
        segment.tableIndex(),
        segment.offset(),
        reference(segment.type()),
        segment.initializers());
  }
}
