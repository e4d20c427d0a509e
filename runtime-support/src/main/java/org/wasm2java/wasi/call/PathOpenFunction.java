package org.wasm2java.wasi.call;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashSet;
import java.util.Set;
import org.wasm2java.wasi.descriptor.Descriptor;
import org.wasm2java.wasi.descriptor.DescriptorTable;
import org.wasm2java.wasi.descriptor.OpenDirectory;
import org.wasm2java.wasi.descriptor.OpenFile;
import org.wasm2java.wasi.descriptor.Rights;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.error.ErrnoException;
import org.wasm2java.wasi.file.Directory;
import org.wasm2java.wasi.file.PathWalk;
import org.wasm2java.wasi.file.Place;
import org.wasm2java.wasi.memory.GuestMemory;

/** The function {@code path_open}. */
public final class PathOpenFunction {
  private static final int CREATE = 1;
  private static final int DIRECTORY = 2;
  private static final int EXCLUSIVE = 4;
  private static final int TRUNCATE = 8;
  private static final int KNOWN_OPEN_FLAGS = 15;
  private static final int KNOWN_DESCRIPTOR_FLAGS = 31;

  private final DescriptorTable table;

  PathOpenFunction(DescriptorTable table) {
    this.table = table;
  }

  /**
   * What the guest asks for.
   *
   * @param follow whether a link at the end of the path is followed
   * @param openFlags create, directory, exclusive, truncate
   * @param rights of the new descriptor
   * @param inheritedRights of what will be opened below it
   * @param descriptorFlags append, nonblock and so on
   */
  record Request(
      boolean follow, int openFlags, long rights, long inheritedRights, int descriptorFlags) {
    boolean has(int openFlag) {
      return (openFlags & openFlag) != 0;
    }

    boolean writes() {
      return (rights & Rights.WRITING) != 0;
    }
  }

  public void open(
      GuestMemory memory,
      int fd,
      int lookupFlags,
      int path,
      int length,
      int openFlags,
      long rights,
      long inheritedRights,
      int descriptorFlags,
      int result)
      throws IOException {
    String name = GuestStructs.readPath(memory, path, length);
    memory.check(result, Integer.BYTES);
    OpenDirectory start = table.directory(fd, Rights.PATH_OPEN);
    boolean follow = PathFunctions.follows(lookupFlags, name);
    Request request =
        new Request(
            follow, openFlags, rights & Rights.ALL, inheritedRights & Rights.ALL, descriptorFlags);
    requireAllowed(start, request);
    table.checkRoom();
    try (Place place = PathWalk.walk(start.directory(), name, followsLast(request))) {
      memory.writeI32(result, table.add(open(start, place, request)));
    }
  }

  /** An exclusive creation fails on a link, wherever that leads. */
  private static boolean followsLast(Request request) {
    boolean exclusive = request.has(CREATE) && request.has(EXCLUSIVE);
    return request.follow() && !exclusive;
  }

  private static void requireAllowed(OpenDirectory start, Request request) throws ErrnoException {
    if ((request.openFlags() & ~KNOWN_OPEN_FLAGS) != 0
        || (request.descriptorFlags() & ~KNOWN_DESCRIPTOR_FLAGS) != 0
        || (request.has(CREATE) && request.has(DIRECTORY))) {
      throw Errno.INVAL.failure();
    }
    if (start.directory().readOnly() && (request.has(CREATE) || request.has(TRUNCATE))) {
      throw Errno.ROFS.failure();
    }
    if (request.has(CREATE)) {
      start.require(Rights.PATH_CREATE_FILE);
    }
    if (request.has(TRUNCATE)) {
      start.require(Rights.PATH_FILESTAT_SET_SIZE);
    }
  }

  private Descriptor open(OpenDirectory start, Place place, Request request) throws IOException {
    BasicFileAttributes existing = place.directory().attributesIfAny(place.name());
    if (existing == null && (!request.has(CREATE) || place.mustBeDirectory())) {
      throw (request.has(CREATE) ? Errno.ISDIR : Errno.NOENT).failure();
    }
    if (existing != null && request.has(CREATE) && request.has(EXCLUSIVE)) {
      throw Errno.EXIST.failure();
    }
    if (existing != null && existing.isDirectory()) {
      return openDirectory(start, place, request);
    }
    if (existing != null && existing.isSymbolicLink()) {
      throw Errno.LOOP.failure();
    }
    if (place.mustBeDirectory() || request.has(DIRECTORY)) {
      throw Errno.NOTDIR.failure();
    }
    return openFile(start, place, request, existing);
  }

  private static Descriptor openDirectory(OpenDirectory start, Place place, Request request)
      throws IOException {
    boolean createsFile = request.has(CREATE) && !request.has(DIRECTORY);
    if (createsFile || request.has(TRUNCATE) || (request.rights() & Rights.FD_WRITE) != 0) {
      throw Errno.ISDIR.failure();
    }
    Directory opened =
        place.isSelf() ? place.directory().retain() : place.directory().openDirectory(place.name());
    return new OpenDirectory(
        opened,
        null,
        request.rights() & start.inheritedRights() & Rights.DIRECTORY,
        request.inheritedRights() & start.inheritedRights(),
        request.descriptorFlags());
  }

  private static Descriptor openFile(
      OpenDirectory start, Place place, Request request, BasicFileAttributes existing)
      throws IOException {
    Directory directory = place.directory();
    if (directory.readOnly() && request.writes()) {
      throw Errno.ROFS.failure();
    }
    long rights = applicableRights(start, request);
    SeekableByteChannel channel =
        directory.openFile(place.name(), hostOptions(request, existing != null));
    try {
      return new OpenFile(
          channel, directory.retain(), place.name(), rights, request.descriptorFlags());
    } catch (IOException | RuntimeException e) {
      channel.close();
      directory.release();
      throw e;
    }
  }

  /**
   * Returns the rights of a new file. What does not apply to the file is left out; what applies but
   * is not the directory's to give is an error.
   */
  private static long applicableRights(OpenDirectory start, Request request) throws ErrnoException {
    long inapplicable = start.directory().readOnly() ? Rights.CHANGING : 0;
    long rights = request.rights() & Rights.FILE & ~inapplicable;
    if ((rights & ~start.inheritedRights()) != 0) {
      throw Errno.NOTCAPABLE.failure();
    }
    return rights;
  }

  private static Set<OpenOption> hostOptions(Request request, boolean exists) {
    Set<OpenOption> options = new HashSet<>();
    boolean writes = request.writes() || request.has(TRUNCATE) || !exists;
    if (writes) {
      options.add(StandardOpenOption.WRITE);
    }
    if (!writes || (request.rights() & Rights.FD_READ) != 0) {
      options.add(StandardOpenOption.READ);
    }
    if (request.has(TRUNCATE)) {
      options.add(StandardOpenOption.TRUNCATE_EXISTING);
    }
    if (request.has(CREATE)) {
      boolean exclusive = request.has(EXCLUSIVE);
      options.add(exclusive ? StandardOpenOption.CREATE_NEW : StandardOpenOption.CREATE);
    }
    return options;
  }
}
