package org.wasm2java.aot.validate;

import java.util.List;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.DataSegment;
import org.wasm2java.aot.module.ElementSegment;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.module.SectionId;
import org.wasm2java.aot.module.SegmentMode;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.type.Limits;
import org.wasm2java.aot.type.TableType;
import org.wasm2java.aot.validate.body.ConstantExpressionValidator;
import org.wasm2java.aot.validate.body.ModuleContext;
import org.wasm2java.aot.validate.body.Rules;

/**
 * Validates element and data segments.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/valid/modules.html#element-segments">Element
 *     segments</a>
 */
final class SegmentsValidator {
  private final ModuleContext context;
  private final WasmModule module;
  private final IndexSpaces spaces;
  private final ConstantExpressionValidator expressions;

  SegmentsValidator(ModuleContext context, ConstantExpressionValidator expressions) {
    this.context = context;
    this.module = context.module();
    this.spaces = context.spaces();
    this.expressions = expressions;
  }

  void checkElements() {
    SectionChecks section = new SectionChecks(SectionId.ELEMENT, module, spaces);
    List<ElementSegment> elements = module.elements();
    for (int entry = 0; entry < elements.size(); entry++) {
      ElementSegment segment = elements.get(entry);
      section.check(segment.type(), entry);
      checkTable(segment, section, entry);
      for (Body initializer : segment.initializers()) {
        expressions.validate(initializer, segment.type(), spaces.globalCount());
      }
    }
  }

  private void checkTable(ElementSegment segment, SectionChecks section, int entry) {
    if (segment.mode() != SegmentMode.ACTIVE) {
      return;
    }
    section.check(segment.tableIndex(), spaces.tableCount(), "table", entry);
    TableType table = spaces.tableType(segment.tableIndex());
    if (!context.subtyping().matches(segment.type(), table.elementType())) {
      throw section.fail(
          Rules.TYPE_MISMATCH,
          entry,
          "elements " + segment.type().text() + " for a table of " + table.elementType().text());
    }
    segment.offset().ifPresent(offset -> checkOffset(offset, table.limits()));
  }

  private void checkOffset(Body offset, Limits limits) {
    expressions.validate(offset, limits.addressType().valueType(), spaces.globalCount());
  }

  void checkData() {
    SectionChecks section = new SectionChecks(SectionId.DATA, module, spaces);
    List<DataSegment> data = module.data();
    for (int entry = 0; entry < data.size(); entry++) {
      DataSegment segment = data.get(entry);
      if (segment.mode() == SegmentMode.ACTIVE) {
        section.check(segment.memoryIndex(), spaces.memoryCount(), "memory", entry);
        Limits limits = spaces.memoryType(segment.memoryIndex()).limits();
        segment.offset().ifPresent(offset -> checkOffset(offset, limits));
      }
    }
  }
}
