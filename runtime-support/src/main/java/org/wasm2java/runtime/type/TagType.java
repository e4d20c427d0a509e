package org.wasm2java.runtime.type;

/**
 * The type of a tag: the parameters are the payload of its exceptions.
 *
 * <pre>{@code
 * new TagType(FunctionType.of("i32", "")).text(); // tag [i32] -> []
 * }</pre>
 *
 * @param functionType a type without results
 * @see <a href="https://webassembly.github.io/spec/core/syntax/types.html#tag-types">Tag types</a>
 */
public record TagType(FunctionType functionType) implements ExternType {
  @Override
  public String text() {
    return "tag " + functionType;
  }
}
