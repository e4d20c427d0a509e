package org.wasm2java.wasi.file;

/**
 * The status of a file or directory; times are nanoseconds since 1970.
 *
 * @param device identifies the file system together with {@code inode}
 * @param inode identifies the file on its device
 * @param fileType one of {@link FileType}
 * @param links how many hard links lead to it
 * @param size in bytes
 * @param accessTime when it was last read
 * @param modificationTime when its content last changed
 * @param changeTime when its content or status last changed
 */
public record FileStatus(
    long device,
    long inode,
    int fileType,
    long links,
    long size,
    long accessTime,
    long modificationTime,
    long changeTime) {

  /** Returns the status of a stream or socket, of which only the type is known. */
  public static FileStatus ofType(int fileType) {
    return new FileStatus(0, 0, fileType, 1, 0, 0, 0, 0);
  }

  /** Returns this status for an open file that has lost its name, with its size of now. */
  public FileStatus unlinked(long currentSize) {
    return new FileStatus(
        device, inode, fileType, 0, currentSize, accessTime, modificationTime, changeTime);
  }

  /** Returns this status with other times. */
  FileStatus withTimes(long newAccessTime, long newModificationTime) {
    return new FileStatus(
        device, inode, fileType, links, size, newAccessTime, newModificationTime, changeTime);
  }
}
