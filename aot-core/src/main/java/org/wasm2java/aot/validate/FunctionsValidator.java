package org.wasm2java.aot.validate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.wasm2java.aot.diagnostic.InvalidException;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.module.LocalDeclarations;
import org.wasm2java.aot.module.SectionId;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.aot.validate.body.FunctionValidator;
import org.wasm2java.aot.validate.body.ModuleContext;
import org.wasm2java.aot.validate.body.TypedBody;

/**
 * Validates all functions, several at a time: they do not depend on each other. Of several errors
 * the first in the file is thrown, whichever is found first.
 */
final class FunctionsValidator {
  private final ModuleContext context;
  private final WasmModule module;
  private final IndexSpaces spaces;

  FunctionsValidator(ModuleContext context) {
    this.context = context;
    this.module = context.module();
    this.spaces = context.spaces();
  }

  List<TypedBody> validate() {
    List<Supplier<TypedBody>> outcomes =
        IntStream.range(0, module.functions().size()).parallel().mapToObj(this::outcome).toList();
    List<TypedBody> bodies = new ArrayList<>(outcomes.size());
    outcomes.forEach(outcome -> bodies.add(outcome.get()));
    return bodies;
  }

  private Supplier<TypedBody> outcome(int definition) {
    try {
      TypedBody body = validate(definition);
      return () -> body;
    } catch (InvalidException error) {
      return () -> {
        throw error;
      };
    }
  }

  private TypedBody validate(int definition) {
    int functionIndex = spaces.importedFunctions() + definition;
    checkLocals(spaces.function(functionIndex).locals(), definition);
    return new FunctionValidator(context, functionIndex).validate();
  }

  private void checkLocals(LocalDeclarations locals, int definition) {
    SectionChecks section = new SectionChecks(SectionId.CODE, module, spaces);
    for (ValueType type : locals.types()) {
      section.check(type, definition);
    }
  }
}
