package org.wasm2java.aot.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.wasm2java.aot.structure.MissingPlaces.Addition;

/**
 * Holds the promise of CONTRIBUTING.md that the compiler names the places where something new must
 * be thought of: adds one of each kind and compares where javac misses it.
 */
class MissingPlacesTest {
  /** Something new, and all methods that must know it. */
  private record Novelty(Addition addition, String... places) {}

  private static final List<Novelty> NOVELTIES =
      List.of(
          new Novelty(
              new Addition(
                  "instruction/ControlOpcode.java",
                  "  NOP(",
                  "  NEW(structural(0x1E, NONE, MVP)),\n"),
              "ControlTyping.apply",
              "ControlLowering.lower",
              "StretchCosts.marks"),
          new Novelty(
              new Addition(
                  "instruction/ParametricOpcode.java",
                  "  DROP(",
                  "  NEW(structural(0x1D, NONE, MVP)),\n"),
              "ParametricTyping.apply",
              "InstructionLowering.lowerParametric"),
          new Novelty(
              new Addition(
                  "instruction/VariableOpcode.java",
                  "  LOCAL_GET(",
                  "  NEW(structural(0x27, LOCAL, MVP)),\n"),
              "VariableTyping.apply",
              "InstructionLowering.lowerVariable",
              "InstructionLowering.reference"),
          new Novelty(
              new Addition(
                  "instruction/TableOpcode.java",
                  "  TABLE_GET(",
                  "  NEW(structural(prefixed(0xFC, 18), TABLE, BULK_MEMORY)),\n"),
              "TableTyping.apply",
              "EntityLowering.table"),
          new Novelty(
              new Addition(
                  "instruction/MemoryOpcode.java",
                  "  MEMORY_SIZE(",
                  "  NEW(structural(prefixed(0xFC, 19), MEMORY, BULK_MEMORY)),\n"),
              "MemoryTyping.apply",
              "EntityLowering.memory"),
          new Novelty(
              new Addition(
                  "instruction/ReferenceOpcode.java",
                  "  REF_NULL(",
                  "  NEW(structural(0xD7, HEAP_TYPE_NULL, REFERENCE_TYPES)),\n"),
              "ReferenceTyping.apply",
              "EntityLowering.reference"),
          new Novelty(
              new Addition(
                  "instruction/AggregateOpcode.java", "  STRUCT_NEW(", "  NEW(gc(31, TYPE)),\n"),
              "AggregateLowering.lower",
              "AggregateTyping.apply"),
          new Novelty(
              new Addition("instruction/Family.java", "  CONTROL(", "  NEW(new Opcode[0]),\n"),
              "ContextTyping.apply",
              "InstructionLowering.lower"),
          new Novelty(
              new Addition("type/NumberType.java", "  I32(", "  NEW(16),\n"),
              "Carrier.of",
              "Zeros.opcode"),
          new Novelty(
              new Addition(
                  "ir/Carrier.java",
                  "    INT(ConstantDescs.CD_int, 1, \"I\"),",
                  "    NEW(ConstantDescs.CD_int, 1, \"N\"),\n"),
              "ConstantFolding.constant",
              "ConstantFolding.infix",
              "ConstantFolding.value",
              "GeneratedNames.accessor",
              "JavaLiterals.of",
              "Operands.constant",
              "RawCallWriter.fromBits",
              "RawCallWriter.toBits"),
          new Novelty(
              new Addition("ir/MemoryForm.java", "  ARRAY(", "  NEW(Carrier.BYTES),\n"),
              "ExpressionWriter.accesses",
              "MethodNames.fetched",
              "MethodNames.moved"),
          new Novelty(
              new Addition(
                  "ir/Exit.java",
                  "    /** Visits a return from the function. */",
                  "    R thrown(Exit thrown);\n"),
              "Arrival",
              "CaseBody",
              "Checkpoints.leaves",
              "Exits.contains",
              "Exits.number",
              "Leaving",
              "Onward",
              "Search"));

  @Test
  void theCompilerNamesEveryPlaceThatMustKnowSomethingNew() {
    List<Addition> additions = new ArrayList<>();
    Set<String> expected = new TreeSet<>();
    for (Novelty novelty : NOVELTIES) {
      additions.add(novelty.addition());
      expected.addAll(List.of(novelty.places()));
    }
    assertThat(MissingPlaces.of(additions)).isEqualTo(expected);
  }
}
