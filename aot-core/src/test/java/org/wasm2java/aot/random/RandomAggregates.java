package org.wasm2java.aot.random;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.wasm2java.aot.WasmBytes;
import org.wasm2java.aot.random.RandomTypes.Definition;
import org.wasm2java.aot.random.RandomTypes.Field;
import org.wasm2java.aot.random.RandomTypes.Shape;

/** Writes instructions on structures and arrays. Most arrays have four elements or more. */
final class RandomAggregates {
  private static final int PREFIX = 0xFB;
  private static final int USUAL_LENGTH = 4;

  /** A field of a structure, or the elements of an array. */
  private record Place(int type, int field) {}

  private final BodyState state;
  private final Random random;
  private final RandomModule module;
  private final RandomTypes types;
  private final WasmBytes code;
  private final RandomExpressions expressions;

  RandomAggregates(BodyState state, RandomExpressions expressions) {
    this.state = state;
    this.random = state.random;
    this.module = state.module;
    this.types = module.types();
    this.code = state.code;
    this.expressions = expressions;
  }

  /** Pushes a new structure or array of this very type. */
  void make(int type, int depth) {
    Definition definition = types.get(type);
    int height = state.stack.size();
    if (definition.shape() == Shape.ARRAY) {
      makeArray(type, definition.element(), depth);
    } else if (definition.isDefaultable() && state.chance(4)) {
      code.u8(PREFIX, 1).u32(type);
    } else {
      definition.fields().forEach(field -> expressions.value(field.type(), depth));
      code.u8(PREFIX, 0).u32(type);
    }
    state.pop(state.stack.size() - height);
    state.push(Type.nonNull(type));
  }

  private void makeArray(int type, Field element, int depth) {
    switch (random.nextInt(6)) {
      case 0, 1 -> {
        int length = state.chance(12) ? random.nextInt(4) : 4 + random.nextInt(3);
        for (int i = 0; i < length; i++) {
          expressions.value(element.type(), Math.min(depth, 1));
        }
        code.u8(PREFIX, 8).u32(type).u32(length);
      }
      case 2 -> {
        if (element.isDefaultable()) {
          length(depth);
          code.u8(PREFIX, 7).u32(type);
        } else {
          filled(type, element, depth);
        }
      }
      case 3, 4 -> {
        if (state.chance(3)) {
          filled(type, element, depth);
        } else {
          segment(element);
          segmentOf(type, element, 9);
        }
      }
      default -> filled(type, element, depth);
    }
  }

  private void filled(int type, Field element, int depth) {
    expressions.value(element.type(), depth);
    length(depth);
    code.u8(PREFIX, 6).u32(type);
  }

  /** The length of a new array, rarely none that any array has. */
  private void length(int depth) {
    if (state.chance(60)) {
      expressions.push(state.chance(2) ? -1 : Integer.MAX_VALUE);
    } else if (state.chance(3)) {
      expressions.value(Type.I32, depth);
      code.u8(0x41, 3, 0x71);
      if (!state.chance(10)) {
        code.u8(0x41, USUAL_LENGTH, 0x6A);
      }
    } else {
      expressions.push(USUAL_LENGTH + random.nextInt(4));
    }
  }

  /** Where in a segment to begin and how many elements there are. */
  private void segment(Field element) {
    boolean references = element.type().isReference();
    int size = references ? 1 : bytes(element);
    int total = references ? RandomModule.ELEMENTS : RandomModule.DATA_BYTES;
    int count = Math.min(state.chance(10) ? random.nextInt(4) : 4, total / size);
    int most = total - count * size;
    expressions.push(state.chance(25) ? most + 1 : random.nextInt(most + 1));
    expressions.push(count);
  }

  /** Writes the instruction of this number, or the next for references, with its segment. */
  private void segmentOf(int type, Field element, int number) {
    if (element.type().isReference()) {
      code.u8(PREFIX, number + 1).u32(type).u32(2 + module.elementSegments().indexOf(type));
    } else {
      code.u8(PREFIX, number).u32(type).u32(1);
    }
  }

  private static int bytes(Field element) {
    return switch (element.type().form()) {
      case I32 -> element.packed() == 0 ? 4 : element.packed() / 8;
      case F32 -> 4;
      case I64, F64 -> 8;
      default -> 16;
    };
  }

  /** Pushes what is in an object, if any type has values like that. */
  boolean read(Type type, int depth) {
    List<Place> places = places(field -> types.matches(field.type(), type));
    if (places.isEmpty()) {
      return false;
    }
    Place place = places.get(random.nextInt(places.size()));
    Definition definition = types.get(place.type());
    Field field = definition.fields().get(place.field());
    object(place.type(), depth);
    int signed = field.packed() == 0 ? 0 : 1 + random.nextInt(2);
    if (definition.shape() == Shape.STRUCT) {
      code.u8(PREFIX, 2 + signed).u32(place.type()).u32(place.field());
    } else {
      index(depth);
      code.u8(PREFIX, 11 + signed).u32(place.type());
      state.pop();
    }
    state.pop();
    state.push(field.type());
    return true;
  }

  private interface FieldTest {
    boolean fits(Field field);
  }

  private List<Place> places(FieldTest test) {
    List<Place> places = new ArrayList<>();
    for (int type = 0; type < types.size(); type++) {
      List<Field> fields = types.get(type).fields();
      for (int field = 0; field < fields.size(); field++) {
        if (test.fits(fields.get(field))) {
          places.add(new Place(type, field));
        }
      }
    }
    return places;
  }

  private void object(int type, int depth) {
    boolean nullable = state.chance(20);
    expressions.value(nullable ? Type.nullable(type) : Type.nonNull(type), depth - 1);
  }

  private void index(int depth) {
    if (state.chance(25)) {
      expressions.value(Type.I32, depth - 1);
    } else if (state.chance(3)) {
      expressions.value(Type.I32, depth - 1);
      code.u8(0x41, 3, 0x71);
    } else {
      expressions.push(random.nextInt(USUAL_LENGTH));
    }
  }

  /** Changes an object. */
  void change() {
    List<Place> places = places(Field::mutable);
    if (places.isEmpty()) {
      return;
    }
    Place place = places.get(random.nextInt(places.size()));
    Definition definition = types.get(place.type());
    int height = state.stack.size();
    object(place.type(), 2);
    if (definition.shape() == Shape.STRUCT) {
      expressions.value(definition.fields().get(place.field()).type(), 2);
      code.u8(PREFIX, 5).u32(place.type()).u32(place.field());
    } else {
      changeArray(place.type(), definition.element());
    }
    state.pop(state.stack.size() - height);
  }

  private void changeArray(int type, Field element) {
    switch (random.nextInt(6)) {
      case 0, 1 -> {
        index(2);
        expressions.value(element.type(), 2);
        code.u8(PREFIX, 14).u32(type);
      }
      case 2 -> {
        offset();
        expressions.value(element.type(), 2);
        count();
        code.u8(PREFIX, 16).u32(type);
      }
      case 3, 4 -> copy(type, element);
      default -> {
        expressions.push(0);
        segment(element);
        segmentOf(type, element, 18);
      }
    }
  }

  private void copy(int type, Field element) {
    List<Integer> sources =
        types.shaped(Shape.ARRAY).stream()
            .filter(source -> canCopy(types.get(source).element(), element))
            .toList();
    int source = sources.get(random.nextInt(sources.size()));
    boolean itself = source == type && state.chance(2) && reusesArray(type);
    if (!itself) {
      offset();
      object(source, 2);
    }
    offset();
    count();
    code.u8(PREFIX, 17).u32(type).u32(source);
  }

  /** Pushes an offset, and again the array that lies there already, if a local can have kept it. */
  private boolean reusesArray(int type) {
    int local = state.assignable(Type.nullable(type));
    if (local < 0) {
      return false;
    }
    code.u8(0x22).u32(local);
    offset();
    code.u8(0x20).u32(local);
    state.push(Type.nullable(type));
    return true;
  }

  private boolean canCopy(Field from, Field to) {
    return from.packed() == to.packed() && types.matches(from.type(), to.type());
  }

  private void offset() {
    expressions.push(random.nextInt(3));
  }

  private void count() {
    expressions.push(state.chance(20) ? random.nextInt(12) : random.nextInt(3));
  }

  /** Pushes a number that tells something of references. */
  void number(int depth) {
    switch (random.nextInt(7)) {
      case 0 -> {
        Type type = types.reference();
        boolean sure = RandomTypes.hasOnlyNull(type);
        expressions.value(types.above(type), depth - 1);
        state.pop();
        code.u8(PREFIX, type.nullable() || sure ? 21 : 20).signed(type.heap());
        state.push(Type.I32);
      }
      case 1 -> {
        expressions.value(types.reference(), depth - 1);
        code.u8(0xD1);
        retype();
      }
      case 2 -> {
        Type type = Type.nullable(Type.EQ);
        expressions.value(type, depth - 1);
        expressions.value(type, depth - 1);
        code.u8(0xD3);
        state.pop();
        retype();
      }
      case 3 -> {
        Type type = Type.nonNull(Type.I31);
        expressions.value(state.chance(20) ? type.withNull() : type, depth - 1);
        code.u8(PREFIX, 29 + random.nextInt(2));
        retype();
      }
      case 4 -> {
        Type type = Type.nonNull(Type.ARRAY);
        expressions.value(state.chance(20) ? type.withNull() : type, depth - 1);
        code.u8(PREFIX, 15);
        retype();
      }
      default -> {
        expressions.value(types.reference(), depth - 1);
        Digest.write(module, code, state.top(), 1 + random.nextInt(3));
        retype();
      }
    }
  }

  private void retype() {
    state.pop();
    state.push(Type.I32);
  }
}
