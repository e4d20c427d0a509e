package org.wasm2java.aot.decode;

import org.wasm2java.aot.diagnostic.Failure;

/**
 * The rules of the binary format, by the phrases of the specification's reference interpreter, so
 * that its test suite can check them.
 */
final class Malformed {
  static final Failure UNEXPECTED_END = rule("unexpected end");
  static final Failure UNEXPECTED_END_OF_SECTION = rule("unexpected end of section or function");
  static final Failure MAGIC_HEADER = rule("magic header not detected");
  static final Failure VERSION = rule("unknown binary version");
  static final Failure SECTION_ID = rule("malformed section id");
  static final Failure SECTION_SIZE = rule("section size mismatch");
  static final Failure CONTENT_AFTER_LAST_SECTION = rule("unexpected content after last section");
  static final Failure FUNCTION_AND_CODE =
      rule("function and code section have inconsistent lengths");
  static final Failure DATA_COUNT_AND_DATA =
      rule("data count and data section have inconsistent lengths");
  static final Failure DATA_COUNT_REQUIRED = rule("data count section required");
  static final Failure INTEGER_TOO_LONG = rule("integer representation too long");
  static final Failure INTEGER_TOO_LARGE = rule("integer too large");
  static final Failure LENGTH = rule("length out of bounds");
  static final Failure UTF8 = rule("malformed UTF-8 encoding");
  static final Failure ZERO_BYTE = rule("zero byte expected");
  static final Failure MUTABILITY = rule("malformed mutability");
  static final Failure LIMITS_FLAGS = rule("malformed limits flags");
  static final Failure IMPORT_KIND = rule("malformed import kind");
  static final Failure EXPORT_KIND = rule("malformed export kind");
  static final Failure ELEMENT_KIND = rule("malformed element kind");
  static final Failure ELEMENT_SEGMENT_KIND = rule("malformed elements segment kind");
  static final Failure DATA_SEGMENT_KIND = rule("malformed data segment kind");
  static final Failure VALUE_TYPE = rule("malformed value type");
  static final Failure REFERENCE_TYPE = rule("malformed reference type");
  static final Failure HEAP_TYPE = rule("malformed heap type");
  static final Failure BLOCK_TYPE = rule("malformed block type");
  static final Failure DEFINITION_TYPE = rule("malformed definition type");
  static final Failure STORAGE_TYPE = rule("malformed storage type");
  static final Failure MEMOP_FLAGS = rule("malformed memop flags");
  static final Failure CAST_FLAGS = rule("malformed br_on_cast flags");
  static final Failure CATCH_CLAUSE = rule("malformed catch clause");
  static final Failure TOO_MANY_LOCALS = rule("too many locals");
  static final Failure END_EXPECTED = rule("END opcode expected");

  private Malformed() {}

  private static Failure rule(String phrase) {
    return Failure.malformed(phrase);
  }

  /** Returns the rule that a byte is no opcode; the reference interpreter names the byte. */
  static Failure illegalOpcode(String code) {
    return rule("illegal opcode " + code);
  }
}
