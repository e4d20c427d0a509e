package org.wasm2java.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.wasm2java.aot.TranslationOptions;
import org.wasm2java.wasi.DirectoryGrant;
import org.wasm2java.wasi.VariableGrant;
import org.wasm2java.wasi.text.HostText;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads values of options for which the runtime has the grammar. */
final class Converters {
  private Converters() {}

  /** Reads the path of anything, in any locale. */
  static Path path(String text) {
    try {
      return HostText.path(text);
    } catch (InvalidPathException e) {
      throw new TypeConversionException("'" + text + "' is not a path: " + e.getReason());
    }
  }

  /** Reads a list of extensions that are refused, and keeps it as it is. */
  static final class Features implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
      try {
        TranslationOptions.builder("Any").features(text);
        return text;
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /** Reads the grant of a folder, which must exist. */
  static final class Directory implements ITypeConverter<DirectoryGrant> {
    @Override
    public DirectoryGrant convert(String text) {
      DirectoryGrant grant;
      try {
        grant = DirectoryGrant.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
      if (!Files.isDirectory(grant.host())) {
        throw new TypeConversionException("'" + HostText.text(grant.host()) + "' is not a folder");
      }
      return grant;
    }
  }

  /** Reads the grant of a variable. */
  static final class Variable implements ITypeConverter<VariableGrant> {
    @Override
    public VariableGrant convert(String text) {
      try {
        return VariableGrant.parse(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }

  /** A jar of another module whose classes of structures and arrays are used. */
  static final class TypesJar implements ITypeConverter<Path> {
    @Override
    public Path convert(String value) {
      Path jar = path(value);
      try {
        TranslationOptions.builder("Any").typesFrom(jar);
        return jar;
      } catch (IOException e) {
        throw new TypeConversionException(
            "'" + value + "' cannot be read as a jar: " + e.getMessage());
      }
    }
  }
}
