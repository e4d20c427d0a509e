package com.example.sha256;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.wasm2java.runtime.Store;

/** Hashes with {@code sha256.c}, through the class that was generated from {@code sha256.wasm}. */
public final class Hasher {
  private static final int DIGEST_LENGTH = 32;

  private final Sha256 module = Sha256.instantiate(new Store());

  /** Returns the SHA-256 of the data. */
  public byte[] hash(byte[] data) {
    module.release();
    int address = module.alloc(data.length);
    if (address == 0) {
      throw new IllegalArgumentException(data.length + " bytes exceed the module's memory");
    }
    module.memory().write(address, data);
    return module.memory().read(module.digest(address, data.length), DIGEST_LENGTH);
  }

  /** Prints the SHA-256 of each file. */
  public static void main(String[] files) throws IOException {
    Hasher hasher = new Hasher();
    for (String file : files) {
      byte[] digest = hasher.hash(Files.readAllBytes(Path.of(file)));
      System.out.println(HexFormat.of().formatHex(digest) + "  " + file);
    }
  }
}
