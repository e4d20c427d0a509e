package org.wasm2java.conformance.spec;

import java.util.List;

/** What became of all commands of a script. */
record ScriptResult(Script script, List<CommandResult> results) {
  ScriptResult {
    results = List.copyOf(results);
  }

  /** Returns how many commands did what the script asks for, in whatever words. */
  int passed() {
    return results.size() - failed() - notRun();
  }

  /** Returns how many commands did something else. */
  int failed() {
    return count(Outcome.Failed.class);
  }

  /** Returns how many commands were not tried. */
  int notRun() {
    return count(Outcome.NotRun.class);
  }

  /** Returns how many rejections came with another message than the script's. */
  int phraseDiffers() {
    return count(Outcome.PassedInOtherWords.class);
  }

  private int count(Class<? extends Outcome> kind) {
    return (int) results.stream().filter(result -> kind.isInstance(result.outcome())).count();
  }
}
