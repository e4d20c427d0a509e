/** What a guest has open, by number: files, directories and streams with their rights. */
package org.wasm2java.wasi.descriptor;
