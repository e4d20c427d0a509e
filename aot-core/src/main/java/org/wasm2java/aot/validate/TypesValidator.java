package org.wasm2java.aot.validate;

import java.util.List;
import java.util.stream.Stream;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.module.SectionId;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.type.ArrayType;
import org.wasm2java.aot.type.CompositeType;
import org.wasm2java.aot.type.ConcreteHeapType;
import org.wasm2java.aot.type.FieldType;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.RecursiveType;
import org.wasm2java.aot.type.ReferenceType;
import org.wasm2java.aot.type.StorageType;
import org.wasm2java.aot.type.StructType;
import org.wasm2java.aot.type.SubType;
import org.wasm2java.aot.type.Subtyping;
import org.wasm2java.aot.validate.body.Rules;

/**
 * Validates the type section; only then can types be compared.
 *
 * @see <a href="https://webassembly.github.io/spec/core/valid/types.html#recursive-types">Recursive
 *     types</a>
 */
final class TypesValidator {
  private final SectionChecks section;
  private final List<RecursiveType> groups;

  TypesValidator(WasmModule module, IndexSpaces spaces) {
    section = new SectionChecks(SectionId.TYPE, module, spaces);
    groups = module.recursiveTypes();
  }

  Subtyping validate() {
    int known = groupsOfKnownTypes();
    Subtyping subtyping = new Subtyping(groups.subList(0, known));
    checkSupertypes(subtyping, known);
    if (known < groups.size()) {
      throw unknownType(known);
    }
    return subtyping;
  }

  /** Returns how many groups refer to no type behind them, so that they can be compared. */
  private int groupsOfKnownTypes() {
    int typeCount = 0;
    for (int entry = 0; entry < groups.size(); entry++) {
      typeCount += groups.get(entry).subTypes().size();
      if (firstUnknown(groups.get(entry), typeCount).findFirst().isPresent()) {
        return entry;
      }
    }
    return groups.size();
  }

  private RuntimeException unknownType(int entry) {
    int typeCount = 0;
    for (int i = 0; i <= entry; i++) {
      typeCount += groups.get(i).subTypes().size();
    }
    int typeIndex = firstUnknown(groups.get(entry), typeCount).findFirst().orElseThrow();
    return section.fail(Rules.unknown("type", typeIndex), entry, "");
  }

  private static Stream<Integer> firstUnknown(RecursiveType group, int typeCount) {
    return group.subTypes().stream()
        .flatMap(type -> Stream.concat(type.supertypes().stream(), references(type.composite())))
        .filter(typeIndex -> Integer.compareUnsigned(typeIndex, typeCount) >= 0);
  }

  private static Stream<Integer> references(CompositeType type) {
    return storage(type)
        .flatMap(
            storage ->
                storage instanceof ReferenceType reference
                        && reference.heapType() instanceof ConcreteHeapType concrete
                    ? Stream.of(concrete.typeIndex())
                    : Stream.empty());
  }

  private static Stream<? extends StorageType> storage(CompositeType type) {
    if (type instanceof FunctionType function) {
      return Stream.concat(function.parameters().stream(), function.results().stream());
    }
    return type instanceof StructType struct
        ? struct.fields().stream().map(FieldType::storage)
        : Stream.of(((ArrayType) type).element().storage());
  }

  private void checkSupertypes(Subtyping subtyping, int known) {
    int typeIndex = 0;
    for (int entry = 0; entry < known; entry++) {
      for (SubType type : groups.get(entry).subTypes()) {
        checkSupertypes(subtyping, type, typeIndex++, entry);
      }
    }
  }

  private void checkSupertypes(Subtyping subtyping, SubType type, int typeIndex, int entry) {
    if (type.supertypes().size() > 1) {
      throw section.fail(Rules.SUB_TYPE, entry, "type " + typeIndex + " extends several types");
    }
    for (int supertype : type.supertypes()) {
      String problem = problem(subtyping, type, typeIndex, supertype);
      if (!problem.isEmpty()) {
        throw section.fail(
            Rules.SUB_TYPE,
            entry,
            "type " + typeIndex + " extends type " + supertype + ", which " + problem);
      }
    }
  }

  private String problem(Subtyping subtyping, SubType type, int typeIndex, int supertype) {
    if (supertype >= typeIndex) {
      return "comes later";
    }
    SubType declared = section.spaces().type(supertype);
    if (declared.isFinal()) {
      return "is final";
    }
    return subtyping.matches(type.composite(), declared.composite()) ? "" : "it does not match";
  }
}
