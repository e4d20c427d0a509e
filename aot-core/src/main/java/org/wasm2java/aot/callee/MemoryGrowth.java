package org.wasm2java.aot.callee;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.wasm2java.aot.instruction.Effect;
import org.wasm2java.aot.instruction.Immediates;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.MemoryOpcode;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.IndexSpaces;
import org.wasm2java.aot.validate.ValidModule;

/**
 * Which functions may replace the array behind a memory: those that grow one, call the host or an
 * unknown function, or call a function that may. Callers of all others keep the array in a local.
 */
public final class MemoryGrowth {
  private final BitSet growing;

  private MemoryGrowth(BitSet growing) {
    this.growing = growing;
  }

  /**
   * Analyses the whole module once.
   *
   * @param listened functions whose calls a listener is told of, which may do what it likes
   */
  public static MemoryGrowth of(ValidModule module, Set<Integer> listened) {
    IndexSpaces spaces = module.spaces();
    BitSet growing = new BitSet(spaces.functionCount());
    growing.set(0, spaces.importedFunctions());
    listened.forEach(growing::set);
    List<List<Integer>> callers = new ArrayList<>();
    for (int i = 0; i < spaces.functionCount(); i++) {
      callers.add(List.of());
    }
    for (int i = spaces.importedFunctions(); i < spaces.functionCount(); i++) {
      scan(spaces.function(i).body(), i, growing, callers);
    }
    spread(growing, callers);
    return new MemoryGrowth(growing);
  }

  private static void scan(Body body, int caller, BitSet growing, List<List<Integer>> callers) {
    for (int i = 0; i < body.size(); i++) {
      Instruction instruction = body.at(i);
      Opcode opcode = instruction.opcode();
      boolean calls = opcode.effect() == Effect.CALLS;
      if (calls && opcode.immediates() == Immediates.FUNCTION) {
        int callee = ((Instruction.Indexed) instruction).index();
        if (callers.get(callee).isEmpty()) {
          callers.set(callee, new ArrayList<>(2));
        }
        callers.get(callee).add(caller);
      } else if (calls || opcode == MemoryOpcode.MEMORY_GROW) {
        growing.set(caller);
      }
    }
  }

  private static void spread(BitSet growing, List<List<Integer>> callers) {
    Deque<Integer> work = new ArrayDeque<>();
    growing.stream().forEach(work::add);
    while (!work.isEmpty()) {
      for (int caller : callers.get(work.remove())) {
        if (!growing.get(caller)) {
          growing.set(caller);
          work.add(caller);
        }
      }
    }
  }

  /** Returns whether calling the function may replace the array behind a memory. */
  public boolean mayGrow(int functionIndex) {
    return growing.get(functionIndex);
  }
}
