package org.wasm2java.wasi;

/**
 * Kinds of files, as numbers in file status, descriptor status and directory entries.
 *
 * @see <a
 *     href="https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#filetype">filetype</a>
 */
final class FileType {
  static final int UNKNOWN = 0;
  static final int CHARACTER_DEVICE = 2;
  static final int DIRECTORY = 3;
  static final int REGULAR_FILE = 4;
  static final int SOCKET_STREAM = 6;
  static final int SYMBOLIC_LINK = 7;

  private FileType() {}
}
