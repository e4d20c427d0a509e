package org.wasm2java.aot.split;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.wasm2java.aot.callee.Callees;
import org.wasm2java.aot.instruction.ControlOpcode;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.ir.Carrier;
import org.wasm2java.aot.ir.JavaSignature;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.validate.ValidModule;

/**
 * The tail calls of a module that are no loops: which functions leave by one, and which functions
 * and types they name. Who calls a function that leaves so makes the calls that follow.
 */
public final class TailCalls {
  private final ValidModule module;
  private final SortedSet<Integer> leaving = new TreeSet<>();
  private final SortedSet<Integer> called = new TreeSet<>();
  private final SortedSet<Integer> types = new TreeSet<>();
  private final SortedSet<Integer> goingOn = new TreeSet<>();

  private TailCalls(ValidModule module) {
    this.module = module;
  }

  /**
   * Looks through a module.
   *
   * @param listened the functions whose calls a listener can be told of
   */
  static TailCalls of(ValidModule module, ModuleUsage usage, Set<Integer> listened) {
    TailCalls calls = new TailCalls(module);
    IndexSpaces spaces = module.spaces();
    for (int i = spaces.importedFunctions(); i < spaces.functionCount(); i++) {
      calls.scan(i, spaces.function(i).body(), listened);
    }
    calls.addReferences(usage.tableFunctions());
    calls.addReferences(usage.otherReferences());
    return calls;
  }

  private void scan(int function, Body body, Set<Integer> listened) {
    for (int i = 0; i < body.size(); i++) {
      Instruction instruction = body.at(i);
      Opcode opcode = instruction.opcode();
      if (opcode == ControlOpcode.RETURN_CALL) {
        int callee = ((Instruction.Indexed) instruction).index();
        if (!Callees.isLoop(function, callee, listened)) {
          leaving.add(function);
          called.add(callee);
        }
      } else if (opcode == ControlOpcode.RETURN_CALL_INDIRECT) {
        leaving.add(function);
        types.add(module.canonicalType(((Instruction.DoublyIndexed) instruction).first()));
      } else if (opcode == ControlOpcode.RETURN_CALL_REF) {
        leaving.add(function);
        types.add(module.canonicalType(((Instruction.Indexed) instruction).index()));
      }
    }
  }

  private void addReferences(SortedSet<Integer> functions) {
    for (int function : functions) {
      if (types.contains(type(function)) || isHandedOn(function)) {
        called.add(function);
      }
      if (mayGoOn(function)) {
        goingOn.add(type(function));
      }
    }
  }

  /** What is imported is handed on, so that modules between others need no stack. */
  private boolean isHandedOn(int function) {
    return !leaving.isEmpty() && function < module.spaces().importedFunctions();
  }

  private int type(int function) {
    return module.canonicalType(module.spaces().functionTypeIndex(function));
  }

  /** Returns whether there are any. */
  public boolean any() {
    return !leaving.isEmpty();
  }

  /** Returns whether a function may return only to have another one called. */
  public boolean leaves(int functionIndex) {
    return leaving.contains(functionIndex);
  }

  /** Returns whether a function as a value may end by a tail call, of this module or another. */
  public boolean mayGoOn(int functionIndex) {
    return leaves(functionIndex) || isHandedOn(functionIndex);
  }

  /** Returns whether some functions of a canonical type, as values, may end by a tail call. */
  public boolean mayTypeGoOn(int canonicalType) {
    return goingOn.contains(canonicalType);
  }

  /** Returns whether functions that are not of the instance are called by a canonical type. */
  public boolean callsForeign(int canonicalType) {
    int imported = module.spaces().importedFunctions();
    return types.contains(canonicalType)
        || called.headSet(imported).stream().anyMatch(function -> type(function) == canonicalType);
  }

  /** Returns the canonical types by which functions are called. */
  public SortedSet<Integer> types() {
    return Collections.unmodifiableSortedSet(types);
  }

  /** Returns the functions that may be called, and whose methods return such a value. */
  public SortedSet<Integer> called(Carrier returned) {
    SortedSet<Integer> some = new TreeSet<>();
    for (int function : called) {
      if (returned(module.spaces().functionTypeIndex(function)) == returned) {
        some.add(function);
      }
    }
    return some;
  }

  /** Returns the canonical types whose functions' methods return such a value. */
  public SortedSet<Integer> types(Carrier returned) {
    SortedSet<Integer> some = new TreeSet<>(types);
    some.removeIf(type -> returned(type) != returned);
    return some;
  }

  /** Returns the functions that leave by a tail call. */
  public SortedSet<Integer> leaving() {
    return Collections.unmodifiableSortedSet(leaving);
  }

  private Carrier returned(int typeIndex) {
    return of(JavaSignature.of(module.spaces().functionTypeAt(typeIndex)).returned());
  }

  /** Returns the carrier of the field that holds a value: all references share fields. */
  public static Carrier of(Carrier carrier) {
    return carrier.isReference() ? Carrier.EXTERN : carrier;
  }
}
