package org.wasm2java.conformance.spec;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A thread with a bounded stack that runs commands. The bound makes deep recursion end soon, as the
 * scripts' format asks; the time limit keeps one endless loop from hanging the build.
 */
final class ScriptThread {
  private static final long STACK_BYTES = 4L << 20;
  private static final Duration TIME_LIMIT = Duration.ofMinutes(5);

  private final ScriptRun run;
  private final List<Command> commands;
  private final Thread thread;
  private volatile @Nullable Throwable died;

  private ScriptThread(ScriptRun run, List<Command> commands) {
    this.run = run;
    this.commands = commands;
    thread = new Thread(null, () -> run.run(commands), "script", STACK_BYTES);
    thread.setDaemon(true);
    thread.setUncaughtExceptionHandler((where, thrown) -> died = thrown);
  }

  static ScriptThread start(ScriptRun run, List<Command> commands) {
    ScriptThread started = new ScriptThread(run, commands);
    started.thread.start();
    return started;
  }

  /** Waits for the end; returns whether it came within the time limit. */
  boolean join() {
    try {
      thread.join(TIME_LIMIT.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !thread.isAlive();
  }

  /** Returns a result for every command; those that were not reached have failed. */
  List<CommandResult> results() {
    List<CommandResult> results = new ArrayList<>(run.results());
    int line = results.isEmpty() ? 0 : results.get(results.size() - 1).line();
    Outcome unreached =
        new Outcome.Failed("to be reached", "not reached after line " + line + ": " + reason());
    while (results.size() < Script.count(commands)) {
      results.add(new CommandResult(line, "unreached", unreached));
    }
    return results;
  }

  private String reason() {
    Throwable thrown = died;
    return thrown == null
        ? "no end within " + TIME_LIMIT.toSeconds() + " s"
        : Throwables.describe(thrown);
  }
}
