package org.wasm2java.aot.instruction;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.VarHandle;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.wasm2java.aot.type.NumberType;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.aot.type.VectorType;
import org.wasm2java.runtime.Memory;

/** Holds the rows against what they name: each other, the specification's codes and Java. */
class OpcodeTableTest {
  /** Every code of WebAssembly 3.0, threads and legacy exceptions, as ranges. */
  private static final List<int[]> SHORT_CODES =
      List.of(range(0x00, 0x15), range(0x18, 0x1C), range(0x1F, 0x26), range(0x28, 0xD6));

  private static final List<int[]> AGGREGATE_CODES = List.of(range(0x00, 0x1E));
  private static final List<int[]> MORE_CODES = List.of(range(0x00, 0x11));
  private static final List<int[]> ATOMIC_CODES = List.of(range(0x00, 0x03), range(0x10, 0x4E));
  private static final List<int[]> VECTOR_CODES =
      List.of(
          range(0x00, 0x99),
          range(0x9B, 0xA1),
          range(0xA3, 0xA4),
          range(0xA7, 0xAE),
          range(0xB1, 0xB1),
          range(0xB5, 0xBA),
          range(0xBC, 0xC1),
          range(0xC3, 0xC4),
          range(0xC7, 0xCE),
          range(0xD1, 0xD1),
          range(0xD5, 0xE1),
          range(0xE3, 0xED),
          range(0xEF, 0x113));

  /** Bytes from here to the prefixes are no instructions. */
  private static final int FIRST_UNUSED_BYTE = 0xC5;

  private static final int LAST_UNUSED_BYTE = 0xCF;

  /** The features whose instructions are translated; all others say that they are not yet. */
  private static final Set<Feature> TRANSLATED =
      EnumSet.of(
          Feature.MVP,
          Feature.SIGN_EXTENSION,
          Feature.SATURATING_TRUNCATION,
          Feature.BULK_MEMORY,
          Feature.REFERENCE_TYPES,
          Feature.SIMD,
          Feature.RELAXED_SIMD,
          Feature.EXCEPTION_HANDLING,
          Feature.LEGACY_EXCEPTIONS,
          Feature.GC,
          Feature.TAIL_CALLS,
          Feature.TYPED_FUNCTION_REFERENCES);

  private static int[] range(int first, int last) {
    return IntStream.rangeClosed(first, last).toArray();
  }

  static List<Opcode> rows() {
    return OpcodeRows.all();
  }

  @Test
  void noCodeIsDoubled() {
    assertThat(rows()).extracting(Opcode::code).doesNotHaveDuplicates();
  }

  @Test
  void everyCodeOfTheSpecificationHasARow() {
    Set<Integer> codes = new TreeSet<>();
    add(codes, 0, SHORT_CODES);
    codes.removeIf(code -> code >= FIRST_UNUSED_BYTE && code <= LAST_UNUSED_BYTE);
    add(codes, 0xFB, AGGREGATE_CODES);
    add(codes, 0xFC, MORE_CODES);
    add(codes, 0xFD, VECTOR_CODES);
    add(codes, 0xFE, ATOMIC_CODES);
    assertThat(rows())
        .extracting(Opcode::code)
        .map(Integer::toHexString)
        .containsExactlyElementsOf(codes.stream().map(Integer::toHexString).toList());
  }

  private static void add(Set<Integer> codes, int prefix, List<int[]> ranges) {
    ranges.stream()
        .flatMapToInt(Arrays::stream)
        .forEach(number -> codes.add(prefix == 0 ? number : Opcode.prefixed(prefix, number)));
  }

  @Test
  void onlyVariantsThatTheTextFormatDoesNotTellApartShareAText() {
    List<String> doubled = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    for (Opcode row : rows()) {
      if (!seen.add(row.text())) {
        doubled.add(row.text());
      }
    }
    assertThat(doubled).containsExactlyInAnyOrder("select", "ref.test", "ref.cast");
  }

  @ParameterizedTest
  @MethodSource("rows")
  void theNameIsTheText(Opcode row) {
    String name = row.text().replace('.', '_').toUpperCase(Locale.ROOT);
    assertThat(row.name()).isIn(name, name + "_TYPED", name + "_NULL");
  }

  static Stream<Opcode> calls() {
    return rows().stream().filter(row -> row.javaForm() instanceof JavaForm.Call);
  }

  @ParameterizedTest
  @MethodSource("calls")
  void everyCallIsAStaticMethodWithTheRowsSignature(Opcode row) throws NoSuchMethodException {
    JavaForm.Call call = (JavaForm.Call) row.javaForm();
    Method method = call.owner().getMethod(call.method(), parameterClasses(row));
    assertThat(Modifier.isStatic(method.getModifiers())).isTrue();
    assertThat(method.getReturnType()).isEqualTo(resultClass(row));
  }

  static Stream<Opcode> loadsAndStores() {
    return rows().stream().filter(row -> row.javaForm() instanceof JavaForm.MemoryAccess);
  }

  @ParameterizedTest
  @MethodSource("loadsAndStores")
  void everyAccessorIsAViewOfMemoryAsWideAsTheRow(Opcode row) throws ReflectiveOperationException {
    int bytes = ((Typing.Access) row.typing()).bytes();
    String accessor = ((JavaForm.MemoryAccess) row.javaForm()).accessor();
    if (accessor.isEmpty()) {
      assertThat(bytes).isEqualTo(1);
      return;
    }
    Field field = Memory.class.getField(accessor);
    Class<?> element = ((VarHandle) field.get(null)).varType();
    assertThat(bytes(element)).isEqualTo(bytes);
    if (row.javaForm() instanceof JavaForm.Load load) {
      assertThat(load.javaType()).isEqualTo(element.getName());
    }
  }

  private static int bytes(Class<?> primitive) {
    return primitive == short.class
        ? Short.BYTES
        : primitive == int.class || primitive == float.class ? Integer.BYTES : Long.BYTES;
  }

  static Stream<Opcode> casts() {
    return rows().stream().filter(row -> row.javaForm() instanceof JavaForm.Cast);
  }

  @ParameterizedTest
  @MethodSource("casts")
  void everyCastGivesTheRowsResult(Opcode row) {
    JavaForm.Cast cast = (JavaForm.Cast) row.javaForm();
    assertThat(parameterClasses(row)).hasSize(1);
    assertThat(cast.javaType()).isEqualTo(resultClass(row).getName());
  }

  static Stream<Opcode> operators() {
    return rows().stream()
        .filter(
            row ->
                row.javaForm() instanceof JavaForm.Infix
                    || row.javaForm() instanceof JavaForm.Comparison
                    || row.javaForm() instanceof JavaForm.UnsignedComparison);
  }

  @ParameterizedTest
  @MethodSource("operators")
  void everyOperatorStandsBetweenTwoOperandsOfOneType(Opcode row) {
    Class<?>[] operands = parameterClasses(row);
    assertThat(operands).hasSize(2);
    assertThat(operands[0]).isEqualTo(operands[1]);
    boolean relation = !(row.javaForm() instanceof JavaForm.Infix);
    assertThat(resultClass(row)).isEqualTo(relation ? int.class : operands[0]);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void exactlyTheFeaturesThatAreNotTranslatedYetAreUntranslated(Opcode row) {
    boolean untranslated = row.javaForm() instanceof JavaForm.Untranslated;
    assertThat(untranslated).isEqualTo(!TRANSLATED.contains(row.feature()));
  }

  /** Whether a caller may find a memory's array replaced depends on it. */
  @ParameterizedTest
  @MethodSource("rows")
  void whatCallsAFunctionSaysSo(Opcode row) {
    assertThat(row.effect() == Effect.CALLS).isEqualTo(row.text().contains("call"));
  }

  @ParameterizedTest
  @MethodSource("rows")
  void whatAccessesMemoryHasAMemoryArgumentAndAnEffect(Opcode row) {
    boolean access = row.typing() instanceof Typing.Access;
    boolean memArg =
        row.immediates() == Immediates.MEM_ARG || row.immediates() == Immediates.MEM_ARG_LANE;
    assertThat(access).isEqualTo(memArg);
    if (access) {
      assertThat(row.effect()).isIn(Effect.READS, Effect.WRITES);
    }
  }

  /** A vector instruction's Java form is that of a lane. */
  private static Typing.Signature signature(Opcode row) {
    return row instanceof VectorOpcode vector
        ? vector.laneSignature()
        : (Typing.Signature) row.typing();
  }

  private static Class<?>[] parameterClasses(Opcode row) {
    Typing.Signature signature = signature(row);
    return signature.operands().stream().map(OpcodeTableTest::javaClass).toArray(Class<?>[]::new);
  }

  private static Class<?> resultClass(Opcode row) {
    Typing.Signature signature = signature(row);
    assertThat(signature.results()).hasSize(1);
    return javaClass(signature.results().get(0));
  }

  private static Class<?> javaClass(ValueType type) {
    assertThat(type).isNotInstanceOf(VectorType.class);
    return switch ((NumberType) type) {
      case I32 -> int.class;
      case I64 -> long.class;
      case F32 -> float.class;
      case F64 -> double.class;
    };
  }
}
