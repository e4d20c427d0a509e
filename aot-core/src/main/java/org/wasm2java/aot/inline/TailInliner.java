package org.wasm2java.aot.inline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.wasm2java.aot.instruction.BlockType;
import org.wasm2java.aot.instruction.ControlOpcode;
import org.wasm2java.aot.instruction.Instruction;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.instruction.VariableOpcode;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.Function;
import org.wasm2java.aot.module.LocalDeclarations;
import org.wasm2java.aot.type.ValueType;
import org.wasm2java.aot.validate.ValidModule;

/**
 * Puts functions in place of the tail calls of one function. The arguments become locals; a tail
 * call back to a function that is being put in place is a branch to its start. For
 *
 * <pre>{@code
 * (return_call $odd (i32.sub (local.get $n) (i32.const 1)))
 * }</pre>
 *
 * it writes
 *
 * <pre>{@code
 * (local.set $p (i32.sub (local.get $n) (i32.const 1)))
 * (return (block (result i32) (loop (result i32) ...)))
 * }</pre>
 */
final class TailInliner {
  private static final int MOST_LOCALS = 64;

  private final ValidModule module;
  private final InlineCandidates candidates;
  private final int caller;
  private final Function function;
  private final BlockType results;
  private final List<Instruction> instructions = new ArrayList<>();
  private final List<Integer> offsets = new ArrayList<>();
  private final List<ValueType> locals = new ArrayList<>();
  private final List<Inlined> inlined = new ArrayList<>();
  private final int ownLocals;
  private int depth;
  private int tries;
  private int addedBytes;

  TailInliner(ValidModule module, TailCallGraph graph, int caller) {
    this.module = module;
    this.candidates = new InlineCandidates(module, graph, caller);
    this.caller = caller;
    this.function = module.spaces().function(caller);
    List<ValueType> types = module.spaces().functionType(caller).results();
    this.results = types.isEmpty() ? BlockType.EMPTY : new BlockType.Single(types.get(0));
    this.ownLocals =
        (int) function.locals().total() + module.spaces().functionType(caller).parameters().size();
  }

  /**
   * A function that is being put in place.
   *
   * @param depth how many constructs are open within its loop
   * @param firstLocal the local that its first parameter became
   * @param loop the instruction that opens its loop
   */
  private record Inlined(int functionIndex, int depth, int firstLocal, int loop) {}

  /** Returns the function with others in place of tail calls; nothing if there are none. */
  Optional<Function> inlined() {
    if (!candidates.any()) {
      return Optional.empty();
    }
    copy(caller, 0, 0);
    if (addedBytes == 0) {
      return Optional.empty();
    }
    List<Integer> counts = new ArrayList<>(function.locals().counts());
    List<ValueType> types = new ArrayList<>(function.locals().types());
    locals.forEach(
        type -> {
          counts.add(1);
          types.add(type);
        });
    int[] places = offsets.stream().mapToInt(Integer::intValue).toArray();
    return Optional.of(
        new Function(
            function.typeIndex(),
            new LocalDeclarations(counts, types),
            new Body(List.copyOf(instructions), places),
            function.offset(),
            function.codeBytes() + addedBytes));
  }

  private void add(Instruction instruction, int at) {
    instructions.add(instruction);
    offsets.add(at);
  }

  /**
   * Copies a body with its last {@code end}.
   *
   * @param firstLocal what its first parameter became
   * @param outside how many constructs are open around it
   */
  private void copy(int functionIndex, int firstLocal, int outside) {
    Body body = module.spaces().function(functionIndex).body();
    BodyCopy copy = new BodyCopy(firstLocal);
    for (int i = 0; i < body.size(); i++) {
      Instruction instruction = body.at(i);
      boolean tail =
          instruction.opcode() == ControlOpcode.RETURN_CALL
              && module.body(functionIndex).reachable(i);
      if (tail && replace(((Instruction.Indexed) instruction).index(), body.offset(i))) {
        continue;
      }
      add(
          functionIndex == caller ? instruction : copy.of(instruction, depth - outside),
          body.offset(i));
      follow(instruction.opcode());
    }
  }

  private void follow(Opcode opcode) {
    if (!(opcode instanceof ControlOpcode control)) {
      return;
    }
    switch (control) {
      case BLOCK, LOOP, IF -> depth++;
      case TRY, TRY_TABLE -> {
        depth++;
        tries += tries > 0 ? 0 : depth;
      }
      case END, DELEGATE -> {
        tries = tries == depth ? 0 : tries;
        depth--;
      }
      default -> {
        // opens and closes nothing
      }
    }
  }

  /** Puts a function in place of a tail call; returns whether it did. */
  private boolean replace(int callee, int at) {
    for (int i = inlined.size() - 1; i >= 0; i--) {
      if (inlined.get(i).functionIndex() == callee) {
        repeat(inlined.get(i), at);
        return true;
      }
    }
    // An exception of what is called must not come to a handler of its caller, which has returned.
    boolean fits =
        tries == 0
            && inlined.size() < InlineCandidates.MOST_NESTED
            && candidates.has(callee)
            && addedBytes + bytes(callee) <= InlineCandidates.MOST_BYTES
            && locals.size() + localTypes(callee).size() <= MOST_LOCALS;
    if (fits) {
      inline(callee, at);
    }
    return fits;
  }

  private int bytes(int functionIndex) {
    return module.spaces().function(functionIndex).codeBytes();
  }

  /** The start of what is being put in place comes again. */
  private void repeat(Inlined again, int at) {
    setParameters(again.functionIndex(), again.firstLocal(), at);
    Instruction loop = instructions.get(again.loop());
    instructions.set(
        again.loop(),
        new Instruction.Structured(
            ControlOpcode.LOOP, ((Instruction.Structured) loop).blockType()));
    add(new Instruction.Indexed(ControlOpcode.BR, depth - again.depth()), at);
  }

  private void setParameters(int functionIndex, int firstLocal, int at) {
    int parameters = module.spaces().functionType(functionIndex).parameters().size();
    for (int i = parameters - 1; i >= 0; i--) {
      add(new Instruction.Indexed(VariableOpcode.LOCAL_SET, firstLocal + i), at);
    }
  }

  private List<ValueType> localTypes(int functionIndex) {
    List<ValueType> types =
        new ArrayList<>(module.spaces().functionType(functionIndex).parameters());
    LocalDeclarations runs = module.spaces().function(functionIndex).locals();
    for (int run = 0; run < runs.counts().size(); run++) {
      for (int i = 0; i < runs.counts().get(run); i++) {
        types.add(runs.types().get(run));
      }
    }
    return types;
  }

  private void inline(int callee, int at) {
    List<ValueType> types = localTypes(callee);
    int firstLocal = ownLocals + locals.size();
    locals.addAll(types);
    addedBytes += bytes(callee);
    setParameters(callee, firstLocal, at);
    // Two constructs: branches to the end of the function, and calls of it that come to its start.
    add(new Instruction.Structured(ControlOpcode.BLOCK, results), at);
    add(new Instruction.Structured(ControlOpcode.BLOCK, results), at);
    depth += 2;
    inlined.add(new Inlined(callee, depth, firstLocal, instructions.size() - 1));
    int parameters = module.spaces().functionType(callee).parameters().size();
    for (int i = parameters; i < types.size(); i++) {
      Optional<Instruction> zero = Zeros.of(types.get(i));
      if (zero.isPresent()) {
        add(zero.get(), at);
        add(new Instruction.Indexed(VariableOpcode.LOCAL_SET, firstLocal + i), at);
      }
    }
    copy(callee, firstLocal, depth);
    inlined.remove(inlined.size() - 1);
    add(new Instruction.Plain(ControlOpcode.END), at);
    depth--;
    add(new Instruction.Plain(ControlOpcode.RETURN), at);
  }
}
