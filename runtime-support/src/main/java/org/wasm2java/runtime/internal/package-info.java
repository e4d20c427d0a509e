/** What the packages of this library and the translator share, and nobody else sees. */
package org.wasm2java.runtime.internal;
