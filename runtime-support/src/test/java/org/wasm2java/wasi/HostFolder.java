package org.wasm2java.wasi;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.wasm2java.wasi.descriptor.DescriptorTable;
import org.wasm2java.wasi.descriptor.OpenDirectory;
import org.wasm2java.wasi.descriptor.Rights;
import org.wasm2java.wasi.file.CheckedDirectory;
import org.wasm2java.wasi.file.Directory;

/** A host directory of some kind, with a guest that has {@code sandbox} in it as descriptor 3. */
final class HostFolder implements AutoCloseable {
  /** How directories are kept safe, and where they are. */
  enum Kind {
    /** The default file system, through open directories. */
    SECURE,
    /** The default file system, through checked paths. */
    CHECKED,
    /** A file system in memory, with Unix rules. */
    MEMORY
  }

  final Path outside;
  final Path root;
  final Guest guest;
  private final FileSystem memory;

  HostFolder(Kind kind) throws IOException {
    memory = kind == Kind.MEMORY ? Jimfs.newFileSystem(Configuration.unix()) : null;
    outside =
        memory == null
            ? Files.createTempDirectory("wasi").toRealPath()
            : Files.createDirectory(memory.getPath("/wasi"));
    root = Files.createDirectory(outside.resolve("sandbox"));
    guest = guest(Wasi.builder().preopen("/", root));
    if (kind == Kind.CHECKED) {
      replaceRoot(new CheckedDirectory(root, root, false));
    }
  }

  /** A further guest with other grants; to be closed by the caller. */
  static Guest guest(Wasi.Builder builder) {
    return new Guest(builder);
  }

  private void replaceRoot(Directory directory) throws IOException {
    DescriptorTable table = guest.wasi.state.table();
    table.close(Guest.ROOT);
    table.add(new OpenDirectory(directory, new byte[] {'/'}, Rights.DIRECTORY, Rights.ALL, 0));
  }

  Path write(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
  }

  String read(String name) throws IOException {
    return Files.readString(root.resolve(name));
  }

  @Override
  public void close() throws IOException {
    guest.close();
    if (memory != null) {
      memory.close();
      return;
    }
    List<Path> all;
    try (Stream<Path> tree = Files.walk(outside)) {
      all = tree.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
