package org.wasm2java.aot.decode;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.wasm2java.aot.diagnostic.WasmModuleException;
import org.wasm2java.aot.module.Names;

/**
 * Reads the name section. It never fails the module: the specification wants errors in custom
 * sections ignored, so names end where the section stops making sense.
 *
 * @see <a href="https://webassembly.github.io/spec/core/appendix/custom.html#name-section">Name
 *     section</a>
 */
final class NameSectionDecoder {
  private static final int MODULE = 0;
  private static final int FUNCTIONS = 1;
  private static final int LOCALS = 2;
  private static final int FIELDS = 10;

  private final ByteReader reader;
  private Optional<String> moduleName = Optional.empty();
  private final Map<Integer, String> functions = new HashMap<>();
  private final Map<Integer, Map<Integer, String>> locals = new HashMap<>();
  private final Map<Integer, Map<Integer, String>> fields = new HashMap<>();
  private final Map<Integer, Map<Integer, String>> others = new HashMap<>();

  private NameSectionDecoder(ByteReader reader) {
    this.reader = reader;
  }

  /** Reads the contents of a name section. */
  static Names decode(byte[] file, int start, int length) {
    NameSectionDecoder decoder =
        new NameSectionDecoder(new ByteReader(file, start, start + length));
    decoder.subsections();
    return decoder.names();
  }

  private Names names() {
    locals.replaceAll((functionIndex, names) -> Map.copyOf(names));
    fields.replaceAll((typeIndex, names) -> Map.copyOf(names));
    others.replaceAll((subsection, names) -> Map.copyOf(names));
    return new Names(moduleName, functions, locals, fields, others);
  }

  private void subsections() {
    try {
      while (reader.remaining() > 0) {
        int id = reader.u8();
        int size = reader.length();
        int next = reader.position() + size;
        subsection(id);
        // Forwards over what is unknown; backwards is an overrun, and an error too.
        reader.skip(next - reader.position());
      }
    } catch (WasmModuleException e) {
      // What was read so far are good names; a module runs without the others.
      return;
    }
  }

  private void subsection(int id) {
    switch (id) {
      case MODULE -> moduleName = Optional.of(reader.name());
      case FUNCTIONS -> nameMap(functions);
      case LOCALS -> indirectNameMap(locals);
      case FIELDS -> indirectNameMap(fields);
      // Tables, memories, globals, types, segments and tags; nobody uses those of labels.
      case 4, 5, 6, 7, 8, 9, 11 -> nameMap(others.computeIfAbsent(id, key -> new HashMap<>()));
      default -> {}
    }
  }

  private void nameMap(Map<Integer, String> names) {
    int count = reader.count();
    for (int i = 0; i < count; i++) {
      int index = reader.u32();
      names.putIfAbsent(index, reader.name());
    }
  }

  private void indirectNameMap(Map<Integer, Map<Integer, String>> names) {
    int count = reader.count();
    for (int i = 0; i < count; i++) {
      nameMap(names.computeIfAbsent(reader.u32(), key -> new HashMap<>()));
    }
  }
}
