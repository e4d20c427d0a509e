package org.wasm2java.wasi.descriptor;

import java.io.IOException;
import java.util.Arrays;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.error.ErrnoException;
import org.wasm2java.wasi.file.Directory;

/** The guest's open descriptors by number. A new one gets the lowest free number, as in POSIX. */
public final class DescriptorTable {
  private static final int INITIAL_CAPACITY = 8;

  private final int limit;
  private volatile Descriptor[] descriptors = new Descriptor[INITIAL_CAPACITY];

  public DescriptorTable(int limit) {
    this.limit = limit;
  }

  /** Returns an open descriptor. */
  public Descriptor get(int number) throws ErrnoException {
    Descriptor[] open = descriptors;
    if (number >= 0 && number < open.length) {
      Descriptor descriptor = open[number];
      if (descriptor != null) {
        return descriptor;
      }
    }
    throw Errno.BADF.failure();
  }

  /** Returns an open descriptor that has the rights. */
  public Descriptor get(int number, long rights) throws ErrnoException {
    Descriptor descriptor = get(number);
    descriptor.require(rights);
    return descriptor;
  }

  /** Returns an open directory that has the rights. */
  public OpenDirectory directory(int number, long rights) throws ErrnoException {
    if (get(number) instanceof OpenDirectory directory) {
      directory.require(rights);
      return directory;
    }
    throw Errno.NOTDIR.failure();
  }

  /** Fails if no more descriptors can be opened; to be asked before something is created. */
  public synchronized void checkRoom() throws ErrnoException {
    if (firstFree() >= limit) {
      throw Errno.MFILE.failure();
    }
  }

  /** Adds a descriptor and returns its number; closes it if there is no room. */
  public synchronized int add(Descriptor descriptor) throws IOException {
    int number = firstFree();
    if (number >= limit) {
      descriptor.close();
      throw Errno.MFILE.failure();
    }
    if (number == descriptors.length) {
      descriptors = Arrays.copyOf(descriptors, Math.min(limit, 2 * number));
    }
    descriptors[number] = descriptor;
    return number;
  }

  private int firstFree() {
    Descriptor[] open = descriptors;
    for (int number = 0; number < open.length; number++) {
      if (open[number] == null) {
        return number;
      }
    }
    return open.length;
  }

  /** Closes a descriptor; its number is free even if the host reports an error. */
  public void close(int number) throws IOException {
    remove(number).close();
  }

  private synchronized Descriptor remove(int number) throws ErrnoException {
    Descriptor descriptor = get(number);
    descriptors[number] = null;
    return descriptor;
  }

  /** Moves a descriptor to another number that is open, and closes what was there. */
  public void renumber(int from, int to) throws IOException {
    Descriptor replaced;
    synchronized (this) {
      Descriptor moved = get(from);
      replaced = get(to);
      if (from == to) {
        return;
      }
      descriptors[from] = null;
      descriptors[to] = moved;
    }
    replaced.close();
  }

  /** Passes on all buffered output; done before the guest waits for input or time. */
  public void flush() throws IOException {
    for (Descriptor descriptor : descriptors) {
      if (descriptor != null) {
        descriptor.flush();
      }
    }
  }

  /** Tells open files and directories that something was renamed. */
  public void renamed(Directory from, String name, Directory to, String newName)
      throws ErrnoException {
    for (Descriptor descriptor : descriptors) {
      if (descriptor instanceof OpenFile file) {
        file.renamed(from, name, to, newName);
      } else if (descriptor instanceof OpenDirectory directory) {
        directory.renamed(from, name, to, newName);
      }
    }
  }

  /** Closes everything; the first failure is reported when all are closed. */
  public synchronized void closeAll() throws IOException {
    IOException failure = null;
    Descriptor[] open = descriptors;
    for (int number = 0; number < open.length; number++) {
      if (open[number] != null) {
        try {
          open[number].close();
        } catch (IOException e) {
          failure = failure == null ? e : failure;
        }
        open[number] = null;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
