package org.wasm2java.runtime;

import java.util.HashMap;
import java.util.Map;
import org.wasm2java.runtime.internal.ShownText;
import org.wasm2java.runtime.type.ExternType;
import org.wasm2java.runtime.type.FunctionType;

/**
 * Finds what an instance imports: in its configuration, then by the configuration's resolver, then
 * in the namespace. What was found once is given again, also to copies of the instance, whatever
 * the namespace has come to hold since.
 */
final class ImportResolution {
  /**
   * What is asked for. A class and no record, whose methods are linked when first called: that
   * would take longer than a small module's start.
   */
  private static final class Question {
    private final String module;
    private final String field;
    private final Class<?> kind;

    Question(String module, String field, Class<?> kind) {
      this.module = module;
      this.field = field;
      this.kind = kind;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Question question
          && module.equals(question.module)
          && field.equals(question.field)
          && kind == question.kind;
    }

    @Override
    public int hashCode() {
      return 31 * module.hashCode() + field.hashCode();
    }
  }

  private final Namespace namespace;
  private final InstanceConfig config;

  /** Answers, {@code null} among them; no copy asks while the original is still made. */
  private final Map<Question, Object> answers = new HashMap<>();

  ImportResolution(Namespace namespace, InstanceConfig config) {
    this.namespace = namespace;
    this.config = config;
  }

  /** Returns the host module of a name, or {@code null}. */
  HostModule hostModule(String module) {
    Question question = new Question(module, "", HostModule.class);
    if (!answers.containsKey(question)) {
      answers.put(question, namespace.hostModule(module));
    }
    return (HostModule) answers.get(question);
  }

  /** Returns whether a function of a host module is replaced by another definition. */
  boolean replaces(String module, String field) {
    Question question = new Question(module, field, Boolean.class);
    if (!answers.containsKey(question)) {
      answers.put(
          question,
          config.explicit(module, field) != null || namespace.definition(module, field) != null);
    }
    return (Boolean) answers.get(question);
  }

  /**
   * Returns what an import is, of whatever type.
   *
   * @param expected for the message
   * @throws LinkException if there is nothing of this name
   */
  Extern find(String module, String field, ExternType expected) {
    Question question = new Question(module, field, expected.getClass());
    Extern found = (Extern) answers.get(question);
    if (found == null) {
      found = search(module, field, expected);
      answers.put(question, found);
    }
    return found;
  }

  private Extern search(String module, String field, ExternType expected) {
    Extern explicit = config.explicit(module, field);
    if (explicit != null) {
      return explicit;
    }
    Extern found = namespace.lookup(module, field);
    if (found != null) {
      return found;
    }
    FunctionType direct = namespace.directType(module, field);
    if (direct != null) {
      throw incompatible(module, field, expected, direct.text());
    }
    throw new LinkException(
        "unknown import: " + mismatch(module, field, expected, "nothing"),
        "define it in the store before instantiating");
  }

  /** Returns the failure of an import that is there but of another type. */
  static LinkException incompatible(
      String module, String field, ExternType expected, String found) {
    return new LinkException(
        "incompatible import type: " + mismatch(module, field, expected, found));
  }

  private static String mismatch(String module, String field, ExternType expected, String found) {
    return ShownText.of(module)
        + "."
        + ShownText.of(field)
        + ": expected "
        + expected.text()
        + ", found "
        + found;
  }
}
