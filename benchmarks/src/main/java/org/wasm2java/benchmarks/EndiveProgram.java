package org.wasm2java.benchmarks;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import run.endive.compiler.MachineFactoryCompiler;
import run.endive.runtime.ByteArrayMemory;
import run.endive.runtime.ImportValues;
import run.endive.runtime.Instance;
import run.endive.runtime.Machine;
import run.endive.wasi.WasiExitException;
import run.endive.wasi.WasiOptions;
import run.endive.wasi.WasiPreview1;
import run.endive.wasm.Parser;
import run.endive.wasm.WasmModule;

/** A command in Endive, through its compiler to JVM bytecode and its faster memory. */
final class EndiveProgram implements Program {
  private final WasmModule module;
  private final Function<Instance, Machine> machine;

  EndiveProgram(byte[] wasm) {
    module = Parser.parse(wasm);
    machine = MachineFactoryCompiler.compile(module);
  }

  @Override
  public ProgramRun run(List<String> arguments, byte[] input) {
    ByteArrayOutputStream output = new ByteArrayOutputStream();
    List<String> all = new ArrayList<>(arguments);
    all.add(0, "prog");
    WasiOptions options =
        WasiOptions.builder()
            .withArguments(all)
            .withStdin(new ByteArrayInputStream(input))
            .withStdout(output)
            .withStderr(OutputStream.nullOutputStream())
            .build();
    GuestClock clock = new GuestClock();
    try (WasiPreview1 wasi = WasiPreview1.builder().withOptions(options).build()) {
      clock.time(() -> instantiate(wasi));
    } catch (WasiExitException exit) {
      if (exit.exitCode() != 0) {
        throw new IllegalStateException("exit code " + exit.exitCode(), exit);
      }
    }
    return new ProgramRun(output.toByteArray(), clock.nanos());
  }

  /** Makes an instance, which runs {@code _start}. */
  private void instantiate(WasiPreview1 wasi) {
    Instance.builder(module)
        .withMachineFactory(machine)
        .withMemoryFactory(ByteArrayMemory::new)
        .withImportValues(ImportValues.builder().addFunction(wasi.toHostFunctions()).build())
        .build();
  }
}
