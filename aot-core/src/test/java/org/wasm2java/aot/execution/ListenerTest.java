package org.wasm2java.aot.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.wasm2java.aot.GeneratedClasses;
import org.wasm2java.runtime.FunctionInfo;
import org.wasm2java.runtime.FunctionListener;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.TrapKind;
import org.wasm2java.runtime.listener.FlightRecorderListener;
import org.wasm2java.runtime.listener.TraceListener;

/** What listeners are told, and what that changes: nothing. */
class ListenerTest {
  private static final GeneratedClasses ALL = Guest.translate("calls", o -> o.listen("*"));

  /** Writes down what it is told. */
  private static class Notes implements FunctionListener {
    private final List<String> lines = new ArrayList<>();

    @Override
    public void before(Instance instance, FunctionInfo function, Object[] arguments) {
      lines.add("before " + function.name() + Arrays.toString(arguments));
    }

    @Override
    public void after(Instance instance, FunctionInfo function, Object[] results) {
      lines.add("after " + function.name() + Arrays.toString(results));
    }

    @Override
    public void abort(Instance instance, FunctionInfo function, Throwable thrown) {
      lines.add("abort " + function.name() + " " + thrown);
    }
  }

  private static Notes listen(Instance instance) {
    Notes notes = new Notes();
    instance.execution().setListener(notes);
    return notes;
  }

  @Test
  void callsAreToldInTheirOrderWithArgumentsAndResults() {
    Instance instance = Guest.instantiate(ALL);
    Notes notes = listen(instance);

    assertThat(Guest.call(instance, "twice", 20)).containsExactly(42);
    assertThat(notes.lines)
        .containsExactly(
            "before twice[20]",
            "before once[20]",
            "after once[21]",
            "before once[20]",
            "after once[21]",
            "after twice[42]");
  }

  @Test
  void allResultsAreToldAndSurviveWhatTheListenerCalls() {
    Instance instance = Guest.instantiate(ALL);
    List<Object> results = new ArrayList<>();
    instance
        .execution()
        .setListener(
            new FunctionListener() {
              private boolean nested;

              @Override
              public void after(Instance of, FunctionInfo function, Object[] values) {
                if (function.name().equals("pair") && !nested) {
                  nested = true;
                  results.addAll(Arrays.asList(values));
                  Guest.call(of, "pair", 9f, 9L);
                  nested = false;
                }
              }
            });

    assertThat(Guest.call(instance, "swap")).containsExactly(9.0);
    assertThat(results).containsExactly(7L, 1.5f, 0.5);
  }

  @Test
  void trapsAreToldToEachFunctionThatTheyLeave() {
    Instance instance = Guest.instantiate(ALL);
    Notes notes = listen(instance);

    assertThatThrownBy(() -> Guest.call(instance, "outer", 0))
        .isInstanceOfSatisfying(
            Trap.class, trap -> assertThat(trap.kind()).isEqualTo(TrapKind.INTEGER_DIVIDE_BY_ZERO));
    String trap = Trap.class.getName() + ": integer divide by zero";
    assertThat(notes.lines)
        .containsExactly(
            "before outer[0]", "before divide[0]", "abort divide " + trap, "abort outer " + trap);
  }

  @Test
  void exceptionsOfTheHostPassUnchanged() {
    RuntimeException failure = new IndexOutOfBoundsException("the host's");
    Instance instance =
        Guest.instantiate(
            ALL,
            arguments -> {
              throw failure;
            });
    Notes notes = listen(instance);

    assertThat(catchThrowable(() -> Guest.call(instance, "callHost", 1))).isSameAs(failure);
    assertThat(notes.lines)
        .containsExactly("before host_caller[1]", "abort host_caller " + failure);
  }

  @Test
  void exceptionsOfTheListenerGoToTheCaller() {
    Instance instance = Guest.instantiate(ALL);
    RuntimeException refusal = new IllegalStateException("no");
    instance
        .execution()
        .setListener(
            new FunctionListener() {
              @Override
              public void before(Instance of, FunctionInfo function, Object[] arguments) {
                throw refusal;
              }
            });

    assertThat(catchThrowable(() -> Guest.call(instance, "twice", 1))).isSameAs(refusal);
  }

  @ParameterizedTest
  @CsvSource({
    "twice, twice",
    "t*, twice",
    "?nce, once",
    "func[2], once",
    "callHost, host_caller",
    "*ce, once twice",
    "nobody, ''"
  })
  void patternsNameFunctions(String pattern, String told) {
    GeneratedClasses classes = Guest.translate("calls", o -> o.listen(pattern));
    Instance instance = Guest.instantiate(classes);
    Notes notes = listen(instance);
    Guest.call(instance, "twice", 1);
    Guest.call(instance, "callHost", 1);

    List<String> names =
        notes.lines.stream()
            .filter(line -> line.startsWith("before"))
            .map(line -> line.substring("before ".length(), line.indexOf('[')))
            .distinct()
            .sorted()
            .toList();
    assertThat(String.join(" ", names)).isEqualTo(told);
  }

  @Test
  void traceShowsTheTreeOfCalls() {
    Instance instance = Guest.instantiate(ALL);
    StringBuilder trace = new StringBuilder();
    instance.execution().setListener(new TraceListener(trace));
    Guest.call(instance, "twice", 20);
    Guest.call(instance, "nothing");
    catchThrowable(() -> Guest.call(instance, "outer", 0));

    assertThat(trace.toString())
        .isEqualTo(
            """
            > twice(20)
              > once(20)
              < once = 21
              > once(20)
              < once = 21
            < twice = 42
            > nothing()
            < nothing
            > outer(0)
              > divide(0)
              ! divide: integer divide by zero
            ! outer: integer divide by zero
            """);
  }

  @Test
  void flightRecorderHasAnEventForEachCall(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("calls.jfr");
    try (Recording recording = new Recording()) {
      recording.enable("org.wasm2java.Call").withoutThreshold();
      recording.start();
      Instance instance = Guest.instantiate(ALL);
      instance.execution().setListener(new FlightRecorderListener());
      Guest.call(instance, "twice", 20);
      catchThrowable(() -> Guest.call(instance, "divide", 0));
      recording.stop();
      recording.dump(file);
    }

    assertThat(Files.size(file)).isPositive();
    assertThat(RecordingFile.readAllEvents(file))
        .extracting(ListenerTest::text)
        .containsExactlyInAnyOrder("once", "once", "twice", "divide integer divide by zero");
  }

  /** A trap's message has its frames behind the first line. */
  private static String firstLine(String text) {
    return text == null ? null : text.lines().findFirst().orElse("");
  }

  private static String text(RecordedEvent event) {
    String failure = firstLine(event.getString("failure"));
    String reason = failure == null ? "" : failure.substring(failure.indexOf(':') + 1);
    return event.getString("function") + reason;
  }

  @Test
  void nobodyIsToldWhenTheListenerIsTakenAway() {
    Instance instance = Guest.instantiate(ALL);
    Notes notes = listen(instance);
    instance.execution().setListener(null);
    Guest.call(instance, "twice", 1);

    assertThat(notes.lines).isEmpty();
  }

  @Test
  void withoutTheOptionItSaysWhichIsMissing() {
    Instance instance = Guest.instantiate(Guest.translate("calls", o -> {}));

    assertThatThrownBy(() -> listen(instance))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("--listen");
  }

  @Test
  void memoryThatAListenerGrowsIsSeenBehindTheCall() {
    Instance instance = Guest.instantiate(Guest.translate("growing", o -> o.listen("leaf")));
    Notes growing =
        new Notes() {
          @Override
          public void before(Instance of, FunctionInfo function, Object[] arguments) {
            of.exportedMemory("memory").grow(1);
          }
        };
    instance.execution().setListener(growing);
    assertThat(Guest.call(instance, "store")).containsExactly(42);
    assertThat(instance.exportedMemory("memory").readI32(4)).isEqualTo(42);
  }
}
