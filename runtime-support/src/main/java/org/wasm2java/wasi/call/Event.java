package org.wasm2java.wasi.call;

import org.wasm2java.wasi.error.Errno;

/**
 * What happened to a {@link Subscription}.
 *
 * @param userData the subscription's mark
 * @param errno why the subscription failed, or success
 * @param type the subscription's type
 * @param available how many bytes can be read or written at least
 * @param hangup whether the other end has closed the connection
 */
record Event(long userData, Errno errno, int type, long available, boolean hangup) {}
