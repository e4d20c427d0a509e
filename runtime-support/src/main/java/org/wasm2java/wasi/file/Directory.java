package org.wasm2java.wasi.file;

import java.io.File;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.error.ErrnoException;
import org.wasm2java.wasi.error.HostErrors;
import org.wasm2java.wasi.text.EscapedUtf8;
import org.wasm2java.wasi.text.HostText;

/**
 * An open host directory inside a sandbox. All names given to it are single components that never
 * lead out of it, and no operation follows a symbolic link: {@link PathWalk} does that, step by
 * step. Directories are counted, because open files keep the directory that they live in.
 */
public abstract class Directory {
  /** Names that begin so are ours, and do not exist for guests. */
  public static final String RESERVED_PREFIX = ".wasm2java-staged-";

  static final LinkOption[] NO_FOLLOW = {LinkOption.NOFOLLOW_LINKS};

  private final boolean readOnly;
  private Path path;
  private int holders = 1;

  Directory(Path path, boolean readOnly) {
    this.path = path;
    this.readOnly = readOnly;
  }

  /**
   * Opens the root of a sandbox.
   *
   * @param root a directory, already resolved to its real path
   */
  @SuppressWarnings("StreamResourceLeak") // the directory owns the stream and closes it
  public static Directory openRoot(Path root, boolean readOnly) throws IOException {
    // Other file systems' secure streams are not trusted: Jimfs 1.3 follows links when moving.
    if (root.getFileSystem() == FileSystems.getDefault()) {
      DirectoryStream<Path> stream = Files.newDirectoryStream(root);
      if (stream instanceof SecureDirectoryStream<Path> secure) {
        return new SecureDirectory(secure, root, null, readOnly);
      }
      stream.close();
    }
    return new CheckedDirectory(root, root, readOnly);
  }

  /**
   * Tells roots that lie inside another root, which the guest may change, that their own paths are
   * in the guest's hands.
   */
  public static void protectRoots(List<Directory> roots) {
    for (Directory inner : roots) {
      Directory outermost = inner;
      for (Directory outer : roots) {
        boolean above = outermost.path.startsWith(outer.path);
        if (above && !outer.readOnly && !outer.path.equals(outermost.path)) {
          outermost = outer;
        }
      }
      if (outermost != inner) {
        inner.encloseIn(outermost);
      }
    }
  }

  /** Notes that this root lies inside another one that the guest may change. */
  void encloseIn(Directory outer) {}

  /** Returns where the directory is on the host, as far as is known. */
  public final Path path() {
    return path;
  }

  public final boolean readOnly() {
    return readOnly;
  }

  /** Checks that the sandbox may be changed. */
  public final void requireWritable() throws ErrnoException {
    if (readOnly) {
      throw Errno.ROFS.failure();
    }
  }

  /** Adds a holder; each one releases the directory once. */
  public final synchronized Directory retain() {
    holders++;
    return this;
  }

  public final void release() throws IOException {
    boolean last;
    synchronized (this) {
      holders--;
      last = holders == 0;
    }
    if (last) {
      close();
    }
  }

  /** Notes that a directory above this one, or this one itself, was renamed. */
  public final void renamed(Directory from, String name, Directory to, String newName)
      throws ErrnoException {
    Path old = from.path.resolve(from.component(name));
    if (path.startsWith(old)) {
      path = to.path.resolve(to.component(newName)).resolve(old.relativize(path));
    }
  }

  /**
   * Returns a guest's name as a relative path of the host, if it is exactly one component there
   * too. On hosts with other separators, drives or forbidden characters it may not be.
   */
  public final Path component(String name) throws ErrnoException {
    if (isReserved(name)) {
      throw Errno.NOENT.failure();
    }
    if (File.separatorChar == '\\' && WindowsNames.isSpecial(name)) {
      throw Errno.INVAL.failure();
    }
    try {
      Path component = hostPath(name);
      if (component.getNameCount() == 1
          && component.getRoot() == null
          && HostText.text(component).equals(name)) {
        return component;
      }
    } catch (InvalidPathException e) {
      throw Errno.ILSEQ.failure();
    }
    throw Errno.INVAL.failure();
  }

  private Path hostPath(String name) throws ErrnoException {
    FileSystem host = path.getFileSystem();
    if (host == FileSystems.getDefault()) {
      return HostText.path(name);
    }
    if (!EscapedUtf8.isUtf8(name)) {
      throw Errno.ILSEQ.failure();
    }
    return host.getPath(name);
  }

  /** Returns whether a name is ours, on hosts that ignore case too. */
  static boolean isReserved(String name) {
    return name.regionMatches(true, 0, RESERVED_PREFIX, 0, RESERVED_PREFIX.length());
  }

  abstract void close() throws IOException;

  /** Opens a directory in this one. */
  public abstract Directory openDirectory(String name) throws IOException;

  /** Opens or creates a file in this directory. */
  public abstract SeekableByteChannel openFile(String name, Set<OpenOption> options)
      throws IOException;

  /** Returns what the host knows about a name, or about this directory itself for {@code "."}. */
  public abstract BasicFileAttributes attributes(String name) throws IOException;

  /** Returns the text of a symbolic link. */
  public abstract String readSymbolicLink(String name) throws IOException;

  /** Returns the names in this directory in the host's order, without {@code .} and {@code ..}. */
  public abstract List<String> names() throws IOException;

  public abstract void createDirectory(String name) throws IOException;

  public abstract void createSymbolicLink(String name, String target) throws IOException;

  /** Gives a file of another directory a further name in this one. */
  public abstract void createLink(String name, Directory from, String existing) throws IOException;

  public abstract void removeFile(String name) throws IOException;

  public abstract void removeDirectory(String name) throws IOException;

  /** Renames, and replaces a file or an empty directory of that name as POSIX does. */
  public abstract void rename(String name, Directory to, String newName) throws IOException;

  /**
   * Sets the times of a name, which is not followed, or of this directory itself for "{@code .}".
   *
   * @throws ErrnoException {@code overflow} if this JDK, or the file system, would set another year
   *     than the guest asked for; then the times are as they were, if it can set those
   */
  public final void setTimes(String name, FileTimes times) throws IOException {
    if (!times.beyondJava()) {
      changeTimes(name, times);
      return;
    }
    BasicFileAttributes before = attributes(name);
    changeTimes(name, times);
    if (!times.areKept(attributes(name))) {
      changeTimes(name, FileTimes.of(before));
      throw Errno.OVERFLOW.failure();
    }
  }

  public abstract void changeTimes(String name, FileTimes times) throws IOException;

  /** Returns the full status of a name, or of this directory itself for {@code "."}. */
  public final FileStatus status(String name) throws IOException {
    BasicFileAttributes attributes = attributes(name);
    Path host = name.equals(".") ? path : path.resolve(component(name));
    return refine(HostStatus.of(host, attributes), attributes);
  }

  /** Adds what this kind of directory knows better than the host. */
  FileStatus refine(FileStatus status, BasicFileAttributes attributes) {
    return status;
  }

  /** Returns what the host knows about a name, or {@code null} if there is no such name. */
  public final BasicFileAttributes attributesIfAny(String name) throws IOException {
    try {
      return attributes(name);
    } catch (IOException e) {
      if (HostErrors.errno(e) == Errno.NOENT) {
        return null;
      }
      throw e;
    }
  }

  /** Returns whether a name exists, be it a dangling link. */
  public final boolean exists(String name) throws IOException {
    return attributesIfAny(name) != null;
  }
}
