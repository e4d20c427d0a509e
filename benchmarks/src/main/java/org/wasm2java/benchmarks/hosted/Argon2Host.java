package org.wasm2java.benchmarks.hosted;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.wasm2java.runtime.ModuleDescriptor;

/** The Argon2 of {@code @phi-ag/argon2}, which has no imports. */
final class Argon2Host implements HostedProgram.Host {
  private static final int PASSES = 3;
  private static final int KIBIBYTES = 16384;
  private static final int LANES = 1;
  private static final int HASH_BYTES = 32;
  private static final int ARGON2ID = 2;
  private static final int VERSION = 0x13;

  private final HostedInstance guest;
  private final int password;
  private final int salt;
  private final int hash;

  Argon2Host(ModuleDescriptor module) {
    guest = new HostedInstance(module, "memory", Map.of());
    guest.call("_initialize");
    password = guest.copy("malloc", "correct horse".getBytes(StandardCharsets.US_ASCII));
    salt = guest.copy("malloc", "battery staple..".getBytes(StandardCharsets.US_ASCII));
    hash = guest.call("malloc", HASH_BYTES);
  }

  @Override
  public byte[] run() {
    int error =
        guest.call(
            "argon2_hash",
            PASSES,
            KIBIBYTES,
            LANES,
            password,
            13,
            salt,
            16,
            hash,
            HASH_BYTES,
            0,
            0,
            ARGON2ID,
            VERSION);
    if (error != 0) {
      throw new IllegalStateException("argon2_hash gives " + error);
    }
    return guest.memory().read(hash, HASH_BYTES);
  }
}
