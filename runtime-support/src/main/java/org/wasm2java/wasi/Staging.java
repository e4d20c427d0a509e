package org.wasm2java.wasi;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Creates directories and links below a sandbox's root. Java creates them by path only, and a guest
 * could replace a directory on that path by a link to the outside in just that moment. So they are
 * created in the root, whose own path no guest can change, under a name that guests cannot use, and
 * then moved to their place between two open directories.
 *
 * <p>What this costs: a directory replaces an empty one that another process creates under the same
 * name at the same moment. Within one JVM the lock prevents that.
 */
final class Staging {
  private static final Object LOCK = new Object();

  private final SecureDirectory root;
  private final LinkTimes linkTimes = new LinkTimes();

  Staging(SecureDirectory root) {
    this.root = root;
  }

  void createDirectory(SecureDirectory to, Path name) throws IOException {
    if (to == root) {
      Files.createDirectory(root.path().resolve(name));
      return;
    }
    synchronized (LOCK) {
      requireAbsent(to, name);
      Path staged = freshName();
      if (!isStaged(staged)) {
        createInPlace(to, name, null);
        return;
      }
      try {
        root.stream().move(staged, to.stream(), name);
      } catch (IOException e) {
        root.stream().deleteDirectory(staged);
        throw e;
      }
    }
  }

  /** Makes a directory of this name in the root, unless the host forbids to write there. */
  private boolean isStaged(Path staged) throws IOException {
    try {
      Files.createDirectory(root.path().resolve(staged));
      return true;
    } catch (AccessDeniedException e) {
      return false;
    }
  }

  void createSymbolicLink(SecureDirectory to, Path name, Path target) throws IOException {
    if (to == root) {
      Files.createSymbolicLink(root.path().resolve(name), target);
      return;
    }
    synchronized (LOCK) {
      requireAbsent(to, name);
      Path staged = freshName();
      try {
        Files.createSymbolicLink(root.path().resolve(staged), target);
      } catch (AccessDeniedException e) {
        createInPlace(to, name, target);
        return;
      }
      place(staged, to, name);
    }
  }

  void createLink(SecureDirectory to, Path name, SecureDirectory from, Path existing)
      throws IOException {
    synchronized (LOCK) {
      requireAbsent(to, name);
      place(stagedLink(from, existing), to, name);
    }
  }

  /**
   * Links a file into the root, where its path is safe. Its identity is known through the open
   * directory {@code from}: the path to it may lead elsewhere by now, and then the link is dropped
   * before a guest can see it.
   */
  private Path stagedLink(SecureDirectory from, Path existing) throws IOException {
    Path staged = freshName();
    Path link = root.path().resolve(staged);
    Files.createLink(link, from.path().resolve(existing));
    Object wanted = from.attributes(existing.toString()).fileKey();
    if (wanted == null || !wanted.equals(attributes(link).fileKey())) {
      root.stream().deleteFile(staged);
      throw Errno.STALE.failure();
    }
    return staged;
  }

  /**
   * Sets times that need a path: those of symbolic links, and with JDK 17 those more precise than a
   * microsecond.
   */
  void setTimes(SecureDirectory in, Path name, FileTimes times) throws IOException {
    setTimesByPath(in, name, times);
    BasicFileAttributes attributes = in.attributes(name.toString());
    if (attributes.isSymbolicLink() && attributes.fileKey() != null) {
      linkTimes.remember(attributes.fileKey(), times);
    }
  }

  FileStatus refine(FileStatus status, Object fileKey) {
    return linkTimes.restore(fileKey, status);
  }

  private void setTimesByPath(SecureDirectory in, Path name, FileTimes times) throws IOException {
    if (in == root) {
      setTimes(root.path().resolve(name), times);
      return;
    }
    Path staged = stagedLink(in, name);
    try {
      setTimes(root.path().resolve(staged), times);
    } finally {
      root.stream().deleteFile(staged);
    }
  }

  private static void setTimes(Path path, FileTimes times) throws IOException {
    Files.getFileAttributeView(path, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS)
        .setTimes(times.modification(), times.access(), null);
  }

  private void place(Path staged, SecureDirectory to, Path name) throws IOException {
    try {
      root.stream().move(staged, to.stream(), name);
    } catch (IOException e) {
      root.stream().deleteFile(staged);
      throw e;
    }
  }

  /**
   * Creates by path after all, where the host lets us write below the root but not in it. The path
   * is checked before, and what was created must be what the open directory shows.
   */
  private static void createInPlace(SecureDirectory to, Path name, Path linkTarget)
      throws IOException {
    Object directory = to.attributes(".").fileKey();
    if (directory == null || !directory.equals(attributes(to.path()).fileKey())) {
      throw Errno.STALE.failure();
    }
    Path created = to.path().resolve(name);
    if (linkTarget == null) {
      Files.createDirectory(created);
    } else {
      Files.createSymbolicLink(created, linkTarget);
    }
    if (!to.exists(name.toString())) {
      throw Errno.STALE.failure();
    }
  }

  private static BasicFileAttributes attributes(Path path) throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
  }

  private static void requireAbsent(SecureDirectory to, Path name) throws IOException {
    if (to.exists(name.toString())) {
      throw Errno.EXIST.failure();
    }
  }

  private Path freshName() {
    String suffix = Long.toHexString(ThreadLocalRandom.current().nextLong());
    return root.path().getFileSystem().getPath(Directory.RESERVED_PREFIX.concat(suffix));
  }
}
