/** Sockets that were granted, or accepted on a granted one. */
package org.wasm2java.wasi.socket;
