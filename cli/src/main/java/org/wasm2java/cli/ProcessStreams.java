package org.wasm2java.cli;

import java.io.PrintStream;
import org.wasm2java.wasi.HostStart;
import org.wasm2java.wasi.Wasi;

/**
 * The streams of this process.
 *
 * @param isTerminal whether the standard error is a terminal
 * @param process what this process was started with
 */
record ProcessStreams(boolean isTerminal, HostStart process) implements StandardStreams {
  @Override
  public PrintStream out() {
    return System.out;
  }

  @Override
  public PrintStream err() {
    return System.err;
  }

  /** The guest gets them directly: what it writes passes through no encoder. */
  @Override
  public void grantTo(Wasi.Builder guest) {
    guest.inheritStdio();
  }
}
