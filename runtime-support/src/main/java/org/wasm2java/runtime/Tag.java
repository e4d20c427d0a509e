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

  /** A new tag; the parameters of the type are the payload of its exceptions. */
  public Tag(FunctionType type) {
    this.type = Objects.requireNonNull(type, "type");
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
