package org.wasm2java.aot.type;

import java.util.List;

/**
 * A type definition: what it describes and where it stands among its supertypes.
 *
 * @param isFinal whether no type may extend it
 * @param supertypes the type indices that it extends: none or one
 * @param composite what it describes
 * @see <a
 *     href="https://webassembly.github.io/spec/core/syntax/types.html#recursive-types">Recursive
 *     types</a>
 */
public record SubType(boolean isFinal, List<Integer> supertypes, CompositeType composite) {
  /** Copies the list. */
  public SubType {
    supertypes = List.copyOf(supertypes);
  }
}
