package org.wasm2java.aot.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.DataSegment;
import org.wasm2java.aot.module.ElementSegment;
import org.wasm2java.aot.module.SegmentMode;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.split.JavaPlan;
import org.wasm2java.aot.split.PackedSegments;
import org.wasm2java.runtime.generated.DataSegments;
import org.wasm2java.runtime.generated.ElementSegments;

/** Writes what initialization does for segments: keeps passive ones and copies active ones. */
final class SegmentStatements {
  private final JavaPlan plan;
  private final WasmModule module;
  private final PackedSegments packed;
  private final List<Setup.Statement> statements;

  /** Appends to these statements. */
  SegmentStatements(JavaPlan plan, List<Setup.Statement> statements) {
    this.plan = plan;
    this.module = plan.module().decoded();
    this.packed = plan.segments();
    this.statements = statements;
  }

  /** Appends what is done for element segments. */
  void elements() {
    for (int i = 0; i < module.elements().size(); i++) {
      if (plan.usage().usesElements(i)) {
        keepElements(i, module.elements().get(i));
      }
    }
    for (PackedSegments.Step step : packed.elements()) {
      if (step instanceof PackedSegments.Run run) {
        statements.add(
            place ->
                place.types().member(ElementSegments.class, "copy(")
                    + place.names().instance()
                    + ", "
                    + place.names().table(run.target())
                    + ", "
                    + place.names().dataBytes()
                    + (", " + run.position() + ", " + run.count() + ")"));
      } else {
        int segmentIndex = ((PackedSegments.Single) step).segmentIndex();
        copyElements(segmentIndex, module.elements().get(segmentIndex));
      }
    }
  }

  private void keepElements(int elementIndex, ElementSegment segment) {
    if (segment.mode() != SegmentMode.PASSIVE) {
      statements.add(
          place ->
              place.names().elements(elementIndex)
                  + " = "
                  + place.types().member(ElementSegments.class, "EMPTY"));
      return;
    }
    if (packed.functions(elementIndex).isPresent() || !packed.isLong(segment)) {
      statements.add(
          place ->
              place.names().elements(elementIndex) + " = " + array(elementIndex, segment, place));
      return;
    }
    int count = segment.initializers().size();
    statements.add(
        place ->
            place.names().elements(elementIndex)
                + (" = new " + place.types().name(Object.class) + "[" + count + "]"));
    for (int i = 0; i < count; i++) {
      int position = i;
      Body value = segment.initializers().get(i);
      statements.add(
          place ->
              place.names().elements(elementIndex)
                  + ("[" + position + "] = ")
                  + place.value(value));
    }
  }

  /** Many computed elements are set one by one; what makes room for them checks the bounds. */
  private void copyElements(int elementIndex, ElementSegment segment) {
    Body offset = segment.offset().orElseThrow();
    int count = segment.initializers().size();
    boolean whole = packed.functions(elementIndex).isPresent() || !packed.isLong(segment);
    statements.add(
        place -> {
          String values =
              whole
                  ? array(elementIndex, segment, place)
                  : "new " + place.types().name(Object.class) + "[" + count + "]";
          return place.names().table(segment.tableIndex())
              + (".init(" + values + ", " + place.value(offset) + ", 0, " + count + ")");
        });
    for (int i = 0; i < count && !whole; i++) {
      int position = i;
      Body value = segment.initializers().get(i);
      statements.add(
          place ->
              place.names().table(segment.tableIndex())
                  + (".set(" + place.value(offset) + " + " + position + ", ")
                  + place.value(value)
                  + ")");
    }
  }

  private String array(int elementIndex, ElementSegment segment, Setup place) {
    OptionalInt position = packed.functions(elementIndex);
    if (position.isPresent()) {
      return place.types().member(ElementSegments.class, "functions(")
          + place.names().instance()
          + ", "
          + place.names().dataBytes()
          + (", " + position.getAsInt() + ", " + segment.initializers().size() + ")");
    }
    List<String> values = new ArrayList<>();
    segment.initializers().forEach(body -> values.add(place.value(body)));
    return "new " + place.types().name(Object.class) + "[] {" + String.join(", ", values) + "}";
  }

  /** Appends what is done for data segments. */
  void data() {
    for (int i = 0; i < module.data().size(); i++) {
      if (plan.usage().usesData(i)) {
        keepData(i, module.data().get(i));
      }
    }
    for (PackedSegments.Step step : packed.data()) {
      if (step instanceof PackedSegments.Run run) {
        statements.add(
            place ->
                place.types().member(DataSegments.class, "copy(")
                    + place.names().memory(run.target())
                    + ", "
                    + place.names().dataBytes()
                    + (", " + run.start() + ", " + run.position() + ", " + run.count() + ")"));
      } else {
        int segmentIndex = ((PackedSegments.Single) step).segmentIndex();
        copyData(segmentIndex, module.data().get(segmentIndex));
      }
    }
  }

  private void keepData(int dataIndex, DataSegment segment) {
    boolean kept = segment.mode() == SegmentMode.PASSIVE && segment.length() > 0;
    int start = packed.dataStart(dataIndex);
    statements.add(
        place ->
            place.names().data(dataIndex)
                + " = "
                + (kept
                    ? place.types().member(Arrays.class, "copyOfRange(")
                        + place.names().dataBytes()
                        + (", " + start + ", " + (start + segment.length()) + ")")
                    : place.types().member(DataSegments.class, "EMPTY")));
  }

  private void copyData(int dataIndex, DataSegment segment) {
    int length = segment.length();
    int start = length > 0 ? packed.dataStart(dataIndex) : 0;
    statements.add(
        place ->
            place.names().memory(segment.memoryIndex())
                + ".init("
                + (length > 0
                    ? place.names().dataBytes()
                    : place.types().member(DataSegments.class, "EMPTY"))
                + (", " + start + ", " + length + ", ")
                + place.value(segment.offset().orElseThrow())
                + (", 0, " + length + ")"));
  }
}
