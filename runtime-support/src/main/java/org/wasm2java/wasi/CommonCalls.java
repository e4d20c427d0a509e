package org.wasm2java.wasi;

import java.io.IOException;
import org.wasm2java.runtime.ExitException;
import org.wasm2java.runtime.HostModule;
import org.wasm2java.runtime.Memory;
import org.wasm2java.runtime.type.FunctionType;
import org.wasm2java.wasi.call.ProcFunctions;
import org.wasm2java.wasi.call.WasiState;

/** All functions that are the same in both snapshots of WASI, as the guest calls them. */
abstract class CommonCalls extends PathCalls implements HostModule, AutoCloseable {
  CommonCalls(WasiState state) {
    super(state);
  }

  @Override
  public final FunctionType directType(String field) {
    return WasiFunctions.type(field);
  }

  /**
   * Passes on output that the guest has written.
   *
   * @throws IOException if a stream of the user's fails
   */
  public final void flush() throws IOException {
    state.table().flush();
  }

  /**
   * Closes all that the guest has open; flushes the user's streams, but leaves them open.
   *
   * @throws IOException if a file or stream fails; everything is closed nevertheless
   */
  @Override
  public final void close() throws IOException {
    state.close();
  }

  /** {@code args_get}: writes the arguments and the pointers to them. */
  public int argsGet(Memory memory, int argv, int argvBuffer) {
    try {
      state.args().get(state.memory(memory), argv, argvBuffer);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code args_sizes_get}: writes how many arguments there are and their size together. */
  public int argsSizesGet(Memory memory, int count, int size) {
    try {
      state.args().sizesGet(state.memory(memory), count, size);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code environ_get}: writes the variables as NAME=VALUE and the pointers to them. */
  public int environGet(Memory memory, int environ, int environBuffer) {
    try {
      state.environ().get(state.memory(memory), environ, environBuffer);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code environ_sizes_get}: writes how many variables there are and their size together. */
  public int environSizesGet(Memory memory, int count, int size) {
    try {
      state.environ().sizesGet(state.memory(memory), count, size);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code clock_res_get}: writes the resolution of a clock. */
  public int clockResGet(Memory memory, int clock, int result) {
    try {
      state.clocks().resolutionGet(state.memory(memory), clock, result);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code clock_time_get}: writes the time of a clock. */
  public int clockTimeGet(Memory memory, int clock, long precision, int result) {
    try {
      state.clocks().timeGet(state.memory(memory), clock, result);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code proc_raise}: does what a signal does to a process. */
  public int procRaise(Memory memory, int signal) {
    try {
      ProcFunctions.raise(signal);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code sched_yield}: lets other threads run. */
  @SuppressWarnings("ThreadPriorityCheck") // it is the guest that relies on the scheduler
  public int schedYield(Memory memory) {
    Thread.yield();
    return SUCCESS;
  }

  /** {@code random_get}: writes random bytes. */
  public int randomGet(Memory memory, int buffer, int length) {
    try {
      state.random().get(state.memory(memory), buffer, length);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code sock_accept}: accepts a connection and writes its descriptor. */
  public int sockAccept(Memory memory, int fd, int flags, int result) {
    try {
      state.sockets().accept(state.memory(memory), fd, flags, result);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code sock_recv}: receives from a connection. */
  public int sockRecv(
      Memory memory, int fd, int vectors, int count, int flags, int result, int resultFlags) {
    try {
      state.sockets().receive(state.memory(memory), fd, vectors, count, flags, result, resultFlags);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code sock_send}: sends to a connection. */
  public int sockSend(Memory memory, int fd, int vectors, int count, int flags, int result) {
    try {
      state.sockets().send(state.memory(memory), fd, vectors, count, flags, result);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /** {@code sock_shutdown}: ends one or both directions of a connection. */
  public int sockShutdown(Memory memory, int fd, int how) {
    try {
      state.sockets().shutdown(fd, how);
      return SUCCESS;
    } catch (IOException | RuntimeException failure) {
      return failed(failure);
    }
  }

  /**
   * {@code proc_exit}: ends the guest.
   *
   * @throws ExitException always
   */
  public void procExit(Memory memory, int code) {
    throw ProcFunctions.exit(code);
  }
}
