package org.wasm2java.conformance.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.wasm2java.aot.Translator;

/** Runs scripts, as many at a time as there are processors; results come in the scripts' order. */
final class SpecSuite {
  private final Translator translator;

  /** A suite whose modules this translator translates. */
  SpecSuite(Translator translator) {
    this.translator = translator;
  }

  List<ScriptResult> run(List<Script> scripts) throws InterruptedException, ExecutionException {
    ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Future<ScriptResult>> pending = new ArrayList<>();
      for (Script script : scripts) {
        pending.add(pool.submit(() -> run(script)));
      }
      List<ScriptResult> results = new ArrayList<>();
      for (Future<ScriptResult> result : pending) {
        results.add(result.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  private ScriptResult run(Script script) {
    ScriptRun run = new ScriptRun(new ScriptModules(translator));
    ScriptThread thread = ScriptThread.start(run, script.commands());
    thread.join();
    return new ScriptResult(script, thread.results());
  }
}
