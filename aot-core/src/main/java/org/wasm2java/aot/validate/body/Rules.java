package org.wasm2java.aot.validate.body;

import org.wasm2java.aot.diagnostic.Failure;

/** The rules of validation by the phrases of the specification's test suite. */
public final class Rules {
  public static final Failure TYPE_MISMATCH = Failure.invalid("type mismatch");
  public static final Failure UNINITIALIZED_LOCAL = Failure.invalid("uninitialized local");
  public static final Failure ALIGNMENT =
      Failure.invalid("alignment must not be larger than natural");
  public static final Failure ATOMIC_ALIGNMENT =
      Failure.invalid("atomic alignment must be natural");
  public static final Failure OFFSET_RANGE = Failure.invalid("offset out of range");
  public static final Failure LANE = Failure.invalid("invalid lane index");
  public static final Failure RESULT_ARITY = Failure.invalid("invalid result arity");
  public static final Failure IMMUTABLE_GLOBAL = Failure.invalid("immutable global");
  public static final Failure IMMUTABLE_FIELD = Failure.invalid("immutable field");
  public static final Failure IMMUTABLE_ARRAY = Failure.invalid("immutable array");
  public static final Failure ARRAY_TYPES = Failure.invalid("array types do not match");
  public static final Failure ARRAY_OF_NUMBERS =
      Failure.invalid("array type is not numeric or vector");
  public static final Failure UNDECLARED_FUNCTION =
      Failure.invalid("undeclared function reference");
  public static final Failure RETHROW_LABEL = Failure.invalid("invalid rethrow label");
  public static final Failure NOT_CONSTANT = Failure.invalid("constant expression required");
  public static final Failure SUB_TYPE = Failure.invalid("sub type");
  public static final Failure DUPLICATE_EXPORT = Failure.invalid("duplicate export name");
  public static final Failure START = Failure.invalid("start function");
  public static final Failure TAG_RESULT = Failure.invalid("non-empty tag result type");
  public static final Failure SIZE_ORDER =
      Failure.invalid("size minimum must not be greater than maximum");
  public static final Failure SHARED_MAXIMUM = Failure.invalid("shared memory must have maximum");

  private Rules() {}

  /** Returns the rule that an index must be in its space, for instance {@code unknown local 3}. */
  public static Failure unknown(String what, int index) {
    return Failure.invalid("unknown " + what + " " + Integer.toUnsignedString(index));
  }

  /** Returns the rule that a memory or table must not be larger than its addresses allow. */
  public static Failure size(String what, String maximum) {
    return Failure.invalid(what + " size must be at most " + maximum);
  }
}
