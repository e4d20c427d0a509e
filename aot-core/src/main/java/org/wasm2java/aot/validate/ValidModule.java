package org.wasm2java.aot.validate;

import java.util.List;
import java.util.Optional;
import org.wasm2java.aot.instruction.BlockType;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.type.ConcreteHeapType;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.ReferenceType;
import org.wasm2java.aot.type.SubType;
import org.wasm2java.aot.type.Subtyping;
import org.wasm2java.aot.type.TypeDefinition;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.aot.validate.body.TypedBody;

/**
 * A module that validation has accepted; only {@link ModuleValidator} makes one, so whoever holds
 * it need not check the rules again.
 *
 * @param decoded the module as it was decoded
 * @param spaces its index spaces
 * @param subtyping how the types that it defines relate
 * @param definedTypes each type that it defines, resolved; empty until types are resolved
 * @param bodies what is known of each function that it defines
 * @param constantFunctions how many of the last functions are constant expressions, see {@link
 *     ConstantFunctions}
 */
public record ValidModule(
    WasmModule decoded,
    IndexSpaces spaces,
    Subtyping subtyping,
    List<ConcreteHeapType> definedTypes,
    List<TypedBody> bodies,
    int constantFunctions) {
  /** Copies the lists. */
  public ValidModule {
    definedTypes = List.copyOf(definedTypes);
    bodies = List.copyOf(bodies);
  }

  /** Returns what is known of a function that the module defines. */
  public TypedBody body(int functionIndex) {
    return bodies.get(functionIndex - spaces.importedFunctions());
  }

  /** Returns the least index of a type that equals the type at an index. */
  public int canonicalType(int typeIndex) {
    return subtyping.canonical(typeIndex);
  }

  /** Returns a type that occurs in the code with what is known of the defined type it names. */
  public ValueType resolved(ValueType type) {
    return type instanceof ReferenceType reference ? resolved(reference) : type;
  }

  /** Returns a type that occurs in the code with what is known of the defined type it names. */
  public ReferenceType resolved(ReferenceType type) {
    return type.heapType() instanceof ConcreteHeapType concrete
        ? new ReferenceType(type.nullable(), definedTypes.get(concrete.typeIndex()))
        : type;
  }

  /** Returns the type of a block, resolved. */
  public FunctionType blockType(BlockType blockType) {
    return blockType instanceof BlockType.Single single
        ? new FunctionType(List.of(), List.of(resolved(single.type())))
        : spaces.blockType(blockType);
  }

  /**
   * Returns what the module says of a function type beside its parameters and results: that it has
   * supertypes, may have subtypes, or is in a recursive group with others; empty if nothing.
   */
  public Optional<TypeDefinition> functionDefinition(int typeIndex) {
    SubType type = spaces.type(typeIndex);
    boolean plain = type.isFinal() && type.supertypes().isEmpty() && !spaces.isInGroup(typeIndex);
    return plain ? Optional.empty() : definedTypes.get(typeIndex).definition();
  }
}
