package org.wasm2java.wasi.call;

import java.io.IOException;
import java.util.List;
import org.wasm2java.wasi.descriptor.DescriptorTable;
import org.wasm2java.wasi.descriptor.OpenDirectory;
import org.wasm2java.wasi.descriptor.Rights;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.error.HostErrors;
import org.wasm2java.wasi.file.Directory;
import org.wasm2java.wasi.file.FileStatus;
import org.wasm2java.wasi.file.FileType;
import org.wasm2java.wasi.memory.GuestMemory;
import org.wasm2java.wasi.text.EscapedUtf8;

/** The function {@code fd_readdir}. A cookie is the number of the next entry in the listing. */
public final class ReaddirFunction {
  private final DescriptorTable table;

  ReaddirFunction(DescriptorTable table) {
    this.table = table;
  }

  /** Fills the buffer; the last entry may be cut off, which tells the guest that there are more. */
  public void readdir(GuestMemory memory, int fd, int buffer, int length, long cookie, int result)
      throws IOException {
    OpenDirectory directory = table.directory(fd, Rights.FD_READDIR);
    memory.check(buffer, length);
    memory.check(result, Integer.BYTES);
    List<String> names = directory.listing(cookie == 0);
    int used = 0;
    for (long next = cookie; next >= 0 && next < names.size() && used < length; next++) {
      byte[] entry = entry(directory.directory(), names.get((int) next), next + 1);
      if (entry != null) {
        int count = Math.min(entry.length, length - used);
        memory.write(buffer + used, entry, 0, count);
        used += count;
      }
    }
    memory.writeI32(result, used);
  }

  /** Returns an entry, or {@code null} if the file has gone since the listing was taken. */
  private static byte[] entry(Directory directory, String name, long next) throws IOException {
    byte[] encoded = EscapedUtf8.encode(name);
    if (name.equals("..")) {
      // What is above is none of the guest's business, not even its inode.
      return GuestStructs.directoryEntry(next, 0, FileType.DIRECTORY, encoded);
    }
    try {
      FileStatus status = directory.status(name);
      return GuestStructs.directoryEntry(next, status.inode(), status.fileType(), encoded);
    } catch (IOException e) {
      if (HostErrors.errno(e) == Errno.NOENT) {
        return null;
      }
      return GuestStructs.directoryEntry(next, 0, FileType.UNKNOWN, encoded);
    }
  }
}
