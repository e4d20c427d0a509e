package org.wasm2java.cli;

import java.io.PrintStream;
import org.wasm2java.wasi.HostStart;
import org.wasm2java.wasi.Wasi;

/** The standard streams, and what else the command and the guest that it runs have of a process. */
interface StandardStreams {
  /** Where results go. */
  PrintStream out();

  /** Where messages, progress and timings go. */
  PrintStream err();

  /** Returns whether {@link #err} shows a line being rewritten. */
  boolean isTerminal();

  /** What the command was started with. */
  HostStart process();

  /** Gives the streams to a guest. */
  void grantTo(Wasi.Builder guest);
}
