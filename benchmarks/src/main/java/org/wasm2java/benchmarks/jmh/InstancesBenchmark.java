package org.wasm2java.benchmarks.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.wasm2java.runtime.Instance;
import org.wasm2java.runtime.InstanceConfig;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.MemoryAllocator;
import org.wasm2java.runtime.Snapshot;
import org.wasm2java.runtime.Store;

/** Making, resetting and copying instances of a module with a megabyte of data. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@State(Scope.Thread)
@Fork(1)
@Warmup(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 500, timeUnit = TimeUnit.MILLISECONDS)
public class InstancesBenchmark {
  private static final InstanceConfig POOLED =
      InstanceConfig.builder().memoryAllocator(MemoryAllocator.pooled(4)).build();

  private final KernelModule module = KernelModule.of("Data", DataModule.bytes());
  private Store store = new Store();
  private Instance instance = module.instantiate(store);
  private Snapshot snapshot = instance.snapshot();

  /** For JMH. */
  public InstancesBenchmark() {}

  /** Checks what is measured: that the data are there. */
  @Setup(Level.Trial)
  public void check() {
    Memory memory = instance.exportedMemory("memory");
    memory.writeI8(0, (byte) 0);
    instance.restore(snapshot);
    if (memory.readI8(0) != DataModule.BYTE || memory.readI8(DataModule.SIZE - 1) == 0) {
      throw new IllegalStateException("the data of the module are not in its memory");
    }
  }

  /** Closes what was made. */
  @TearDown(Level.Trial)
  public void close() {
    store.close();
  }

  /** A new instance, closed again. */
  @Benchmark
  public Instance instantiate() {
    try (Instance made = module.instantiate(store)) {
      return made;
    }
  }

  /** The same with arrays that are used again. */
  @Benchmark
  public Instance instantiatePooled() {
    Instance made = module.descriptor().instantiate(store.namespace(), POOLED);
    made.recycle();
    return made;
  }

  /** A state given back. */
  @Benchmark
  public Instance restore() {
    instance.restore(snapshot);
    return instance;
  }

  /** A state taken. */
  @Benchmark
  public Snapshot snapshot() {
    return instance.snapshot();
  }

  /** A copy, closed again. */
  @Benchmark
  public Instance copy() {
    try (Instance made = instance.copy()) {
      return made;
    }
  }
}
