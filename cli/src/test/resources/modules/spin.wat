;; Calls a function, then never ends.
(module
  (memory (export "memory") 1)
  (func $work (param i32) (result i32) (i32.mul (local.get 0) (i32.const 2)))
  (func (export "_start")
    (drop (call $work (i32.const 21)))
    (loop $again (br $again))))
