package org.wasm2java.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A lane goes on where its engine aborts, and gives up in the end. */
class LaneTest {
  private static final String RIGHT = "a6328921a653cab5b56345e3ccb73fec";
  private static final BenchCase CASE =
      new BenchCase("fib", List.of(), Optional.empty(), RIGHT, Path.of("fib.wasm"), "kernels");

  private final List<String> events = new ArrayList<>();

  /** Engines whose iterations are, in this order: ok, wrong, abort, fail. */
  private final class Script implements Lane.Start {
    private final List<String> iterations;

    Script(String iterations) {
      this.iterations = new ArrayList<>(Arrays.asList(iterations.split(" ")));
    }

    @Override
    public Optional<Engine> engine() throws IOException {
      events.add("start");
      if (iterations.get(0).equals("abort-at-start")) {
        iterations.remove(0);
        throw new EngineAbortedException("aborted by signal 6");
      }
      return Optional.of(
          new Engine() {
            @Override
            public Sample iterate() throws IOException {
              String next = iterations.remove(0);
              events.add(next);
              return switch (next) {
                case "abort" -> throw new EngineAbortedException("aborted by signal 6");
                case "fail" -> throw new IOException("exit code 1");
                case "wrong" -> new Sample(7, OptionalLong.empty(), "0");
                default -> new Sample(7, OptionalLong.of(5), RIGHT);
              };
            }

            @Override
            public void close() {
              events.add("close");
            }
          });
    }
  }

  private Measurement measure(String iterations, int warmUps, int rounds) throws Exception {
    try (Lane lane = new Lane("v8", CASE, new Script(iterations), 3)) {
      lane.open();
      for (int round = 0; round < warmUps; round++) {
        lane.warmUp();
      }
      for (int round = 0; round < rounds; round++) {
        lane.measure();
      }
      return lane.measurement();
    }
  }

  private static String cell(Measurement measurement) {
    ResultTable table = new ResultTable("warm", List.of("v8"), "v8", true);
    table.add(CASE, List.of(measurement));
    return table.text().lines().toList().get(2).substring("geomean kernels".length()).strip();
  }

  @Test
  void iterationsAreMeasuredAfterTheWarmUps() throws Exception {
    Measurement measurement = measure("ok ok ok ok ok", 2, 3);

    assertThat(measurement.samples()).hasSize(3);
    assertThat(events).containsExactly("start", "ok", "ok", "ok", "ok", "ok", "close");
    assertThat(cell(measurement)).isEqualTo("0.0 / 0.0 (1.00)");
  }

  @Test
  void engineThatAbortsIsStartedAgainAndTheRoundRepeated() throws Exception {
    Measurement measurement = measure("ok ok ok abort ok ok ok ok", 2, 3);

    assertThat(measurement.samples()).hasSize(3);
    assertThat(measurement.isProblem()).isFalse();
    assertThat(cell(measurement)).isEqualTo("1 abort, 0.0 / 0.0 (1.00)");
  }

  @Test
  void newEngineIsAsWarmAsTheOneBefore() throws Exception {
    measure("ok ok abort ok ok ok", 2, 1);

    assertThat(events)
        .containsExactly("start", "ok", "ok", "abort", "start", "ok", "ok", "ok", "close");
  }

  @Test
  void abortsWhileWarmingUpAndStartingCount() throws Exception {
    Measurement measurement = measure("abort abort-at-start ok ok", 1, 1);

    assertThat(measurement.aborts()).isEqualTo(2);
    assertThat(cell(measurement)).isEqualTo("2 aborts, 0.0 / 0.0 (1.00)");
  }

  @Test
  void laneGivesUpAfterTheMostAborts() throws Exception {
    Measurement measurement = measure("ok abort ok abort ok abort ok ok", 0, 4);

    assertThat(events).hasSize(9).endsWith("start", "ok", "abort");
    assertThat(measurement.isProblem()).isTrue();
    assertThat(cell(measurement)).isEqualTo("aborted");
  }

  @Test
  void failuresAndWrongOutputAreNotRepeated() throws Exception {
    assertThat(cell(measure("ok fail ok", 0, 3))).isEqualTo("failed");
    assertThat(cell(measure("ok wrong ok", 0, 3))).isEqualTo("WRONG");
    assertThat(cell(measure("wrong ok ok", 1, 2))).isEqualTo("WRONG");
    assertThat(events).filteredOn("start"::equals).hasSize(3);
  }

  @Test
  void columnWithoutAnEngineIsNoProblem() throws Exception {
    Lane lane = new Lane("native", CASE, Optional::empty, 3);
    lane.open();
    lane.measure();

    assertThat(lane.measurement().isProblem()).isFalse();
    assertThat(cell(lane.measurement())).isEqualTo("-");
  }

  @Test
  void engineWithoutProcessorTimeHasADash() {
    List<Sample> samples =
        IntStream.range(0, 3)
            .mapToObj(i -> new Sample(2_000_000, OptionalLong.empty(), RIGHT))
            .toList();

    assertThat(cell(new Measurement("v8", samples, 0, ""))).isEqualTo("2.0 / - (1.00)");
  }
}
