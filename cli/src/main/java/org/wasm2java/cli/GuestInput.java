package org.wasm2java.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.wasm2java.wasi.Wasi;
import org.wasm2java.wasi.text.HostText;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The standard input of the guest.
 *
 * @param file a file, or nothing for the input of this process
 */
record GuestInput(Optional<Path> file) {
  static final GuestInput INHERITED = new GuestInput(Optional.empty());

  /** Opens the file; it stays open until this process ends, which is when the guest does. */
  void grantTo(Wasi.Builder grants) throws CommandFailure {
    if (file.isEmpty()) {
      return;
    }
    try {
      grants.stdin(HostText.open(file.get()));
    } catch (IOException e) {
      throw new CommandFailure(
          ExitStatus.INPUT_OUTPUT, "--stdin: cannot be read: " + e.getMessage());
    }
  }

  /** Reads the path of an existing file. */
  static final class Converter implements ITypeConverter<GuestInput> {
    @Override
    public GuestInput convert(String text) {
      Path file = Converters.path(text);
      if (!Files.exists(file) || Files.isDirectory(file)) {
        throw new TypeConversionException("'" + text + "' is not a file; check the path");
      }
      return new GuestInput(Optional.of(file));
    }
  }
}
