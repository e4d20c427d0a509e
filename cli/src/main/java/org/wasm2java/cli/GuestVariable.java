package org.wasm2java.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** An environment variable of the guest. */
record GuestVariable(String name, String value) {
  /** Reads {@code NAME=VALUE}, or {@code NAME} for the value that this process has. */
  static final class Converter implements ITypeConverter<GuestVariable> {
    @Override
    public GuestVariable convert(String text) {
      int equals = text.indexOf('=');
      String name = equals < 0 ? text : text.substring(0, equals);
      String value = equals < 0 ? System.getenv(name) : text.substring(equals + 1);
      if (name.isEmpty()) {
        throw new TypeConversionException("'" + text + "' is not NAME=VALUE");
      }
      if (value == null) {
        throw new TypeConversionException(
            "'" + name + "' has no value here to pass on; give NAME=VALUE");
      }
      return new GuestVariable(name, value);
    }
  }
}
