package org.wasm2java.aot.type;

/**
 * The type of references.
 *
 * @param nullable whether null is among them
 * @param heapType what they refer to
 * @see <a
 *     href="https://webassembly.github.io/spec/core/syntax/types.html#reference-types">Reference
 *     types</a>
 */
public record ReferenceType(boolean nullable, HeapType heapType) implements ValueType {
  /** Nullable references to functions. */
  public static final ReferenceType FUNCREF = nullable(AbstractHeapType.FUNC);

  /** Nullable references to host objects. */
  public static final ReferenceType EXTERNREF = nullable(AbstractHeapType.EXTERN);

  /** Nullable internal references. */
  public static final ReferenceType ANYREF = nullable(AbstractHeapType.ANY);

  /** Nullable references to exceptions. */
  public static final ReferenceType EXNREF = nullable(AbstractHeapType.EXN);

  /** Returns the nullable references to a heap type. */
  public static ReferenceType nullable(HeapType heapType) {
    return new ReferenceType(true, heapType);
  }

  /** Returns the references to a heap type without null. */
  public static ReferenceType nonNull(HeapType heapType) {
    return new ReferenceType(false, heapType);
  }

  @Override
  public String text() {
    if (nullable && heapType instanceof AbstractHeapType abstractType) {
      return abstractType.nullableText();
    }
    return (nullable ? "(ref null " : "(ref ") + heapType.text() + ")";
  }
}
