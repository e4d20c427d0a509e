package org.wasm2java.aot.decode;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.wasm2java.aot.diagnostic.Failure;
import org.wasm2java.aot.diagnostic.Location;
import org.wasm2java.aot.diagnostic.WasmModuleException;

/**
 * Reads the values of the binary format one after another. Like the reference interpreter it stops
 * at the end of the file and not at the end of a section: who reads a section compares its size
 * afterwards, and so broken files fail with the phrases of the specification's test suite.
 *
 * @see <a href="https://webassembly.github.io/spec/core/binary/values.html">Values</a>
 */
final class ByteReader {
  private final byte[] file;
  private final int end;
  private int position;
  private int functionIndex = -1;
  private int instruction;

  /** Reads a file from a position up to an end. */
  ByteReader(byte[] file, int position, int end) {
    this.file = file;
    this.position = position;
    this.end = end;
  }

  /** Returns the offset in the file of the next byte. */
  int position() {
    return position;
  }

  /** Returns how many bytes are left. */
  int remaining() {
    return end - position;
  }

  /** Returns the next byte without reading it, or -1 at the end. */
  int peek() {
    return position < end ? file[position] & 0xFF : -1;
  }

  /** Says which instruction is read from here on, for messages; no function is -1. */
  void enter(int functionIndex, int instruction) {
    this.functionIndex = functionIndex;
    this.instruction = instruction;
  }

  /** Returns an offset with the function and the instruction that are being read. */
  Location location(int offset) {
    return functionIndex < 0
        ? Location.offset(offset)
        : Location.function(offset, functionIndex, Optional.empty(), instruction);
  }

  /** Returns the exception for a rule that is broken at an offset. */
  WasmModuleException malformed(Failure rule, int offset, String detail) {
    return rule.at(location(offset), detail);
  }

  /** Reads a byte, unsigned. */
  int u8() {
    if (position >= end) {
      throw malformed(Malformed.UNEXPECTED_END_OF_SECTION, end, "");
    }
    return file[position++] & 0xFF;
  }

  /** Passes over bytes and returns where they start. */
  int skip(int length) {
    int start = position;
    if (length < 0 || length > end - position) {
      throw malformed(
          Malformed.UNEXPECTED_END_OF_SECTION,
          end,
          Integer.toUnsignedString(length) + " bytes expected, " + remaining() + " left");
    }
    position += length;
    return start;
  }

  /** Reads an unsigned number of 32 bits. */
  int u32() {
    if (position < end && file[position] >= 0) {
      return file[position++];
    }
    return (int) unsigned(32);
  }

  /** Reads an unsigned number of 64 bits. */
  long u64() {
    return unsigned(64);
  }

  private long unsigned(int bits) {
    long result = 0;
    for (int shift = 0; ; shift += 7) {
      int next = nextOfNumber(bits - shift);
      int left = bits - shift;
      if (left < 7 && (next & 0x7F) >>> left != 0) {
        throw tooLarge(bits);
      }
      result |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        return result;
      }
    }
  }

  private int nextOfNumber(int bitsLeft) {
    if (bitsLeft <= 0) {
      throw malformed(Malformed.INTEGER_TOO_LONG, position, "");
    }
    return u8();
  }

  private WasmModuleException tooLarge(int bits) {
    return malformed(Malformed.INTEGER_TOO_LARGE, position - 1, "it has to fit " + bits + " bits");
  }

  /** Reads a signed number of up to 64 bits. */
  long signed(int bits) {
    long result = 0;
    for (int shift = 0; ; shift += 7) {
      int next = nextOfNumber(bits - shift);
      int left = bits - shift;
      int signs = left < 7 ? (-1 << (left - 1)) & 0x7F : 0;
      if ((next & signs) != 0 && (next & signs) != signs) {
        throw tooLarge(bits);
      }
      result |= (long) (next & 0x7F) << shift;
      if (next < 0x80) {
        boolean extend = (next & 0x40) != 0 && shift + 7 < 64;
        return extend ? result | (-1L << (shift + 7)) : result;
      }
    }
  }

  /** Reads four bytes, little end first. */
  int bits32() {
    int start = skip(Integer.BYTES);
    return (file[start] & 0xFF)
        | ((file[start + 1] & 0xFF) << 8)
        | ((file[start + 2] & 0xFF) << 16)
        | (file[start + 3] << 24);
  }

  /** Reads eight bytes, little end first. */
  long bits64() {
    return Integer.toUnsignedLong(bits32()) | ((long) bits32() << 32);
  }

  /** Reads how many bytes follow: not more than there are. */
  int length() {
    return atMostRemaining(Malformed.LENGTH, "bytes");
  }

  /**
   * Reads the number of elements of a vector. Every element takes a byte at least, so a number
   * beyond the bytes that are left is an error right here.
   */
  int count() {
    return atMostRemaining(Malformed.UNEXPECTED_END_OF_SECTION, "elements");
  }

  private int atMostRemaining(Failure rule, String what) {
    int start = position;
    int number = u32();
    if (Integer.compareUnsigned(number, remaining()) > 0) {
      String declared = Integer.toUnsignedString(number) + " " + what + " declared, ";
      throw malformed(rule, start, declared + remaining() + " bytes left");
    }
    return number;
  }

  /**
   * Reads a name.
   *
   * @see <a href="https://webassembly.github.io/spec/core/binary/values.html#names">Names</a>
   */
  String name() {
    int length = length();
    int start = skip(length);
    try {
      // A fresh decoder reports overlong forms, surrogates and whatever else new String replaces.
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(file, start, length))
          .toString();
    } catch (CharacterCodingException e) {
      throw malformed(Malformed.UTF8, start, "");
    }
  }

  /** Reads a byte that has to be zero. */
  void zero() {
    int found = u8();
    if (found != 0) {
      throw malformed(Malformed.ZERO_BYTE, position - 1, "found " + hex(found));
    }
  }

  /** Reads whether something can be changed. */
  boolean mutability() {
    int found = u8();
    if (found > 1) {
      throw malformed(Malformed.MUTABILITY, position - 1, "0 or 1 expected, found " + hex(found));
    }
    return found == 1;
  }

  /** Checks that what was read from a position on has its declared size. */
  void requireSize(int start, int size) {
    if (position - start != size) {
      throw malformed(
          Malformed.SECTION_SIZE,
          start,
          size + " bytes declared, the contents take " + (position - start));
    }
  }

  /** Returns a byte in words. */
  static String hex(int value) {
    return value < 0x10 ? "0x0" + Integer.toHexString(value) : "0x" + Integer.toHexString(value);
  }
}
