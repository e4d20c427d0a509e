package org.wasm2java.conformance.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wasm2java.aot.diagnostic.InvalidException;
import org.wasm2java.aot.diagnostic.MalformedException;
import org.wasm2java.aot.diagnostic.UnsupportedException;
import org.wasm2java.aot.diagnostic.WasmModuleException;
import org.wasm2java.runtime.Extern;
import org.wasm2java.runtime.Global;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.LinkException;
import org.wasm2java.runtime.Store;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.WasmFunction;

/**
 * One run through the commands of a script, with the state that the scripts' format describes:
 * current instance, names, and what is importable.
 */
final class ScriptRun {
  /**
   * The scripts say what a null reference should have been; one kind of trap is for all objects.
   */
  private static final Pattern NULL_OBJECT =
      Pattern.compile("^(null )(?:structure|array|i31) (reference)");

  private final ScriptModules modules;
  private final Store store = SpecTestModule.freshStore();
  private final Map<String, InstanceSlot> instances = new HashMap<>();
  private final Map<String, InstanceSlot.Absent> absentImports = new HashMap<>();
  private final Map<String, Command> definitions = new HashMap<>();
  private final Map<String, ScriptThread> threads = new HashMap<>();
  private final List<CommandResult> results = new ArrayList<>();
  private InstanceSlot current = noInstanceYet();
  private @Nullable Command lastDefinition;

  ScriptRun(ScriptModules modules) {
    this.modules = modules;
  }

  private static InstanceSlot.Absent noInstanceYet() {
    return new InstanceSlot.Absent(new Outcome.Failed("an instance", "none was made before"));
  }

  /** Runs commands in order; the results so far can be read by other threads meanwhile. */
  void run(List<Command> commands) {
    for (Command command : commands) {
      Outcome outcome = run(command);
      synchronized (results) {
        results.add(new CommandResult(command.line(), command.type(), outcome));
      }
    }
  }

  /** Returns a copy of the results so far. */
  List<CommandResult> results() {
    synchronized (results) {
      return List.copyOf(results);
    }
  }

  /** Makes an instance of another run visible under a name. */
  void share(String name, InstanceSlot slot) {
    instances.put(name, slot);
  }

  private Outcome run(Command command) {
    return switch (command.type()) {
      case "module" -> module(command);
      case "module_definition" -> moduleDefinition(command);
      case "module_instance" -> moduleInstance(command);
      case "register" -> register(command);
      case "action" -> onEnd(command, end -> expectReturn(end, "no trap", values -> true));
      case "assert_return" -> assertReturn(command);
      case "assert_trap", "assert_exhaustion" ->
          onEnd(command, end -> expectTrap(command.phrase(), end));
      case "assert_exception" -> onEnd(command, ScriptRun::expectException);
      case "assert_invalid" -> assertRejected(command, InvalidException.class);
      case "assert_malformed" -> assertRejected(command, MalformedException.class);
      case "assert_unlinkable" -> assertUnlinkable(command);
      case "assert_uninstantiable" -> assertUninstantiable(command);
      case "assert_malformed_custom", "assert_invalid_custom" ->
          new Outcome.NotRun("text annotations", "needs a parser of custom annotations");
      case "thread" -> startThread(command);
      case "wait" -> waitForThread(command);
      default -> throw new IllegalArgumentException("command " + command.type());
    };
  }

  private Outcome module(Command command) {
    if (command.name() != null) {
      definitions.put(command.name(), command);
    }
    return makeCurrent(command, command, command.name());
  }

  private Outcome moduleDefinition(Command command) {
    lastDefinition = command;
    if (command.name() != null) {
      definitions.put(command.name(), command);
    }
    try {
      ScriptModules.check(command.bytes());
      return Outcome.PASSED;
    } catch (WasmModuleException e) {
      return new Outcome.Failed("a valid module", Throwables.describe(e));
    }
  }

  private Outcome moduleInstance(Command command) {
    Command definition =
        command.module() == null ? lastDefinition : definitions.get(command.module());
    return makeCurrent(
        command, Objects.requireNonNull(definition, "definition"), command.instance());
  }

  private Outcome makeCurrent(Command command, Command definition, @Nullable String name) {
    Made made = instantiate(definition);
    current =
        made.instance() == null
            ? InstanceSlot.after(command.line(), made.outcome())
            : new InstanceSlot.Live(made.instance());
    if (name != null) {
      instances.put(name, current);
    }
    return made.outcome();
  }

  /** An instance and a pass, or why there is no instance. */
  private record Made(@Nullable Instance instance, Outcome outcome) {}

  private Made instantiate(Command definition) {
    ActionEnd end = link(definition);
    if (end instanceof ActionEnd.Returned returned) {
      return new Made((Instance) returned.values().get(0), Outcome.PASSED);
    }
    Throwable thrown = ((ActionEnd.Threw) end).thrown();
    if (thrown instanceof NotRunException notRun) {
      return new Made(null, notRun.outcome());
    }
    return new Made(null, new Outcome.Failed("an instance", Throwables.describe(thrown)));
  }

  /** Loads and instantiates a module; thrown are the failure or a {@link NotRunException}. */
  private ActionEnd link(Command definition) {
    try {
      var module = modules.load(definition.bytes());
      for (String name : ScriptModules.importedModules(definition.bytes())) {
        InstanceSlot.Absent absent = absentImports.get(name);
        if (absent != null && absent.outcome() instanceof Outcome.NotRun notRun) {
          return new ActionEnd.Threw(new NotRunException(notRun));
        }
      }
      return ActionEnd.Returned.of(module.instantiate(store));
    } catch (UnsupportedException e) {
      return new ActionEnd.Threw(new NotRunException(NotRunException.unsupported(e)));
    } catch (Throwable e) { // whatever it is, it is what the report has to show
      return new ActionEnd.Threw(e);
    }
  }

  private Outcome register(Command command) {
    String importName = Objects.requireNonNull(command.as(), "as");
    InstanceSlot slot = slot(command.name());
    if (slot instanceof InstanceSlot.Live live) {
      absentImports.remove(importName);
      store.register(importName, live.instance());
      return Outcome.PASSED;
    }
    InstanceSlot.Absent absent = (InstanceSlot.Absent) slot;
    absentImports.put(importName, absent);
    return absent.outcome();
  }

  private InstanceSlot slot(@Nullable String name) {
    return name == null ? current : instances.getOrDefault(name, noInstanceYet());
  }

  private Outcome assertReturn(Command command) {
    List<Value> expected = command.requiredResults();
    return onEnd(
        command, end -> expectReturn(end, expected.toString(), values -> match(expected, values)));
  }

  private static boolean match(List<Value> expected, List<@Nullable Object> actual) {
    boolean matches = expected.size() == actual.size();
    for (int i = 0; matches && i < expected.size(); i++) {
      matches = expected.get(i).matches(actual.get(i));
    }
    return matches;
  }

  private static Outcome expectReturn(
      ActionEnd end, String expected, Function<List<@Nullable Object>, Boolean> matches) {
    return end instanceof ActionEnd.Returned returned && matches.apply(returned.values())
        ? Outcome.PASSED
        : new Outcome.Failed(expected, end.describe());
  }

  private static Outcome expectTrap(String phrase, ActionEnd end) {
    return end instanceof ActionEnd.Threw threw
            && threw.thrown() instanceof Trap trap
            && Throwables.firstLine(trap)
                .startsWith(NULL_OBJECT.matcher(phrase).replaceFirst("$1$2"))
        ? Outcome.PASSED
        : new Outcome.Failed("trap: " + phrase, end.describe());
  }

  private static Outcome expectException(ActionEnd end) {
    return end instanceof ActionEnd.Threw threw && Throwables.isWasmException(threw.thrown())
        ? Outcome.PASSED
        : new Outcome.Failed("an uncaught wasm exception", end.describe());
  }

  private Outcome assertRejected(Command command, Class<? extends WasmModuleException> kind) {
    if (command.isText()) {
      return new Outcome.NotRun("text format", "only a text parser can run it");
    }
    String expected = kind.getSimpleName() + ": " + command.phrase();
    try {
      ScriptModules.check(command.bytes());
      return new Outcome.Failed(expected, "accepted");
    } catch (RuntimeException | StackOverflowError e) {
      return kind.isInstance(e)
          ? comparePhrase(command.phrase(), e)
          : new Outcome.Failed(expected, Throwables.describe(e));
    }
  }

  private static Outcome comparePhrase(String phrase, Throwable thrown) {
    String message = Throwables.firstLine(thrown);
    return message.startsWith(phrase)
        ? Outcome.PASSED
        : new Outcome.PassedInOtherWords(phrase, message);
  }

  private Outcome assertUnlinkable(Command command) {
    return onEnd(
        link(command),
        end ->
            end instanceof ActionEnd.Threw threw && threw.thrown() instanceof LinkException e
                ? comparePhrase(command.phrase(), e)
                : new Outcome.Failed("unlinkable: " + command.phrase(), end.describe()));
  }

  private Outcome assertUninstantiable(Command command) {
    return onEnd(
        link(command),
        end ->
            end instanceof ActionEnd.Threw threw && Throwables.isWasmException(threw.thrown())
                ? Outcome.PASSED
                : expectTrap(command.phrase(), end));
  }

  private Outcome onEnd(Command command, Function<ActionEnd, Outcome> judge) {
    InstanceSlot slot = slot(command.requiredAction().module());
    return slot instanceof InstanceSlot.Live live
        ? onEnd(perform(live.instance(), command.requiredAction()), judge)
        : ((InstanceSlot.Absent) slot).outcome();
  }

  private static Outcome onEnd(ActionEnd end, Function<ActionEnd, Outcome> judge) {
    return end instanceof ActionEnd.Threw threw && threw.thrown() instanceof NotRunException notRun
        ? notRun.outcome()
        : judge.apply(end);
  }

  private static ActionEnd perform(Instance instance, Command.Action action) {
    try {
      Extern export = instance.export(action.field());
      if (export instanceof Global global) {
        return ActionEnd.Returned.of(global.get());
      }
      WasmFunction function = (WasmFunction) Objects.requireNonNull(export, "no such export");
      List<Value> arguments = Objects.requireNonNull(action.args(), "args");
      return ActionEnd.Returned.of(
          function.call(arguments.stream().map(Value::argument).toArray()));
    } catch (Throwable e) { // whatever it is, it is what the report has to show
      return new ActionEnd.Threw(e);
    }
  }

  private Outcome startThread(Command command) {
    ScriptRun inner = new ScriptRun(modules);
    if (command.sharedModule() != null) {
      inner.share(command.sharedModule(), slot(command.sharedModule()));
    }
    threads.put(
        Objects.requireNonNull(command.name(), "name"),
        ScriptThread.start(inner, command.commandsOrNone()));
    return Outcome.PASSED;
  }

  private Outcome waitForThread(Command command) {
    ScriptThread thread = Objects.requireNonNull(threads.get(command.thread()), "thread");
    boolean ended = thread.join();
    synchronized (results) {
      results.addAll(thread.results());
    }
    return ended ? Outcome.PASSED : new Outcome.Failed("the thread's end", "it still runs");
  }
}
