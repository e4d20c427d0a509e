package org.wasm2java.conformance.wasi;

import java.util.List;

/**
 * What came of one test on one JDK.
 *
 * @param jdk the JDK's feature version
 * @param result {@code passed}, {@code failed} or {@code not run}
 * @param reason what went wrong or is missing; empty if the test passed
 */
record WasiResult(int jdk, String suite, String test, String result, String reason) {
  static final String HEADER = "jdk suite test result reason";
  static final String PASSED = "passed";
  static final String FAILED = "failed";
  static final String NOT_RUN = "not run";

  /** Returns the result of a test on the JDK that runs this. */
  static WasiResult here(WasiCase test, String result, String reason) {
    int jdk = Runtime.version().feature();
    return new WasiResult(jdk, test.suite(), test.name(), result, reason);
  }

  static WasiResult ofRow(List<String> row) {
    return new WasiResult(
        Integer.parseInt(row.get(0)), row.get(1), row.get(2), row.get(3), row.get(4));
  }

  List<String> row() {
    return List.of(Integer.toString(jdk), suite, test, result, reason);
  }
}
