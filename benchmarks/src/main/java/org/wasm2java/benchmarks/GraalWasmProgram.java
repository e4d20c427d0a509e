package org.wasm2java.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.ByteSequence;

/** A command in GraalWasm; the engine, and so the compiled code, is shared by all instances. */
final class GraalWasmProgram implements Program {
  private final Engine engine = Engine.newBuilder("wasm").build();
  private final Source source;

  GraalWasmProgram(byte[] wasm) throws IOException {
    source = Source.newBuilder("wasm", ByteSequence.create(wasm), "main").build();
  }

  @Override
  public ProgramRun run(List<String> arguments, byte[] input) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    GuestClock clock = new GuestClock();
    try (Context context =
        Context.newBuilder("wasm")
            .engine(engine)
            .arguments("wasm", withProgramName(arguments))
            .option("wasm.Builtins", "wasi_snapshot_preview1")
            .in(new ByteArrayInputStream(input))
            .out(output)
            .err(OutputStream.nullOutputStream())
            .build()) {
      clock.time(
          () -> context.eval(source).newInstance().getMember("exports").invokeMember("_start"));
    } catch (PolyglotException e) {
      if (!e.isExit() || e.getExitStatus() != 0) {
        throw e;
      }
    }
    return new ProgramRun(output.toByteArray(), clock.nanos());
  }

  private static String[] withProgramName(List<String> arguments) {
    String[] all = new String[arguments.size() + 1];
    all[0] = "prog";
    for (int i = 0; i < arguments.size(); i++) {
      all[i + 1] = arguments.get(i);
    }
    return all;
  }
}
