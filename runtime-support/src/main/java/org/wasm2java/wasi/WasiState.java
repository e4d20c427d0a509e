package org.wasm2java.wasi;

import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What one guest has: its descriptors, and the objects that do the work of each group of functions.
 * Groups that many programs never use are made on first use, so that programs start sooner.
 */
final class WasiState {
  private final DescriptorTable table;
  private final StringArrayFunctions args;
  private final StringArrayFunctions environ;
  private final ClockFunctions clocks;
  private final RandomGenerator generator;
  private final FdDataFunctions data;
  private final FdStatFunctions stats;
  private PathFunctions paths;
  private PathOpenFunction opening;
  private ReaddirFunction readdir;
  private PollFunction polling;
  private RandomFunctions random;
  private SockFunctions sockets;

  /** The state of a guest that has not started; {@code generator} is null for the host's own. */
  WasiState(
      DescriptorTable table,
      List<String> arguments,
      List<String> environment,
      ClockFunctions clocks,
      RandomGenerator generator) {
    this.table = table;
    this.args = new StringArrayFunctions(arguments);
    this.environ = new StringArrayFunctions(environment);
    this.clocks = clocks;
    this.generator = generator;
    this.data = new FdDataFunctions(table);
    this.stats = new FdStatFunctions(table, clocks);
  }

  DescriptorTable table() {
    return table;
  }

  StringArrayFunctions args() {
    return args;
  }

  StringArrayFunctions environ() {
    return environ;
  }

  ClockFunctions clocks() {
    return clocks;
  }

  FdDataFunctions data() {
    return data;
  }

  FdStatFunctions stats() {
    return stats;
  }

  PathFunctions paths() {
    if (paths == null) {
      paths = new PathFunctions(table, clocks);
    }
    return paths;
  }

  PathOpenFunction opening() {
    if (opening == null) {
      opening = new PathOpenFunction(table);
    }
    return opening;
  }

  ReaddirFunction readdir() {
    if (readdir == null) {
      readdir = new ReaddirFunction(table);
    }
    return readdir;
  }

  PollFunction polling() {
    if (polling == null) {
      polling = new PollFunction(table, clocks);
    }
    return polling;
  }

  RandomFunctions random() {
    if (random == null) {
      random = new RandomFunctions(generator);
    }
    return random;
  }

  SockFunctions sockets() {
    if (sockets == null) {
      sockets = new SockFunctions(table);
    }
    return sockets;
  }

  void close() throws IOException {
    if (random != null) {
      random.close();
    }
    table.closeAll();
  }
}
