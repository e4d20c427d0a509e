/**
 * Ready-made listeners to the calls of functions. Above {@code org.wasm2java.runtime}, which knows
 * listeners by their interface alone.
 */
package org.wasm2java.runtime.listener;
