package org.wasm2java.wasi.file;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.ThreadLocalRandom;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.error.HostErrors;

/**
 * Does below a sandbox's root what Java does by path only: it creates directories and links. A
 * guest could replace a directory on such a path by a link to the outside in just that moment. So
 * things are created in the root, whose own path no guest can change, under a name that guests
 * cannot use, and then moved to their place between two open directories.
 *
 * <p>What this costs: a directory replaces an empty one, and a link a file, that another process
 * creates under the same name at the same moment. Within one JVM the lock prevents that.
 */
final class Staging {
  private static final Object LOCK = new Object();

  private final SecureDirectory root;
  private final LinkTimes linkTimes = new LinkTimes();

  Staging(SecureDirectory root) {
    this.root = root;
  }

  /** Creates something at a path that does not exist. */
  private interface Creation {
    void at(Path path) throws IOException;
  }

  void createDirectory(SecureDirectory to, String name) throws IOException {
    create(to, name, Files::createDirectory);
  }

  void createSymbolicLink(SecureDirectory to, String name, Path target) throws IOException {
    create(to, name, path -> Files.createSymbolicLink(path, target));
  }

  /** Creates a hard link to a file in the open directory {@code from}. */
  void createLink(SecureDirectory to, String name, SecureDirectory from, String existing)
      throws IOException {
    synchronized (LOCK) {
      requireAbsent(to, name);
      place(to, name, path -> link(path, from, existing));
    }
  }

  private void create(SecureDirectory to, String name, Creation creation) throws IOException {
    if (to == root) {
      requireInPlace(root);
      creation.at(root.path().resolve(root.component(name)));
      return;
    }
    synchronized (LOCK) {
      requireAbsent(to, name);
      place(to, name, creation);
    }
  }

  private void place(SecureDirectory to, String name, Creation creation) throws IOException {
    if (!isStagedAndMoved(to, name, creation)) {
      createInPlace(to, name, creation);
    }
  }

  /**
   * Returns false if that cannot be done from the root: it is not writable or on another device.
   */
  private boolean isStagedAndMoved(SecureDirectory to, String name, Creation creation)
      throws IOException {
    requireInPlace(root);
    Path staged = freshName();
    try {
      creation.at(root.path().resolve(staged));
    } catch (IOException e) {
      return rethrowUnlessElsewhere(e);
    }
    try {
      root.stream().move(staged, to.stream(), to.component(name));
      return true;
    } catch (IOException e) {
      removeStaged(staged);
      return rethrowUnlessElsewhere(e);
    }
  }

  private static boolean rethrowUnlessElsewhere(IOException failure) throws IOException {
    Errno errno = HostErrors.errno(failure);
    if (errno == Errno.ACCES || errno == Errno.XDEV) {
      return false;
    }
    throw failure;
  }

  private void removeStaged(Path staged) throws IOException {
    BasicFileAttributeView view =
        root.stream()
            .getFileAttributeView(staged, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view.readAttributes().isDirectory()) {
      root.stream().deleteDirectory(staged);
    } else {
      root.stream().deleteFile(staged);
    }
  }

  /**
   * Creates by path after all. The path is checked before, and what was created must be what the
   * open directory shows.
   */
  private static void createInPlace(SecureDirectory to, String name, Creation creation)
      throws IOException {
    requireInPlace(to);
    creation.at(to.path().resolve(to.component(name)));
    if (!to.exists(name)) {
      throw Errno.STALE.failure();
    }
  }

  /**
   * Links a file whose identity is known through an open directory. The path to it may lead
   * elsewhere by now, and then the link is dropped.
   */
  private static void link(Path link, SecureDirectory from, String existing) throws IOException {
    Files.createLink(link, from.path().resolve(from.component(existing)));
    Object wanted = from.attributes(existing).fileKey();
    if (wanted == null || !wanted.equals(attributes(link).fileKey())) {
      Files.delete(link);
      throw Errno.STALE.failure();
    }
  }

  /**
   * Sets times that need a path: those of symbolic links, and with JDK 17 those more precise than a
   * microsecond. The path is that of a further link in the root.
   *
   * @return false if the file cannot be linked
   */
  boolean setTimes(SecureDirectory in, String name, FileTimes times) throws IOException {
    requireInPlace(root);
    if (in == root) {
      setTimes(root.path().resolve(root.component(name)), times);
    } else {
      Path staged = freshName();
      try {
        link(root.path().resolve(staged), in, name);
      } catch (FileSystemException | UnsupportedOperationException e) {
        return false;
      }
      try {
        setTimes(root.path().resolve(staged), times);
      } finally {
        root.stream().deleteFile(staged);
      }
    }
    BasicFileAttributes attributes = in.attributes(name);
    if (attributes.isSymbolicLink() && attributes.fileKey() != null) {
      linkTimes.remember(attributes.fileKey(), times);
    }
    return true;
  }

  private static void setTimes(Path path, FileTimes times) throws IOException {
    Files.getFileAttributeView(path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .setTimes(times.modification(), times.access(), null);
  }

  /** Returns the status of a link with the times that were set on it. */
  FileStatus refine(FileStatus status, Object fileKey) {
    return linkTimes.restore(fileKey, status);
  }

  /** Checks that an open directory is still what its path leads to. */
  private static void requireInPlace(SecureDirectory directory) throws IOException {
    Object open = directory.attributes(".").fileKey();
    if (open == null || !open.equals(attributes(directory.path()).fileKey())) {
      throw Errno.STALE.failure();
    }
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static void requireAbsent(SecureDirectory to, String name) throws IOException {
    if (to.exists(name)) {
      throw Errno.EXIST.failure();
    }
  }

  private Path freshName() {
    String suffix = Long.toHexString(ThreadLocalRandom.current().nextLong());
    return root.path().getFileSystem().getPath(Directory.RESERVED_PREFIX.concat(suffix));
  }
}
