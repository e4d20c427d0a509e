package org.wasm2java.aot.type;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Equality and subtyping of the types that one module defines.
 *
 * <p>Types are equal if their recursive groups are equal once references inside the group are
 * counted from the group's start, so each group is rewritten to that form and looked up: equal
 * types share one canonical index, and comparing types compares integers.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/valid/conventions.html#rolling-and-unrolling">Rolling
 *     and unrolling</a>
 * @see <a href="https://webassembly.github.io/spec/core/valid/matching.html">Matching</a>
 */
public final class Subtyping {
  private final List<SubType> types = new ArrayList<>();
  private final List<Integer> canonical = new ArrayList<>();

  /** Subtyping among groups whose references are all to earlier groups or into their own. */
  public Subtyping(List<RecursiveType> groups) {
    Map<RecursiveType, Integer> starts = new HashMap<>();
    for (RecursiveType group : groups) {
      int start = types.size();
      int first = starts.computeIfAbsent(canonicalForm(group, start), form -> start);
      for (int i = 0; i < group.subTypes().size(); i++) {
        canonical.add(first + i);
      }
      types.addAll(group.subTypes());
    }
  }

  /** Returns the least index of a type that equals the type at an index. */
  public int canonical(int typeIndex) {
    return canonical.get(typeIndex);
  }

  private RecursiveType canonicalForm(RecursiveType group, int start) {
    List<SubType> forms = new ArrayList<>();
    for (SubType type : group.subTypes()) {
      List<Integer> supertypes = new ArrayList<>();
      type.supertypes().forEach(supertype -> supertypes.add(canonicalIndex(supertype, start)));
      forms.add(
          new SubType(type.isFinal(), supertypes, canonicalComposite(type.composite(), start)));
    }
    return new RecursiveType(forms);
  }

  /** References into the group become negative, so that they differ from all earlier types. */
  private int canonicalIndex(int typeIndex, int start) {
    return typeIndex >= start ? start - 1 - typeIndex : canonical.get(typeIndex);
  }

  private CompositeType canonicalComposite(CompositeType type, int start) {
    if (type instanceof FunctionType function) {
      return new FunctionType(
          canonicalValues(function.parameters(), start),
          canonicalValues(function.results(), start));
    }
    if (type instanceof StructType struct) {
      List<FieldType> fields = new ArrayList<>();
      struct.fields().forEach(field -> fields.add(canonicalField(field, start)));
      return new StructType(fields);
    }
    return new ArrayType(canonicalField(((ArrayType) type).element(), start));
  }

  private List<ValueType> canonicalValues(List<ValueType> values, int start) {
    List<ValueType> forms = new ArrayList<>();
    values.forEach(type -> forms.add(canonicalValue(type, start)));
    return forms;
  }

  private FieldType canonicalField(FieldType field, int start) {
    return field.storage() instanceof ValueType type
        ? new FieldType(canonicalValue(type, start), field.mutable())
        : field;
  }

  private ValueType canonicalValue(ValueType type, int start) {
    return type instanceof ReferenceType reference
            && reference.heapType() instanceof ConcreteHeapType concrete
        ? new ReferenceType(
            reference.nullable(), new ConcreteHeapType(canonicalIndex(concrete.typeIndex(), start)))
        : type;
  }

  /** Returns whether a value of one type is also a value of another. */
  public boolean matches(ValueType sub, ValueType sup) {
    if (sub == sup) {
      return true;
    }
    return sub instanceof ReferenceType subReference
        && sup instanceof ReferenceType supReference
        && (supReference.nullable() || !subReference.nullable())
        && matches(subReference.heapType(), supReference.heapType());
  }

  /** Returns whether lists of types match one by one. */
  public boolean matches(List<ValueType> sub, List<ValueType> sup) {
    if (sub.size() != sup.size()) {
      return false;
    }
    for (int i = 0; i < sub.size(); i++) {
      if (!matches(sub.get(i), sup.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether one heap type is below another. */
  public boolean matches(HeapType sub, HeapType sup) {
    if (sub instanceof ConcreteHeapType concrete) {
      return sup instanceof ConcreteHeapType concreteSup
          ? extendsType(concrete.typeIndex(), concreteSup.typeIndex())
          : matches(kind(concrete), (AbstractHeapType) sup);
    }
    AbstractHeapType bottom = (AbstractHeapType) sub;
    return sup instanceof ConcreteHeapType concreteSup
        ? bottom == bottom(kind(concreteSup))
        : matches(bottom, (AbstractHeapType) sup);
  }

  /** Returns whether a defined type is another one or declares it among its ancestors. */
  public boolean extendsType(int sub, int sup) {
    int target = canonical(sup);
    int current = sub;
    while (canonical(current) != target) {
      List<Integer> supertypes = types.get(current).supertypes();
      if (supertypes.isEmpty()) {
        return false;
      }
      current = supertypes.get(0);
    }
    return true;
  }

  private AbstractHeapType kind(ConcreteHeapType concrete) {
    return kind(types.get(concrete.typeIndex()).composite());
  }

  /** Returns the abstract type just above the types of a form. */
  public static AbstractHeapType kind(CompositeType composite) {
    if (composite instanceof FunctionType) {
      return AbstractHeapType.FUNC;
    }
    return composite instanceof StructType ? AbstractHeapType.STRUCT : AbstractHeapType.ARRAY;
  }

  private static boolean matches(AbstractHeapType sub, AbstractHeapType sup) {
    return sub == sup
        || sub == bottom(sup)
        || switch (sub) {
          case I31, STRUCT, ARRAY -> sup == AbstractHeapType.EQ || sup == AbstractHeapType.ANY;
          case EQ -> sup == AbstractHeapType.ANY;
          case ANY, NONE, FUNC, NOFUNC, EXTERN, NOEXTERN, EXN, NOEXN -> false;
        };
  }

  /** Returns the type below all types of a hierarchy. */
  private static AbstractHeapType bottom(AbstractHeapType type) {
    return switch (type) {
      case ANY, EQ, I31, STRUCT, ARRAY, NONE -> AbstractHeapType.NONE;
      case FUNC, NOFUNC -> AbstractHeapType.NOFUNC;
      case EXTERN, NOEXTERN -> AbstractHeapType.NOEXTERN;
      case EXN, NOEXN -> AbstractHeapType.NOEXN;
    };
  }

  /** Returns the type above all types of a heap type's hierarchy. */
  public AbstractHeapType top(HeapType type) {
    AbstractHeapType kind =
        type instanceof ConcreteHeapType concrete ? kind(concrete) : (AbstractHeapType) type;
    return switch (kind) {
      case ANY, EQ, I31, STRUCT, ARRAY, NONE -> AbstractHeapType.ANY;
      case FUNC, NOFUNC -> AbstractHeapType.FUNC;
      case EXTERN, NOEXTERN -> AbstractHeapType.EXTERN;
      case EXN, NOEXN -> AbstractHeapType.EXN;
    };
  }

  /**
   * Returns whether a definition may extend another.
   *
   * @see <a
   *     href="https://webassembly.github.io/spec/core/valid/matching.html#composite-types">Composite
   *     types</a>
   */
  public boolean matches(CompositeType sub, CompositeType sup) {
    if (sub instanceof FunctionType subFunction && sup instanceof FunctionType supFunction) {
      return matches(supFunction.parameters(), subFunction.parameters())
          && matches(subFunction.results(), supFunction.results());
    }
    if (sub instanceof ArrayType subArray && sup instanceof ArrayType supArray) {
      return matches(subArray.element(), supArray.element());
    }
    return sub instanceof StructType subStruct
        && sup instanceof StructType supStruct
        && matchesFields(subStruct.fields(), supStruct.fields());
  }

  private boolean matchesFields(List<FieldType> sub, List<FieldType> sup) {
    if (sub.size() < sup.size()) {
      return false;
    }
    for (int i = 0; i < sup.size(); i++) {
      if (!matches(sub.get(i), sup.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean matches(FieldType sub, FieldType sup) {
    return sub.mutable() == sup.mutable()
        && matches(sub.storage(), sup.storage())
        && (!sub.mutable() || matches(sup.storage(), sub.storage()));
  }

  /** Returns whether a field may hold what another may hold. */
  public boolean matches(StorageType sub, StorageType sup) {
    return sub == sup
        || (sub instanceof ValueType subValue
            && sup instanceof ValueType supValue
            && matches(subValue, supValue));
  }
}
