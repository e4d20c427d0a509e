package org.wasm2java.aot.source;

import java.util.List;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.source.body.ExpressionWriter;
import org.wasm2java.aot.source.body.MethodNames;
import org.wasm2java.aot.source.name.GeneratedNames;
import org.wasm2java.aot.source.name.RuntimeTypes;
import org.wasm2java.aot.source.place.PlaceMarks;
import org.wasm2java.aot.split.JavaPlan;

/** The module as seen from a class whose statements link, initialize, save or load an instance. */
final class Setup {
  /** A statement, written when it is known which class takes it. */
  interface Statement {
    /** Returns its text without the semicolon. */
    String in(Setup place);
  }

  private final JavaPlan plan;
  private final MethodNames names;
  private final RuntimeTypes types;
  private final ExpressionWriter expressions;

  Setup(JavaPlan plan, GeneratedNames names, RuntimeTypes types) {
    this.plan = plan;
    this.types = types;
    this.names = MethodNames.ofSetup(names, plan);
    this.expressions = new ExpressionWriter(this.names, types, PlaceMarks.none());
  }

  MethodNames names() {
    return names;
  }

  RuntimeTypes types() {
    return types;
  }

  /** Returns the text of each carrier of a constant expression. */
  List<String> carried(Body body) {
    return plan.initializers().carried(body).stream().map(expressions::value).toList();
  }

  /** Returns the text of a constant expression. */
  String value(Body body) {
    return expressions.value(plan.initializers().value(body));
  }
}
