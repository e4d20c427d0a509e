package org.wasm2java.aot.split.method.plan;

/** Where the locals of a function live when its parts need them. */
public enum Strategy {
  /** In variables and the activation object: fast, and what nearly every function has. */
  VARIABLES,

  /**
   * In arrays that all parts take, with ways out numbered alike in all parts: for functions whose
   * parts would hand on more than Java methods can (ADR 0006).
   */
  ARRAYS
}
