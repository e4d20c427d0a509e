;; A command that imports what WASI does not have.
(module
  (import "env" "missing" (global i32))
  (memory (export "memory") 1)
  (func (export "_start")))
