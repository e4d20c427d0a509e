package org.wasm2java.conformance.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One command of a script, field by field as the JSON has it; absent fields are null. */
record Command(
    @JsonProperty("type") String type,
    @JsonProperty("line") int line,
    @JsonProperty("name") @Nullable String name,
    @JsonProperty("module") @Nullable String module,
    @JsonProperty("instance") @Nullable String instance,
    @JsonProperty("as") @Nullable String as,
    @JsonProperty("filename") @Nullable String filename,
    @JsonProperty("module_type") @Nullable String moduleType,
    @JsonProperty("quoted") boolean quoted,
    @JsonProperty("wasm_base64") byte @Nullable [] wasm,
    @JsonProperty("text") @Nullable String text,
    @JsonProperty("action") @Nullable Action action,
    @JsonProperty("expected") @Nullable List<Value> expected,
    @JsonProperty("thread") @Nullable String thread,
    @JsonProperty("shared_module") @Nullable String sharedModule,
    @JsonProperty("commands") @Nullable List<Command> commands) {

  /** A call of an exported function or a look at an exported global. */
  record Action(
      @JsonProperty("type") String type,
      @JsonProperty("module") @Nullable String module,
      @JsonProperty("field") String field,
      @JsonProperty("args") @Nullable List<Value> args) {}

  /** Returns whether the module is in the text format, which only a text parser could run. */
  boolean isText() {
    return "text".equals(moduleType);
  }

  /** Returns the module's bytes. */
  byte[] bytes() {
    return Objects.requireNonNull(wasm, "module of line " + line);
  }

  /** Returns the phrase that the failure's message has to start with. */
  String phrase() {
    return Objects.requireNonNull(text, "text of line " + line);
  }

  /** Returns the action. */
  Action requiredAction() {
    return Objects.requireNonNull(action, "action of line " + line);
  }

  /** Returns the expected results. */
  List<Value> requiredResults() {
    return Objects.requireNonNull(expected, "expected results of line " + line);
  }

  /** Returns the expected results; none for commands that expect something else. */
  List<Value> resultsOrNone() {
    return expected == null ? List.of() : expected;
  }

  /** Returns the commands inside a thread; none for other commands. */
  List<Command> commandsOrNone() {
    return commands == null ? List.of() : commands;
  }
}
