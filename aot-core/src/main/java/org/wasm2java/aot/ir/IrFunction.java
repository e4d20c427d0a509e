package org.wasm2java.aot.ir;

import java.util.List;

/**
 * A function as statements over locals.
 *
 * @param functionIndex the index in the function index space
 * @param parameters the parameters in order
 * @param results how Java carries the results; results after the first go through the instance
 * @param localCount how many locals there are, all roles: indices are below it
 * @param labelCount how many labels there are: numbers are below it
 * @param body the statements
 */
public record IrFunction(
    int functionIndex,
    List<Local> parameters,
    List<Carrier> results,
    int localCount,
    int labelCount,
    List<Stmt> body) {
  /** Copies the lists. */
  public IrFunction {
    parameters = List.copyOf(parameters);
    results = List.copyOf(results);
    body = List.copyOf(body);
  }

  /** Returns the same function with another body over no more locals and labels. */
  public IrFunction withBody(List<Stmt> newBody) {
    return withBody(newBody, localCount, labelCount);
  }

  /** Returns the same function with another body, over as many locals and labels. */
  public IrFunction withBody(List<Stmt> newBody, int locals, int labels) {
    return new IrFunction(functionIndex, parameters, results, locals, labels, newBody);
  }
}
