package org.wasm2java.wasi.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Map;

/**
 * Completes what Java's portable attributes lack (device, inode, link count, change time) from the
 * {@code unix} view where the file system has it. That view goes by path, so it counts only if it
 * shows the very file whose attributes were read through the sandbox.
 */
final class HostStatus {
  private static final String UNIX_ATTRIBUTES = "unix:fileKey,dev,ino,nlink,ctime";

  private HostStatus() {}

  /** Returns the status of the file with these attributes, which is probably found at the path. */
  static FileStatus of(Path path, BasicFileAttributes attributes) {
    Map<String, Object> unix = unixAttributes(path, attributes.fileKey());
    long modified = FileTimes.nanos(attributes.lastModifiedTime());
    if (unix == null) {
      Object identity = attributes.fileKey() == null ? path : attributes.fileKey();
      long inode = Integer.toUnsignedLong(identity.hashCode());
      return status(attributes, 0, inode, 1, modified);
    }
    return status(
        attributes,
        ((Number) unix.get("dev")).longValue(),
        ((Number) unix.get("ino")).longValue(),
        ((Number) unix.get("nlink")).longValue(),
        FileTimes.nanos((FileTime) unix.get("ctime")));
  }

  private static Map<String, Object> unixAttributes(Path path, Object fileKey) {
    if (fileKey == null || !path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return null;
    }
    try {
      Map<String, Object> unix =
          Files.readAttributes(path, UNIX_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
      return fileKey.equals(unix.get("fileKey")) ? unix : null;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return null; // the portable attributes are enough: only details are lost
    }
  }

  private static FileStatus status(
      BasicFileAttributes attributes, long device, long inode, long links, long changed) {
    return new FileStatus(
        device,
        inode,
        fileType(attributes),
        links,
        attributes.size(),
        FileTimes.nanos(attributes.lastAccessTime()),
        FileTimes.nanos(attributes.lastModifiedTime()),
        changed);
  }

  /** Returns the {@link FileType} that the attributes show. */
  static int fileType(BasicFileAttributes attributes) {
    if (attributes.isRegularFile()) {
      return FileType.REGULAR_FILE;
    }
    if (attributes.isDirectory()) {
      return FileType.DIRECTORY;
    }
    return attributes.isSymbolicLink() ? FileType.SYMBOLIC_LINK : FileType.UNKNOWN;
  }
}
