;; Stores before and behind a call of a function that does not grow the memory itself.
(module $growing
  (memory (export "memory") 1)
  (func $leaf (param i32) (result i32) (local.get 0))
  (func (export "store") (result i32)
    (i32.store (i32.const 0) (i32.const 1))
    (drop (call $leaf (i32.const 2)))
    (i32.store (i32.const 4) (i32.const 42))
    (i32.load (i32.const 4))))
