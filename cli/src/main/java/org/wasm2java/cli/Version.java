package org.wasm2java.cli;

import java.util.Objects;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String released = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "wasm2java " + Objects.requireNonNullElse(released, "(not packaged)"),
      "Java " + Runtime.version() + " (" + System.getProperty("java.vendor") + ")"
    };
  }
}
