package org.wasm2java.aot.build;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads how many bytes of bytecode each method of a class file has: HotSpot's limits are about
 * these.
 *
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html">JVMS 4</a>
 */
public final class ClassFileMethods {
  /**
   * A method's code.
   *
   * @param name the method's name
   * @param codeBytes the length of its bytecode
   */
  public record Method(String name, int codeBytes) {}

  private static final int UTF8 = 1;
  private static final int LONG = 5;
  private static final int DOUBLE = 6;

  private final DataInputStream in;
  private String[] strings = {};

  private ClassFileMethods(byte[] classFile) {
    in = new DataInputStream(new ByteArrayInputStream(classFile));
  }

  /** Returns the methods that have code, in the class file's order. */
  public static List<Method> of(byte[] classFile) {
    try {
      return new ClassFileMethods(classFile).read();
    } catch (IOException e) {
      throw new UncheckedIOException("not a class file", e);
    }
  }

  private List<Method> read() throws IOException {
    in.skipNBytes(8);
    readConstantPool();
    in.skipNBytes(6);
    in.skipNBytes(2L * in.readUnsignedShort());
    int fields = in.readUnsignedShort();
    for (int i = 0; i < fields; i++) {
      in.skipNBytes(6);
      readCode();
    }
    List<Method> methods = new ArrayList<>();
    int count = in.readUnsignedShort();
    for (int i = 0; i < count; i++) {
      in.skipNBytes(2);
      String name = strings[in.readUnsignedShort()];
      in.skipNBytes(2);
      int codeBytes = readCode();
      if (codeBytes > 0) {
        methods.add(new Method(name, codeBytes));
      }
    }
    return methods;
  }

  private void readConstantPool() throws IOException {
    int count = in.readUnsignedShort();
    strings = new String[count];
    for (int i = 1; i < count; i++) {
      int tag = in.readUnsignedByte();
      if (tag == UTF8) {
        strings[i] = in.readUTF();
      } else {
        in.skipNBytes(length(tag));
        i += tag == LONG || tag == DOUBLE ? 1 : 0;
      }
    }
  }

  private static int length(int tag) {
    return switch (tag) {
      case 7, 8, 16, 19, 20 -> 2;
      case 15 -> 3;
      case LONG, DOUBLE -> 8;
      default -> 4;
    };
  }

  /** Reads a member's attributes; returns the length of its code, 0 if it has none. */
  private int readCode() throws IOException {
    int codeBytes = 0;
    int attributes = in.readUnsignedShort();
    for (int i = 0; i < attributes; i++) {
      boolean code = "Code".equals(strings[in.readUnsignedShort()]);
      long length = Integer.toUnsignedLong(in.readInt());
      if (code) {
        in.skipNBytes(4);
        codeBytes = in.readInt();
        length -= 8;
      }
      in.skipNBytes(length);
    }
    return codeBytes;
  }
}
