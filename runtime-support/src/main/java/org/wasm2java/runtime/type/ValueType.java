package org.wasm2java.runtime.type;

import java.util.List;
import java.util.Locale;

/**
 * The type of a WebAssembly value at run time and the Java type that carries it.
 *
 * <pre>{@code
 * Global counter = Global.create(ValueType.I64, true, 0L);
 * }</pre>
 *
 * @see <a href="https://webassembly.github.io/spec/core/syntax/types.html#value-types">Value
 *     types</a>
 */
public final class ValueType {
  /** The kinds of values, by the Java types that carry them. */
  public enum Kind {
    /** A 32-bit integer, a Java {@code int}. */
    I32,
    /** A 64-bit integer, a Java {@code long}. */
    I64,
    /** A 32-bit float, a Java {@code float}. */
    F32,
    /** A 64-bit float, a Java {@code double}. */
    F64,
    /** A 128-bit vector, a {@link V128}. */
    V128,
    /** A reference, a Java object or {@code null}; {@link ValueType#heapType} says to what. */
    REFERENCE
  }

  /** A 32-bit integer, a Java {@code int}. */
  public static final ValueType I32 = number(Kind.I32);

  /** A 64-bit integer, a Java {@code long}. */
  public static final ValueType I64 = number(Kind.I64);

  /** A 32-bit float, a Java {@code float}. */
  public static final ValueType F32 = number(Kind.F32);

  /** A 64-bit float, a Java {@code double}. */
  public static final ValueType F64 = number(Kind.F64);

  /** A 128-bit vector, a {@link V128}. */
  public static final ValueType V128 = number(Kind.V128);

  /** A nullable reference to a function, a {@code WasmFunction}. */
  public static final ValueType FUNCREF = nullable("funcref", HeapType.FUNC);

  /** A nullable reference to a host object, a Java {@code Object}. */
  public static final ValueType EXTERNREF = nullable("externref", HeapType.EXTERN);

  /** A nullable internal reference, a Java {@code Object}. */
  public static final ValueType ANYREF = nullable("anyref", HeapType.ANY);

  /** A nullable reference that can be compared, an {@code EqRef}. */
  public static final ValueType EQREF = nullable("eqref", HeapType.EQ);

  /** A nullable reference to a 31-bit integer, an {@code I31}. */
  public static final ValueType I31REF = nullable("i31ref", HeapType.I31);

  /** A nullable reference to a structure, a {@code WasmStruct}. */
  public static final ValueType STRUCTREF = nullable("structref", HeapType.STRUCT);

  /** A nullable reference to an array, a {@code WasmArray}. */
  public static final ValueType ARRAYREF = nullable("arrayref", HeapType.ARRAY);

  /** A nullable reference to an exception, a {@code WasmException}. */
  public static final ValueType EXNREF = nullable("exnref", HeapType.EXN);

  /** The internal reference that is null. */
  public static final ValueType NULLREF = nullable("nullref", HeapType.NONE);

  /** The reference to a function that is null. */
  public static final ValueType NULLFUNCREF = nullable("nullfuncref", HeapType.NOFUNC);

  /** The reference to a host object that is null. */
  public static final ValueType NULLEXTERNREF = nullable("nullexternref", HeapType.NOEXTERN);

  /** The reference to an exception that is null. */
  public static final ValueType NULLEXNREF = nullable("nullexnref", HeapType.NOEXN);

  private static final List<ValueType> NAMED =
      List.of(
          I32,
          I64,
          F32,
          F64,
          V128,
          FUNCREF,
          EXTERNREF,
          ANYREF,
          EQREF,
          I31REF,
          STRUCTREF,
          ARRAYREF,
          EXNREF,
          NULLREF,
          NULLFUNCREF,
          NULLEXTERNREF,
          NULLEXNREF);

  /** What the code of a reference begins with that may be null. */
  private static final char NULLABLE = '?';

  /** What the code of a reference begins with that is not null. */
  private static final char NOT_NULL = '!';

  private final String text;
  private final Kind kind;
  private final boolean nullable;
  private final HeapType heapType;

  private ValueType(String text, Kind kind, boolean nullable, HeapType heapType) {
    this.text = text;
    this.kind = kind;
    this.nullable = nullable;
    this.heapType = heapType;
  }

  private static ValueType number(Kind kind) {
    return new ValueType(kind.name().toLowerCase(Locale.ROOT), kind, false, null);
  }

  private static ValueType nullable(String text, HeapType heapType) {
    return new ValueType(text, Kind.REFERENCE, true, heapType);
  }

  /** Returns the types that have a name of their own, in a fixed order. */
  public static List<ValueType> named() {
    return NAMED;
  }

  /** Returns the type of references to a heap type. */
  public static ValueType reference(boolean nullable, HeapType heapType) {
    if (nullable) {
      for (ValueType type : NAMED) {
        if (heapType.equals(type.heapType)) {
          return type;
        }
      }
    }
    String text = (nullable ? "(ref null " : "(ref ") + heapType.text() + ")";
    return new ValueType(text, Kind.REFERENCE, nullable, heapType);
  }

  /**
   * Returns the type that {@link #code} is of.
   *
   * @throws IllegalArgumentException if it is no type's
   */
  public static ValueType of(String code) {
    for (ValueType type : NAMED) {
      if (type.text.equals(code)) {
        return type;
      }
    }
    char first = code.isEmpty() ? ' ' : code.charAt(0);
    if (first != NULLABLE && first != NOT_NULL) {
      throw new IllegalArgumentException("not a value type: " + code);
    }
    return reference(first == NULLABLE, HeapType.of(code.substring(1)));
  }

  /** Returns the type as a text without spaces, from which {@link #of} makes it again. */
  public String code() {
    return kind != Kind.REFERENCE || (nullable && !heapType.isDefined())
        ? text
        : (nullable ? NULLABLE : NOT_NULL) + heapType.code();
  }

  /** Returns the name in the text format, for instance {@code i32}. */
  public String text() {
    return text;
  }

  /** Returns which Java type carries the values. */
  public Kind kind() {
    return kind;
  }

  /** Returns whether values are references, which are {@code null} or Java objects. */
  public boolean isReference() {
    return kind == Kind.REFERENCE;
  }

  /** Returns whether {@code null} is one of the values. */
  public boolean isNullable() {
    return nullable;
  }

  /**
   * Returns what references refer to.
   *
   * @throws IllegalStateException if values are no references
   */
  public HeapType heapType() {
    if (heapType == null) {
      throw new IllegalStateException(text + " is no reference");
    }
    return heapType;
  }

  /** Returns whether values are numbers, each of which has at most 64 bits. */
  public boolean isNumber() {
    return kind != Kind.V128 && !isReference();
  }

  /**
   * Returns whether every value of this type is one of the other.
   *
   * @see <a href="https://webassembly.github.io/spec/core/valid/matching.html#value-types">Matching
   *     of value types</a>
   */
  public boolean matches(ValueType sup) {
    return equals(sup)
        || (isReference()
            && sup.isReference()
            && (sup.nullable || !nullable)
            && heapType.matches(sup.heapType));
  }

  /** Returns whether two modules have the same Java class, see {@link HeapType#sharesClass}. */
  public boolean sharesClass(ValueType sup) {
    return !isReference() || !sup.isReference() || heapType.sharesClass(sup.heapType);
  }

  /**
   * Returns a boxed number as 64 bits: floats as their bits, an i32 sign-extended.
   *
   * @throws IllegalStateException if the type is not a number's, see {@link #isNumber}
   */
  public long bits(Object boxed) {
    return switch (kind) {
      case I32 -> (Integer) boxed;
      case I64 -> (Long) boxed;
      case F32 -> Float.floatToRawIntBits((Float) boxed);
      case F64 -> Double.doubleToRawLongBits((Double) boxed);
      case V128, REFERENCE -> throw noBits();
    };
  }

  /**
   * Returns what {@link #bits} was given.
   *
   * @throws IllegalStateException if the type is not a number's, see {@link #isNumber}
   */
  public Object boxed(long bits) {
    return switch (kind) {
      case I32 -> (int) bits;
      case I64 -> bits;
      case F32 -> Float.intBitsToFloat((int) bits);
      case F64 -> Double.longBitsToDouble(bits);
      case V128, REFERENCE -> throw noBits();
    };
  }

  private IllegalStateException noBits() {
    return new IllegalStateException(
        kind == Kind.V128
            ? "v128 is not a number of 64 bits: use the halves of a V128"
            : text + " has no bits");
  }

  /**
   * Returns zero or null, the value of a fresh local of this type.
   *
   * @throws IllegalStateException if the type is of references that are not null
   */
  public Object defaultValue() {
    return switch (kind) {
      case I32 -> 0;
      case I64 -> 0L;
      case F32 -> 0f;
      case F64 -> 0d;
      case V128 -> org.wasm2java.runtime.type.V128.ZERO;
      case REFERENCE -> {
        if (!nullable) {
          throw new IllegalStateException(text + " has no default value");
        }
        yield null;
      }
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ValueType type
        && kind == type.kind
        && nullable == type.nullable
        && (heapType == null || heapType.equals(type.heapType));
  }

  @Override
  public int hashCode() {
    return 31 * kind.hashCode() + (heapType == null ? 0 : heapType.hashCode());
  }

  /** Returns {@link #text}. */
  @Override
  public String toString() {
    return text;
  }
}
