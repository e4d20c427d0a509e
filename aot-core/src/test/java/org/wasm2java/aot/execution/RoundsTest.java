package org.wasm2java.aot.execution;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wasm2java.aot.GeneratedClasses;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.frame.WasmFrame;

/**
 * Loops whose rounds are done at once or counted do what they do round by round: the same results,
 * the same trap at the same instruction, and the same memory, so that it trapped in the same round.
 * With checkpoints, loops are left as they are.
 */
class RoundsTest {
  private static final GeneratedClasses AT_ONCE =
      Guest.translate("rounds", "execution.AtOnce", o -> {});
  private static final GeneratedClasses ONE_BY_ONE =
      Guest.translate("rounds", "execution.OneByOne", o -> o.interruptible(true));

  private static final int SIZE = Memory.PAGE_SIZE;
  private static final int CALLS = 1500;

  /**
   * What a call gave: its results, or the kind of its trap.
   *
   * @param frames where it trapped; none, if it did not, or if compiled code had thrown so often
   *     that the JVM left them out
   */
  private record Outcome(String gives, List<String> frames) {
    static Outcome of(Instance instance, String function, Object... arguments) {
      try {
        return new Outcome(Arrays.toString(Guest.call(instance, function, arguments)), List.of());
      } catch (Trap trap) {
        return new Outcome(
            trap.kind().text(), trap.frames().stream().map(Outcome::instruction).toList());
      }
    }

    private static String instruction(WasmFrame frame) {
      return "func[%d] at 0x%x".formatted(frame.functionIndex(), frame.offset());
    }

    boolean isSame(Outcome other) {
      boolean known = !frames.isEmpty() && !other.frames.isEmpty();
      return gives.equals(other.gives) && (!known || frames.equals(other.frames));
    }
  }

  /** Numbers as they are, at the ends of the memory, and at those of the integers. */
  private static int address(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> SIZE - random.nextInt(600);
      case 1 -> random.nextInt(16) - 8;
      case 2 -> Integer.MIN_VALUE + random.nextInt(16) - 8;
      case 3 -> -random.nextInt(1100);
      default -> random.nextInt(SIZE);
    };
  }

  private static int near(Random random, int address) {
    return switch (random.nextInt(4)) {
      case 0 -> address(random);
      case 1 -> address + random.nextInt(40) - 20;
      default -> address + random.nextInt(2000) - 1000;
    };
  }

  private static int count(Random random, int one, int other) {
    return switch (random.nextInt(8)) {
      case 0 -> random.nextInt();
      case 1 -> random.nextInt(8) - 4;
      case 2 -> Integer.MIN_VALUE + random.nextInt(300);
      case 3 -> Integer.MAX_VALUE - random.nextInt(300);
      case 4 -> one + 16 * random.nextInt(60);
      case 5 -> other + 8 * random.nextInt(60);
      case 6 -> 16 * random.nextInt(80);
      default -> random.nextInt(1000);
    };
  }

  /** Long stretches of the same, so that comparisons find them. */
  private static byte[] contents(Random random) {
    byte[] bytes = new byte[SIZE];
    for (int i = 0; i < SIZE; i++) {
      bytes[i] = (byte) (random.nextInt(700) == 0 ? random.nextInt(4) : i / 4096);
    }
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes",
        "halves",
        "longs",
        "floats",
        "descendingInRound",
        "backwards",
        "backwardsUnrolled",
        "ascendingInRoundBackwards",
        "offsets",
        "signed",
        "leavesFirst",
        "untilEnd",
        "untilEndSigned",
        "untilEndUnequal",
        "sharedStep",
        "lastLoaded",
        "fillBytes",
        "fillHalves",
        "fillInts",
        "fillConstant",
        "fillBackwards",
        "fillThree",
        "compareBytes",
        "compareInts",
        "compareFloats",
        "compareOffsets",
        "searchZero",
        "searchByte",
        "searchSigned",
        "searchNone",
        "searchEither",
        "searchDifferent",
        "searchWords",
        "searchWordsJoined",
        "searchWordsMixed",
        "searchWordsAlmost",
        "windowOneByte",
        "windowTwoBytes",
        "windowThreeBytes",
        "windowUneven",
        "windowHole",
        "windowElsewhere",
        "countsUp",
        "countsDown",
        "countsDownToAddress",
        "countsAndLeaves",
        "countsToConstant"
      })
  void doesWhatTheRoundsDo(String function) {
    Random random = new Random(function.hashCode());
    Instance atOnce = AT_ONCE.instantiate(new Store());
    Instance oneByOne = ONE_BY_ONE.instantiate(new Store());
    byte[] contents = contents(random);
    List<String> different = new ArrayList<>();
    for (int i = 0; i < CALLS; i++) {
      int one = address(random);
      int other = near(random, one);
      Object[] arguments = {one, other, count(random, one, other)};
      memory(atOnce).write(0, contents);
      memory(oneByOne).write(0, contents);
      Outcome expected = Outcome.of(oneByOne, function, arguments);
      Outcome found = Outcome.of(atOnce, function, arguments);
      boolean sameMemory = Arrays.equals(memory(atOnce).bytes(), memory(oneByOne).bytes());
      if (!found.isSame(expected) || !sameMemory) {
        String memories = sameMemory ? ", the same memory" : ", another memory";
        different.add(
            Arrays.toString(arguments) + " gives " + found + ", not " + expected + memories);
      }
    }
    assertThat(different).isEmpty();
  }

  private static Memory memory(Instance instance) {
    return (Memory) instance.export("memory");
  }
}
