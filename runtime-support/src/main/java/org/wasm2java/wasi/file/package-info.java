/**
 * Files and directories of the host as a guest may see them: paths are followed one component at a
 * time and never lead out of what was granted. Knows nothing of guests' memories.
 */
package org.wasm2java.wasi.file;
