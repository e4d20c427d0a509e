package org.wasm2java.aot.decode;

import org.wasm2java.aot.module.Export;
import org.wasm2java.aot.module.ExternKind;

/**
 * Reads the entries of the export section.
 *
 * @see <a href="https://webassembly.github.io/spec/core/binary/modules.html#export-section">Export
 *     section</a>
 */
final class ExportSectionDecoder {
  private final ByteReader reader;

  ExportSectionDecoder(ByteReader reader) {
    this.reader = reader;
  }

  /** Reads one export. */
  Export declaration() {
    String name = reader.name();
    int kind = reader.u8();
    if (kind >= ExternKind.values().length) {
      throw reader.malformed(Malformed.EXPORT_KIND, reader.position() - 1, ByteReader.hex(kind));
    }
    return new Export(name, ExternKind.values()[kind], reader.u32());
  }
}
