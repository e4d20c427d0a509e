package org.wasm2java.wasi.file;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
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
 * A directory that the host keeps open, so that operations are relative to it whatever is renamed
 * or replaced by links meanwhile. What Java cannot do relative to an open directory, creating other
 * things than files, goes through {@link Staging}.
 */
final class SecureDirectory extends Directory {
  private final SecureDirectoryStream<Path> stream;
  private SecureDirectory root;
  private Staging staging;

  /**
   * Takes over an open stream.
   *
   * @param root the sandbox's root, which is held, or {@code null} if this is it
   */
  SecureDirectory(
      SecureDirectoryStream<Path> stream, Path path, SecureDirectory root, boolean readOnly) {
    super(path, readOnly);
    this.stream = stream;
    this.root = root == null ? this : root;
    if (root != null) {
      root.retain();
    }
  }

  /** {@inheritDoc} Then nothing may be created by path in this root either. */
  @Override
  void encloseIn(Directory outer) {
    if (outer instanceof SecureDirectory secure) {
      root = secure;
      secure.retain();
    }
  }

  SecureDirectoryStream<Path> stream() {
    return stream;
  }

  @Override
  void close() throws IOException {
    try (stream) {
      if (root != this) {
        root.release();
      }
    }
  }

  @Override
  public Directory openDirectory(String name) throws IOException {
    Path component = component(name);
    SecureDirectoryStream<Path> opened = stream.newDirectoryStream(component, NO_FOLLOW);
    return new SecureDirectory(opened, path().resolve(component), root, readOnly());
  }

  @Override
  public SeekableByteChannel openFile(String name, Set<OpenOption> options) throws IOException {
    Set<OpenOption> secured = new HashSet<>(options);
    secured.add(LinkOption.NOFOLLOW_LINKS);
    return stream.newByteChannel(component(name), secured);
  }

  @Override
  public BasicFileAttributes attributes(String name) throws IOException {
    return view(name).readAttributes();
  }

  private BasicFileAttributeView view(String name) throws IOException {
    return name.equals(".")
        ? stream.getFileAttributeView(BasicFileAttributeView.class)
        : stream.getFileAttributeView(component(name), BasicFileAttributeView.class, NO_FOLLOW);
  }

  /**
   * {@inheritDoc}
   *
   * <p>Java reads links by path only. The text counts if the link is the same file before and
   * after; whatever it says, it is followed inside the sandbox.
   */
  @Override
  public String readSymbolicLink(String name) throws IOException {
    Object key = attributes(name).fileKey();
    Path link = path().resolve(component(name));
    requireSame(link, key);
    String target = LinkText.read(link);
    requireSame(link, key);
    return target;
  }

  private static void requireSame(Path path, Object key) throws IOException {
    BasicFileAttributes found =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    if (key == null || !key.equals(found.fileKey())) {
      throw Errno.STALE.failure();
    }
  }

  @Override
  public List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    Path self = path().getFileSystem().getPath(".");
    try (DirectoryStream<Path> listing = stream.newDirectoryStream(self, NO_FOLLOW)) {
      for (Path entry : listing) {
        String name = HostText.text(entry.getFileName());
        if (!isReserved(name)) {
          names.add(name);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return names;
  }

  @Override
  public void createDirectory(String name) throws IOException {
    staging().createDirectory(this, name);
  }

  @Override
  public void createSymbolicLink(String name, String target) throws IOException {
    staging().createSymbolicLink(this, name, LinkText.toPath(path().getFileSystem(), target));
  }

  @Override
  public void createLink(String name, Directory from, String existing) throws IOException {
    staging().createLink(this, name, same(from), existing);
  }

  private synchronized Staging staging() {
    if (root != this) {
      return root.staging();
    }
    if (staging == null) {
      staging = new Staging(this);
    }
    return staging;
  }

  @Override
  public void removeFile(String name) throws IOException {
    stream.deleteFile(component(name));
  }

  @Override
  public void removeDirectory(String name) throws IOException {
    stream.deleteDirectory(component(name));
  }

  @Override
  public void rename(String name, Directory to, String newName) throws IOException {
    stream.move(component(name), same(to).stream, to.component(newName));
  }

  private static SecureDirectory same(Directory directory) throws ErrnoException {
    if (directory instanceof SecureDirectory secure) {
      return secure;
    }
    throw Errno.XDEV.failure();
  }

  @Override
  public void changeTimes(String name, FileTimes times) throws IOException {
    BasicFileAttributeView view = view(name);
    BasicFileAttributes attributes = view.readAttributes();
    boolean isFine = times.finerThanMicros() && !times.beyondJava();
    boolean needsPath = attributes.isSymbolicLink() || isFine;
    boolean canLink = !attributes.isDirectory();
    if (!needsPath || !canLink || !staging().setTimes(this, name, times)) {
      view.setTimes(times.modification(), times.access(), null);
    }
  }

  @Override
  FileStatus refine(FileStatus status, BasicFileAttributes attributes) {
    return attributes.isSymbolicLink() ? staging().refine(status, attributes.fileKey()) : status;
  }
}
