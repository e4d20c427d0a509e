package org.wasm2java.aot.tool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A set of files that is written as a whole: all contents go to temporary files beside their
 * targets first and are then moved, so that a full disk or a missing permission leaves nothing
 * half-written.
 */
public final class OutputFiles {
  private static final String UNFINISHED = ".part";

  /**
   * A pattern of the names of the temporary files, which stay behind where the process is killed.
   */
  public static final String UNFINISHED_FILES = ".*" + UNFINISHED;

  private final SortedMap<Path, byte[]> contents;
  private final SortedMap<Path, byte[]> shared = new TreeMap<>();

  /** Takes the targets with their contents; the contents are not copied. */
  public OutputFiles(Map<Path, byte[]> contents) {
    this.contents = new TreeMap<>(contents);
  }

  /** Adds files that may always be replaced, as they keep what they had. */
  public OutputFiles sharing(Map<Path, byte[]> files) {
    shared.putAll(files);
    return this;
  }

  /**
   * Checks that a target can be written before any work is done for it.
   *
   * @throws FileFailure if there is something at the path that must not be replaced
   */
  public static void requireWritable(Path target, boolean replace) throws FileFailure {
    if (Files.isDirectory(target)) {
      throw new FileFailure(target, "is a folder; give a file name");
    }
    if (Files.exists(target) && !Files.isRegularFile(target)) {
      throw new FileFailure(target, "is not a regular file; choose another path");
    }
    if (Files.exists(target) && !replace) {
      throw new FileFailure(
          target, "already exists and was left as it is; use --force to replace it");
    }
    Path folder = nearestExisting(target.toAbsolutePath().getParent());
    if (folder != null && !Files.isDirectory(folder)) {
      throw new FileFailure(target, "cannot be written: " + folder + " is not a folder");
    }
    if (folder != null && !Files.isWritable(folder)) {
      throw new FileFailure(target, "cannot be written: no permission to write in " + folder);
    }
  }

  /**
   * Checks that the folder that a target is to be in exists: a missing one is probably a mistyped
   * path.
   *
   * @throws FileFailure if there is no such folder
   */
  public static void requireFolderOf(Path target) throws FileFailure {
    Path folder = target.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(folder)) {
      return;
    }
    Path named = target.getParent();
    String problem =
        Files.exists(folder)
            ? named + " is not a folder"
            : "there is no folder " + named + "; check the path, or create the folder first";
    throw new FileFailure(target, "cannot be written: " + problem);
  }

  private static @Nullable Path nearestExisting(@Nullable Path path) {
    Path at = path;
    while (at != null && !Files.exists(at)) {
      at = at.getParent();
    }
    return at;
  }

  /**
   * Writes all files or none.
   *
   * @param replace whether targets may exist already
   * @throws FileFailure if a target exists and may not be replaced, or cannot be written
   */
  public void write(boolean replace) throws FileFailure {
    for (Path target : contents.keySet()) {
      requireWritable(target, replace);
    }
    for (Path target : shared.keySet()) {
      requireWritable(target, true);
    }
    SortedMap<Path, byte[]> all = new TreeMap<>(contents);
    all.putAll(shared);
    Transaction transaction = new Transaction();
    try {
      for (Map.Entry<Path, byte[]> file : all.entrySet()) {
        transaction.stage(file.getKey().toAbsolutePath(), file.getValue());
      }
      transaction.commit();
    } catch (FileFailure e) {
      transaction.rollBack(e);
      throw e;
    }
  }

  /** What has been done to the disk so far. */
  private static final class Transaction {
    private final Map<Path, Path> stagedByTarget = new LinkedHashMap<>();
    private final Deque<Path> created = new ArrayDeque<>();
    private final String suffix = "." + ProcessHandle.current().pid() + UNFINISHED;

    void stage(Path target, byte[] content) throws FileFailure {
      try {
        createFolder(target.getParent());
        Path staged = besides(target);
        created.push(staged);
        stagedByTarget.put(target, staged);
        Files.write(staged, content);
      } catch (IOException e) {
        throw FileFailure.writing(target, e);
      }
    }

    /**
     * Returns a path that is as long as the target's at least, so that it fails where that would.
     */
    private Path besides(Path target) {
      try {
        return target.resolveSibling("." + target.getFileName() + suffix);
      } catch (InvalidPathException e) {
        // The locale cannot express the target's name, though there is a path of it.
        return target.resolveSibling(".wasm2java-" + stagedByTarget.size() + suffix);
      }
    }

    void commit() throws FileFailure {
      for (Map.Entry<Path, Path> file : stagedByTarget.entrySet()) {
        Path target = file.getKey();
        boolean isNew = !Files.exists(target);
        try {
          Files.move(file.getValue(), target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
          throw FileFailure.writing(target, e);
        }
        if (isNew) {
          created.push(target);
        }
      }
    }

    /** Removes what was created, newest first, so that folders are empty when their turn comes. */
    void rollBack(FileFailure reason) {
      for (Path path : created) {
        try {
          Files.deleteIfExists(path);
        } catch (IOException e) {
          reason.addSuppressed(e);
        }
      }
    }

    private void createFolder(@Nullable Path folder) throws IOException {
      List<Path> missing = new ArrayList<>();
      for (@Nullable Path at = folder; at != null && !Files.exists(at); at = at.getParent()) {
        missing.add(0, at);
      }
      for (Path path : missing) {
        Files.createDirectory(path);
        created.push(path);
      }
    }
  }
}
