package org.wasm2java.benchmarks.hosted;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.wasm2java.aot.CompiledModule;
import org.wasm2java.aot.JarOptions;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.aot.Translator;
import org.wasm2java.aot.build.ClassFileMethods;
import org.wasm2java.aot.decode.ModuleDecoder;
import org.wasm2java.aot.instruction.VectorOpcode;
import org.wasm2java.aot.module.Body;
import org.wasm2java.aot.module.WasmModule;
import org.wasm2java.aot.validate.ModuleValidator;
import org.wasm2java.runtime.format.FunctionMethodName;

/**
 * Prints how many bytes of bytecode a module's instructions become: a line a module. How many are
 * for a vector instruction, and how many for another, are the factors that fit all functions best
 * (least squares).
 */
public final class VectorSizes {
  private long vectors;
  private long others;
  private long bytes;
  private long jarBytes;
  private int largest;
  private double vectorsByVectors;
  private double vectorsByOthers;
  private double othersByOthers;
  private double bytesByVectors;
  private double bytesByOthers;

  private VectorSizes() {}

  /** Measures modules. */
  public static void main(String[] modules) throws IOException {
    System.out.println("module vectors others bytes bytes/vector bytes/other largest jar");
    for (String module : modules) {
      VectorSizes sizes = new VectorSizes();
      sizes.add(Files.readAllBytes(Path.of(module)));
      System.out.println(Path.of(module).getFileName() + " " + sizes);
    }
  }

  private void add(byte[] wasm) throws IOException {
    CompiledModule compiled =
        new Translator(TranslationOptions.builder("sizes.Sizes").build()).compile(wasm);
    ByteArrayOutputStream jar = new ByteArrayOutputStream();
    compiled.writeJar(jar, JarOptions.builder().bundleRuntime(false).build());
    jarBytes = jar.size();
    Map<Integer, Integer> sizes = new TreeMap<>();
    for (byte[] classFile : compiled.classes().values()) {
      for (ClassFileMethods.Method method : ClassFileMethods.of(classFile)) {
        largest = Math.max(largest, method.codeBytes());
        FunctionMethodName.parse(method.name())
            .ifPresent(name -> sizes.merge(name.functionIndex(), method.codeBytes(), Integer::sum));
      }
    }
    WasmModule module = ModuleDecoder.decode(wasm);
    int imported = ModuleValidator.validate(module).spaces().importedFunctions();
    for (int i = 0; i < module.functions().size(); i++) {
      add(module.functions().get(i).body(), sizes.getOrDefault(imported + i, 0));
    }
  }

  private void add(Body body, int size) {
    int ofVectors = 0;
    for (int i = 0; i < body.size(); i++) {
      ofVectors += body.at(i).opcode() instanceof VectorOpcode ? 1 : 0;
    }
    int ofOthers = body.size() - ofVectors;
    vectors += ofVectors;
    others += ofOthers;
    bytes += size;
    vectorsByVectors += (double) ofVectors * ofVectors;
    vectorsByOthers += (double) ofVectors * ofOthers;
    othersByOthers += (double) ofOthers * ofOthers;
    bytesByVectors += (double) size * ofVectors;
    bytesByOthers += (double) size * ofOthers;
  }

  @Override
  public String toString() {
    double divisor = vectorsByVectors * othersByOthers - vectorsByOthers * vectorsByOthers;
    double vector = (bytesByVectors * othersByOthers - bytesByOthers * vectorsByOthers) / divisor;
    double other = (bytesByOthers * vectorsByVectors - bytesByVectors * vectorsByOthers) / divisor;
    return String.format(
        Locale.ROOT,
        "%d %d %d %.1f %.1f %d %d",
        vectors,
        others,
        bytes,
        vector,
        other,
        largest,
        jarBytes);
  }
}
