package org.wasm2java.cli;

/** The exit codes of the {@code wasm2java} command, as documented in {@code docs/cli.md}. */
enum ExitStatus {
  OK(0, "success; 'run' exits with the guest's own code"),
  GUEST_FAILED(1, "the guest ended with an error other than a trap, such as lack of memory"),
  USAGE(2, "wrong arguments"),
  BAD_MODULE(3, "the module is malformed, invalid, unsupported or cannot be linked"),
  INPUT_OUTPUT(4, "a file cannot be read or written"),
  INTERNAL(70, "a bug in wasm2java, not enough memory, or a Java without a compiler"),
  GUEST_TRAPPED(134, "the guest trapped, which ends it as an abort ends a native program");

  private final int code;
  private final String meaning;

  ExitStatus(int code, String meaning) {
    this.code = code;
    this.meaning = meaning;
  }

  int code() {
    return code;
  }

  String meaning() {
    return meaning;
  }
}
