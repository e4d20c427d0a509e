package org.wasm2java.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;

/**
 * The three standard streams, handed down from {@link Main} so that tests can give their own.
 *
 * @param in what the guest reads
 * @param out what the guest and the commands write
 * @param err messages, progress and timings
 * @param isTerminal whether {@code err} shows a line being rewritten
 */
record StandardStreams(InputStream in, OutputStream out, PrintStream err, boolean isTerminal) {
  /** Returns a printer on the standard output that flushes at each line. */
  PrintStream printer() {
    return new PrintStream(out, true, Charset.defaultCharset());
  }
}
