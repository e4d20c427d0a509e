package org.wasm2java.wasi.file;

import java.io.IOException;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.error.ErrnoException;

/**
 * Follows a guest's path from an open directory to the place it names, one component at a time, and
 * symbolic links by itself: the host never sees more than one component, so neither {@code ..} nor
 * an absolute path nor a link can leave the directory where the walk started.
 */
public final class PathWalk {
  /** Bytes of the longest path; Linux counts a NUL at the end to its 4096. */
  public static final int MAX_PATH = 4095;

  private static final int MAX_LINKS = 40;

  /** The directories from the start to where the walk is; the last is the current one. */
  private final Deque<Directory> trail = new ArrayDeque<>();

  private final Deque<String> pending = new ArrayDeque<>();
  private boolean mustBeDirectory;
  private int linksLeft = MAX_LINKS;

  private PathWalk(Directory start) {
    trail.addLast(start.retain());
  }

  /**
   * Returns the place that a path names. Its last component need not exist.
   *
   * @param follow whether a symbolic link at the end is followed
   */
  public static Place walk(Directory start, String path, boolean follow) throws IOException {
    PathWalk walk = new PathWalk(start);
    try {
      walk.push(path);
      return walk.toPlace(walk.run(follow));
    } finally {
      walk.releaseTrail();
    }
  }

  private void push(String path) throws ErrnoException {
    if (path.isEmpty()) {
      throw Errno.NOENT.failure();
    }
    if (path.length() > MAX_PATH) {
      throw Errno.NAMETOOLONG.failure();
    }
    if (path.indexOf('\0') >= 0) {
      throw Errno.INVAL.failure();
    }
    if (path.charAt(0) == '/') {
      throw Errno.PERM.failure();
    }
    if (pending.isEmpty() && path.endsWith("/")) {
      mustBeDirectory = true;
    }
    pushComponents(path);
  }

  private void pushComponents(String path) {
    int end = path.length();
    while (end > 0) {
      int start = path.lastIndexOf('/', end - 1) + 1;
      if (start < end) {
        pending.addFirst(path.substring(start, end));
      }
      end = start - 1;
    }
  }

  /** Returns the last component, or {@code "."} for the directory where the walk ended. */
  private String run(boolean follow) throws IOException {
    while (!pending.isEmpty()) {
      String component = pending.removeFirst();
      if (component.equals("..")) {
        leaveDirectory();
      } else if (!component.equals(".")) {
        boolean last = pending.isEmpty();
        if (!enter(component, last, follow)) {
          return component;
        }
      }
    }
    return ".";
  }

  private void leaveDirectory() throws IOException {
    if (trail.size() == 1) {
      throw Errno.PERM.failure();
    }
    trail.removeLast().release();
  }

  /** Enters a directory or expands a link; false if this is the end of the walk. */
  private boolean enter(String component, boolean last, boolean follow) throws IOException {
    Directory current = trail.getLast();
    if (last && !follow) {
      current.component(component);
      return false;
    }
    BasicFileAttributes attributes = current.attributesIfAny(component);
    if (attributes != null && attributes.isSymbolicLink()) {
      expand(current, component);
      return true;
    }
    if (last) {
      return false; // the caller may create what does not exist
    }
    if (attributes == null) {
      throw Errno.NOENT.failure();
    }
    if (!attributes.isDirectory()) {
      throw Errno.NOTDIR.failure();
    }
    trail.addLast(current.openDirectory(component));
    return true;
  }

  private void expand(Directory current, String link) throws IOException {
    if (linksLeft == 0) {
      throw Errno.LOOP.failure();
    }
    linksLeft--;
    push(current.readSymbolicLink(link));
  }

  private Place toPlace(String name) {
    return new Place(trail.getLast().retain(), name, mustBeDirectory);
  }

  private void releaseTrail() throws IOException {
    while (!trail.isEmpty()) {
      trail.removeLast().release();
    }
  }
}
