package org.wasm2java.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the ends of real processes are told apart. */
class EngineTest {
  @TempDir private Path folder;
  private Path log;

  @BeforeEach
  void chooseLog() {
    log = folder.resolve("engine.log");
  }

  private Engine worker(String script) throws IOException, InterruptedException {
    return Engine.ofWorker(List.of("sh", "-c", script), log);
  }

  private Engine process(String script) {
    return Engine.ofWholeProcesses(List.of("sh", "-c", script), Optional.empty(), log);
  }

  @Test
  void workerAnswersALineForALine() throws Exception {
    try (Engine engine = worker("echo ready; read x; echo 12 abc 7; read x; echo 13 abc -")) {
      assertThat(engine.iterate()).isEqualTo(new Sample(12, OptionalLong.of(7), "abc"));
      assertThat(engine.iterate()).isEqualTo(new Sample(13, OptionalLong.empty(), "abc"));
    }
  }

  @Test
  void workerEndedByASignalAborted() throws Exception {
    try (Engine engine = worker("echo ready; read x; kill -ABRT $$")) {
      assertThatThrownBy(engine::iterate)
          .isInstanceOf(EngineAbortedException.class)
          .hasMessage("aborted by signal 6, see " + log);
    }
  }

  @Test
  void workerThatIsGoneBeforeItIsAskedAborted() throws Exception {
    try (Engine engine = worker("echo ready; kill -ABRT $$")) {
      assertThatThrownBy(engine::iterate).isInstanceOf(EngineAbortedException.class);
    }
  }

  @Test
  void workerCanAbortBeforeItIsReady() {
    assertThatThrownBy(() -> worker("kill -ABRT $$")).isInstanceOf(EngineAbortedException.class);
  }

  @Test
  void workerThatExitsFailed() throws Exception {
    try (Engine engine = worker("echo ready; read x; exit 3")) {
      assertThatThrownBy(engine::iterate)
          .isExactlyInstanceOf(IOException.class)
          .hasMessage("the engine's process ended with exit code 3, see " + log);
    }
  }

  @Test
  void answerThatIsNoneIsShown() throws Exception {
    try (Engine engine = worker("echo ready; read x; echo twelve abc 7; read x; echo 12")) {
      assertThatThrownBy(engine::iterate).hasMessageContaining("twelve abc 7");
      assertThatThrownBy(engine::iterate).hasMessageContaining("NANOS MD5 GUEST_NANOS");
    }
  }

  @Test
  void wholeProcessesTellSignalsFromFailures() throws Exception {
    try (Engine engine = process("kill -ABRT $$")) {
      assertThatThrownBy(engine::iterate).isInstanceOf(EngineAbortedException.class);
    }
    try (Engine engine = process("exit 3")) {
      assertThatThrownBy(engine::iterate).isExactlyInstanceOf(IOException.class);
    }
    try (Engine engine = process("printf hello")) {
      assertThat(engine.iterate().md5()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
    }
  }
}
