package org.wasm2java.runtime;

import java.io.IOException;
import java.io.InputStream;

/** Reads the resource in which a generated class keeps its data segments, for generated code. */
public final class DataSegments {
  /** What a dropped segment holds. */
  public static final byte[] EMPTY = {};

  private DataSegments() {}

  /**
   * Returns the whole resource.
   *
   * @param owner the generated class; the resource lies beside it
   * @param name the resource's simple name
   * @param length the length in bytes that the translator wrote
   */
  public static byte[] load(Class<?> owner, String name, int length) {
    try (InputStream stream = owner.getResourceAsStream(name)) {
      if (stream == null) {
        throw new LinkException(
            "resource "
                + name
                + " of "
                + owner.getName()
                + " is missing: keep the translated resources on the class path beside the class");
      }
      byte[] bytes = stream.readNBytes(length);
      if (bytes.length != length || stream.read() >= 0) {
        throw new LinkException(
            "resource "
                + name
                + " of "
                + owner.getName()
                + " does not have the "
                + length
                + " bytes that the translator wrote: translate the module again");
      }
      return bytes;
    } catch (IOException e) {
      throw new LinkException("resource " + name + " of " + owner.getName() + ": " + e);
    }
  }
}
