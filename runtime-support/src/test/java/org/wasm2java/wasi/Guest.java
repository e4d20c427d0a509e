package org.wasm2java.wasi;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.wasm2java.runtime.Memory;
import org.wasm2java.wasi.descriptor.Rights;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.text.EscapedUtf8;

/**
 * Stands in for a guest program: puts strings and structures into a memory and calls the typed
 * methods, as generated code does.
 */
final class Guest implements AutoCloseable {
  /** Where results go. */
  static final int RESULT = 64;

  static final int OLD_PATH = 1024;
  static final int NEW_PATH = 8192;
  static final int VECTORS = 512;
  static final int BUFFER = 16384;
  static final int ROOT = 3;

  static final int CREATE = 1;
  static final int DIRECTORY = 2;
  static final int EXCLUSIVE = 4;
  static final int TRUNCATE = 8;

  final Memory memory = Memory.create(2, -1);
  final ByteArrayOutputStream stdout = new ByteArrayOutputStream();
  final WasiPreview1 wasi;

  Guest(Wasi.Builder builder) {
    wasi = builder.stdout(stdout).build();
  }

  static Guest withInput(String input) {
    byte[] bytes = input.getBytes(StandardCharsets.UTF_8);
    return new Guest(Wasi.builder().stdin(new ByteArrayInputStream(bytes)));
  }

  @Override
  public void close() throws IOException {
    wasi.close();
  }

  /** Writes a path, with lone surrogates for bytes that are no UTF-8, and returns its length. */
  int put(int address, String path) {
    byte[] bytes = EscapedUtf8.encode(path);
    memory.write(address, bytes);
    return bytes.length;
  }

  int result() {
    return memory.readI32(RESULT);
  }

  long longResult() {
    return memory.readI64(RESULT);
  }

  /** Puts a vector for one buffer. */
  void vector(int address, int length) {
    memory.writeI32(VECTORS, address);
    memory.writeI32(VECTORS + 4, length);
  }

  int write(int fd, String text) {
    vector(BUFFER, put(BUFFER, text));
    return wasi.fdWrite(memory, fd, VECTORS, 1, RESULT);
  }

  int pwrite(int fd, String text, long offset) {
    vector(BUFFER, put(BUFFER, text));
    return wasi.fdPwrite(memory, fd, VECTORS, 1, offset, RESULT);
  }

  /** Reads, and fails on an error. */
  String read(int fd, int length) {
    vector(BUFFER, length);
    expect(wasi.fdRead(memory, fd, VECTORS, 1, RESULT));
    return memory.readString(BUFFER, result());
  }

  String pread(int fd, int length, long offset) {
    vector(BUFFER, length);
    expect(wasi.fdPread(memory, fd, VECTORS, 1, offset, RESULT));
    return memory.readString(BUFFER, result());
  }

  int tryOpen(int fd, String path, int openFlags, long rights, int descriptorFlags) {
    int length = put(OLD_PATH, path);
    return wasi.pathOpen(
        memory, fd, 1, OLD_PATH, length, openFlags, rights, Rights.ALL, descriptorFlags, RESULT);
  }

  int tryOpen(String path, int openFlags, long rights) {
    return tryOpen(ROOT, path, openFlags, rights, 0);
  }

  /** Opens for reading and writing, and returns the descriptor. */
  int open(String path, int openFlags) {
    expect(tryOpen(path, openFlags, Rights.FILE));
    return result();
  }

  int openToRead(String path) {
    expect(tryOpen(path, 0, Rights.FILE & ~Rights.WRITING));
    return result();
  }

  int openDirectory(String path) {
    expect(tryOpen(path, DIRECTORY, Rights.DIRECTORY));
    return result();
  }

  int createDirectory(String path) {
    return wasi.pathCreateDirectory(memory, ROOT, OLD_PATH, put(OLD_PATH, path));
  }

  int removeDirectory(String path) {
    return wasi.pathRemoveDirectory(memory, ROOT, OLD_PATH, put(OLD_PATH, path));
  }

  int unlink(String path) {
    return wasi.pathUnlinkFile(memory, ROOT, OLD_PATH, put(OLD_PATH, path));
  }

  int symlink(String target, String path) {
    int targetLength = put(OLD_PATH, target);
    int length = put(NEW_PATH, path);
    return wasi.pathSymlink(memory, OLD_PATH, targetLength, ROOT, NEW_PATH, length);
  }

  int link(String existing, String path) {
    return link(ROOT, existing, ROOT, path);
  }

  int link(int oldFd, String existing, int newFd, String path) {
    int oldLength = put(OLD_PATH, existing);
    int length = put(NEW_PATH, path);
    return wasi.pathLink(memory, oldFd, 0, OLD_PATH, oldLength, newFd, NEW_PATH, length);
  }

  int rename(String from, String to) {
    return rename(ROOT, from, ROOT, to);
  }

  int rename(int oldFd, String from, int newFd, String to) {
    int oldLength = put(OLD_PATH, from);
    int length = put(NEW_PATH, to);
    return wasi.pathRename(memory, oldFd, OLD_PATH, oldLength, newFd, NEW_PATH, length);
  }

  int stat(String path, boolean follow) {
    int length = put(OLD_PATH, path);
    return wasi.pathFilestatGet(memory, ROOT, follow ? 1 : 0, OLD_PATH, length, RESULT);
  }

  int setTimes(String path, long access, long modification, int flags) {
    int length = put(OLD_PATH, path);
    return wasi.pathFilestatSetTimes(
        memory, ROOT, 0, OLD_PATH, length, access, modification, flags);
  }

  int tryReadlink(String path) {
    int length = put(OLD_PATH, path);
    return wasi.pathReadlink(memory, ROOT, OLD_PATH, length, BUFFER, 4096, RESULT);
  }

  String readlink(String path) {
    expect(tryReadlink(path));
    return text(BUFFER, result());
  }

  /** Returns bytes of the memory as {@link #put} takes them. */
  String text(int address, int length) {
    return EscapedUtf8.decode(memory.read(address, length));
  }

  /** Fields of the last filestat. */
  long inode() {
    return memory.readI64(RESULT + 8);
  }

  int fileType() {
    return memory.bytes()[RESULT + 16];
  }

  long links() {
    return memory.readI64(RESULT + 24);
  }

  long size() {
    return memory.readI64(RESULT + 32);
  }

  long accessTime() {
    return memory.readI64(RESULT + 40);
  }

  long modificationTime() {
    return memory.readI64(RESULT + 48);
  }

  /** Lists a directory with a small buffer, going on at the cookie of the last whole entry. */
  List<String> list(int fd, int bufferSize) {
    List<String> names = new ArrayList<>();
    long cookie = 0;
    while (true) {
      expect(wasi.fdReaddir(memory, fd, BUFFER, bufferSize, cookie, RESULT));
      int used = result();
      int at = BUFFER;
      while (at + 24 <= BUFFER + used) {
        int length = memory.readI32(at + 16);
        if (at + 24 + length > BUFFER + used) {
          break;
        }
        names.add(text(at + 24, length));
        cookie = memory.readI64(at);
        at += 24 + length;
      }
      if (used < bufferSize) {
        return names;
      }
    }
  }

  static void expect(int errno) {
    if (errno != 0) {
      throw new AssertionError("failed with " + Errno.values()[errno]);
    }
  }
}
