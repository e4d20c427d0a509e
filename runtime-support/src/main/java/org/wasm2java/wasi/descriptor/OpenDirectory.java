package org.wasm2java.wasi.descriptor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.error.ErrnoException;
import org.wasm2java.wasi.file.Directory;
import org.wasm2java.wasi.file.FileStatus;
import org.wasm2java.wasi.file.FileTimes;
import org.wasm2java.wasi.file.FileType;

/**
 * An open directory; a preopened one has the name under which the guest knows it. A listing is
 * taken when the guest starts to read it and kept until it starts again, so cookies stay valid
 * whatever happens to the directory meanwhile.
 */
public final class OpenDirectory extends Descriptor {
  private final Directory directory;
  private final byte[] preopenName;
  private List<String> listing;

  /**
   * Takes over a hold on the directory.
   *
   * @param preopenName the bytes of the guest's name for it, or {@code null} if it is not preopened
   */
  public OpenDirectory(
      Directory directory, byte[] preopenName, long rights, long inheritedRights, int flags) {
    super(rights, inheritedRights, flags);
    this.directory = directory;
    this.preopenName = preopenName;
  }

  public Directory directory() {
    return directory;
  }

  /** Returns the guest's name of a preopened directory, or {@code null}. */
  public byte[] preopenName() {
    return preopenName;
  }

  @Override
  public int fileType() {
    return FileType.DIRECTORY;
  }

  @Override
  public FileStatus status() throws IOException {
    return directory.status(".");
  }

  /**
   * Returns all names, {@code .} and {@code ..} first.
   *
   * @param restart whether to look at the directory anew
   */
  public synchronized List<String> listing(boolean restart) throws IOException {
    if (restart || listing == null) {
      List<String> names = new ArrayList<>();
      names.add(".");
      names.add("..");
      names.addAll(directory.names());
      listing = names;
    }
    return listing;
  }

  void renamed(Directory from, String oldName, Directory to, String newName) throws ErrnoException {
    directory.renamed(from, oldName, to, newName);
  }

  @Override
  public void setTimes(FileTimes times) throws IOException {
    directory.requireWritable();
    directory.setTimes(".", times);
  }

  @Override
  public void advise() throws IOException {
    throw Errno.BADF.failure();
  }

  @Override
  public long seek(long offset, int whence) throws IOException {
    throw Errno.BADF.failure();
  }

  @Override
  public void requirePosition(long position) throws ErrnoException {
    throw Errno.BADF.failure();
  }

  @Override
  public void setSize(long size) throws IOException {
    throw Errno.BADF.failure();
  }

  /** Directories are written by the host itself. */
  @Override
  public void sync(boolean metadata) {}

  @Override
  public void close() throws IOException {
    directory.release();
  }
}
