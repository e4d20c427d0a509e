package org.wasm2java.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;

/**
 * The JVM side of a measurement: {@code Worker ENGINE FILE INPUT ARGS...} prepares a program, then
 * runs it once for every line on standard input and answers with nanoseconds, the digest of what
 * the program printed and the nanoseconds of processor time of the guest's thread. With {@code
 * once} before the engine it runs once and prints the program's output, to be timed as a whole
 * process.
 */
public final class Worker {
  private Worker() {}

  /** Prepares and serves, or runs once. */
  public static void main(String[] args) throws Exception {
    boolean once = args[0].equals("once");
    List<String> rest = Arrays.asList(args).subList(once ? 1 : 0, args.length);
    Program program = prepare(rest.get(0), Path.of(rest.get(1)));
    byte[] input = rest.get(2).equals("-") ? new byte[0] : Files.readAllBytes(Path.of(rest.get(2)));
    List<String> arguments = rest.subList(3, rest.size());
    if (once) {
      System.out.write(program.run(arguments, input).output());
      System.out.flush();
    } else {
      serve(program, arguments, input);
    }
  }

  private static Program prepare(String engine, Path file) throws IOException {
    return switch (engine) {
      case "generated" -> GeneratedProgram.fromJar(file);
      case "endive" -> new EndiveProgram(Files.readAllBytes(file));
      case "graalwasm" -> new GraalWasmProgram(Files.readAllBytes(file));
      default -> throw new IllegalArgumentException("no engine is called " + engine);
    };
  }

  private static void serve(Program program, List<String> arguments, byte[] input)
      throws IOException {
    BufferedReader requests =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream answers = System.out;
    answers.println("ready");
    while (requests.readLine() != null) {
      long start = System.nanoTime();
      ProgramRun run = program.run(arguments, input);
      long nanos = System.nanoTime() - start;
      answers.println(nanos + " " + md5(run.output()) + " " + Sample.text(run.guestNanos()));
    }
  }

  /** Returns the MD5 digest in hexadecimal, as {@code cases.tsv} has it. */
  public static String md5(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(bytes);
      return "%032x".formatted(new BigInteger(1, digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has MD5", e);
    }
  }
}
