package org.wasm2java.aot.decode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.wasm2java.aot.module.CustomSection;
import org.wasm2java.aot.module.DataSegment;
import org.wasm2java.aot.module.ElementSegment;
import org.wasm2java.aot.module.Export;
import org.wasm2java.aot.module.Function;
import org.wasm2java.aot.module.GlobalDefinition;
import org.wasm2java.aot.module.Import;
import org.wasm2java.aot.module.Names;
import org.wasm2java.aot.module.SectionOffsets;
import org.wasm2java.aot.module.TableDefinition;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.type.FunctionReferenceType;
import org.wasm2java.aot.type.GlobalType;
import org.wasm2java.aot.type.MemoryType;
import org.wasm2java.aot.type.RecursiveType;
import org.wasm2java.aot.type.TagType;

/**
 * Reads sections in the order in which they come and puts the module together. One per module.
 *
 * @see <a href="https://webassembly.github.io/spec/core/binary/modules.html">Modules</a>
 */
final class SectionsDecoder {
  private static final String NAME_SECTION = "name";

  private final byte[] file;
  private final ByteReader reader;
  private final TypeDecoder types;
  private final InstructionDecoder instructions;

  private final Map<Integer, int[]> offsets = new HashMap<>();
  private final List<CustomSection> customSections = new ArrayList<>();
  private List<RecursiveType> recursiveTypes = List.of();
  private List<Import> imports = List.of();
  private List<Integer> functionTypes = List.of();
  private List<TableDefinition> tables = List.of();
  private List<MemoryType> memories = List.of();
  private List<TagType> tags = List.of();
  private List<GlobalDefinition> globals = List.of();
  private List<Export> exports = List.of();
  private OptionalInt start = OptionalInt.empty();
  private List<ElementSegment> elements = List.of();
  private OptionalInt dataCount = OptionalInt.empty();
  private List<CodeSectionDecoder.Code> codes = List.of();
  private List<DataSegment> data = List.of();

  SectionsDecoder(byte[] file, ByteReader reader) {
    this.file = file;
    this.reader = reader;
    this.types = new TypeDecoder(reader);
    this.instructions = new InstructionDecoder(reader, types);
  }

  /** Reads the contents of a section, whose size has been read. */
  void section(Section section) {
    switch (section) {
      case TYPE ->
          recursiveTypes = entries(section, new TypeSectionDecoder(reader, types)::recursiveType);
      case IMPORT ->
          imports = entries(section, new ImportSectionDecoder(reader, types)::declaration);
      case FUNCTION -> functionTypes = entries(section, reader::u32);
      case TABLE ->
          tables =
              entries(section, new TableSectionDecoder(reader, types, instructions)::definition);
      case MEMORY -> memories = entries(section, types::memoryType);
      case TAG -> tags = entries(section, types::tagType);
      case GLOBAL -> globals = entries(section, this::global);
      case EXPORT -> exports = entries(section, new ExportSectionDecoder(reader)::declaration);
      case START -> start = OptionalInt.of(single(section));
      case ELEMENT ->
          elements =
              entries(section, new ElementSectionDecoder(reader, types, instructions)::segment);
      case DATA_COUNT -> dataCount = OptionalInt.of(single(section));
      case CODE -> codes = codes();
      case DATA ->
          data = entries(section, new DataSectionDecoder(file, reader, instructions)::segment);
    }
  }

  private <T> List<T> entries(Section section, Supplier<T> entry) {
    int count = reader.count();
    List<T> entries = new ArrayList<>();
    OffsetList entryOffsets = new OffsetList();
    for (int i = 0; i < count; i++) {
      entryOffsets.add(reader.position());
      entries.add(entry.get());
    }
    offsets.put(section.id(), entryOffsets.toArray());
    return entries;
  }

  private int single(Section section) {
    offsets.put(section.id(), new int[] {reader.position()});
    return reader.u32();
  }

  private GlobalDefinition global() {
    GlobalType type = types.globalType();
    return new GlobalDefinition(type, instructions.expression());
  }

  private List<CodeSectionDecoder.Code> codes() {
    CodeSectionDecoder decoder = new CodeSectionDecoder(reader, types, instructions);
    int imported = 0;
    for (Import declared : imports) {
      imported += declared.type() instanceof FunctionReferenceType ? 1 : 0;
    }
    int[] next = {imported};
    return entries(Section.CODE, () -> decoder.code(next[0]++));
  }

  /** Reads the contents of a custom section of a size. */
  void customSection(int size) {
    int sectionStart = reader.position();
    String name = reader.name();
    int length = size - (reader.position() - sectionStart);
    if (length < 0) {
      throw reader.malformed(
          Malformed.UNEXPECTED_END_OF_SECTION, sectionStart, "its name is longer than the section");
    }
    customSections.add(new CustomSection(name, file, reader.skip(length), length));
  }

  /** Returns the module of all sections, if they fit together. */
  WasmModule module() {
    requireConsistentLengths();
    return new WasmModule(
        recursiveTypes,
        imports,
        functions(),
        tables,
        memories,
        tags,
        globals,
        exports,
        start,
        elements,
        data,
        dataCount.isPresent(),
        names(),
        customSections,
        new SectionOffsets(offsets),
        file.length,
        SourceHash.of(file));
  }

  private void requireConsistentLengths() {
    if (functionTypes.size() != codes.size()) {
      throw reader.malformed(
          Malformed.FUNCTION_AND_CODE,
          reader.position(),
          functionTypes.size() + " functions declared, " + codes.size() + " bodies");
    }
    if (dataCount.isPresent() && dataCount.getAsInt() != data.size()) {
      throw reader.malformed(
          Malformed.DATA_COUNT_AND_DATA,
          reader.position(),
          Integer.toUnsignedString(dataCount.getAsInt()) + " declared, " + data.size() + " found");
    }
    if (dataCount.isEmpty() && instructions.firstDataUse().isPresent()) {
      throw Malformed.DATA_COUNT_REQUIRED.at(
          instructions.firstDataUse().get(), "this instruction uses a data segment");
    }
  }

  private List<Function> functions() {
    List<Function> functions = new ArrayList<>(codes.size());
    for (int i = 0; i < codes.size(); i++) {
      CodeSectionDecoder.Code code = codes.get(i);
      functions.add(
          new Function(
              functionTypes.get(i), code.locals(), code.body(), code.offset(), code.size()));
    }
    return functions;
  }

  private Names names() {
    return customSections.stream()
        .filter(section -> section.name().equals(NAME_SECTION))
        .findFirst()
        .map(section -> NameSectionDecoder.decode(file, section.start(), section.length()))
        .orElse(Names.NONE);
  }
}
