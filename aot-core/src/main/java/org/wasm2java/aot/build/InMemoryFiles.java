package org.wasm2java.aot.build;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardLocation;

/** Feeds the Java compiler from memory and keeps what it writes in memory, sorted by path. */
final class InMemoryFiles extends ForwardingJavaFileManager<JavaFileManager> {
  private static final String CLASS = ".class";

  private final SortedMap<String, ByteArrayOutputStream> written = new TreeMap<>();

  private final Map<String, byte[]> known;

  InMemoryFiles(JavaFileManager delegate, Map<String, byte[]> known) {
    super(delegate);
    this.known = known;
  }

  /** Returns compilation units for sources by path, such as {@code com/acme/Sha256.java}. */
  static List<JavaFileObject> units(Map<String, String> sources) {
    List<JavaFileObject> units = new ArrayList<>();
    sources.forEach((path, text) -> units.add(new Source(path, text)));
    return units;
  }

  /** Returns the class files that were written, by path. */
  SortedMap<String, byte[]> classes() {
    SortedMap<String, byte[]> classes = new TreeMap<>();
    written.forEach((path, bytes) -> classes.put(path, bytes.toByteArray()));
    return classes;
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
    String path = className.replace('.', '/') + kind.extension;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    written.put(path, bytes);
    return new ClassFile(path, bytes);
  }

  @Override
  public boolean hasLocation(Location location) {
    return location != StandardLocation.ANNOTATION_PROCESSOR_PATH && super.hasLocation(location);
  }

  @Override
  public Iterable<JavaFileObject> list(
      Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse)
      throws IOException {
    List<JavaFileObject> files = new ArrayList<>();
    super.list(location, packageName, kinds, recurse).forEach(files::add);
    if (location == StandardLocation.CLASS_PATH && kinds.contains(JavaFileObject.Kind.CLASS)) {
      String folder = packageName.isEmpty() ? "" : packageName.replace('.', '/') + "/";
      known.forEach(
          (path, bytes) -> {
            if (path.startsWith(folder) && path.indexOf('/', folder.length()) < 0) {
              files.add(new KnownClass(path, bytes));
            }
          });
    }
    return files;
  }

  @Override
  public String inferBinaryName(Location location, JavaFileObject file) {
    return file instanceof KnownClass knownClass
        ? knownClass.binaryName()
        : super.inferBinaryName(location, file);
  }

  /** Returns the path of a source that {@link #units} made. */
  static String path(JavaFileObject source) {
    String name = source.getName();
    return name.startsWith("/") ? name.substring(1) : name; // it is the path of a URI
  }

  private static URI uri(String path) {
    return URI.create("memory:///" + path.replace("$", "%24"));
  }

  private static final class Source extends SimpleJavaFileObject {
    private final String text;

    Source(String path, String text) {
      super(uri(path), Kind.SOURCE);
      this.text = text;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return text;
    }

    @Override
    public OutputStream openOutputStream() {
      throw new IllegalStateException("sources are read only");
    }
  }

  private static final class KnownClass extends SimpleJavaFileObject {
    private final String path;
    private final byte[] bytes;

    KnownClass(String path, byte[] bytes) {
      super(uri(path), Kind.CLASS);
      this.path = path;
      this.bytes = bytes;
    }

    String binaryName() {
      return path.substring(0, path.length() - CLASS.length()).replace('/', '.');
    }

    @Override
    public InputStream openInputStream() {
      return new ByteArrayInputStream(bytes);
    }
  }

  private static final class ClassFile extends SimpleJavaFileObject {
    private final ByteArrayOutputStream bytes;

    ClassFile(String path, ByteArrayOutputStream bytes) {
      super(uri(path.endsWith(CLASS) ? path : path + CLASS), Kind.CLASS);
      this.bytes = bytes;
    }

    @Override
    public OutputStream openOutputStream() {
      bytes.reset();
      return bytes;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return bytes.toString(StandardCharsets.ISO_8859_1);
    }
  }
}
