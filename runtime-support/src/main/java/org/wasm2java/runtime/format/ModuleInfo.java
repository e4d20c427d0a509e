package org.wasm2java.runtime.format;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wasm2java.runtime.type.CustomSection;
import org.wasm2java.runtime.type.ExportType;
import org.wasm2java.runtime.type.ExternType;
import org.wasm2java.runtime.type.FunctionType;
import org.wasm2java.runtime.type.GlobalType;
import org.wasm2java.runtime.type.HeapType;
import org.wasm2java.runtime.type.ImportType;
import org.wasm2java.runtime.type.MemoryType;
import org.wasm2java.runtime.type.TableType;
import org.wasm2java.runtime.type.TagType;
import org.wasm2java.runtime.type.ValueType;

/**
 * What a module's descriptor tells, as the translator writes it into the resource beside the class.
 * Writing and reading are both here, so that the format is in one place.
 *
 * <pre>{@code
 * byte[] resource = info.encode(); // the translator
 * ModuleInfo read = ModuleInfo.decode(resource); // the descriptor, when first asked
 * }</pre>
 *
 * @param sourceHash the SHA-256 of the module's bytes, in hexadecimal digits
 * @param translatorVersion the version of the translator
 * @param imports the imports, in the module's order
 * @param exports the exports, in the module's order
 * @param exportIndices the index of each export in the index space of its kind
 * @param memories the types of all memories, imported ones first
 * @param tables the types of all tables, imported ones first
 * @param customSections the custom sections that were kept, in the module's order
 */
public record ModuleInfo(
    String sourceHash,
    String translatorVersion,
    List<ImportType> imports,
    List<ExportType> exports,
    List<Integer> exportIndices,
    List<MemoryType> memories,
    List<TableType> tables,
    List<CustomSection> customSections) {
  /** Copies the lists. */
  public ModuleInfo {
    imports = List.copyOf(imports);
    exports = List.copyOf(exports);
    exportIndices = List.copyOf(exportIndices);
    memories = List.copyOf(memories);
    tables = List.copyOf(tables);
    customSections = List.copyOf(customSections);
  }

  /** Returns it as bytes: the same for the same contents. */
  public byte[] encode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      new Writer(new DataOutputStream(bytes)).write(this);
    } catch (IOException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Returns what was encoded.
   *
   * @throws IllegalArgumentException if the bytes are not what {@link #encode} gives
   */
  public static ModuleInfo decode(byte[] encoded) {
    DataInputStream in = new DataInputStream(new ByteArrayInputStream(encoded));
    try {
      return new Reader(in).read();
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("the description of a module is damaged", e);
    }
  }

  /** The kinds of external types, by their bytes in the binary format. */
  private enum Kind {
    FUNCTION,
    TABLE,
    MEMORY,
    GLOBAL,
    TAG
  }

  private interface Write<T> {
    void write(T value) throws IOException;
  }

  private interface Read<T> {
    T read() throws IOException;
  }

  private record Writer(DataOutputStream out) {
    void write(ModuleInfo info) throws IOException {
      text(info.sourceHash);
      text(info.translatorVersion);
      list(
          info.imports,
          each -> {
            text(each.module());
            text(each.field());
            type(each.type());
          });
      list(
          info.exports,
          each -> {
            text(each.name());
            type(each.type());
          });
      list(info.exportIndices, out::writeInt);
      list(info.memories, this::type);
      list(info.tables, this::type);
      list(
          info.customSections,
          each -> {
            text(each.name());
            bytes(each.contents());
          });
    }

    private <T> void list(List<T> values, Write<T> each) throws IOException {
      out.writeInt(values.size());
      for (T value : values) {
        each.write(value);
      }
    }

    private void text(String text) throws IOException {
      bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private void bytes(byte[] bytes) throws IOException {
      out.writeInt(bytes.length);
      out.write(bytes);
    }

    private void value(ValueType type) throws IOException {
      text(type.code());
    }

    private void values(List<ValueType> types) throws IOException {
      list(types, this::value);
    }

    private void type(ExternType type) throws IOException {
      if (type instanceof FunctionType function) {
        kind(Kind.FUNCTION);
        function(function);
      } else if (type instanceof TableType table) {
        kind(Kind.TABLE);
        value(table.elementType());
        limits(table.minimum(), table.maximum());
      } else if (type instanceof MemoryType memory) {
        kind(Kind.MEMORY);
        limits(memory.minimum(), memory.maximum());
      } else if (type instanceof GlobalType global) {
        kind(Kind.GLOBAL);
        value(global.valueType());
        out.writeBoolean(global.mutable());
      } else if (type instanceof TagType tag) {
        kind(Kind.TAG);
        function(tag.functionType());
      }
    }

    private void kind(Kind kind) throws IOException {
      out.writeByte(kind.ordinal());
    }

    private void function(FunctionType type) throws IOException {
      values(type.parameters());
      values(type.results());
      text(type.definition().map(HeapType::code).orElse(""));
    }

    private void limits(long minimum, long maximum) throws IOException {
      out.writeLong(minimum);
      out.writeLong(maximum);
    }
  }

  private record Reader(DataInputStream in) {
    ModuleInfo read() throws IOException {
      return new ModuleInfo(
          text(),
          text(),
          list(() -> new ImportType(text(), text(), type())),
          list(() -> new ExportType(text(), type())),
          list(in::readInt),
          list(() -> (MemoryType) type()),
          list(() -> (TableType) type()),
          list(() -> new CustomSection(text(), bytes())));
    }

    private <T> List<T> list(Read<T> each) throws IOException {
      int count = in.readInt();
      List<T> values = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        values.add(each.read());
      }
      return values;
    }

    private String text() throws IOException {
      return new String(bytes(), StandardCharsets.UTF_8);
    }

    private byte[] bytes() throws IOException {
      int length = in.readInt();
      if (length < 0 || length > in.available()) {
        throw new IOException(length + " bytes are said to follow, but " + in.available() + " do");
      }
      byte[] bytes = new byte[length];
      in.readFully(bytes);
      return bytes;
    }

    private ValueType value() throws IOException {
      return ValueType.of(text());
    }

    private FunctionType function() throws IOException {
      List<ValueType> parameters = list(this::value);
      List<ValueType> results = list(this::value);
      String definition = text();
      return definition.isEmpty()
          ? new FunctionType(parameters, results)
          : new FunctionType(parameters, results, Optional.of(HeapType.of(definition)));
    }

    private ExternType type() throws IOException {
      return switch (Kind.values()[in.readByte()]) {
        case FUNCTION -> function();
        case TABLE -> new TableType(value(), in.readLong(), in.readLong());
        case MEMORY -> new MemoryType(in.readLong(), in.readLong());
        case GLOBAL -> new GlobalType(value(), in.readBoolean());
        case TAG -> new TagType(function());
      };
    }
  }
}
