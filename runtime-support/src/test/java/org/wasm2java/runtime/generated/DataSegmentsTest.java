package org.wasm2java.runtime.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wasm2java.runtime.LinkException;

class DataSegmentsTest {
  private static final byte[] CONTENT = "data".getBytes(StandardCharsets.UTF_8);
  private static final String CLASS_FILE = Main.class.getName().replace('.', '/') + ".class";

  @TempDir Path folder;

  /** Finds a class and its resource as generated ones are found. */
  private static Class<?> classWithResource(byte[] content) throws ClassNotFoundException {
    ClassLoader loader =
        new ClassLoader(DataSegmentsTest.class.getClassLoader()) {
          @Override
          public Class<?> loadClass(String name) throws ClassNotFoundException {
            if (!name.equals(Main.class.getName())) {
              return super.loadClass(name);
            }
            byte[] code = classFile();
            return defineClass(name, code, 0, code.length);
          }

          @Override
          public InputStream getResourceAsStream(String name) {
            return name.equals("org/wasm2java/runtime/generated/x.data")
                ? new ByteArrayInputStream(content)
                : null;
          }
        };
    return loader.loadClass(Main.class.getName());
  }

  private static byte[] classFile() {
    try (InputStream in = Main.class.getResourceAsStream("/" + CLASS_FILE)) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void bytesAreReadThroughTheClassLoader() throws Exception {
    assertThat(DataSegments.load(classWithResource(CONTENT), "x.data", 4)).isEqualTo(CONTENT);
  }

  @Test
  void otherLengthOrNoResourceSaysWhatToDo() throws Exception {
    Class<?> owner = classWithResource(CONTENT);
    for (int length : new int[] {3, 5}) {
      assertThatThrownBy(() -> DataSegments.load(owner, "x.data", length))
          .isInstanceOf(LinkException.class)
          .hasMessageContainingAll("x.data", length + " bytes", "translate the module again");
    }
    assertThatThrownBy(() -> DataSegments.load(owner, "y.data", 4))
        .isInstanceOf(LinkException.class)
        .hasMessageContainingAll("y.data", "missing", "beside the class");
  }

  @Test
  void bytesAreReadFromTheJarThatJavaStarted() throws Exception {
    assertThat(outputOfJar(CONTENT)).isEqualTo("data");
    assertThat(outputOfJar("dat".getBytes(StandardCharsets.UTF_8)))
        .contains("x.data", "4 bytes", "translate the module again");
  }

  private String outputOfJar(byte[] content) throws Exception {
    Path jar = folder.resolve("program.jar");
    Path classes =
        Path.of(DataSegments.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.put(Attributes.Name.MAIN_CLASS, Main.class.getName());
    attributes.put(Attributes.Name.CLASS_PATH, classes.toUri().toString());
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      out.putNextEntry(new ZipEntry(CLASS_FILE));
      out.write(classFile());
      out.putNextEntry(new ZipEntry("org/wasm2java/runtime/generated/x.data"));
      out.write(content);
    }
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Process process =
        new ProcessBuilder(java, "-jar", jar.toString()).redirectErrorStream(true).start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  /** The main class of a jar. */
  static final class Main {
    public static void main(String[] args) {
      System.out.print(
          new String(DataSegments.load(Main.class, "x.data", 4), StandardCharsets.UTF_8));
    }
  }
}
