package org.wasm2java.runtime.type;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a reference refers to: one of the abstract heap types, or a type that a module defines.
 * Defined types are equal if they are the same by the specification, in whichever modules they are
 * defined: their identity is a hash of their recursive group and their position in it.
 *
 * <pre>{@code
 * HeapType.EQ.matches(HeapType.ANY); // true
 * }</pre>
 *
 * @see <a href="https://webassembly.github.io/spec/core/syntax/types.html#heap-types">Heap
 *     types</a>
 */
public final class HeapType {
  /** The kinds of heap types: the abstract ones. */
  public enum Kind {
    /** Any internal reference. */
    ANY,
    /** Internal references that can be compared. */
    EQ,
    /** 31-bit integers. */
    I31,
    /** Structures. */
    STRUCT,
    /** Arrays. */
    ARRAY,
    /** No internal reference but null. */
    NONE,
    /** Functions. */
    FUNC,
    /** No function but null. */
    NOFUNC,
    /** References of the host. */
    EXTERN,
    /** No reference of the host but null. */
    NOEXTERN,
    /** Exceptions. */
    EXN,
    /** No exception but null. */
    NOEXN;

    private Kind bottom() {
      return switch (this) {
        case ANY, EQ, I31, STRUCT, ARRAY, NONE -> NONE;
        case FUNC, NOFUNC -> NOFUNC;
        case EXTERN, NOEXTERN -> NOEXTERN;
        case EXN, NOEXN -> NOEXN;
      };
    }

    private boolean matches(Kind sup) {
      return this == sup
          || this == sup.bottom()
          || switch (this) {
            case I31, STRUCT, ARRAY -> sup == EQ || sup == ANY;
            case EQ -> sup == ANY;
            case ANY, NONE, FUNC, NOFUNC, EXTERN, NOEXTERN, EXN, NOEXN -> false;
          };
    }

    private String text() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Any internal reference. */
  public static final HeapType ANY = new HeapType(Kind.ANY);

  /** Internal references that can be compared. */
  public static final HeapType EQ = new HeapType(Kind.EQ);

  /** 31-bit integers. */
  public static final HeapType I31 = new HeapType(Kind.I31);

  /** Structures. */
  public static final HeapType STRUCT = new HeapType(Kind.STRUCT);

  /** Arrays. */
  public static final HeapType ARRAY = new HeapType(Kind.ARRAY);

  /** No internal reference but null. */
  public static final HeapType NONE = new HeapType(Kind.NONE);

  /** Functions. */
  public static final HeapType FUNC = new HeapType(Kind.FUNC);

  /** No function but null. */
  public static final HeapType NOFUNC = new HeapType(Kind.NOFUNC);

  /** References of the host. */
  public static final HeapType EXTERN = new HeapType(Kind.EXTERN);

  /** No reference of the host but null. */
  public static final HeapType NOEXTERN = new HeapType(Kind.NOEXTERN);

  /** Exceptions. */
  public static final HeapType EXN = new HeapType(Kind.EXN);

  /** No exception but null. */
  public static final HeapType NOEXN = new HeapType(Kind.NOEXN);

  private static final List<HeapType> ABSTRACT =
      List.of(ANY, EQ, I31, STRUCT, ARRAY, NONE, FUNC, NOFUNC, EXTERN, NOEXTERN, EXN, NOEXN);

  /** Between the kind of a defined type and its identity. */
  private static final char IDENTITY = ':';

  /** Before each supertype of a defined type. */
  private static final char SUPERTYPE = '<';

  /** Between the identity of a structure or array type and its Java class. */
  private static final char JAVA_CLASS = '@';

  private final Kind kind;

  /** The type itself and then its supertypes, the nearest first; empty for abstract types. */
  private final List<Identity> identities;

  /**
   * What tells a defined type from others.
   *
   * @param hash equal for equal types of any modules
   * @param className the Java class of its values in the module that knows it so; empty if it has
   *     none of its own
   */
  private record Identity(String hash, String className) {
    static Identity of(String text) {
      int at = text.indexOf(JAVA_CLASS);
      return at < 0
          ? new Identity(text, "")
          : new Identity(text.substring(0, at), text.substring(at + 1));
    }

    String text() {
      return className.isEmpty() ? hash : hash + JAVA_CLASS + className;
    }
  }

  private HeapType(Kind kind) {
    this(kind, List.of());
  }

  private HeapType(Kind kind, List<Identity> identities) {
    this.kind = kind;
    this.identities = List.copyOf(identities);
  }

  /**
   * Returns the type that {@link #code} is of.
   *
   * @throws IllegalArgumentException if it is no type's
   */
  public static HeapType of(String code) {
    int end = code.indexOf(IDENTITY);
    String kind = end < 0 ? code : code.substring(0, end);
    for (HeapType type : ABSTRACT) {
      if (type.kind.text().equals(kind)) {
        return end < 0 ? type : new HeapType(type.kind, split(code.substring(end + 1)));
      }
    }
    throw new IllegalArgumentException("not a heap type: " + code);
  }

  private static List<Identity> split(String identities) {
    List<Identity> parts = new ArrayList<>();
    int start = 0;
    for (int i = 0; i <= identities.length(); i++) {
      if (i == identities.length() || identities.charAt(i) == SUPERTYPE) {
        parts.add(Identity.of(identities.substring(start, i)));
        start = i + 1;
      }
    }
    return parts;
  }

  /** Returns the type as a text without spaces, from which {@link #of} makes it again. */
  public String code() {
    StringBuilder code = new StringBuilder(kind.text());
    char separator = IDENTITY;
    for (Identity identity : identities) {
      code.append(separator).append(identity.text());
      separator = SUPERTYPE;
    }
    return code.toString();
  }

  /** Returns the abstract type that it is or that it is just below: a defined type's form. */
  public Kind kind() {
    return kind;
  }

  /** Returns whether a module defines it. */
  public boolean isDefined() {
    return !identities.isEmpty();
  }

  /** Returns a text for people, such as {@code struct} or {@code struct:2fa1….0}. */
  public String text() {
    return isDefined() ? kind.text() + IDENTITY + hash() : kind.text();
  }

  /**
   * Returns whether every reference to this type is one to the other.
   *
   * @see <a href="https://webassembly.github.io/spec/core/valid/matching.html#heap-types">Matching
   *     of heap types</a>
   */
  public boolean matches(HeapType sup) {
    if (sup.isDefined()) {
      return isDefined() ? kind == sup.kind && supertype(sup) != null : kind == sup.kind.bottom();
    }
    return kind.matches(sup.kind);
  }

  private String hash() {
    return identities.get(0).hash();
  }

  /** Returns what the type or one above it is known by that is the given one, or {@code null}. */
  private Identity supertype(HeapType sup) {
    for (Identity identity : identities) {
      if (identity.hash().equals(sup.hash())) {
        return identity;
      }
    }
    return null;
  }

  /**
   * Returns the name of the Java class of the values of a structure or array type, in the module
   * that knows the type so; empty for all other types.
   */
  public String className() {
    return isDefined() ? identities.get(0).className() : "";
  }

  /**
   * Returns whether the module that knows this type and the one that knows another, which this type
   * {@link #matches}, have the same Java class for it.
   */
  public boolean sharesClass(HeapType sup) {
    Identity known = isDefined() && sup.isDefined() ? supertype(sup) : null;
    return known == null || known.className().equals(sup.className());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HeapType type
        && kind == type.kind
        && (isDefined() ? type.isDefined() && hash().equals(type.hash()) : !type.isDefined());
  }

  @Override
  public int hashCode() {
    return Objects.hash(kind, isDefined() ? hash() : "");
  }

  /** Returns {@link #text}. */
  @Override
  public String toString() {
    return text();
  }
}
