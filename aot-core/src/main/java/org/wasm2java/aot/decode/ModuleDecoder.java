package org.wasm2java.aot.decode;

import java.util.Optional;
import org.wasm2java.aot.module.WasmModule;

/**
 * The module in a file of the binary format. Knows all of WebAssembly 3.0, threads and the
 * exception handling of before the standard, so that later phases can say what a module needs.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/binary/modules.html#binary-module">Modules</a>
 */
public final class ModuleDecoder {
  private final ByteReader reader;
  private final SectionsDecoder sections;
  private Optional<Section> last = Optional.empty();

  private ModuleDecoder(byte[] file) {
    this.reader = new ByteReader(file, Header.SIZE, file.length);
    this.sections = new SectionsDecoder(file, reader);
  }

  /**
   * Returns the module, which shares the bytes: they must not be changed any more.
   *
   * @throws org.wasm2java.aot.diagnostic.MalformedException if the bytes are not a module
   */
  public static WasmModule decode(byte[] bytes) {
    Header.check(bytes);
    ModuleDecoder decoder = new ModuleDecoder(bytes);
    while (decoder.reader.remaining() > 0) {
      decoder.section();
    }
    return decoder.sections.module();
  }

  private void section() {
    int idOffset = reader.position();
    int id = reader.u8();
    if (id == Section.CUSTOM) {
      sections.customSection(reader.length());
      return;
    }
    Section section =
        Section.find(id)
            .orElseThrow(
                () -> reader.malformed(Malformed.SECTION_ID, idOffset, ByteReader.hex(id)));
    requireOrder(section, idOffset);
    int size = reader.length();
    int start = reader.position();
    sections.section(section);
    reader.requireSize(start, size);
  }

  private void requireOrder(Section section, int offset) {
    last.filter(previous -> previous.compareTo(section) >= 0)
        .ifPresent(
            previous -> {
              throw reader.malformed(
                  Malformed.CONTENT_AFTER_LAST_SECTION,
                  offset,
                  "a "
                      + section.text()
                      + " section cannot follow a "
                      + previous.text()
                      + " section");
            });
    last = Optional.of(section);
  }
}
