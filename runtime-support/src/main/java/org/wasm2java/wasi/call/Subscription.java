package org.wasm2java.wasi.call;

/**
 * What a guest waits for in {@code poll_oneoff}.
 *
 * @param userData the guest's own mark, returned in the event
 * @param type {@link #CLOCK}, {@link #FD_READ} or {@link #FD_WRITE}
 * @param source the clock's or the descriptor's number
 * @param timeout nanoseconds, unsigned; clocks only
 * @param absolute whether the timeout is a time of the clock and not a duration
 */
public record Subscription(long userData, int type, int source, long timeout, boolean absolute) {
  static final int CLOCK = 0;
  public static final int FD_READ = 1;
  public static final int FD_WRITE = 2;
}
