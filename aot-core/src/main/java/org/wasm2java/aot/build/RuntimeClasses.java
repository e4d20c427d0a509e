package org.wasm2java.aot.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.wasm2java.runtime.Store;

/**
 * Finds the runtime that this translator runs with: for the compiler and for bundling into jars.
 */
public final class RuntimeClasses {
  private static final String CLASS = ".class";
  private static final String PREFIX = "org/wasm2java/";

  private RuntimeClasses() {}

  /** Returns the jar or folder that holds the runtime's classes. */
  public static String classPath() {
    return location().toString();
  }

  private static Path location() {
    URL own = Store.class.getResource("Store" + CLASS);
    if (own == null) {
      throw new IllegalStateException("the runtime's classes are not on the class path");
    }
    try {
      URLConnection connection = own.openConnection();
      if (connection instanceof JarURLConnection jar) {
        return Path.of(jar.getJarFileURL().toURI());
      }
      Path file = Path.of(URI.create(own.toString()));
      return file.resolve("../../../..").normalize();
    } catch (IOException | URISyntaxException e) {
      throw new IllegalStateException("cannot locate the runtime's classes", e);
    }
  }

  /** Returns the runtime's class files by path. */
  public static SortedMap<String, byte[]> all() {
    Path location = location();
    try {
      return Files.isDirectory(location) ? ofFolder(location) : ofJar(location);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the runtime's classes", e);
    }
  }

  private static boolean belongs(String path) {
    return path.startsWith(PREFIX)
        && path.endsWith(CLASS)
        && !path.endsWith("/package-info" + CLASS);
  }

  private static SortedMap<String, byte[]> ofFolder(Path folder) throws IOException {
    SortedMap<String, byte[]> classes = new TreeMap<>();
    List<Path> files;
    try (Stream<Path> walk = Files.walk(folder.resolve(PREFIX))) {
      files = walk.toList();
    }
    for (Path file : files) {
      String path = folder.relativize(file).toString().replace('\\', '/');
      if (belongs(path)) {
        classes.put(path, Files.readAllBytes(file));
      }
    }
    return classes;
  }

  private static SortedMap<String, byte[]> ofJar(Path path) throws IOException {
    SortedMap<String, byte[]> classes = new TreeMap<>();
    try (JarFile jar = new JarFile(path.toFile())) {
      for (JarEntry entry : jar.stream().filter(each -> belongs(each.getName())).toList()) {
        try (InputStream in = jar.getInputStream(entry)) {
          classes.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    return classes;
  }
}
