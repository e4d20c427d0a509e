package org.wasm2java.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point of the {@code wasm2java} command. */
@Command(name = "wasm2java", mixinStandardHelpOptions = true)
public final class Main implements Runnable {
  private Main() {}

  /** Runs the command and exits the JVM with its exit code. */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Main()).execute(args));
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
  }
}
