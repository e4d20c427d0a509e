package org.wasm2java.runtime.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wasm2java.runtime.Memory;

class RoundsTest {
  private static final int SIZE = 256;

  private final byte[] bytes = new byte[SIZE];
  private final byte[] expected = new byte[SIZE];

  RoundsTest() {
    for (int i = 0; i < SIZE; i++) {
      bytes[i] = expected[i] = (byte) (i * 7 + (i >> 5));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 128, 32, 4", // apart
    "100, 104, 30, 4", // downwards inside the source
    "128, 0, 16, 8",
    "0, 192, 8, 8", // up to the end
    "124, 252, 32, -4", // backwards, apart
    "60, 56, 8, -4", // backwards, upwards inside the source
    "28, 252, 8, -4" // backwards down to the start
  })
  void copiesAsTheRoundsDo(int to, int from, int rounds, int step) {
    for (int round = 0; round < rounds; round++) {
      int at = round * step;
      byte[] loaded = Arrays.copyOfRange(expected, from + at, from + at + Math.abs(step));
      System.arraycopy(loaded, 0, expected, to + at, loaded.length);
    }

    assertThat(Rounds.copy(bytes, to, from, rounds, step)).isEqualTo(rounds);
    assertThat(bytes).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "104, 100, 30, 4", // repeats what it copied
    "100, 104, 8, -4", // the same, backwards
    "0, 193, 8, 8",
    "193, 0, 8, 8",
    "-8, 64, 8, 8",
    "64, -8, 8, 8",
    "24, 252, 8, -4",
    "253, 100, 8, -4",
    "0, 128, 536870912, 8",
    "0, 128, 0, 8",
    "0, 128, -2147483648, 1",
    "2147483647, 0, 8, 8"
  })
  void leavesAloneWhatIsNoCopyOrLeavesTheMemory(int to, int from, int rounds, int step) {
    assertThat(Rounds.copy(bytes, to, from, rounds, step)).isZero();
    assertThat(bytes).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "3, 20, 1, 1",
    "3, 9, 6, 2",
    "3, 5, 4, 4",
    "3, 5, -16, 8",
    "241, 3, -5, 1",
    "0, 32, 8, 8"
  })
  void fillsAsTheRoundsDo(int to, int rounds, int step, int size) {
    long number = 0x8877665544332211L;
    int start = step > 0 ? to : to - step + rounds * step;
    int from = Math.max(0, start);
    for (int i = 0; start >= 0 && i < rounds * Math.abs(step); i++) {
      expected[from + i] = (byte) (number >> (i % size) * Byte.SIZE);
    }

    assertThat(Rounds.fill(bytes, to, number, rounds, step, size))
        .isEqualTo(start < 0 ? 0 : rounds);
    assertThat(bytes).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, 33, 8", "249, 1, 8", "-1, 8, 8", "0, 7, 1", "0, -2147483648, 1", "12, 5, -4"})
  void fillsNothingThatIsFewOrLeavesTheMemory(int to, int rounds, int step) {
    assertThat(Rounds.fill(bytes, to, 1, rounds, step, 1)).isZero();
    assertThat(bytes).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "100, 100, 8, 4, 8",
    "0, 128, 8, 8, 4", // the 39th byte is another
    "0, 128, 39, 1, 38",
    "0, 128, 38, 1, 38",
    "0, 193, 8, 8, 0",
    "-1, 128, 8, 8, 0",
    "0, 128, 0, 8, 0"
  })
  void countsRoundsThatFindTheSame(int one, int other, int rounds, int step, int equal) {
    System.arraycopy(bytes, 0, bytes, 128, 128);
    bytes[128 + 38]++;

    assertThat(Rounds.equal(bytes, one, other, rounds, step)).isEqualTo(equal);
  }

  @ParameterizedTest
  @CsvSource({
    "100, 0, 100, 1, 57", // the byte is at 157
    "101, 0, 100, 4, 14",
    "157, 0, 100, 1, 0",
    "158, 0, 2147483647, 1, 96", // up to the last eight bytes
    "158, 0, 2147483647, 4, 24",
    "100, 0, 20, 1, 16", // no further than the rounds
    "100, 0, 7, 1, 0",
    "100, 511, 40, 1, 40", // of a number, the lowest byte counts
    "154, -16777216, 100, 4, 24", // at another place of the word
    "155, 65536, 100, 4, 1",
    "-1, 0, 100, 1, 0",
    "250, 0, 100, 1, 0",
    "2147483647, 0, 100, 4, 0",
    "100, 0, 0, 1, 0",
    "100, 0, -2147483648, 4, 0"
  })
  void countsRoundsThatDoNotFind(int from, int number, int rounds, int step, int found) {
    Arrays.fill(bytes, (byte) 1);
    bytes[157] = 0;

    assertThat(Rounds.search(bytes, from, number, rounds, step)).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 100, 5, 3", // apart
    "172, 88, 5, 1", // right behind the last word
    "95, 100, 5, 2", // closely below, but far enough
    "0, 172, 5, 3" // up to the end
  })
  void slidesAsTheRoundsDo(int to, int from, int rounds, int skipped) {
    int words = rounds * 4;
    int loaded = (int) Memory.I32.get(expected, from);
    int carried = loaded;
    int bits = (4 - skipped) * Byte.SIZE;
    for (int i = 0; i < words; i++) {
      int next = (int) Memory.I32.get(expected, from + 4 + 4 * i);
      Memory.I32.set(expected, to + 4 * i, next << bits | carried >>> -bits);
      carried = next;
    }

    assertThat(Rounds.slide(bytes, to, from, loaded, rounds, 16, skipped)).isEqualTo(rounds);
    assertThat(bytes).isEqualTo(expected);
    assertThat((int) Memory.I32.get(bytes, from + rounds * 16)).isEqualTo(carried);
  }

  @ParameterizedTest
  @CsvSource({
    "96, 100, 5, 0", // too closely below
    "100, 100, 5, 0",
    "171, 88, 5, 0", // inside what is loaded
    "0, 100, 5, 1", // another word
    "0, 173, 5, 0",
    "177, 0, 5, 0",
    "-1, 100, 5, 0",
    "0, -1, 5, 0",
    "0, 100, 0, 0",
    "0, 100, -5, 0",
    "2147483647, 100, 5, 0"
  })
  void doesNotSlideWhatIsNoCopyOrLeavesTheMemory(int to, int from, int rounds, int difference) {
    int word = from < 0 ? 0 : (int) Memory.I32.get(bytes, from) + difference;

    assertThat(Rounds.slide(bytes, to, from, word, rounds, 16, 3)).isZero();
    assertThat(bytes).isEqualTo(expected);
  }
}
