package org.wasm2java.aot.instruction;

import java.util.Locale;

/**
 * The columns of an instruction's row. The text is the name of the enum's constant in the
 * specification's spelling, unless the row gives another.
 *
 * @param code the byte, or for a prefixed instruction the prefix byte times 65536 plus the number
 *     behind it, for instance {@code 0xFC0008} for {@code memory.init}
 * @param text the keyword of the text format
 * @param immediates which immediates follow
 * @param typing how it is typed
 * @param effect what it can do
 * @param javaForm how Java expresses it
 * @param feature the extension that brought it
 */
public record Row(
    int code,
    String text,
    Immediates immediates,
    Typing typing,
    Effect effect,
    JavaForm javaForm,
    Feature feature) {

  /** Returns the row of an instruction that lowering has a form of its own for. */
  static Row structural(int code, Immediates immediates, Feature feature) {
    return new Row(
        code, "", immediates, Typing.CONTEXTUAL, Effect.CONTEXTUAL, JavaForm.STRUCTURAL, feature);
  }

  /** Returns the row of an instruction that this version does not translate. */
  static Row untranslated(int code, Immediates immediates, Feature feature) {
    return new Row(
        code, "", immediates, Typing.CONTEXTUAL, Effect.CONTEXTUAL, JavaForm.UNTRANSLATED, feature);
  }

  /** Returns the row of an instruction of WebAssembly 1.0 that computes a value from values. */
  static Row operation(int code, Typing typing, JavaForm form) {
    return new Row(code, "", Immediates.NONE, typing, Effect.PURE, form, Feature.MVP);
  }

  /** Returns the row of a load or store of WebAssembly 1.0. */
  static Row access(int code, Typing typing, Effect effect, JavaForm form) {
    return new Row(code, "", Immediates.MEM_ARG, typing, effect, form, Feature.MVP);
  }

  /** Returns the row with the types of a value that depends on nothing. */
  Row typed(Typing typing) {
    return typed(typing, Effect.PURE);
  }

  /** Returns the row with types that do not depend on the context. */
  Row typed(Typing typing, Effect effect) {
    return new Row(code, text, immediates, typing, effect, javaForm, feature);
  }

  /** Returns the row of an instruction that may trap. */
  Row trapping() {
    return new Row(code, text, immediates, typing, Effect.TRAPS, javaForm, feature);
  }

  /** Returns the row of an instruction that calls a function. */
  Row calling() {
    return new Row(code, text, immediates, typing, Effect.CALLS, javaForm, feature);
  }

  /** Returns the row of an instruction that an extension brought. */
  Row of(Feature feature) {
    return new Row(code, text, immediates, typing, effect, javaForm, feature);
  }

  /** Returns the row with a text that is not the name. */
  Row spelt(String text) {
    return new Row(code, text, immediates, typing, effect, javaForm, feature);
  }

  /** Returns the row with the name as its text, unless it has one. */
  Row named(String name) {
    return text.isEmpty() ? spelt(name.toLowerCase(Locale.ROOT)) : this;
  }

  /** Returns the row with the name as its text, with a dot for the first underscore. */
  Row dotted(String name) {
    return named(name.replaceFirst("_", "."));
  }
}
