package org.wasm2java.wasi.memory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import org.wasm2java.runtime.Memory;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.error.ErrnoException;
import org.wasm2java.wasi.text.EscapedUtf8;

/**
 * The memory of a guest as the functions of WASI use it. It alone knows that a memory is an array,
 * so another form of memory needs another one of this class and no other change in WASI. Every
 * access is checked, so a bad guest pointer is the error {@code fault} and never a Java exception.
 * Guest addresses are unsigned; one that is negative as a Java {@code int} lies beyond any array.
 */
public final class GuestMemory {
  private final Memory memory;

  /** Makes the memory usable, also after it has grown. */
  public GuestMemory(Memory memory) {
    this.memory = memory;
  }

  /** Returns whether this is the memory. */
  public boolean isOf(Memory other) {
    return memory == other;
  }

  /** Checks that a range lies in the memory. */
  public void check(int address, int length) throws ErrnoException {
    checked(address, length);
  }

  /** Checks that an array of structures lies in the memory. */
  public void checkArray(int address, int count, int size) throws ErrnoException {
    if (count < 0 || (long) count * size > byteSize()) {
      throw Errno.FAULT.failure();
    }
    check(address, count * size);
  }

  /** Returns the array, in which the range lies. */
  private byte[] checked(int address, int length) throws ErrnoException {
    if (address < 0 || length < 0 || address > byteSize() - length) {
      throw Errno.FAULT.failure();
    }
    return memory.bytes();
  }

  /** Returns the size of the memory; its array may be longer. */
  private int byteSize() {
    return memory.size() * Memory.PAGE_SIZE;
  }

  public byte readI8(int address) throws ErrnoException {
    return checked(address, Byte.BYTES)[address];
  }

  public short readI16(int address) throws ErrnoException {
    return (short) Memory.I16.get(checked(address, Short.BYTES), address);
  }

  public int readI32(int address) throws ErrnoException {
    return (int) Memory.I32.get(checked(address, Integer.BYTES), address);
  }

  public long readI64(int address) throws ErrnoException {
    return (long) Memory.I64.get(checked(address, Long.BYTES), address);
  }

  /** Returns text by its bytes, be they UTF-8 or not; see {@link EscapedUtf8}. */
  public String readText(int address, int length) throws ErrnoException {
    return EscapedUtf8.decode(checked(address, length), address, length);
  }

  public void writeI8(int address, int value) throws ErrnoException {
    checked(address, Byte.BYTES)[address] = (byte) value;
  }

  public void writeI16(int address, int value) throws ErrnoException {
    Memory.I16.set(checked(address, Short.BYTES), address, (short) value);
  }

  public void writeI32(int address, int value) throws ErrnoException {
    Memory.I32.set(checked(address, Integer.BYTES), address, value);
  }

  public void writeI64(int address, long value) throws ErrnoException {
    Memory.I64.set(checked(address, Long.BYTES), address, value);
  }

  /** Writes a part of the host's bytes. */
  public void write(int address, byte[] source, int start, int length) throws ErrnoException {
    System.arraycopy(source, start, checked(address, length), address, length);
  }

  /** Transfers what a stream reads at once; returns how much that was, -1 at the end. */
  public int receive(InputStream source, int address, int length) throws IOException {
    return source.read(checked(address, length), address, length);
  }

  /** Transfers a range to a stream. */
  public void send(OutputStream target, int address, int length) throws IOException {
    target.write(checked(address, length), address, length);
  }

  /** Returns a buffer over the memory's array: the last one if it still is that. */
  ByteBuffer buffer(ByteBuffer last) {
    byte[] bytes = memory.bytes();
    return last.array() == bytes ? last : ByteBuffer.wrap(bytes);
  }
}
