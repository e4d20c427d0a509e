package org.wasm2java.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A case in one engine, ready for one iteration after the other. */
interface Engine extends AutoCloseable {
  /** What a process's exit code is above where a signal ended it, as shells have it. */
  int SIGNALLED = 128;

  /**
   * Runs one iteration.
   *
   * @throws EngineAbortedException if a signal ended the engine's process
   * @throws IOException if the engine failed otherwise; the message names its log
   */
  Sample iterate() throws IOException, InterruptedException;

  @Override
  void close() throws IOException;

  /** Returns an engine whose iterations are whole processes, timed from start to end. */
  static Engine ofWholeProcesses(List<String> command, Optional<Path> input, Path log) {
    return new Engine() {
      @Override
      public Sample iterate() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectError(Redirect.appendTo(log.toFile()));
        builder.redirectInput(input.map(Path::toFile).orElse(new File("/dev/null")));
        long start = System.nanoTime();
        Process process = builder.start();
        byte[] output = process.getInputStream().readAllBytes();
        int exitCode = process.waitFor();
        long nanos = System.nanoTime() - start;
        if (exitCode != 0) {
          throw ended(exitCode, log);
        }
        return new Sample(nanos, OptionalLong.empty(), Worker.md5(output));
      }

      @Override
      public void close() {}
    };
  }

  /** Returns an engine that lives in a process and answers one line per iteration. */
  static Engine ofWorker(List<String> command, Path log) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectError(Redirect.appendTo(log.toFile())).start();
    BufferedReader answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    Writer requests = process.outputWriter(StandardCharsets.UTF_8);
    Engine engine =
        new Engine() {
          @Override
          public Sample iterate() throws IOException, InterruptedException {
            String answer = ask();
            if (answer == null) {
              throw ended(process.waitFor(), log);
            }
            return Sample.parse(answer);
          }

          private @Nullable String ask() {
            try {
              requests.write("run\n");
              requests.flush();
              return answers.readLine();
            } catch (IOException e) {
              return null; // the pipe is broken: how the process ended says why
            }
          }

          @Override
          public void close() {
            process.destroy();
          }
        };
    String greeting = answers.readLine();
    if (greeting == null) {
      throw ended(process.waitFor(), log);
    }
    if (!greeting.equals("ready")) {
      engine.close();
      throw new IOException("the engine did not get ready, see " + log);
    }
    return engine;
  }

  private static IOException ended(int exitCode, Path log) {
    return exitCode > SIGNALLED
        ? new EngineAbortedException("aborted by signal " + (exitCode - SIGNALLED) + ", see " + log)
        : new IOException("the engine's process ended with exit code " + exitCode + ", see " + log);
  }
}
