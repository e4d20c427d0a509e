package org.wasm2java.aot.optimize.loop;

import org.wasm2java.aot.ir.Expr;

/** What is known of a value in a round, by what the locals hold when the round starts. */
sealed interface Value {
  /** Nothing is known. */
  Value UNKNOWN = new Unknown();

  /** A 32-bit integer that is a sum of locals. */
  record Linear(LinearForm form) implements Value {}

  /** What an access loads. */
  record Loaded(Access access) implements Value {}

  /** A constant, or what a local that is no 32-bit integer holds when the round starts. */
  record Plain(Expr expr) implements Value {}

  /** Nothing is known. */
  record Unknown() implements Value {}
}
