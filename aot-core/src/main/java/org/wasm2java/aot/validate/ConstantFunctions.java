package org.wasm2java.aot.validate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.wasm2java.aot.instruction.ControlOpcode;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.VariableOpcode;
import org.wasm2java.aot.instruction.VectorOpcode;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.DataSegment;
import org.wasm2java.aot.module.ElementSegment;
import org.wasm2java.aot.module.Function;
import org.wasm2java.aot.module.GlobalDefinition;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.module.LocalDeclarations;
import org.wasm2java.aot.module.TableDefinition;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.Limits;
import org.wasm2java.aot.type.RecursiveType;
import org.wasm2java.aot.type.SubType;
import org.wasm2java.aot.type.Subtyping;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.aot.type.VectorType;
import org.wasm2java.aot.validate.body.FunctionValidator;
import org.wasm2java.aot.validate.body.ModuleContext;
import org.wasm2java.aot.validate.body.TypedBody;

/**
 * Makes functions of the large constant expressions of a module, behind its own functions, and
 * calls of these functions of the expressions: then all that makes functions of any size into Java
 * methods serves constants, too.
 */
public final class ConstantFunctions {
  /** A call of a method is no longer than what so few instructions become. */
  private static final int MOST_INSTRUCTIONS = 24;

  private static final LocalDeclarations NO_LOCALS = new LocalDeclarations(List.of(), List.of());

  private final ValidModule module;
  private final List<RecursiveType> types;
  private final List<Function> functions;
  private final Map<ValueType, Integer> typeIndices = new HashMap<>();
  private final Map<Body, Body> calls = new IdentityHashMap<>();
  private int typeCount;

  private ConstantFunctions(ValidModule module) {
    this.module = module;
    this.types = new ArrayList<>(module.decoded().recursiveTypes());
    this.functions = new ArrayList<>(module.decoded().functions());
    this.typeCount = module.spaces().typeCount();
  }

  /** Returns a module that does the same, and whose constant expressions are small. */
  public static ValidModule of(ValidModule module) {
    ConstantFunctions constants = new ConstantFunctions(module);
    constants.collect();
    return constants.calls.isEmpty() ? module : constants.validated();
  }

  private void collect() {
    WasmModule decoded = module.decoded();
    for (GlobalDefinition global : decoded.globals()) {
      add(global.initializer(), global.type().valueType());
    }
    for (TableDefinition table : decoded.tables()) {
      table.initializer().ifPresent(body -> add(body, table.type().elementType()));
    }
    for (ElementSegment segment : decoded.elements()) {
      segment
          .offset()
          .ifPresent(
              body ->
                  add(body, addresses(module.spaces().tableType(segment.tableIndex()).limits())));
      segment.initializers().forEach(body -> add(body, segment.type()));
    }
    for (DataSegment segment : decoded.data()) {
      segment
          .offset()
          .ifPresent(
              body ->
                  add(body, addresses(module.spaces().memoryType(segment.memoryIndex()).limits())));
    }
  }

  private static ValueType addresses(Limits limits) {
    return limits.addressType().valueType();
  }

  private void add(Body body, ValueType type) {
    if (isExpression(body)) {
      return;
    }
    int functionIndex = module.spaces().importedFunctions() + functions.size();
    int start = body.offset(0);
    int end = body.offset(body.size() - 1);
    functions.add(new Function(typeIndex(type), NO_LOCALS, body, start, end - start));
    calls.put(
        body,
        new Body(
            List.of(
                new Instruction.Indexed(ControlOpcode.CALL, functionIndex),
                body.at(body.size() - 1)),
            new int[] {start, end}));
  }

  /** Vectors that are operands are kept in variables: they have two halves. */
  private boolean isExpression(Body body) {
    return body.size() <= MOST_INSTRUCTIONS
        && (body.size() <= 2
            || IntStream.range(0, body.size()).noneMatch(i -> isVector(body.at(i))));
  }

  private boolean isVector(Instruction instruction) {
    return instruction.opcode() == VectorOpcode.V128_CONST
        || instruction.opcode() == VariableOpcode.GLOBAL_GET
            && module.spaces().globalType(((Instruction.Indexed) instruction).index()).valueType()
                == VectorType.V128;
  }

  /** Returns the index of the type of functions that give such a value. */
  private int typeIndex(ValueType type) {
    return typeIndices.computeIfAbsent(
        type,
        result -> {
          FunctionType function = new FunctionType(List.of(), List.of(result));
          types.add(new RecursiveType(List.of(new SubType(true, List.of(), function))));
          return typeCount++;
        });
  }

  /** The functions are typed with the expressions as they were, as these declare functions. */
  private ValidModule validated() {
    WasmModule extended = module.decoded().with(types, functions, UnaryOperator.identity());
    IndexSpaces spaces = new IndexSpaces(extended);
    Subtyping subtyping = new TypesValidator(extended, spaces).validate();
    ModuleContext context =
        new ModuleContext(
            extended, spaces, subtyping, DeclaredFunctions.of(extended, spaces.functionCount()));
    List<TypedBody> bodies = new ArrayList<>(module.bodies());
    for (int i = module.spaces().functionCount(); i < spaces.functionCount(); i++) {
      bodies.add(new FunctionValidator(context, i).validate());
    }
    WasmModule called = extended.with(types, functions, body -> calls.getOrDefault(body, body));
    return new ValidModule(
        called, new IndexSpaces(called), subtyping, List.of(), bodies, calls.size());
  }
}
