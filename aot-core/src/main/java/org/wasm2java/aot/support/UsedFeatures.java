package org.wasm2java.aot.support;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.wasm2java.aot.instruction.BlockType;
import org.wasm2java.aot.instruction.Feature;
import org.wasm2java.aot.instruction.Immediates;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.NumericOpcode;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.DataSegment;
import org.wasm2java.aot.module.ElementSegment;
import org.wasm2java.aot.module.Export;
import org.wasm2java.aot.module.ExternKind;
import org.wasm2java.aot.module.Function;
import org.wasm2java.aot.module.GlobalDefinition;
import org.wasm2java.aot.module.Import;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.module.SegmentMode;
import org.wasm2java.aot.module.TableDefinition;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.type.AddressType;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.GlobalType;
import org.wasm2java.aot.type.Limits;
import org.wasm2java.aot.type.MemoryType;
import org.wasm2java.aot.type.TableType;
import org.wasm2java.aot.validate.ValidModule;

/** Collects the extensions that a valid module uses. */
public final class UsedFeatures {
  private final WasmModule module;
  private final IndexSpaces spaces;
  private final TypeFeatures types;
  private final Set<Feature> used = EnumSet.of(Feature.MVP);

  private UsedFeatures(WasmModule module, IndexSpaces spaces) {
    this.module = module;
    this.spaces = spaces;
    this.types = new TypeFeatures(spaces, used);
  }

  /** Returns the extensions in the order of the enum. */
  public static Set<Feature> of(ValidModule module) {
    UsedFeatures features = new UsedFeatures(module.decoded(), module.spaces());
    features.types.addDefinitions(module.decoded().recursiveTypes());
    features.addEntities();
    features.addGlobals();
    features.addSegments();
    module.decoded().functions().forEach(features::addFunction);
    return Collections.unmodifiableSet(features.used);
  }

  private void addEntities() {
    for (int i = 0; i < spaces.memoryCount(); i++) {
      MemoryType memory = spaces.memoryType(i);
      addLimits(memory.limits());
      addIf(memory.shared(), Feature.THREADS);
    }
    for (int i = 0; i < spaces.tableCount(); i++) {
      TableType table = spaces.tableType(i);
      addLimits(table.limits());
      types.addElement(table.elementType());
    }
    addIf(spaces.memoryCount() > 1, Feature.MULTI_MEMORY);
    addIf(spaces.tableCount() > 1, Feature.REFERENCE_TYPES);
    addIf(spaces.tagCount() > 0, Feature.EXCEPTION_HANDLING);
    for (TableDefinition table : module.tables()) {
      addIf(table.initializer().isPresent(), Feature.TYPED_FUNCTION_REFERENCES);
      table.initializer().ifPresent(this::addConstant);
    }
  }

  private void addLimits(Limits limits) {
    addIf(limits.addressType() == AddressType.I64, Feature.MEMORY64);
  }

  private void addIf(boolean uses, Feature feature) {
    if (uses) {
      used.add(feature);
    }
  }

  private void addGlobals() {
    for (int i = 0; i < spaces.globalCount(); i++) {
      types.add(spaces.globalType(i).valueType());
    }
    for (Import declared : module.imports()) {
      addIf(
          declared.type() instanceof GlobalType global && global.mutable(),
          Feature.MUTABLE_GLOBALS);
    }
    for (Export export : module.exports()) {
      addIf(
          export.kind() == ExternKind.GLOBAL && spaces.globalType(export.index()).mutable(),
          Feature.MUTABLE_GLOBALS);
    }
    for (GlobalDefinition global : module.globals()) {
      addConstant(global.initializer());
    }
  }

  private void addSegments() {
    for (ElementSegment segment : module.elements()) {
      types.addElement(segment.type());
      addIf(segment.mode() != SegmentMode.ACTIVE, Feature.BULK_MEMORY);
      segment.offset().ifPresent(this::addConstant);
    }
    for (DataSegment segment : module.data()) {
      addIf(segment.mode() != SegmentMode.ACTIVE, Feature.BULK_MEMORY);
      segment.offset().ifPresent(this::addConstant);
    }
  }

  private void addConstant(Body body) {
    addBody(body);
    for (int i = 0; i < body.size(); i++) {
      Opcode opcode = body.at(i).opcode();
      addIf(
          opcode instanceof NumericOpcode && opcode.immediates() == Immediates.NONE,
          Feature.EXTENDED_CONST);
    }
  }

  private void addFunction(Function function) {
    function.locals().types().forEach(types::add);
    addBody(function.body());
  }

  private void addBody(Body body) {
    for (int i = 0; i < body.size(); i++) {
      Instruction instruction = body.at(i);
      used.add(instruction.opcode().feature());
      if (instruction instanceof Instruction.Structured block) {
        addBlock(block.blockType());
      }
    }
  }

  private void addBlock(BlockType blockType) {
    if (blockType instanceof BlockType.Indexed indexed) {
      FunctionType type = spaces.functionTypeAt(indexed.typeIndex());
      addIf(!type.parameters().isEmpty(), Feature.MULTI_VALUE);
    }
  }
}
