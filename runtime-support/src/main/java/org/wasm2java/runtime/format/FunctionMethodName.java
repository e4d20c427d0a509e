package org.wasm2java.runtime.format;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a Java method says of the WebAssembly function that it is of, or is a part of.
 * Names are written and read here alone: {@code f12}, {@code f12_fac}, {@code f12_fac_part3}.
 *
 * <pre>{@code
 * String method = FunctionMethodName.ofPart(12, "fac", 3); // f12_fac_part3
 * FunctionMethodName.parse(method).orElseThrow().functionIndex(); // 12
 * }</pre>
 *
 * @param functionIndex the function's index
 * @param isPart whether it is a part, whose caller is the same activation of the function
 */
public record FunctionMethodName(int functionIndex, boolean isPart) {
  private static final String PART = "_part";

  private static final Pattern NAME =
      Pattern.compile("f(0|[1-9]\\d{0,9})(?:_.*?)??(" + PART + "\\d+)?");

  /** Names of functions that would be taken for those of parts, with what is put behind them. */
  private static final Pattern LIKE_A_PART = Pattern.compile(".*" + PART + "\\d+");

  /**
   * Returns the name of a function's method.
   *
   * @param name the function's own name as far as Java allows it, or the empty string
   */
  public static String of(int functionIndex, String name) {
    String behind = name.isEmpty() ? "" : "_" + name;
    String end = LIKE_A_PART.matcher(behind).matches() ? "_" : "";
    return "f" + functionIndex + behind + end;
  }

  /** Returns the name of the method of a function's part. */
  public static String ofPart(int functionIndex, String name, int part) {
    return of(functionIndex, name) + PART + part;
  }

  /** Returns what a method's name says; empty if it is not the name of a function's method. */
  public static Optional<FunctionMethodName> parse(String methodName) {
    Matcher matcher = NAME.matcher(methodName);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    long functionIndex = Long.parseLong(matcher.group(1));
    return functionIndex > Integer.MAX_VALUE
        ? Optional.empty()
        : Optional.of(new FunctionMethodName((int) functionIndex, matcher.group(2) != null));
  }
}
