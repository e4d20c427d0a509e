package org.wasm2java.aot.decode;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.type.ArrayType;
import org.wasm2java.aot.type.CompositeType;
import org.wasm2java.aot.type.FieldType;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.PackedType;
import org.wasm2java.aot.type.RecursiveType;
import org.wasm2java.aot.type.StorageType;
import org.wasm2java.aot.type.StructType;
import org.wasm2java.aot.type.SubType;
import org.wasm2java.aot.type.ValueType;

/**
 * Reads the entries of the type section: recursive groups of sub types.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/binary/types.html#recursive-types">Recursive
 *     types</a>
 */
final class TypeSectionDecoder {
  private static final int RECURSIVE = 0x4E;
  private static final int SUB_FINAL = 0x4F;
  private static final int SUB = 0x50;

  private final ByteReader reader;
  private final TypeDecoder types;

  TypeSectionDecoder(ByteReader reader, TypeDecoder types) {
    this.reader = reader;
    this.types = types;
  }

  /** Reads one group; a type outside of {@code rec} is a group of its own. */
  RecursiveType recursiveType() {
    int code = types.typeCode();
    if (code != RECURSIVE) {
      return new RecursiveType(List.of(subType(code)));
    }
    int count = reader.count();
    List<SubType> subTypes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      subTypes.add(subType(types.typeCode()));
    }
    return new RecursiveType(subTypes);
  }

  private SubType subType(int code) {
    if (code != SUB && code != SUB_FINAL) {
      return new SubType(true, List.of(), compositeType(code));
    }
    int count = reader.count();
    List<Integer> supertypes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      supertypes.add(reader.u32());
    }
    return new SubType(code == SUB_FINAL, supertypes, compositeType(types.typeCode()));
  }

  private CompositeType compositeType(int code) {
    return switch (code) {
      case 0x60 -> functionType();
      case 0x5F -> structType();
      case 0x5E -> new ArrayType(fieldType());
      default ->
          throw reader.malformed(
              Malformed.DEFINITION_TYPE, reader.position() - 1, ByteReader.hex(code));
    };
  }

  private FunctionType functionType() {
    List<ValueType> parameters = types.valueTypes();
    return new FunctionType(parameters, types.valueTypes());
  }

  private StructType structType() {
    int count = reader.count();
    List<FieldType> fields = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      fields.add(fieldType());
    }
    return new StructType(fields);
  }

  private FieldType fieldType() {
    StorageType storage = storageType();
    return new FieldType(storage, reader.mutability());
  }

  private StorageType storageType() {
    int start = reader.position();
    int code = types.typeCode();
    return switch (code) {
      case 0x78 -> PackedType.I8;
      case 0x77 -> PackedType.I16;
      default ->
          types
              .valueType(code)
              .orElseThrow(
                  () -> reader.malformed(Malformed.STORAGE_TYPE, start, ByteReader.hex(code)));
    };
  }
}
