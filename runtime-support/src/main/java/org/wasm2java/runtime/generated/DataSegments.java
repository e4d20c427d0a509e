package org.wasm2java.runtime.generated;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.wasm2java.runtime.LinkException;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.Trap;
import org.wasm2java.runtime.format.PackedNumbers;

/**
 * Reads the resource in which a generated class keeps its data segments, for generated code.
 *
 * <pre>{@code
 * static final byte[] BYTES = DataSegments.load(Sha256.class, "Sha256.data", 512); // generated
 * }</pre>
 */
public final class DataSegments {
  /** What a dropped segment holds. */
  public static final byte[] EMPTY = {};

  private DataSegments() {}

  /**
   * Copies active segments into a memory, in order.
   *
   * @param packed the bytes of all segments, and what {@link #pack} wrote for these
   * @param start where the bytes of the first are; those of the others follow
   * @param position where that starts which was packed
   * @param count how many segments there are
   * @throws Trap if one is not inside the memory; those before it have been copied then
   * @see <a href="https://webassembly.github.io/spec/core/exec/modules.html#instantiation">
   *     Instantiation</a>
   */
  public static void copy(Memory memory, byte[] packed, int start, int position, int count) {
    PackedNumbers numbers = new PackedNumbers(packed, position);
    int from = start;
    int address = 0;
    for (int i = 0; i < count; i++) {
      address += numbers.next();
      int length = numbers.next();
      memory.init(packed, from, length, address, 0, length);
      address += length;
      from += length;
    }
  }

  /**
   * Appends where an active segment goes.
   *
   * @param gap the bytes between the end of the segment before it, or 0, and its own address; a
   *     lower address is a large unsigned gap
   * @param length its length in bytes
   */
  public static void pack(ByteArrayOutputStream out, int gap, int length) {
    PackedNumbers.write(out, gap);
    PackedNumbers.write(out, length);
  }

  /**
   * Returns the whole resource.
   *
   * @param owner the generated class; the resource lies beside it
   * @param name the resource's simple name
   * @param length the length in bytes that the translator wrote
   */
  public static byte[] load(Class<?> owner, String name, int length) {
    try {
      byte[] bytes = fromJar(owner, name, length);
      return bytes != null ? bytes : fromLoader(owner, name, length);
    } catch (IOException e) {
      throw failure(owner, name, ": ".concat(e.toString()));
    }
  }

  /**
   * Reads from the jar that {@code java -jar} started, or returns {@code null} if that is not where
   * the class is from. The class loader would find the same bytes there, but by way of URLs and
   * their handlers, which is a tenth of the start of a small program.
   */
  private static byte[] fromJar(Class<?> owner, String name, int length) throws IOException {
    String path = System.getProperty("java.class.path", "");
    if (owner.getClassLoader() != ClassLoader.getSystemClassLoader()
        || !path.endsWith(".jar")
        || path.indexOf(File.pathSeparatorChar) >= 0) {
      return null;
    }
    try (ZipFile jar = new ZipFile(path)) {
      String folder = owner.getPackageName().replace('.', '/');
      ZipEntry entry = jar.getEntry(folder.isEmpty() ? name : folder.concat("/").concat(name));
      return entry == null ? null : read(jar.getInputStream(entry), owner, name, length);
    }
  }

  private static byte[] fromLoader(Class<?> owner, String name, int length) throws IOException {
    try (InputStream stream = owner.getResourceAsStream(name)) {
      if (stream == null) {
        throw failure(
            owner,
            name,
            " is missing: keep the translated resources on the class path beside the class;"
                .concat(" a module that is not automatic opens its package")
                .concat(" to org.wasm2java.runtime"));
      }
      return read(stream, owner, name, length);
    }
  }

  private static byte[] read(InputStream stream, Class<?> owner, String name, int length)
      throws IOException {
    byte[] bytes = stream.readNBytes(length);
    if (bytes.length != length || stream.read() >= 0) {
      String expected = Integer.toString(length);
      throw failure(
          owner,
          name,
          " does not have the "
              .concat(expected)
              .concat(" bytes that the translator wrote: translate the module again"));
    }
    return bytes;
  }

  private static LinkException failure(Class<?> owner, String name, String problem) {
    return new LinkException(
        "resource ".concat(name).concat(" of ").concat(owner.getName()).concat(problem));
  }
}
