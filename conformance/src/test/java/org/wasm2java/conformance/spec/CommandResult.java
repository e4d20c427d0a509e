package org.wasm2java.conformance.spec;

/**
 * A command and what became of it.
 *
 * @param line the command's line in the original script
 * @param command its type, for instance {@code assert_return}
 */
record CommandResult(int line, String command, Outcome outcome) {}
