package org.wasm2java.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.wasm2java.runtime.frame.StackFrames;
import org.wasm2java.runtime.frame.WasmFrame;
import org.wasm2java.runtime.type.FunctionType;
import org.wasm2java.runtime.type.V128;
import org.wasm2java.runtime.type.ValueType;

/**
 * An exception of WebAssembly, thrown by {@code throw} or by the host. Whoever has its tag can read
 * its payload: modules that share the tag, and the host. It has no Java stack trace, which would
 * cost more than the exception.
 *
 * <pre>{@code
 * try {
 *   parser.parse(text);
 * } catch (WasmException e) {
 *   if (e.tag() == parser.failure()) {
 *     System.out.println("failed at " + e.payload().get(0));
 *   } else {
 *     throw e;
 *   }
 * }
 * }</pre>
 *
 * <p>The numbers of the payload are kept as raw 64 bits, in their order, and its references by
 * themselves, so that nothing is boxed until {@link #payload} is called. A reference of type {@code
 * exnref} is such an object.
 *
 * @see <a href="https://webassembly.github.io/spec/core/exec/runtime.html#exception-instances">
 *     Exception instances</a>
 */
public final class WasmException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The tag of what the host threw, for which no module has a clause of its own. */
  private static final Tag HOST = new Tag(FunctionType.of("externref", ""), "host exception");

  private static final long[] NO_NUMBERS = {};
  private static final Object[] NO_REFERENCES = {};

  /** How many of the numbers have fields of their own. */
  private static final int NUMBER_FIELDS = 2;

  private final transient Tag tag;
  private final long number0;
  private final long number1;

  /** The numbers behind those in fields. */
  private final transient long[] numbers;

  private final transient Object[] references;

  private WasmException(Tag tag, long number0, long number1, long[] numbers, Object[] references) {
    super(null, null, false, true);
    this.tag = tag;
    this.number0 = number0;
    this.number1 = number1;
    this.numbers = numbers;
    this.references = references;
  }

  /** For generated code: an exception whose payload has no values or one or two numbers. */
  public static WasmException of(Tag tag, long number0, long number1) {
    return new WasmException(tag, number0, number1, NO_NUMBERS, NO_REFERENCES);
  }

  /**
   * For generated code: any exception.
   *
   * @param numbers the numbers of the payload in their order, as raw bits; a vector is two. Kept
   * @param references its references in their order. Kept
   */
  public static WasmException of(Tag tag, long[] numbers, Object[] references) {
    long first = numbers.length > 0 ? numbers[0] : 0;
    long second = numbers.length > 1 ? numbers[1] : 0;
    long[] others = numbers.length > NUMBER_FIELDS ? numbers : NO_NUMBERS;
    return new WasmException(tag, first, second, others, references);
  }

  /** For generated code: what stands for an exception of the host while WebAssembly handles it. */
  public static WasmException ofHost(Throwable thrown) {
    return new WasmException(HOST, 0, 0, NO_NUMBERS, new Object[] {thrown});
  }

  /**
   * Returns an exception with a payload of Java objects.
   *
   * @throws IllegalArgumentException if the values do not fit the type of the tag
   */
  static WasmException boxed(Tag tag, Object[] payload) {
    BoxedValues.check(tag.type(), payload);
    List<Long> numbers = new ArrayList<>();
    List<Object> references = new ArrayList<>();
    for (int i = 0; i < payload.length; i++) {
      ValueType type = tag.type().parameters().get(i);
      if (type.isReference()) {
        references.add(payload[i]);
      } else if (payload[i] instanceof V128 vector) {
        numbers.add(vector.low());
        numbers.add(vector.high());
      } else {
        numbers.add(type.bits(payload[i]));
      }
    }
    long[] bits = numbers.stream().mapToLong(Long::longValue).toArray();
    return of(tag, bits, references.toArray());
  }

  /** There is no trace unless it is asked for. */
  @Override
  public Throwable fillInStackTrace() {
    return this;
  }

  /** For generated code that was translated with frames of exceptions: notes the Java stack. */
  public WasmException traced() {
    super.fillInStackTrace();
    return this;
  }

  /** Returns the exception of the host that it stands for, or {@code null}. */
  @Override
  public Throwable getCause() {
    return isHost() ? (Throwable) references[0] : null;
  }

  /** Returns the tag; tags are compared by {@code ==}. */
  public Tag tag() {
    return tag;
  }

  /**
   * Returns whether it stands for an exception of the host, its {@link #getCause cause}. Only a
   * host function that takes an {@code exnref} can see one: elsewhere the exception itself is
   * thrown.
   */
  public boolean isHost() {
    return tag == HOST;
  }

  /** For generated code: a number of the payload by its place among the numbers, as raw bits. */
  public long number(int place) {
    return place == 0 ? number0 : place == 1 ? number1 : numbers[place];
  }

  /** For generated code: a reference of the payload by its place among the references. */
  public Object reference(int place) {
    return references[place];
  }

  /** Returns the values that were thrown, boxed as {@link ValueType} says; not to be changed. */
  public List<Object> payload() {
    List<Object> payload = new ArrayList<>();
    int number = 0;
    int reference = 0;
    for (ValueType type : tag.type().parameters()) {
      if (type.isReference()) {
        payload.add(reference(reference++));
      } else if (type == ValueType.V128) {
        payload.add(V128.of(number(number), number(number + 1)));
        number += 2;
      } else {
        payload.add(type.boxed(number(number++)));
      }
    }
    return Collections.unmodifiableList(payload);
  }

  /**
   * Returns the WebAssembly functions that were running when it was thrown, innermost first. There
   * are none unless the module was translated with frames of exceptions.
   */
  public List<WasmFrame> frames() {
    return StackFrames.of(this);
  }

  /** Returns the tag's name, if it has one, or its type, and the payload. */
  @Override
  public String getMessage() {
    String name = tag.name().isEmpty() ? tag.describe() : tag.name();
    List<Object> payload = payload();
    return payload.isEmpty() ? name : name + " " + payload;
  }
}
