package org.wasm2java.wasi;

import java.io.IOException;

/**
 * Passes on the guest's gathered output when the process is told to end, by Ctrl-C for instance:
 * for the guest it has been written. Who reads it may have stopped reading, so the shutdown does
 * not wait long.
 */
final class FlushOnShutdown extends Thread {
  private static final long PATIENCE_MILLIS = 500;

  private final WasiPreview1 wasi;

  FlushOnShutdown(WasiPreview1 wasi) {
    super("wasi-flush");
    this.wasi = wasi;
  }

  /** Forgets the guest, which has ended by itself. */
  void cancel() {
    try {
      Runtime.getRuntime().removeShutdownHook(this);
    } catch (IllegalStateException e) {
      // the process is ending already, and another flush does no harm
    }
  }

  @Override
  public void run() {
    Thread flusher = new Flusher(wasi);
    flusher.start();
    try {
      flusher.join(PATIENCE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Flusher extends Thread {
    private final WasiPreview1 wasi;

    Flusher(WasiPreview1 wasi) {
      super("wasi-flusher");
      this.wasi = wasi;
      setDaemon(true);
    }

    @Override
    public void run() {
      try {
        wasi.flush();
      } catch (IOException e) {
        System.err.println("output is lost: ".concat(e.toString()));
      }
    }
  }
}
