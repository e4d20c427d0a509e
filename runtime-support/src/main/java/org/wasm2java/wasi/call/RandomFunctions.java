package org.wasm2java.wasi.call;

import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.util.random.RandomGenerator;
import org.wasm2java.wasi.error.Errno;
import org.wasm2java.wasi.memory.GuestMemory;

/**
 * The function {@code random_get}. Without a generator of the user's it reads the kernel's device
 * where there is one: {@code SecureRandom} reads the same, but costs tens of milliseconds to start.
 */
public final class RandomFunctions {
  private static final File DEVICE = new File("/dev/urandom");
  private static final int CHUNK = 4096;

  private RandomGenerator generator;
  private InputStream device;

  /** Uses the generator, or the host's randomness for {@code null}. */
  RandomFunctions(RandomGenerator generator) {
    this.generator = generator;
  }

  public synchronized void get(GuestMemory memory, int buffer, int length) throws IOException {
    memory.check(buffer, length);
    if (generator == null && device == null) {
      open();
    }
    if (device != null) {
      readDevice(memory, buffer, length);
      return;
    }
    byte[] chunk = new byte[Math.min(length, CHUNK)];
    for (int done = 0; done < length; done += chunk.length) {
      generator.nextBytes(chunk);
      int count = Math.min(chunk.length, length - done);
      memory.write(buffer + done, chunk, 0, count);
    }
  }

  private void readDevice(GuestMemory memory, int buffer, int length) throws IOException {
    int done = 0;
    while (done < length) {
      int count = memory.receive(device, buffer + done, length - done);
      if (count < 0) {
        throw Errno.IO.failure();
      }
      done += count;
    }
  }

  private void open() throws IOException {
    if (DEVICE.canRead()) {
      device = new FileInputStream(DEVICE);
    } else {
      generator = new SecureRandom();
    }
  }

  synchronized void close() throws IOException {
    if (device != null) {
      device.close();
      device = null;
    }
  }
}
