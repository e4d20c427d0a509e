package org.wasm2java.cli;

import java.io.PrintStream;
import org.wasm2java.wasi.Wasi;

/** The standard streams of the command and of the guest that it runs. */
interface StandardStreams {
  /** Where results go. */
  PrintStream out();

  /** Where messages, progress and timings go. */
  PrintStream err();

  /** Returns whether {@link #err} shows a line being rewritten. */
  boolean isTerminal();

  /** Lets a guest use them. */
  void grantTo(Wasi.Builder guest);
}
