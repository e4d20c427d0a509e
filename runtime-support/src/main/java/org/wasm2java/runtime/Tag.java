package org.wasm2java.runtime;

import java.util.Objects;
import org.wasm2java.runtime.type.FunctionType;
import org.wasm2java.runtime.type.TagType;

/**
 * The tag of an exception: modules that share a tag mean the same exception. Two tags of the same
 * type are different.
 *
 * <pre>{@code
 * store.define("env", "failure", new Tag(FunctionType.of("i32", "")));
 * }</pre>
 *
 * @see <a href="https://webassembly.github.io/spec/core/exec/runtime.html#tag-instances">Tag
 *     instances</a>
 */
public final class Tag implements Extern {
  private final FunctionType type;
  private final String name;

  /** A new tag; the parameters of the type are the payload of its exceptions. */
  public Tag(FunctionType type) {
    this(type, "");
  }

  /**
   * A new tag with a name for messages.
   *
   * @param name may be empty; tags of one name are different all the same
   */
  public Tag(FunctionType type, String name) {
    this.type = Objects.requireNonNull(type, "type");
    this.name = Objects.requireNonNull(name, "name");
  }

  /** Returns the name for messages, or the empty string. */
  public String name() {
    return name;
  }

  /**
   * Returns an exception for the host to throw.
   *
   * <pre>{@code
   * throw failure.exception(7);
   * }</pre>
   *
   * @param payload boxed as {@link org.wasm2java.runtime.type.ValueType} says
   * @throws IllegalArgumentException if the values do not fit the type
   */
  public WasmException exception(Object... payload) {
    return WasmException.boxed(this, payload);
  }

  /** Returns the type; its results are empty. */
  public FunctionType type() {
    return type;
  }

  @Override
  public String describe() {
    return new TagType(type).text();
  }

  /** Returns {@link #describe}. */
  @Override
  public String toString() {
    return describe();
  }
}
