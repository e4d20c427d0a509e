package org.wasm2java.benchmarks.hosted;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Locale;
import org.wasm2java.benchmarks.Worker;
import org.wasm2java.runtime.ModuleDescriptor;

/**
 * Runs a program from its jar ({@code run PROGRAM JAR ITERATIONS}) and prints, for each iteration,
 * its nanoseconds and the digest of its result; otherwise compares the engines ({@code NODE_MODULES
 * OUTPUT}).
 */
public final class HostedMain {
  private HostedMain() {}

  /** Does what the first argument says. */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args[0].equals("run")) {
      run(HostedProgram.named(args[1]), Path.of(args[2]), Integer.parseInt(args[3]));
    } else {
      new HostedComparison(Path.of(args[0]), Path.of(args[1])).run();
    }
  }

  private static void run(HostedProgram program, Path jar, int iterations) throws IOException {
    URL[] path = {jar.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(path, HostedMain.class.getClassLoader())) {
      HostedProgram.Host host = program.start(ModuleDescriptor.all(loader).get(0));
      for (int i = 0; i < iterations; i++) {
        long start = System.nanoTime();
        byte[] result = host.run();
        long nanos = System.nanoTime() - start;
        System.out.println(String.format(Locale.ROOT, "%d %s", nanos, Worker.md5(result)));
      }
    }
  }
}
