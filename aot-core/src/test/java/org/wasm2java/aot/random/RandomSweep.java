package org.wasm2java.aot.random;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.CompletableFuture;
import org.wasm2java.aot.CompiledModule;
import org.wasm2java.aot.GeneratedClasses;
import org.wasm2java.aot.JarOptions;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.aot.random.RandomModule.Kind;
import org.wasm2java.aot.random.RandomRun.Call;
import org.wasm2java.runtime.ModuleDescriptor;

/** Writes random modules where other JVMs and engines find them, and runs them. */
public final class RandomSweep {
  /** Which modules there are. */
  public enum Sort {
    /**
     * Those with vectors. Every fifth has relaxed instructions, of which another engine need not
     * have the same results.
     */
    VECTORS(5),
    /** Those of {@link Kind#MIXED}. */
    MIXED(0);

    private final int relaxedEvery;

    Sort(int relaxedEvery) {
      this.relaxedEvery = relaxedEvery;
    }

    /** Returns which share of the modules has relaxed instructions, or 0 for none. */
    public int relaxedEvery() {
      return relaxedEvery;
    }

    /** Returns whether the module of a seed has relaxed instructions. */
    public boolean isRelaxed(long seed) {
      return relaxedEvery > 0 && seed % relaxedEvery == relaxedEvery - 1;
    }

    private Kind kind(long seed) {
      return this == MIXED ? Kind.MIXED : isRelaxed(seed) ? Kind.RELAXED : Kind.VECTORS;
    }
  }

  private static final int SMALL_METHODS = 200;

  /** A call of WebAssembly takes many Java calls where methods are small. */
  private static final long STACK_BYTES = 256L << 20;

  private final long seed;
  private final RandomModule module;
  private final List<Call> calls;

  /** The module of a seed. */
  public RandomSweep(Sort sort, long seed) {
    this.seed = seed;
    this.module = new RandomModule(seed, sort.kind(seed));
    this.calls = RandomRun.calls(module, seed);
  }

  /** Prints what the jars of some modules do: {@code FOLDER FIRST_SEED END SORT}. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    for (long seed = Long.parseLong(args[1]); seed < Long.parseLong(args[2]); seed++) {
      RandomSweep sweep = new RandomSweep(Sort.valueOf(args[3]), seed);
      URL[] jar = {sweep.file(folder, "jar").toUri().toURL()};
      try (URLClassLoader loader = new URLClassLoader(jar, RandomSweep.class.getClassLoader())) {
        ModuleDescriptor found =
            ServiceLoader.load(ModuleDescriptor.class, loader).findFirst().orElseThrow();
        for (String line : sweep.run(new GeneratedClasses(found))) {
          System.out.println(seed + " " + line);
        }
      }
    }
  }

  /** Returns what the module does with methods of the usual size; writes its jar. */
  public List<String> runWhole(Path folder) throws IOException {
    CompiledModule compiled = new Translator(options().build()).compile(module.bytes());
    try (OutputStream out = Files.newOutputStream(file(folder, "jar"))) {
      compiled.writeJar(out, JarOptions.builder().bundleRuntime(false).build());
    }
    return run(GeneratedClasses.of(compiled));
  }

  /** Returns what the module does with small methods. */
  public List<String> runSplit() {
    TranslationOptions options = options().methodLimit(SMALL_METHODS).build();
    return run(GeneratedClasses.of(new Translator(options).compile(module.bytes())));
  }

  /**
   * Writes the module and its calls, a line each: the function, the one that takes and gives no
   * vectors, the types of what that gives, its arguments as bits. Functions that read globals, with
   * {@code get} in front, come last, and behind them tags with what they carry. If there are tags,
   * {@code env.h} throws now and then.
   */
  public void writeForOthers(Path folder) throws IOException {
    List<String> lines = new ArrayList<>();
    for (Call call : calls) {
      RandomModule.Entry entry = call.entry();
      String name = entry.signature().hasVectors() ? entry.wrapper() : entry.name();
      lines.add(entry.name() + " " + name + " " + results(entry) + arguments(call));
    }
    module.getters().forEach(getter -> lines.add("get " + getter.name() + " " + results(getter)));
    for (int i = 0; i < module.tags().size(); i++) {
      lines.add("tag tag" + i + " " + names(module.tags().get(i)));
    }
    Files.write(file(folder, "calls"), lines);
    Files.write(file(folder, "wasm"), module.bytes());
  }

  private static String results(RandomModule.Entry entry) {
    return names(entry.signature().ofNumbers().results());
  }

  private static String names(List<Type> types) {
    return types.isEmpty()
        ? "-"
        : String.join(",", types.stream().map(type -> type.form().name()).toList());
  }

  private static String arguments(Call call) {
    StringBuilder text = new StringBuilder();
    for (Object argument : call.arguments()) {
      if (argument instanceof Float number) {
        text.append(" F32:").append(Float.floatToRawIntBits(number));
      } else if (argument instanceof Double number) {
        text.append(" F64:").append(Double.doubleToRawLongBits(number));
      } else {
        text.append(argument instanceof Integer ? " I32:" : " I64:").append(argument);
      }
    }
    return text.toString();
  }

  private TranslationOptions.Builder options() {
    return TranslationOptions.builder("random.M" + seed);
  }

  private Path file(Path folder, String kind) {
    return folder.resolve("m" + seed + "." + kind);
  }

  private List<String> run(GeneratedClasses classes) {
    CompletableFuture<List<String>> lines = new CompletableFuture<>();
    Runnable run =
        () ->
            lines.completeAsync(
                () -> RandomRun.run(classes::instantiate, module, calls), Runnable::run);
    new Thread(null, run, "random", STACK_BYTES).start();
    return lines.join();
  }
}
