package org.wasm2java.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Makes the columns that the command line asks for, and says which cannot be had here. */
final class ColumnFactory {
  private final BenchmarkOptions options;
  private final String classPath = System.getProperty("java.class.path");

  ColumnFactory(BenchmarkOptions options) {
    this.options = options;
  }

  /** Returns the columns in the order asked for. */
  List<Column> columns() throws IOException, InterruptedException {
    List<Column> columns = new ArrayList<>();
    for (String name : options.columns) {
      Optional<Column> column = column(name);
      column.ifPresent(columns::add);
    }
    return columns;
  }

  private Optional<Column> column(String name) throws IOException, InterruptedException {
    return switch (name) {
      case "ours17", "ours17-interruptible", "ours17-fuel", "ours17-reserve" -> generated(name, 17);
      case "ours25", "ours25-interruptible", "ours25-fuel", "ours25-reserve" -> generated(name, 25);
      case "endive17", "endive" -> onJdk(name, 17).map(java -> endive(name, java));
      case "endive25" -> onJdk(name, 25).map(java -> endive(name, java));
      case "graalwasm" -> graalWasm(name);
      case "v8" -> node(name);
      case "native" -> nativeColumn(name);
      default ->
          throw new IllegalArgumentException(
              "no column is called "
                  + name
                  + "; there are ours17, ours25, v8, native, endive, endive25, graalwasm, and"
                  + " ours17 and ours25 with -interruptible, -fuel and -reserve");
    };
  }

  private Optional<Path> onJdk(String name, int version) {
    Optional<Path> java = options.java(version);
    System.err.println(
        name
            + ": "
            + java.map(Path::toString)
                .orElse(
                    "left out, no JDK %1$d found; name one with --jdk%1$d or JDK%1$d_HOME"
                        .formatted(version)));
    return java;
  }

  private Optional<Column> generated(String name, int version) {
    Path jars = options.out.resolve("jars");
    Variant variant = Variant.ofColumn(name);
    return onJdk(name, version)
        .map(java -> new Column.Generated(name, java, classPath, jars, variant));
  }

  private Column endive(String name, Path java) {
    return new Column.Peer(name, "endive", java, List.of(), classPath);
  }

  private Optional<Column> graalWasm(String name) {
    Path jars = options.out.resolve("graalwasm");
    if (!Files.isDirectory(jars)) {
      System.err.println(name + ": left out, built without -Pgraalwasm");
      return Optional.empty();
    }
    List<String> arguments =
        List.of(
            "-XX:+UnlockExperimentalVMOptions",
            "-XX:+EnableJVMCI",
            "--enable-native-access=org.graalvm.truffle",
            "--add-modules=org.graalvm.wasm",
            "--upgrade-module-path=" + jars);
    return onJdk(name, 25)
        .map(java -> new Column.Peer(name, "graalwasm", java, arguments, classPath));
  }

  private Optional<Column> node(String name) throws IOException, InterruptedException {
    try {
      new ProcessBuilder(options.node, "--version").start().waitFor();
    } catch (IOException e) {
      System.err.println(name + ": left out, no " + options.node + "; name one with --node");
      return Optional.empty();
    }
    Path worker = options.out.resolve("worker.mjs");
    try (InputStream in = ColumnFactory.class.getResourceAsStream("worker.mjs")) {
      Files.copy(
          Objects.requireNonNull(in, "worker.mjs"), worker, StandardCopyOption.REPLACE_EXISTING);
    }
    return Optional.of(
        new Column.Node(name, options.node, worker, options.out.resolve("v8-output")));
  }

  private Optional<Column> nativeColumn(String name) throws IOException, InterruptedException {
    Optional<Path> folder =
        options.bench.stream().filter(f -> Files.isRegularFile(f.resolve("build.sh"))).findFirst();
    if (folder.isEmpty()) {
      System.err.println(name + ": left out, no folder with cases has a build.sh");
      return Optional.empty();
    }
    Optional<Path> sources = Optional.ofNullable(options.nativeSources);
    Path binaries = NativeBuild.build(folder.get(), sources, options.out);
    return Optional.of(new Column.Native(name, binaries));
  }
}
