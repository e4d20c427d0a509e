package org.wasm2java.aot.instruction;

/** How Java expresses an operation: the column of a row that the expression writer reads. */
public sealed interface JavaForm {
  /** A binary operator. */
  record Infix(String operator) implements JavaForm {}

  /** A relation that is a Java boolean. */
  record Comparison(String operator) implements JavaForm {}

  /** A relation of unsigned integers; the writer has the form that HotSpot compiles right. */
  record UnsignedComparison(String operator) implements JavaForm {}

  /** Whether an integer is zero. */
  record ZeroTest() implements JavaForm {}

  /**
   * A cast to a primitive type.
   *
   * @param javaType the type of the result
   * @param narrowest a type to cast to first, or empty
   */
  record Cast(String javaType, String narrowest) implements JavaForm {}

  /** A static method that takes the operands in order. */
  record Call(Class<?> owner, String method) implements JavaForm {}

  /** An access to a memory's array. */
  sealed interface MemoryAccess extends JavaForm {
    /** Returns the name of the runtime memory's view, or empty for the array itself. */
    String accessor();

    /** Returns whether the access is of more than a byte and so goes through a view. */
    default boolean isWide() {
      return !accessor().isEmpty();
    }
  }

  /**
   * A read of a memory's array.
   *
   * @param accessor the name of the runtime memory's view, or empty for the array itself
   * @param javaType the type that the view gives, empty for the array itself
   * @param widening a cast of the result, or empty
   * @param mask a mask of the result, or empty
   */
  record Load(String accessor, String javaType, String widening, String mask)
      implements MemoryAccess {
    /** Returns the read with a cast of its result. */
    Load widened(String javaType) {
      return new Load(accessor, this.javaType, javaType, mask);
    }

    /** Returns the read with a mask of its result. */
    Load masked(String mask) {
      return new Load(accessor, javaType, widening, mask);
    }
  }

  /**
   * A write of a memory's array.
   *
   * @param accessor the name of the runtime memory's view, or empty for the array itself
   * @param narrowing the type to cast the value to, or empty
   */
  record Store(String accessor, String narrowing) implements MemoryAccess {}

  /** Lowering has a form of its own for it. */
  record Structural() implements JavaForm {}

  /** This version does not translate it; a module that reaches it is refused. */
  record Untranslated() implements JavaForm {}

  /** The one structural form. */
  JavaForm STRUCTURAL = new Structural();

  /** The one form of what is not translated. */
  JavaForm UNTRANSLATED = new Untranslated();

  /** A read of a byte of a memory's array. */
  static Load element() {
    return new Load("", "", "", "");
  }

  /** A read of a memory's array through a view. */
  static Load viewed(String accessor, String javaType) {
    return new Load(accessor, javaType, "", "");
  }

  /** Returns the operator of the relation that holds where one of integers does not. */
  static String opposite(String relation) {
    return switch (relation) {
      case "==" -> "!=";
      case "!=" -> "==";
      case "<" -> ">=";
      case ">=" -> "<";
      case ">" -> "<=";
      case "<=" -> ">";
      default -> throw new IllegalArgumentException("not a relation: " + relation);
    };
  }

  /** A binary operator. */
  static JavaForm infix(String operator) {
    return new Infix(operator);
  }

  /** A relation. */
  static JavaForm comparison(String operator) {
    return new Comparison(operator);
  }

  /** A relation of unsigned integers. */
  static JavaForm unsignedComparison(String operator) {
    return new UnsignedComparison(operator);
  }

  /** A cast. */
  static JavaForm cast(String javaType) {
    return new Cast(javaType, "");
  }

  /** A cast that keeps the sign of fewer bits. */
  static JavaForm narrowing(String javaType, String narrowest) {
    return new Cast(javaType, narrowest);
  }

  /** A call. */
  static JavaForm call(Class<?> owner, String method) {
    return new Call(owner, method);
  }
}
