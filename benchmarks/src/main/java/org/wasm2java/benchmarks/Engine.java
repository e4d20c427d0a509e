package org.wasm2java.benchmarks;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A case in one engine, ready for one iteration after the other. */
interface Engine extends AutoCloseable {
  /**
   * Runs one iteration.
   *
   * @throws IOException if the engine failed; the message names its log
   */
  Sample iterate() throws IOException, InterruptedException;

  @Override
  void close() throws IOException;

  /** Returns an engine whose iterations are whole processes, timed from start to end. */
  static Engine ofWholeProcesses(List<String> command, Optional<Path> input, Path log) {
    return new Engine() {
      @Override
      public Sample iterate() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        builder.redirectInput(input.map(Path::toFile).orElse(new File("/dev/null")));
        long start = System.nanoTime();
        Process process = builder.start();
        byte[] output = process.getInputStream().readAllBytes();
        int exitCode = process.waitFor();
        long nanos = System.nanoTime() - start;
        if (exitCode != 0) {
          throw new IOException("exit code " + exitCode + ", see " + log);
        }
        return new Sample(nanos, Worker.md5(output));
      }

      @Override
      public void close() {}
    };
  }

  /** Returns an engine that lives in a process and answers one line per iteration. */
  static Engine ofWorker(List<String> command, Path log) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectError(log.toFile()).start();
    BufferedReader answers =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    Writer requests = process.outputWriter(StandardCharsets.UTF_8);
    Engine engine =
        new Engine() {
          @Override
          public Sample iterate() throws IOException {
            requests.write("run\n");
            requests.flush();
            String[] answer = answer().split(" ");
            return new Sample(Long.parseLong(answer[0]), answer[1]);
          }

          private String answer() throws IOException {
            String line = answers.readLine();
            if (line == null) {
              throw new IOException("the engine's process ended, see " + log);
            }
            return line;
          }

          @Override
          public void close() {
            process.destroy();
          }
        };
    if (!"ready".equals(answers.readLine())) {
      engine.close();
      throw new IOException("the engine did not get ready, see " + log);
    }
    return engine;
  }
}
