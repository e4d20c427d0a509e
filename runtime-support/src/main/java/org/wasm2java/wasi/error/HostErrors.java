package org.wasm2java.wasi.error;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.ClosedDirectoryStreamException;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.NotLinkException;
import java.nio.file.ReadOnlyFileSystemException;

/**
 * Turns the host's failures into WASI's error numbers. Java has exception classes for few of them;
 * for the others the operating system's message tells, and what is still unknown is {@code io}.
 */
public final class HostErrors {
  private static final Object[] BY_CLASS = {
    NoSuchFileException.class, Errno.NOENT,
    FileNotFoundException.class, Errno.NOENT,
    FileAlreadyExistsException.class, Errno.EXIST,
    DirectoryNotEmptyException.class, Errno.NOTEMPTY,
    NotDirectoryException.class, Errno.NOTDIR,
    AccessDeniedException.class, Errno.ACCES,
    FileSystemLoopException.class, Errno.LOOP,
    NotLinkException.class, Errno.INVAL,
    AtomicMoveNotSupportedException.class, Errno.XDEV,
    ReadOnlyFileSystemException.class, Errno.ROFS,
    ClosedByInterruptException.class, Errno.INTR,
    InterruptedIOException.class, Errno.INTR,
    ClosedChannelException.class, Errno.BADF,
    ClosedDirectoryStreamException.class, Errno.BADF,
    ClosedFileSystemException.class, Errno.IO,
    NonReadableChannelException.class, Errno.BADF,
    NonWritableChannelException.class, Errno.BADF,
    ConnectException.class, Errno.CONNREFUSED,
    UnsupportedOperationException.class, Errno.NOTSUP,
    SecurityException.class, Errno.ACCES,
    InvalidPathException.class, Errno.ILSEQ,
    IllegalArgumentException.class, Errno.INVAL,
  };

  private static final Object[] BY_MESSAGE = {
    "Too many levels of symbolic links", Errno.LOOP,
    "No space left on device", Errno.NOSPC,
    "Disk quota exceeded", Errno.DQUOT,
    "File name too long", Errno.NAMETOOLONG,
    "Is a directory", Errno.ISDIR,
    "Not a directory", Errno.NOTDIR,
    "Directory not empty", Errno.NOTEMPTY,
    "Too many open files", Errno.NFILE,
    "Read-only file system", Errno.ROFS,
    "Invalid argument", Errno.INVAL,
    "Operation not permitted", Errno.PERM,
    "Permission denied", Errno.ACCES,
    "Invalid cross-device link", Errno.XDEV,
    "Too many links", Errno.MLINK,
    "File too large", Errno.FBIG,
    "Broken pipe", Errno.PIPE,
    "Connection reset", Errno.CONNRESET,
    "Illegal seek", Errno.SPIPE,
    "Text file busy", Errno.TXTBSY,
    "Device or resource busy", Errno.BUSY,
    "No such device or address", Errno.NXIO,
    "Operation not supported", Errno.NOTSUP,
    "File exists", Errno.EXIST,
    "Stream closed", Errno.BADF,
  };

  private HostErrors() {}

  /** Returns the error for a failure. */
  public static Errno errno(Throwable failure) {
    if (failure instanceof ErrnoException known) {
      return known.errno();
    }
    if (failure instanceof UncheckedIOException || failure instanceof DirectoryIteratorException) {
      return errno(failure.getCause());
    }
    for (int i = 0; i < BY_CLASS.length; i += 2) {
      if (((Class<?>) BY_CLASS[i]).isInstance(failure)) {
        return (Errno) BY_CLASS[i + 1];
      }
    }
    return failure instanceof IOException known ? byMessage(known) : Errno.IO;
  }

  private static Errno byMessage(IOException failure) {
    String message =
        failure instanceof FileSystemException fileFailure
            ? fileFailure.getReason()
            : failure.getMessage();
    for (int i = 0; message != null && i < BY_MESSAGE.length; i += 2) {
      if (message.startsWith((String) BY_MESSAGE[i])) {
        return (Errno) BY_MESSAGE[i + 1];
      }
    }
    return Errno.IO;
  }
}
