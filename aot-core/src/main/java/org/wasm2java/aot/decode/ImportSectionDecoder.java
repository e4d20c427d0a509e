package org.wasm2java.aot.decode;

import org.wasm2java.aot.module.Import;
import org.wasm2java.aot.type.ExternType;
import org.wasm2java.aot.type.FunctionReferenceType;

/**
 * Reads the entries of the import section.
 *
 * @see <a href="https://webassembly.github.io/spec/core/binary/modules.html#import-section">Import
 *     section</a>
 */
final class ImportSectionDecoder {
  private final ByteReader reader;
  private final TypeDecoder types;

  ImportSectionDecoder(ByteReader reader, TypeDecoder types) {
    this.reader = reader;
    this.types = types;
  }

  /** Reads one import. */
  Import declaration() {
    String module = reader.name();
    String field = reader.name();
    return new Import(module, field, externType());
  }

  private ExternType externType() {
    int kind = reader.u8();
    return switch (kind) {
      case 0 -> new FunctionReferenceType(reader.u32());
      case 1 -> types.tableType();
      case 2 -> types.memoryType();
      case 3 -> types.globalType();
      case 4 -> types.tagType();
      default ->
          throw reader.malformed(
              Malformed.IMPORT_KIND, reader.position() - 1, ByteReader.hex(kind));
    };
  }
}
