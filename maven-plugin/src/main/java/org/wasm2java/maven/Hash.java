package org.wasm2java.maven;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * SHA-256 over a sequence of values, each with its length, so that no two sequences run together.
 */
final class Hash {
  private final MessageDigest digest;

  Hash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  Hash add(byte[] value) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(value.length).flip());
    digest.update(value);
    return this;
  }

  Hash add(String value) {
    return add(value.getBytes(StandardCharsets.UTF_8));
  }

  /** Returns the hash in hexadecimal digits; the sequence is over then. */
  String text() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
