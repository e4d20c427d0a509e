package org.wasm2java.wasi.call;

import java.io.IOException;
import java.util.List;
import java.util.random.RandomGenerator;
import org.wasm2java.runtime.Memory;
import org.wasm2java.wasi.descriptor.DescriptorTable;
import org.wasm2java.wasi.memory.GuestMemory;

/**
 * What one guest has: its descriptors, and the objects that do the work of each group of functions.
 * Groups that many programs never use are made on first use, so that programs start sooner.
 */
public final class WasiState {
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
  private GuestMemory lastMemory;

  /** The state of a guest that has not started; {@code generator} is null for the host's own. */
  public WasiState(
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

  /** Returns a memory as the functions use it: one object for all calls, as long as it is one. */
  public GuestMemory memory(Memory memory) {
    GuestMemory last = lastMemory;
    if (last == null || !last.isOf(memory)) {
      last = new GuestMemory(memory);
      lastMemory = last;
    }
    return last;
  }

  public DescriptorTable table() {
    return table;
  }

  public StringArrayFunctions args() {
    return args;
  }

  public StringArrayFunctions environ() {
    return environ;
  }

  public ClockFunctions clocks() {
    return clocks;
  }

  public FdDataFunctions data() {
    return data;
  }

  public FdStatFunctions stats() {
    return stats;
  }

  public PathFunctions paths() {
    if (paths == null) {
      paths = new PathFunctions(table, clocks);
    }
    return paths;
  }

  public PathOpenFunction opening() {
    if (opening == null) {
      opening = new PathOpenFunction(table);
    }
    return opening;
  }

  public ReaddirFunction readdir() {
    if (readdir == null) {
      readdir = new ReaddirFunction(table);
    }
    return readdir;
  }

  public PollFunction polling() {
    if (polling == null) {
      polling = new PollFunction(table, clocks);
    }
    return polling;
  }

  public RandomFunctions random() {
    if (random == null) {
      random = new RandomFunctions(generator);
    }
    return random;
  }

  public SockFunctions sockets() {
    if (sockets == null) {
      sockets = new SockFunctions(table);
    }
    return sockets;
  }

  public void close() throws IOException {
    if (random != null) {
      random.close();
    }
    table.closeAll();
  }
}
