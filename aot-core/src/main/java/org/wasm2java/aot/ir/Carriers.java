package org.wasm2java.aot.ir;

import java.util.List;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.ValueType;

/**
 * How values that do not fit the parameters and the result of a Java method travel. Parameters
 * beyond the slots that the class file format allows come in one array, the method's last
 * parameter. Results after the first go through fields of the instance; where there are very many,
 * functions as values and Java callers see them as one array.
 */
public final class Carriers {
  private Carriers() {}

  /** Returns how many of a function's parameters are parameters of its Java method. */
  public static int direct(FunctionType type) {
    List<ValueType> parameters = type.parameters();
    if (slots(parameters, parameters.size()) <= JvmLimits.FUNCTION_PARAMETER_SLOTS) {
      return parameters.size();
    }
    int direct = 0;
    while (slots(parameters, direct + 1) < JvmLimits.FUNCTION_PARAMETER_SLOTS) {
      direct++;
    }
    return direct;
  }

  private static int slots(List<ValueType> parameters, int count) {
    int slots = 0;
    for (int i = 0; i < count; i++) {
      slots += Carrier.single(parameters.get(i)).slots();
    }
    return slots;
  }

  /** Returns whether some parameters come in an array. */
  public static boolean hasSurplus(FunctionType type) {
    return direct(type) < type.parameters().size();
  }

  /** Returns whether Java callers see the results as an array. */
  public static boolean hasManyResults(FunctionType type) {
    return type.results().size() > JvmLimits.RECORD_COMPONENTS;
  }
}
