package org.wasm2java.aot.tool;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A file that cannot be read or written; the message names the path, the reason and the remedy, so
 * that it can be shown to the user as it is.
 */
public final class FileFailure extends IOException {
  private static final long serialVersionUID = 1L;

  private FileFailure(String message, Throwable cause) {
    super(message, cause);
  }

  FileFailure(Path path, String reason) {
    super(path + ": " + reason);
  }

  static FileFailure reading(Path path, IOException cause) {
    return new FileFailure(path + ": cannot be read: " + reason(cause, "read"), cause);
  }

  static FileFailure writing(Path path, IOException cause) {
    return new FileFailure(path + ": cannot be written: " + reason(cause, "write"), cause);
  }

  /** The JDK's exceptions often carry the path alone as their message: the type says the rest. */
  private static String reason(IOException cause, String access) {
    if (cause instanceof NoSuchFileException) {
      return "no such file or folder; check the path";
    }
    if (cause instanceof AccessDeniedException) {
      return "permission denied; give yourself " + access + " permission or choose another path";
    }
    String stated =
        cause instanceof FileSystemException ofFile ? ofFile.getReason() : cause.getMessage();
    return stated == null ? cause.getClass().getSimpleName() : stated;
  }
}
