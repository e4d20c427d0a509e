package org.wasm2java.aot.split;

/**
 * Which class has the method that others call for a function, and with that, how it is called.
 *
 * @param kind what the class is
 * @param number the number of the class among those of its kind
 */
public record FunctionHome(Kind kind, int number) {
  /** What the class is. */
  public enum Kind {
    /** The module's class: the method is one of the instance. */
    INSTANCE,
    /** A class of functions: the method is static and takes the instance first. */
    CODE_CLASS,
    /** A class of imports: the method is static and takes the instance first. */
    IMPORT_CLASS
  }

  static final FunctionHome OF_INSTANCE = new FunctionHome(Kind.INSTANCE, 0);
}
