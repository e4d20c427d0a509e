package org.wasm2java.conformance.spec;

/** What became of one command. */
sealed interface Outcome {
  /** The command did what the script asks for. */
  Outcome PASSED = new Passed();

  /** As asked for. */
  record Passed() implements Outcome {}

  /** Rejected for the right reason, but the message does not start with the script's phrase. */
  record PassedInOtherWords(String phrase, String message) implements Outcome {}

  /** Not as asked for. */
  record Failed(String expected, String got) implements Outcome {}

  /**
   * Not tried.
   *
   * @param cause the missing feature, as the lists of allowed causes name it
   * @param detail where exactly it is missing
   */
  record NotRun(String cause, String detail) implements Outcome {
    /**
     * Returns this outcome for a command that needs what a command of another line did not make.
     */
    NotRun forDependent(int line) {
      return detail.startsWith("needs line")
          ? this
          : new NotRun(cause, "needs line " + line + ": " + detail);
    }
  }
}
