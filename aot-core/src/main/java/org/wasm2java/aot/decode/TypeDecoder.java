package org.wasm2java.aot.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.wasm2java.aot.diagnostic.Failure;
import org.wasm2java.aot.instruction.BlockType;
import org.wasm2java.aot.type.AbstractHeapType;
import org.wasm2java.aot.type.AddressType;
import org.wasm2java.aot.type.ConcreteHeapType;
import org.wasm2java.aot.type.GlobalType;
import org.wasm2java.aot.type.HeapType;
import org.wasm2java.aot.type.Limits;
import org.wasm2java.aot.type.MemoryType;
import org.wasm2java.aot.type.NumberType;
import org.wasm2java.aot.type.ReferenceType;
import org.wasm2java.aot.type.TableType;
import org.wasm2java.aot.type.TagType;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.aot.type.VectorType;

/**
 * Reads types, wherever they occur.
 *
 * @see <a href="https://webassembly.github.io/spec/core/binary/types.html">Types</a>
 */
final class TypeDecoder {
  private static final int REF = 0x64;
  private static final int REF_NULL = 0x63;
  private static final int EMPTY_BLOCK = 0x40;

  private static final int HAS_MAXIMUM = 1;
  private static final int SHARED = 2;
  private static final int ADDRESSES_ARE_64_BIT = 4;

  private final ByteReader reader;

  TypeDecoder(ByteReader reader) {
    this.reader = reader;
  }

  /** Reads a value type. */
  ValueType valueType() {
    int start = reader.position();
    int code = typeCode();
    Optional<ValueType> type = valueType(code);
    return type.orElseThrow(
        () -> reader.malformed(Malformed.VALUE_TYPE, start, ByteReader.hex(code)));
  }

  /** Returns the value type that a code stands for; reads what follows a code of references. */
  Optional<ValueType> valueType(int code) {
    return switch (code) {
      case 0x7F -> Optional.of(NumberType.I32);
      case 0x7E -> Optional.of(NumberType.I64);
      case 0x7D -> Optional.of(NumberType.F32);
      case 0x7C -> Optional.of(NumberType.F64);
      case 0x7B -> Optional.of(VectorType.V128);
      default -> referenceType(code).map(type -> type);
    };
  }

  /** Reads the byte that a type starts with: a signed number of seven bits. */
  int typeCode() {
    int code = reader.u8();
    if (code >= 0x80) {
      throw reader.malformed(Malformed.INTEGER_TOO_LONG, reader.position() - 1, "");
    }
    return code;
  }

  /** Reads a reference type. */
  ReferenceType referenceType() {
    int start = reader.position();
    int code = typeCode();
    return referenceType(code)
        .orElseThrow(() -> reader.malformed(Malformed.REFERENCE_TYPE, start, ByteReader.hex(code)));
  }

  private Optional<ReferenceType> referenceType(int code) {
    if (code == REF || code == REF_NULL) {
      return Optional.of(new ReferenceType(code == REF_NULL, heapType()));
    }
    return abstractHeapType(code).map(ReferenceType::nullable);
  }

  private static Optional<AbstractHeapType> abstractHeapType(int code) {
    for (AbstractHeapType type : AbstractHeapType.values()) {
      if (type.code() == code) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /** Reads a heap type: a negative number is an abstract one, any other a type index. */
  HeapType heapType() {
    int start = reader.position();
    if (nextIsNegativeByte()) {
      int code = reader.u8();
      return abstractHeapType(code)
          .orElseThrow(() -> reader.malformed(Malformed.HEAP_TYPE, start, ByteReader.hex(code)));
    }
    return new ConcreteHeapType(typeIndex(Malformed.HEAP_TYPE));
  }

  private boolean nextIsNegativeByte() {
    return (reader.peek() & ~0x3F) == 0x40;
  }

  private int typeIndex(Failure rule) {
    int start = reader.position();
    long index = reader.signed(33);
    if (index < 0) {
      throw reader.malformed(rule, start, "negative type index " + index);
    }
    return (int) index;
  }

  /** Reads a block type. */
  BlockType blockType() {
    if (reader.peek() == EMPTY_BLOCK) {
      reader.u8();
      return BlockType.EMPTY;
    }
    return nextIsNegativeByte()
        ? new BlockType.Single(valueType())
        : new BlockType.Indexed(typeIndex(Malformed.BLOCK_TYPE));
  }

  /** Reads a vector of value types. */
  List<ValueType> valueTypes() {
    int count = reader.count();
    List<ValueType> types = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      types.add(valueType());
    }
    return types;
  }

  /** Reads a table type. */
  TableType tableType() {
    ReferenceType elementType = referenceType();
    int start = reader.position();
    int flags = limitsFlags();
    if ((flags & SHARED) != 0) {
      throw reader.malformed(Malformed.LIMITS_FLAGS, start, "a table cannot be shared");
    }
    return new TableType(elementType, limits(flags));
  }

  /** Reads a memory type. */
  MemoryType memoryType() {
    int flags = limitsFlags();
    return new MemoryType(limits(flags), (flags & SHARED) != 0);
  }

  private int limitsFlags() {
    int flags = reader.u8();
    if ((flags & ~(HAS_MAXIMUM | SHARED | ADDRESSES_ARE_64_BIT)) != 0) {
      throw reader.malformed(Malformed.LIMITS_FLAGS, reader.position() - 1, ByteReader.hex(flags));
    }
    return flags;
  }

  private Limits limits(int flags) {
    AddressType addressType =
        (flags & ADDRESSES_ARE_64_BIT) != 0 ? AddressType.I64 : AddressType.I32;
    // The format allows 64 bits for both address types; validation has the bounds.
    long minimum = reader.u64();
    OptionalLong maximum =
        (flags & HAS_MAXIMUM) != 0 ? OptionalLong.of(reader.u64()) : OptionalLong.empty();
    return new Limits(addressType, minimum, maximum);
  }

  /** Reads a global type. */
  GlobalType globalType() {
    ValueType type = valueType();
    return new GlobalType(type, reader.mutability());
  }

  /** Reads a tag type: an attribute, which is zero as long as tags are only exceptions. */
  TagType tagType() {
    reader.zero();
    return new TagType(reader.u32());
  }
}
