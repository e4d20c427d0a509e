package org.wasm2java.aot.inline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.wasm2java.aot.instruction.ControlOpcode;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.validate.ValidModule;

/** Which functions make tail calls of which by their index, and which lead to each other so. */
final class TailCallGraph {
  private final SortedMap<Integer, List<Integer>> callees;
  private final Map<Integer, Integer> components = new HashMap<>();

  private TailCallGraph(SortedMap<Integer, List<Integer>> callees) {
    this.callees = callees;
    new Components().find();
  }

  static TailCallGraph of(ValidModule module) {
    IndexSpaces spaces = module.spaces();
    SortedMap<Integer, List<Integer>> callees = new TreeMap<>();
    for (int i = spaces.importedFunctions(); i < spaces.functionCount(); i++) {
      Set<Integer> called = callees(spaces.function(i).body());
      if (!called.isEmpty()) {
        callees.put(i, List.copyOf(called));
      }
    }
    return new TailCallGraph(callees);
  }

  private static Set<Integer> callees(Body body) {
    Set<Integer> callees = new LinkedHashSet<>();
    for (int i = 0; i < body.size(); i++) {
      if (body.at(i).opcode() == ControlOpcode.RETURN_CALL) {
        callees.add(((Instruction.Indexed) body.at(i)).index());
      }
    }
    return callees;
  }

  /** Returns the functions that make such calls. */
  Set<Integer> callers() {
    return Collections.unmodifiableSet(callees.keySet());
  }

  /** Returns whether tail calls lead from each of two functions to the other. */
  boolean isCycle(int function, int other) {
    return components.containsKey(function)
        && components.get(function).equals(components.get(other));
  }

  private List<Integer> callees(int function) {
    return callees.getOrDefault(function, List.of());
  }

  /**
   * Finds the strongly connected components: Tarjan's algorithm with a stack of its own, as chains
   * of calls can be long.
   */
  private final class Components {
    private final Map<Integer, Integer> numbers = new HashMap<>();
    private final List<Integer> open = new ArrayList<>();
    private final Deque<Visit> visits = new ArrayDeque<>();

    /** A function whose callees from {@code next} on are still to be visited. */
    private static final class Visit {
      private final int function;
      private final int number;
      private int lowest;
      private int next;

      Visit(int function, int number) {
        this.function = function;
        this.number = number;
        this.lowest = number;
      }
    }

    void find() {
      for (int function : callees.keySet()) {
        if (!numbers.containsKey(function)) {
          enter(function);
          while (!visits.isEmpty()) {
            step(visits.element());
          }
        }
      }
    }

    private void enter(int function) {
      int number = numbers.size();
      numbers.put(function, number);
      open.add(function);
      visits.push(new Visit(function, number));
    }

    private void step(Visit visit) {
      List<Integer> called = callees(visit.function);
      if (visit.next == called.size()) {
        leave(visit);
        return;
      }
      int callee = called.get(visit.next++);
      int number = numbers.getOrDefault(callee, -1);
      if (number < 0) {
        enter(callee);
      } else if (!components.containsKey(callee)) {
        visit.lowest = Math.min(visit.lowest, number);
      }
    }

    private void leave(Visit visit) {
      visits.pop();
      if (visit.lowest == visit.number) {
        List<Integer> members = open.subList(open.lastIndexOf(visit.function), open.size());
        members.forEach(member -> components.put(member, visit.function));
        members.clear();
      }
      if (!visits.isEmpty()) {
        Visit caller = visits.element();
        caller.lowest = Math.min(caller.lowest, visit.lowest);
      }
    }
  }
}
