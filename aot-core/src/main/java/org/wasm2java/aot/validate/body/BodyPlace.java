package org.wasm2java.aot.validate.body;

import java.util.OptionalInt;
import org.wasm2java.aot.diagnostic.Location;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.Names;

/**
 * Which body is validated, for messages.
 *
 * @param functionIndex the function, empty for a constant expression
 * @param names the module's names
 */
record BodyPlace(OptionalInt functionIndex, Names names) {
  Location at(Body body, int instruction) {
    long offset = body.offset(instruction);
    if (functionIndex.isEmpty()) {
      return Location.offset(offset);
    }
    int index = functionIndex.getAsInt();
    return Location.function(offset, index, names.functionName(index), instruction);
  }
}
