package org.wasm2java.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.wasm2java.aot.CompiledModule;
import org.wasm2java.aot.JarOptions;
import org.wasm2java.aot.ModuleUse;
import org.wasm2java.aot.Translation;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.aot.tool.FileFailure;
import org.wasm2java.aot.tool.OutputFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code wasm2java jar}: writes a jar of compiled classes. */
@Command(
    name = "jar",
    header = "Compile a module to a jar.",
    customSynopsis = "wasm2java jar [OPTIONS] FILE -o OUT.jar [--class NAME]",
    description = {
      "The jar of a command module (one that exports _start) runs by itself with 'java -jar'; that"
          + " of a library module goes on a class path. What kind it is, and which imports remain"
          + " to be provided, is printed.",
      "",
      "Arguments of such a program are the guest's. What else it may use is granted by system"
          + " properties:",
      "  -Dwasm2java.dir=HOST[::GUEST[::ro]];...  folders",
      "  -Dwasm2java.env=NAME[=VALUE];...         variables",
      "  -Dwasm2java.stdin=INPUT                  a file as its standard input",
      "  -Dwasm2java.program-name=NAME            what it finds as its own name",
      "  -Dwasm2java.stack=MEGABYTES              size of its call stack (128)",
      "  -Dwasm2java.growth-reserve=PAGES         as --growth-reserve of run",
      "  -Dwasm2java.trace=true                   a Java stack trace where it traps"
    },
    footer = {
      "  wasm2java jar sqlite.wasm -o sqlite.jar --class com.acme.Sqlite",
      "  java -Dwasm2java.dir=./data::/data -jar sqlite.jar /data/test.db"
    })
final class JarCommand extends ModuleCommand {
  private static final int SHOWN_IMPORTS = 20;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT.jar",
      required = true,
      description = "The jar to write, in a folder that exists.")
  private Path jar;

  @Mixin private final OutputOptions output = new OutputOptions();

  @Mixin private final ProgramName program = new ProgramName();

  @Mixin private final CodeOptions code = new CodeOptions();

  @Mixin private final TypesOptions types = new TypesOptions();

  @Option(
      names = "--no-runtime",
      description = "Leave the classes of wasm2java-runtime out; the user of the jar adds them.")
  private boolean withoutRuntime;

  @Option(
      names = "--start-script",
      description = {
        "Also write OUT, a script for sh that starts the jar beside it. After one run with",
        "WASM2JAVA_CACHE=make in the environment it starts faster, see docs/cold-start.md."
      })
  private boolean withStartScript;

  JarCommand(StandardStreams streams) {
    super(streams);
  }

  @Override
  public Integer call() throws CommandFailure, FileFailure {
    OutputFiles.requireWritable(jar, output.force());
    OutputFiles.requireFolderOf(jar);
    Optional<Path> script = startScript();
    CompiledModule module =
        argument()
            .process(
                argument().className(output.className()),
                this::addTo,
                streams(),
                Translator::compile);
    Translation translation = module.translation();
    JarOptions.Builder options = JarOptions.builder().bundleRuntime(!withoutRuntime);
    if (translation.command()) {
      options.mainClass(translation.className());
    }
    requireRunnable(translation);
    write(jarOf(module, options.build()), script);
    describe(translation);
    script.ifPresent(path -> streams().out().println(path + ": a script that starts it"));
    argument().printWarnings(translation.warnings(), streams());
    argument().printTimings(translation.timings(), streams());
    return ExitStatus.OK.code();
  }

  /** Returns the path of the script, if there is to be one and the jar will be one to start. */
  private Optional<Path> startScript() throws CommandFailure, FileFailure {
    if (!withStartScript) {
      return Optional.empty();
    }
    if (withoutRuntime) {
      throw new CommandFailure(
          ExitStatus.USAGE, "--start-script needs the runtime in the jar; leave out --no-runtime");
    }
    Path script = StartScript.pathBeside(jar);
    OutputFiles.requireWritable(script, output.force());
    return Optional.of(script);
  }

  private void requireRunnable(Translation translation) throws CommandFailure {
    if (withStartScript && !translation.command()) {
      ModuleUse use = translation.use();
      throw new CommandFailure(
          ExitStatus.USAGE,
          "--start-script needs a module that can be started: "
              + (use.isCommand() ? "WASI does not provide all its imports" : use.noCommand()));
    }
  }

  private void write(byte[] bytes, Optional<Path> script) throws CommandFailure, FileFailure {
    if (script.isEmpty()) {
      new OutputFiles(Map.of(jar, bytes)).write(output.force());
      return;
    }
    new OutputFiles(Map.of(jar, bytes, script.get(), StartScript.content())).write(output.force());
    StartScript.makeExecutable(script.get());
  }

  private void addTo(TranslationOptions.Builder options) {
    code.addTo(options);
    types.addTo(options);
    options.programName(program.orNameOf(argument().file()));
  }

  /** Prints what the jar is for, and what has to be given to the module. */
  private void describe(Translation translation) {
    PrintStream out = streams().out();
    ModuleUse use = translation.use();
    String className = translation.className();
    if (!use.isCommand()) {
      out.println(
          jar + ": a library jar: call the class " + className + " (" + use.noCommand() + ")");
    } else if (!use.openImports().isEmpty()) {
      out.println(
          jar
              + ": a command that 'java -jar' cannot run, as WASI does not provide all its imports:"
              + " call the class "
              + className);
    } else if (withoutRuntime) {
      out.println(
          jar + ": a command: run " + className + " with wasm2java-runtime on the class path");
    } else {
      out.println(jar + ": an executable jar: run it with 'java -jar " + jar + "'");
    }
    if (!use.openImports().isEmpty()) {
      out.println("Imports that WASI does not provide, for you to define in the store:");
      ShownList.of(use.openImports(), SHOWN_IMPORTS).forEach(line -> out.println("  " + line));
    }
  }

  private static byte[] jarOf(CompiledModule module, JarOptions options) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      module.writeJar(bytes, options);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot happen in memory", e);
    }
    return bytes.toByteArray();
  }
}
