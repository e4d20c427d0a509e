package org.wasm2java.wasi;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.wasm2java.wasi.descriptor.DescriptorTable;
import org.wasm2java.wasi.descriptor.OpenDirectory;
import org.wasm2java.wasi.descriptor.Rights;
import org.wasm2java.wasi.file.Directory;
import org.wasm2java.wasi.text.EscapedUtf8;

/**
 * A directory that a guest is granted.
 *
 * @param guestPath the guest's name for it
 * @param host where it is
 * @param readOnly whether nothing below it may be changed
 */
record Preopen(String guestPath, Path host, boolean readOnly) {
  /** Opens all of them and adds them to the table, in order, as the first descriptors after 2. */
  static void openAll(List<Preopen> preopens, DescriptorTable table) throws IOException {
    List<Directory> opened = new ArrayList<>();
    for (Preopen preopen : preopens) {
      Directory directory = Directory.openRoot(preopen.realPath(), preopen.readOnly);
      opened.add(directory);
      long lost = preopen.readOnly ? Rights.CHANGING : 0;
      table.add(
          new OpenDirectory(
              directory,
              EscapedUtf8.encode(preopen.guestPath),
              Rights.DIRECTORY & ~lost,
              Rights.ALL & ~lost,
              0));
    }
    Directory.protectRoots(opened);
  }

  private Path realPath() throws IOException {
    String hint = "; it is granted to the guest as ".concat(guestPath);
    if (!Files.exists(host)) {
      throw new NoSuchFileException(
          host.toString(), null, "no such directory: create it or grant another".concat(hint));
    }
    if (!Files.isDirectory(host)) {
      throw new FileSystemException(host.toString(), null, "not a directory".concat(hint));
    }
    return host.toRealPath();
  }
}
