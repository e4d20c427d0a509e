package org.wasm2java.aot.ir;

import java.util.ArrayList;
import java.util.List;
import org.wasm2java.aot.type.FunctionType;
import org.wasm2java.aot.type.ValueType;

/**
 * How the parameters and results of a function travel in Java; nothing else decides that.
 * Parameters beyond the slots that the class file format allows come in one array, the last
 * parameter of the Java method.
 *
 * @param direct the carriers that are parameters of the Java method
 * @param surplus the carriers that come in the array, boxed; mostly none
 * @param results how the results travel
 */
public record JavaSignature(List<Carrier> direct, List<Carrier> surplus, ResultShape results) {
  /** Copies the lists. */
  public JavaSignature {
    direct = List.copyOf(direct);
    surplus = List.copyOf(surplus);
  }

  /** Returns the signature of functions of a type. */
  public static JavaSignature of(FunctionType type) {
    List<Carrier> parameters = Carrier.of(type.parameters());
    int direct = directParameters(type.parameters());
    return new JavaSignature(
        parameters.subList(0, direct),
        parameters.subList(direct, parameters.size()),
        ResultShape.of(Carrier.of(type.results())));
  }

  /** No value is passed in part: all its carriers are parameters, or all are in the array. */
  private static int directParameters(List<ValueType> types) {
    int slots = 0;
    int all = 0;
    int fitting = 0;
    for (ValueType type : types) {
      List<Carrier> carriers = Carrier.of(type);
      slots += carriers.stream().mapToInt(Carrier::slots).sum();
      all += carriers.size();
      fitting = slots < JvmLimits.FUNCTION_PARAMETER_SLOTS ? all : fitting;
    }
    return slots <= JvmLimits.FUNCTION_PARAMETER_SLOTS ? all : fitting;
  }

  /** Returns whether some parameters come in an array. */
  public boolean hasSurplus() {
    return !surplus.isEmpty();
  }

  /** Returns the carriers of all parameters of the Java method, that of the array the last. */
  public List<Carrier> parameters() {
    List<Carrier> parameters = new ArrayList<>(direct);
    if (hasSurplus()) {
      parameters.add(Carrier.OBJECTS);
    }
    return parameters;
  }

  /** Returns how many slots the parameters of the Java method take. */
  public int slots() {
    return parameters().stream().mapToInt(Carrier::slots).sum();
  }

  /** Returns what the Java method of a function returns: the first result, or nothing. */
  public Carrier returned() {
    return results.returned();
  }
}
