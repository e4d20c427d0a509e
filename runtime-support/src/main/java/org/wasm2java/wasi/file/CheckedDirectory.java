package org.wasm2java.wasi.file;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.error.ErrnoException;
import org.wasm2java.wasi.text.HostText;

/**
 * A directory of a file system without {@code SecureDirectoryStream}, such as Windows or an
 * archive. Each operation first checks that the directory's real path is still the one that was
 * opened, below the sandbox's root. Somebody who replaces directories by links between this check
 * and the operation can escape; with {@link SecureDirectory} nobody can.
 */
public final class CheckedDirectory extends Directory {
  private final Path root;

  public CheckedDirectory(Path path, Path root, boolean readOnly) {
    super(path, readOnly);
    this.root = root;
  }

  @Override
  void close() {}

  private Path checked(String name) throws IOException {
    Path component = name.equals(".") ? null : component(name);
    Path real = path().toRealPath();
    if (!real.startsWith(root) || !real.equals(path())) {
      throw Errno.STALE.failure();
    }
    return component == null ? real : real.resolve(component);
  }

  @Override
  public Directory openDirectory(String name) throws IOException {
    Path child = checked(name);
    if (!Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
      throw new NotDirectoryException(name);
    }
    Directory opened = new CheckedDirectory(child.toRealPath(), root, readOnly());
    opened.attributes(".");
    return opened;
  }

  @Override
  public SeekableByteChannel openFile(String name, Set<OpenOption> options) throws IOException {
    Set<OpenOption> secured = new HashSet<>(options);
    secured.add(LinkOption.NOFOLLOW_LINKS);
    return Files.newByteChannel(checked(name), secured);
  }

  @Override
  public BasicFileAttributes attributes(String name) throws IOException {
    return Files.readAttributes(checked(name), BasicFileAttributes.class, NO_FOLLOW);
  }

  @Override
  public String readSymbolicLink(String name) throws IOException {
    return LinkText.read(checked(name));
  }

  @Override
  public List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> listing = Files.newDirectoryStream(checked("."))) {
      for (Path entry : listing) {
        names.add(entryName(entry));
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return names;
  }

  /** Archives list directories with a slash at the end. */
  private static String entryName(Path entry) {
    String name = HostText.text(entry.getFileName());
    return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
  }

  @Override
  public void createDirectory(String name) throws IOException {
    Files.createDirectory(checked(name));
  }

  @Override
  public void createSymbolicLink(String name, String target) throws IOException {
    Files.createSymbolicLink(checked(name), LinkText.toPath(path().getFileSystem(), target));
  }

  @Override
  public void createLink(String name, Directory from, String existing) throws IOException {
    if (from.attributes(existing).isSymbolicLink()) {
      throw Errno.NOTSUP.failure(); // some file systems would link what it leads to
    }
    Files.createLink(checked(name), same(from).checked(existing));
  }

  @Override
  public void removeFile(String name) throws IOException {
    Files.delete(checked(name));
  }

  @Override
  public void removeDirectory(String name) throws IOException {
    Files.delete(checked(name));
  }

  @Override
  public void rename(String name, Directory to, String newName) throws IOException {
    Path target = same(to).checked(newName);
    Files.move(checked(name), target, StandardCopyOption.REPLACE_EXISTING);
  }

  private CheckedDirectory same(Directory other) throws ErrnoException {
    if (other instanceof CheckedDirectory checked
        && checked.path().getFileSystem() == path().getFileSystem()) {
      return checked;
    }
    throw Errno.XDEV.failure();
  }

  @Override
  public void changeTimes(String name, FileTimes times) throws IOException {
    Files.getFileAttributeView(checked(name), BasicFileAttributeView.class, NO_FOLLOW)
        .setTimes(times.modification(), times.access(), null);
  }
}
