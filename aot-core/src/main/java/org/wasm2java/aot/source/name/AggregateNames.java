package org.wasm2java.aot.source.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.type.ArrayType;
import org.wasm2java.aot.type.FieldType;
import org.wasm2java.aot.type.StructType;
import org.wasm2java.aot.type.TypeDefinition;
import org.wasm2java.aot.validate.ValidModule;

/**
 * What the classes of structures and arrays call their fields, and which class declares one: a
 * class inherits the fields of the class of its supertype. Thread-safe.
 */
public final class AggregateNames {
  /** The field of an array's class that holds its elements. */
  public static final String ELEMENTS = "elements";

  private final ValidModule module;
  private final IndexSpaces spaces;
  private final boolean hasArrays;
  private final Map<Integer, List<List<String>>> fields = new HashMap<>();
  private final Map<Integer, StructType> structs = new HashMap<>();

  /** The names in a module. */
  public AggregateNames(ValidModule module) {
    this.module = module;
    this.spaces = module.spaces();
    this.hasArrays =
        module.decoded().recursiveTypes().stream()
            .flatMap(group -> group.subTypes().stream())
            .anyMatch(type -> type.composite() instanceof ArrayType);
  }

  /** Returns the names of the Java fields of each field of a structure type, inherited or not. */
  public synchronized List<List<String>> fields(int typeIndex) {
    int canonical = module.canonicalType(typeIndex);
    List<List<String>> known = fields.get(canonical);
    if (known == null) {
      known = name(canonical);
      fields.put(canonical, known);
    }
    return known;
  }

  private List<List<String>> name(int canonical) {
    List<List<String>> names = new ArrayList<>();
    supertype(canonical).ifPresent(supertype -> names.addAll(fields(supertype)));
    JavaNames scope = JavaNames.ofMethods(Set.of());
    names.forEach(known -> known.forEach(scope::unique));
    List<FieldType> all = struct(canonical).fields();
    for (int i = names.size(); i < all.size(); i++) {
      Optional<String> known =
          isShared(canonical) ? Optional.empty() : module.decoded().names().fieldName(canonical, i);
      String given = known.orElse("f" + i);
      String name = scope.unique(JavaNames.member(given));
      names.add(
          Carrier.of(all.get(i).storage().unpacked()).size() == 1
              ? List.of(name)
              : List.of(name, scope.unique(name + "High")));
    }
    return List.copyOf(names);
  }

  /** Returns whether other modules use the class of a type: it depends on the type alone. */
  public boolean isShared(int typeIndex) {
    return origin(typeIndex) != TypeDefinition.Origin.OWN;
  }

  /** Returns where the class of a type comes from. */
  public TypeDefinition.Origin origin(int typeIndex) {
    return module.definedTypes().get(typeIndex).definition().orElseThrow().origin();
  }

  /** Returns the supertype of a type, by the least index of equal types. */
  public Optional<Integer> supertype(int typeIndex) {
    return spaces.type(typeIndex).supertypes().stream().findFirst().map(module::canonicalType);
  }

  /** Returns a structure type, as its class and those of its supertypes hold the fields. */
  public synchronized StructType struct(int typeIndex) {
    StructType known = structs.get(typeIndex);
    if (known == null) {
      known = held(typeIndex);
      structs.put(typeIndex, known);
    }
    return known;
  }

  private StructType held(int typeIndex) {
    StructType struct = (StructType) spaces.type(typeIndex).composite();
    Optional<StructType> supertype = supertype(typeIndex).map(this::struct);
    if (supertype.isEmpty()) {
      return struct;
    }
    List<FieldType> fields = new ArrayList<>(struct.fields());
    List<FieldType> inherited = supertype.get().fields();
    for (int i = 0; i < inherited.size(); i++) {
      fields.set(i, held(fields.get(i), inherited.get(i)));
    }
    return new StructType(fields);
  }

  /** Returns the type of the elements of an array type, as its class holds them. */
  public FieldType element(int typeIndex) {
    FieldType element = ((ArrayType) spaces.type(typeIndex).composite()).element();
    return supertype(typeIndex).map(type -> held(element, element(type))).orElse(element);
  }

  /** What is null for all of a subtype has no class of its own in Java: it stays of the other. */
  private static FieldType held(FieldType own, FieldType inherited) {
    return Carrier.of(own.storage().unpacked()).get(0) == Carrier.NULL ? inherited : own;
  }

  /** Returns whether the module defines a type of arrays. */
  public boolean hasArrays() {
    return hasArrays;
  }

  /** Returns the type whose class declares a field: the farthest supertype that has it. */
  public int declaring(int typeIndex, int fieldIndex) {
    int declaring = typeIndex;
    Optional<Integer> supertype = supertype(declaring);
    while (supertype.isPresent() && struct(supertype.get()).fields().size() > fieldIndex) {
      declaring = supertype.get();
      supertype = supertype(declaring);
    }
    return declaring;
  }

  /** Returns the farthest supertype of an array type: its class declares the elements. */
  public int root(int typeIndex) {
    int root = typeIndex;
    Optional<Integer> supertype = supertype(root);
    while (supertype.isPresent()) {
      root = supertype.get();
      supertype = supertype(root);
    }
    return root;
  }
}
