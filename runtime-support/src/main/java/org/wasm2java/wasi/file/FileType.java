package org.wasm2java.wasi.file;

/**
 * Kinds of files, as numbers in file status, descriptor status and directory entries.
 *
 * @see <a
 *     href="https://github.com/WebAssembly/WASI/blob/wasi-0.1/preview1/docs.md#filetype">filetype</a>
 */
public final class FileType {
  public static final int UNKNOWN = 0;
  public static final int CHARACTER_DEVICE = 2;
  public static final int DIRECTORY = 3;
  public static final int REGULAR_FILE = 4;
  public static final int SOCKET_STREAM = 6;
  public static final int SYMBOLIC_LINK = 7;

  private FileType() {}
}
