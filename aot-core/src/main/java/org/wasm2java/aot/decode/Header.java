package org.wasm2java.aot.decode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.wasm2java.aot.diagnostic.Location;
import org.wasm2java.aot.diagnostic.WasmModuleException;

/**
 * The eight bytes that every module starts with. What else people hand in by mistake is named.
 *
 * @see <a
 *     href="https://webassembly.github.io/spec/core/binary/modules.html#binary-module">Modules</a>
 */
final class Header {
  /** How many bytes it has. */
  static final int SIZE = 8;

  private static final byte[] MAGIC = {0, 'a', 's', 'm'};
  private static final byte[] GZIP = {0x1f, (byte) 0x8b};
  private static final byte[] VERSION = {1, 0, 0, 0};

  /** Where a component has its layer, which is 0 in a module. */
  private static final int LAYER = 6;

  /** How much of a file is looked at for the start of a text module. */
  private static final int TEXT_PREFIX = 1024;

  private Header() {}

  /** Checks the header of a file. */
  static void check(byte[] file) {
    if (file.length >= MAGIC.length && !Arrays.equals(file, 0, 4, MAGIC, 0, 4)) {
      throw Malformed.MAGIC_HEADER.at(Location.offset(0), foreignFile(file));
    }
    if (file.length < SIZE) {
      throw Malformed.UNEXPECTED_END.at(
          Location.offset(file.length),
          file.length == 0
              ? "the file is empty; was the step that writes it interrupted?"
              : "a module has 8 bytes at least, this file has " + file.length);
    }
    if (!Arrays.equals(file, MAGIC.length, SIZE, VERSION, 0, VERSION.length)) {
      throw version(file);
    }
  }

  private static WasmModuleException version(byte[] file) {
    if (file[LAYER] == 1 && file[LAYER + 1] == 0) {
      return Malformed.VERSION.at(
          Location.offset(MAGIC.length),
          "this file is a component, and only core modules can be translated; build the program"
              + " for a target without the component model (such as wasm32-wasip1), or take the"
              + " core module out of the component (for instance with `wasm-tools component"
              + " unbundle`)");
    }
    return Malformed.VERSION.at(
        Location.offset(MAGIC.length),
        "version 1 expected, found the bytes " + hex(file, MAGIC.length, SIZE));
  }

  private static String foreignFile(byte[] file) {
    if (isText(file)) {
      return "this file is in the text format; translate it to the binary format first, for"
          + " instance with `wat2wasm` or `wasm-tools parse`";
    }
    if (file[0] == GZIP[0] && file[1] == GZIP[1]) {
      return "this file is gzip data; unpack it with `gunzip` first";
    }
    return "a module starts with the bytes 00 61 73 6d, this file starts with "
        + hex(file, 0, MAGIC.length);
  }

  private static boolean isText(byte[] file) {
    int length = Math.min(file.length, TEXT_PREFIX);
    String start = new String(file, 0, length, StandardCharsets.UTF_8);
    String text = start.startsWith("\uFEFF") ? start.substring(1) : start;
    String stripped = text.strip();
    return stripped.startsWith("(") || stripped.startsWith(";;");
  }

  private static String hex(byte[] file, int from, int to) {
    return HexFormat.ofDelimiter(" ").formatHex(file, from, to);
  }
}
