package org.wasm2java.runtime;

import java.util.ArrayList;
import java.util.List;

/** What an instance knows about where it lives, and what closing it has to give back. */
final class InstanceContext {
  private final Linker linker;
  private final List<Namespace> registered = new ArrayList<>(0);
  private long sequence = -1;

  InstanceContext(Linker linker) {
    this.linker = linker;
  }

  Linker linker() {
    return linker;
  }

  InstanceConfig config() {
    return linker.config();
  }

  /** Returns whether someone would miss the instance if it were collected as garbage. */
  boolean isMissed() {
    return !config().name().isEmpty() || config().closeListener() != null;
  }

  synchronized void registeredIn(Namespace namespace) {
    registered.add(namespace);
  }

  synchronized void forget(Namespace namespace) {
    registered.removeIf(each -> each == namespace);
  }

  void admitted(long number) {
    sequence = number;
  }

  long sequence() {
    return sequence;
  }

  /** Takes a closed instance out of all namespaces and tells its listener. */
  void close(Instance instance, int exitCode) {
    List<Namespace> elsewhere;
    synchronized (this) {
      elsewhere = List.copyOf(registered);
    }
    linker.namespace().dismiss(instance, false);
    for (Namespace namespace : elsewhere) {
      namespace.dismiss(instance, true);
    }
    CloseListener listener = config().closeListener();
    if (listener != null) {
      listener.closed(instance, exitCode);
    }
  }
}
