package org.wasm2java.aot.build;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes jars that are the same bytes for the same entries: sorted, with one fixed time. */
public final class JarWriter {
  /** A month after the first that a zip can say: exactly the first makes Java add a time zone. */
  private static final LocalDateTime TIME = LocalDateTime.of(1980, 2, 1, 0, 0);

  private JarWriter() {}

  /**
   * Writes a jar.
   *
   * @param out where to write; not closed
   * @param entries contents by path
   * @param mainAttributes the manifest's main attributes, in this order
   */
  public static void write(
      OutputStream out, Map<String, byte[]> entries, Map<String, String> mainAttributes)
      throws IOException {
    SortedMap<String, byte[]> sorted = new TreeMap<>(entries);
    sorted.remove(JarFile.MANIFEST_NAME);
    ZipOutputStream zip = new ZipOutputStream(out);
    zip.setLevel(Deflater.BEST_COMPRESSION);
    put(zip, JarFile.MANIFEST_NAME, manifest(mainAttributes));
    for (Map.Entry<String, byte[]> entry : sorted.entrySet()) {
      put(zip, entry.getKey(), entry.getValue());
    }
    zip.finish();
    zip.flush();
  }

  private static void put(ZipOutputStream zip, String path, byte[] content) throws IOException {
    ZipEntry entry = new ZipEntry(path);
    entry.setTimeLocal(TIME);
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
  }

  private static byte[] manifest(Map<String, String> mainAttributes) throws IOException {
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    mainAttributes.forEach(attributes::putValue);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    manifest.write(bytes);
    return bytes.toByteArray();
  }
}
