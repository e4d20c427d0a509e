package org.wasm2java.aot.split;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.ReferenceOpcode;
import org.wasm2java.aot.ir.Expr;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.DataSegment;
import org.wasm2java.aot.module.ElementSegment;
import org.wasm2java.aot.module.SegmentMode;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.runtime.generated.DataSegments;
import org.wasm2java.runtime.generated.ElementSegments;

/**
 * How a module's segments reach its memories and tables. The bytes of the data segments lie one
 * behind the other in one resource. Where many segments with constant offsets follow each other,
 * where each goes is packed behind those bytes, and a loop copies them; statements are for the few
 * and for those whose offsets or elements are computed.
 */
public final class PackedSegments {
  /** What initialization does for one or several active segments. */
  public sealed interface Step permits Single, Run {}

  /** A segment that has statements of its own. */
  public record Single(int segmentIndex) implements Step {}

  /**
   * Segments that a loop copies.
   *
   * @param target the index of their memory or table
   * @param start where in the resource the bytes of the first data segment are
   * @param position where in the resource the packed description of the first starts
   * @param count how many there are
   */
  public record Run(int target, int start, int position, int count) implements Step {}

  private static final int NOT_PACKED = -1;

  private final WasmModule module;
  private final LayoutLimits limits;
  private final Initializers initializers;
  private final int[] dataStarts;
  private final int[] functionPositions;
  private final List<Step> data = new ArrayList<>();
  private final List<Step> elements = new ArrayList<>();
  private final ByteArrayOutputStream resource = new ByteArrayOutputStream();

  PackedSegments(
      WasmModule module, Initializers initializers, ModuleUsage usage, LayoutLimits limits) {
    this.module = module;
    this.limits = limits;
    this.initializers = initializers;
    this.dataStarts = new int[module.data().size()];
    this.functionPositions = new int[module.elements().size()];
    // The active ones lie together, so that those of a run do.
    for (int i = 0; i < dataStarts.length; i++) {
      if (module.data().get(i).mode() == SegmentMode.ACTIVE) {
        appendBytes(i);
      }
    }
    for (int i = 0; i < dataStarts.length; i++) {
      if (module.data().get(i).mode() != SegmentMode.ACTIVE && usage.usesData(i)) {
        appendBytes(i);
      }
    }
    dataSteps();
    elementSteps();
    Set<Integer> singles = new HashSet<>();
    for (Step step : elements) {
      if (step instanceof Single single) {
        singles.add(single.segmentIndex());
      }
    }
    for (int i = 0; i < functionPositions.length; i++) {
      ElementSegment segment = module.elements().get(i);
      boolean kept =
          segment.mode() == SegmentMode.ACTIVE
              ? singles.contains(i)
              : segment.mode() == SegmentMode.PASSIVE && usage.usesElements(i);
      functionPositions[i] = NOT_PACKED;
      if (kept && isLong(segment) && areFunctions(segment)) {
        functionPositions[i] = resource.size();
        packFunctions(segment);
      }
    }
  }

  private void appendBytes(int dataIndex) {
    dataStarts[dataIndex] = resource.size();
    resource.writeBytes(module.data().get(dataIndex).bytes());
  }

  /** Returns a copy of the resource; it is empty if nothing needs one. */
  public byte[] resource() {
    return resource.toByteArray();
  }

  /** Returns the length of the resource in bytes. */
  public int resourceLength() {
    return resource.size();
  }

  /** Returns where in the resource the bytes of a data segment start. */
  public int dataStart(int dataIndex) {
    return dataStarts[dataIndex];
  }

  /** Returns where in the resource the functions of an element segment are, if they are packed. */
  public OptionalInt functions(int elementIndex) {
    int position = functionPositions[elementIndex];
    return position == NOT_PACKED ? OptionalInt.empty() : OptionalInt.of(position);
  }

  /** Returns what is to be done for the active data segments, in order. */
  public List<Step> data() {
    return data;
  }

  /** Returns what is to be done for the active element segments, in order. */
  public List<Step> elements() {
    return elements;
  }

  private void dataSteps() {
    List<Integer> run = new ArrayList<>();
    for (int i = 0; i < module.data().size(); i++) {
      DataSegment segment = module.data().get(i);
      if (segment.mode() != SegmentMode.ACTIVE) {
        continue;
      }
      boolean constant = constant(segment.offset().orElseThrow()).isPresent();
      if (!run.isEmpty() && (!constant || segment.memoryIndex() != memoryOf(run))) {
        endDataRun(run);
      }
      if (constant) {
        run.add(i);
      } else {
        data.add(new Single(i));
      }
    }
    endDataRun(run);
  }

  private int memoryOf(List<Integer> run) {
    return module.data().get(run.get(0)).memoryIndex();
  }

  private void endDataRun(List<Integer> run) {
    if (run.size() <= limits.segmentsWrittenOut()) {
      run.forEach(i -> data.add(new Single(i)));
    } else {
      data.add(new Run(memoryOf(run), dataStart(run.get(0)), resource.size(), run.size()));
      int end = 0;
      for (int i : run) {
        DataSegment segment = module.data().get(i);
        int address = constant(segment.offset().orElseThrow()).getAsInt();
        DataSegments.pack(resource, address - end, segment.length());
        end = address + segment.length();
      }
    }
    run.clear();
  }

  private void elementSteps() {
    List<Integer> run = new ArrayList<>();
    for (int i = 0; i < module.elements().size(); i++) {
      ElementSegment segment = module.elements().get(i);
      if (segment.mode() != SegmentMode.ACTIVE) {
        continue;
      }
      boolean packable =
          areFunctions(segment) && constant(segment.offset().orElseThrow()).isPresent();
      if (!run.isEmpty() && (!packable || segment.tableIndex() != tableOf(run))) {
        endElementRun(run);
      }
      if (packable) {
        run.add(i);
      } else {
        elements.add(new Single(i));
      }
    }
    endElementRun(run);
  }

  private int tableOf(List<Integer> run) {
    return module.elements().get(run.get(0)).tableIndex();
  }

  private void endElementRun(List<Integer> run) {
    boolean few = run.size() <= limits.segmentsWrittenOut();
    if (few && run.stream().noneMatch(i -> isLong(module.elements().get(i)))) {
      run.forEach(i -> elements.add(new Single(i)));
    } else {
      elements.add(new Run(tableOf(run), 0, resource.size(), run.size()));
      for (int i : run) {
        ElementSegment segment = module.elements().get(i);
        int offset = constant(segment.offset().orElseThrow()).getAsInt();
        ElementSegments.pack(resource, offset, segment.initializers().size());
        packFunctions(segment);
      }
    }
    run.clear();
  }

  private void packFunctions(ElementSegment segment) {
    for (Body initializer : segment.initializers()) {
      boolean isNull = !(initializer.at(0) instanceof Instruction.Indexed);
      ElementSegments.pack(
          resource, isNull ? -1 : ((Instruction.Indexed) initializer.at(0)).index());
    }
  }

  /** Returns about how many statements keep and copy the segments. */
  public int statements() {
    int statements = data.size() + elements.size();
    for (int i = 0; i < functionPositions.length; i++) {
      ElementSegment segment = module.elements().get(i);
      if (isLong(segment) && !areFunctions(segment)) {
        statements += segment.initializers().size();
      }
    }
    return statements;
  }

  /** Returns whether a segment's elements are too many to be written out. */
  public boolean isLong(ElementSegment segment) {
    return segment.initializers().size() > limits.elementsWrittenOut();
  }

  private static boolean areFunctions(ElementSegment segment) {
    return segment.initializers().stream()
        .allMatch(
            body ->
                body.at(0).opcode() == ReferenceOpcode.REF_FUNC
                    || body.at(0).opcode() == ReferenceOpcode.REF_NULL);
  }

  private OptionalInt constant(Body offset) {
    return initializers.value(offset) instanceof Expr.Constant constant
        ? OptionalInt.of((int) constant.bits())
        : OptionalInt.empty();
  }
}
