package org.wasm2java.aot.validate;

import java.util.List;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.type.Subtyping;
import org.wasm2java.aot.validate.body.ConstantExpressionValidator;
import org.wasm2java.aot.validate.body.ModuleContext;
import org.wasm2java.aot.validate.body.TypedBody;

/**
 * Proves a decoded module valid, section by section in the order of the file, so that the first
 * error in the file is the one that is reported.
 *
 * @see <a href="https://webassembly.github.io/spec/core/valid/modules.html">Modules</a>
 */
public final class ModuleValidator {
  private ModuleValidator() {}

  /**
   * Returns the module with what its proof found.
   *
   * @throws org.wasm2java.aot.diagnostic.InvalidException if the module breaks a rule
   */
  public static ValidModule validate(WasmModule module) {
    IndexSpaces spaces = new IndexSpaces(module);
    Subtyping subtyping = new TypesValidator(module, spaces).validate();
    ModuleContext context =
        new ModuleContext(
            module, spaces, subtyping, DeclaredFunctions.of(module, spaces.functionCount()));
    ConstantExpressionValidator expressions = new ConstantExpressionValidator(context);
    EntitiesValidator entities = new EntitiesValidator(context, expressions);
    entities.checkImports();
    entities.checkFunctionTypes();
    entities.checkTables();
    entities.checkMemories();
    entities.checkTags();
    entities.checkGlobals();
    entities.checkExports();
    entities.checkStart();
    SegmentsValidator segments = new SegmentsValidator(context, expressions);
    segments.checkElements();
    List<TypedBody> bodies = new FunctionsValidator(context).validate();
    segments.checkData();
    return new ValidModule(module, spaces, subtyping, List.of(), bodies, 0);
  }
}
