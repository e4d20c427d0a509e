package org.wasm2java.aot.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.wasm2java.aot.WasmBytes;
import org.wasm2java.aot.random.Type.Signature;

/**
 * The types that a random module defines, in recursive groups. Every one has values: a field that
 * is never null refers to a type before its own.
 */
final class RandomTypes {
  private static final int MOST_DEPTH = 3;
  private static final int NO_PARENT = -1;

  enum Shape {
    STRUCT,
    ARRAY,
    FUNCTION
  }

  /**
   * A field, or the elements of an array.
   *
   * @param type as it is read and written
   * @param packed how many bits are kept, or 0 for all
   */
  record Field(Type type, int packed, boolean mutable) {
    boolean isDefaultable() {
      return !type.isReference() || type.nullable();
    }

    private void write(WasmBytes bytes) {
      if (packed == 0) {
        type.write(bytes);
      } else {
        bytes.u8(packed == 8 ? 0x78 : 0x77);
      }
      bytes.u8(mutable ? 1 : 0);
    }
  }

  /** A defined type; an array has one field, a function none. */
  record Definition(
      Shape shape, List<Field> fields, Signature signature, int parent, int depth, boolean open) {
    boolean isDefaultable() {
      return fields.stream().allMatch(Field::isDefaultable);
    }

    Field element() {
      return fields.get(0);
    }

    private void write(WasmBytes bytes) {
      if (open || parent != NO_PARENT) {
        bytes.u8(open ? 0x50 : 0x4F);
        if (parent == NO_PARENT) {
          bytes.u8(0);
        } else {
          bytes.u8(1).u32(parent);
        }
      }
      switch (shape) {
        case STRUCT -> {
          bytes.u8(0x5F).u32(fields.size());
          fields.forEach(field -> field.write(bytes));
        }
        case ARRAY -> element().write(bytes.u8(0x5E));
        case FUNCTION -> signature.write(bytes);
      }
    }
  }

  private final Random random;
  private final List<Type> numbers;
  private final List<Definition> definitions = new ArrayList<>();
  private final List<Integer> groups = new ArrayList<>();

  /** Types over these types of numbers and vectors; there are none if they are not wanted. */
  RandomTypes(Random random, List<Type> numbers, boolean wanted) {
    this.random = random;
    this.numbers = numbers;
    if (wanted) {
      define(1, Shape.STRUCT);
      define(1, Shape.ARRAY);
      for (int group = 1 + random.nextInt(4); group > 0; group--) {
        define(1 + random.nextInt(3), null);
      }
    }
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private void define(int count, Shape only) {
    int end = definitions.size() + count;
    for (int i = 0; i < count; i++) {
      List<Integer> parents = shaped(only, type -> canExtend(definitions.get(type)));
      if (!parents.isEmpty() && chance(2)) {
        int parent = parents.get(random.nextInt(parents.size()));
        definitions.add(extension(parent, end));
      } else {
        definitions.add(definition(only == null ? shape() : only, end));
      }
    }
    groups.add(count);
  }

  private static boolean canExtend(Definition definition) {
    return definition.open() && definition.depth() < MOST_DEPTH;
  }

  private List<Integer> shaped(Shape shape, IntPredicate fits) {
    return IntStream.range(0, definitions.size())
        .filter(i -> shape == null || definitions.get(i).shape() == shape)
        .filter(fits)
        .boxed()
        .toList();
  }

  private Shape shape() {
    return switch (random.nextInt(6)) {
      case 0, 1, 2 -> Shape.STRUCT;
      case 3, 4 -> Shape.ARRAY;
      default -> Shape.FUNCTION;
    };
  }

  private Definition definition(Shape shape, int end) {
    List<Field> fields = new ArrayList<>();
    int count = shape == Shape.STRUCT ? random.nextInt(5) : shape == Shape.ARRAY ? 1 : 0;
    for (int i = 0; i < count; i++) {
      fields.add(field(end));
    }
    boolean open = !chance(4);
    Signature signature =
        shape == Shape.FUNCTION
            ? new Signature(types(3, end), types(2, end))
            : new Signature(List.of(), List.of());
    return new Definition(shape, fields, signature, NO_PARENT, 0, open);
  }

  private Definition extension(int parent, int end) {
    Definition extended = definitions.get(parent);
    List<Field> fields = new ArrayList<>();
    extended.fields().forEach(field -> fields.add(narrowed(field)));
    int more = extended.shape() == Shape.STRUCT ? random.nextInt(3) : 0;
    for (int i = 0; i < more; i++) {
      fields.add(field(end));
    }
    List<Type> results = extended.signature().results().stream().map(this::narrowed).toList();
    Signature signature = new Signature(extended.signature().parameters(), results);
    return new Definition(
        extended.shape(), fields, signature, parent, extended.depth() + 1, !chance(4));
  }

  private Field narrowed(Field field) {
    return field.mutable() ? field : new Field(narrowed(field.type()), field.packed(), false);
  }

  /** Returns the type or a subtype of it that is known so far. */
  private Type narrowed(Type type) {
    if (!type.isReference() || chance(2)) {
      return type;
    }
    List<Integer> fitting = shaped(null, i -> matches(Type.nonNull(i), type));
    if (fitting.isEmpty()) {
      return type;
    }
    int heap = fitting.get(random.nextInt(fitting.size()));
    return type.nullable() && chance(2) ? Type.nullable(heap) : Type.nonNull(heap);
  }

  private Field field(int end) {
    boolean mutable = !chance(3);
    if (chance(4)) {
      return new Field(Type.I32, chance(2) ? 8 : 16, mutable);
    }
    return new Field(type(end), 0, mutable);
  }

  private List<Type> types(int most, int end) {
    List<Type> types = new ArrayList<>();
    for (int count = random.nextInt(most + 1); count > 0; count--) {
      types.add(type(end));
    }
    return types;
  }

  private Type type(int end) {
    return chance(2) ? numbers.get(random.nextInt(numbers.size())) : reference(end);
  }

  /** Returns a type of references to what is defined, or will be before an index. */
  private Type reference(int end) {
    if (!chance(3)) {
      boolean never = chance(3);
      int limit = never ? definitions.size() : end;
      if (limit > 0) {
        int heap = random.nextInt(limit);
        return never ? Type.nonNull(heap) : Type.nullable(heap);
      }
    }
    return abstractReference(chance(3));
  }

  private Type abstractReference(boolean nonNull) {
    int heap =
        switch (random.nextInt(9)) {
          case 0, 1 -> Type.ANY;
          case 2, 3 -> Type.EQ;
          case 4 -> Type.I31;
          case 5 -> Type.STRUCT;
          case 6 -> Type.ARRAY;
          case 7 -> Type.EXTERN;
          default -> Type.FUNC;
        };
    boolean hasValues =
        switch (heap) {
          case Type.STRUCT -> !shaped(Shape.STRUCT, i -> true).isEmpty();
          case Type.ARRAY -> !shaped(Shape.ARRAY, i -> true).isEmpty();
          default -> true;
        };
    return nonNull && hasValues ? Type.nonNull(heap) : Type.nullable(heap);
  }

  /** Returns a type of references that has values. */
  Type reference() {
    return chance(12)
        ? Type.nullable(chance(2) ? Type.NONE : chance(2) ? Type.NO_FUNC : Type.NO_EXTERN)
        : reference(definitions.size());
  }

  int size() {
    return definitions.size();
  }

  Definition get(int index) {
    return definitions.get(index);
  }

  /** Returns the indices of the types of a shape. */
  List<Integer> shaped(Shape shape) {
    return shaped(shape, i -> true);
  }

  /** Returns the indices of the types of a shape whose values are of a heap type. */
  List<Integer> shaped(Shape shape, int heap) {
    return shaped(shape, i -> heapMatches(i, heap));
  }

  /** Returns whether every value of a type is one of another. */
  boolean matches(Type type, Type expected) {
    if (!type.isReference() || !expected.isReference()) {
      return type.equals(expected);
    }
    return (expected.nullable() || !type.nullable()) && heapMatches(type.heap(), expected.heap());
  }

  boolean matches(List<Type> types, List<Type> expected) {
    return types.size() == expected.size()
        && IntStream.range(0, types.size()).allMatch(i -> matches(types.get(i), expected.get(i)));
  }

  boolean heapMatches(int heap, int expected) {
    if (heap == expected) {
      return true;
    } else if (heap >= 0) {
      int parent = heap < size() ? get(heap).parent() : NO_PARENT;
      return parent != NO_PARENT && heapMatches(parent, expected)
          || expected < 0 && heapMatches(shapeOf(heap), expected);
    }
    return switch (heap) {
      case Type.NONE -> top(expected) == Type.ANY;
      case Type.NO_FUNC -> top(expected) == Type.FUNC;
      case Type.NO_EXTERN -> expected == Type.EXTERN;
      case Type.I31, Type.STRUCT, Type.ARRAY -> expected == Type.EQ || expected == Type.ANY;
      case Type.EQ -> expected == Type.ANY;
      default -> false;
    };
  }

  /** Returns the abstract heap type right above the types of a shape. */
  private int shapeOf(int heap) {
    Shape shape = heap < size() ? get(heap).shape() : Shape.FUNCTION;
    return switch (shape) {
      case STRUCT -> Type.STRUCT;
      case ARRAY -> Type.ARRAY;
      case FUNCTION -> Type.FUNC;
    };
  }

  /** Returns the heap type above all that can be cast to one. */
  int top(int heap) {
    if (heap >= 0) {
      return shapeOf(heap) == Type.FUNC ? Type.FUNC : Type.ANY;
    }
    return switch (heap) {
      case Type.NO_FUNC, Type.FUNC -> Type.FUNC;
      case Type.NO_EXTERN, Type.EXTERN -> Type.EXTERN;
      case Type.EXN -> Type.EXN;
      default -> Type.ANY;
    };
  }

  /** Returns the type or one above it. */
  Type above(Type type) {
    if (chance(4)) {
      return type;
    }
    int heap = type.heap();
    int top = top(heap);
    boolean nullable = type.nullable() || !chance(3);
    if (top == Type.ANY) {
      int[] candidates = {Type.ANY, Type.EQ, heap >= 0 ? shapeOf(heap) : heap, parent(heap)};
      int drawn = candidates[random.nextInt(candidates.length)];
      heap = heapMatches(heap, drawn) ? drawn : top;
    } else if (chance(2)) {
      heap = top;
    }
    return nullable ? Type.nullable(heap) : Type.nonNull(heap);
  }

  private int parent(int heap) {
    return heap >= 0 && heap < size() && get(heap).parent() != NO_PARENT
        ? get(heap).parent()
        : heap;
  }

  /** Returns the type or one below it that has values but for null. */
  Type below(Type type) {
    if (hasOnlyNull(type)) {
      return type;
    }
    List<Integer> fitting = shaped(null, i -> heapMatches(i, type.heap()));
    int heap = type.heap();
    if (!fitting.isEmpty() && !chance(4)) {
      heap = fitting.get(random.nextInt(fitting.size()));
    } else if (heapMatches(Type.I31, heap) && chance(2)) {
      heap = Type.I31;
    }
    return type.nullable() && chance(2) ? Type.nullable(heap) : Type.nonNull(heap);
  }

  /** Returns whether no code makes a value of the type but null. */
  static boolean hasOnlyNull(Type type) {
    return switch (type.heap()) {
      case Type.NONE, Type.NO_FUNC, Type.NO_EXTERN, Type.EXN -> true;
      default -> false;
    };
  }

  /** Returns how many entries of the type section the types are. */
  int groupCount() {
    return groups.size();
  }

  void write(WasmBytes section) {
    int next = 0;
    for (int count : groups) {
      if (count != 1 || next % 2 == 0) {
        section.u8(0x4E).u32(count);
      }
      for (int i = 0; i < count; i++) {
        definitions.get(next++).write(section);
      }
    }
  }
}
