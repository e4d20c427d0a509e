package com.example.sha256;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.security.MessageDigest;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HasherTest {
  private final Hasher hasher = new Hasher();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 55, 56, 63, 64, 65, 119, 120, 1000, 300_000})
  void hashesAsTheJdkDoes(int length) throws Exception {
    byte[] data = new byte[length];
    new Random(length).nextBytes(data);
    assertArrayEquals(MessageDigest.getInstance("SHA-256").digest(data), hasher.hash(data));
  }
}
