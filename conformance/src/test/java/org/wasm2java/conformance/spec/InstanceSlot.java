package org.wasm2java.conformance.spec;

import org.wasm2java.runtime.Instance;

/** What a script's name for an instance stands for. */
sealed interface InstanceSlot {
  /** An instance. */
  record Live(Instance instance) implements InstanceSlot {}

  /** No instance; {@code outcome} is what becomes of commands that need it. */
  record Absent(Outcome outcome) implements InstanceSlot {}

  /** Returns what a name stands for after the command of {@code line} did not make an instance. */
  static Absent after(int line, Outcome outcome) {
    if (outcome instanceof Outcome.NotRun notRun) {
      return new Absent(notRun.forDependent(line));
    }
    return new Absent(
        new Outcome.Failed("an instance", "none: the module of line " + line + " failed"));
  }
}
