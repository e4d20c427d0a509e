;; A command that imports a function of WASI with another type, and one that WASI has not.
(module
  (import "wasi_snapshot_preview1" "fd_write" (func (param i32)))
  (import "wasi_snapshot_preview1" "fd_fly" (func))
  (memory (export "memory") 1)
  (func (export "_start")))
