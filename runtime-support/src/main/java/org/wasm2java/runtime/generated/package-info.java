/**
 * What generated code calls and extends, and nobody else. Above {@code org.wasm2java.runtime},
 * which knows generated code only by what it overrides.
 */
package org.wasm2java.runtime.generated;
