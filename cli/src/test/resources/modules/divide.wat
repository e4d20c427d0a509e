;; Traps in a function of its own.
(module
  (memory (export "memory") 1)
  (func $divide_by_zero (param i32) (result i32)
    (i32.div_s (i32.const 1) (local.get 0)))
  (func $start (export "_start")
    (drop (call $divide_by_zero (i32.load (i32.const 0))))))
