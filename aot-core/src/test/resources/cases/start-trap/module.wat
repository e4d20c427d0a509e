;; A start function that traps: what instantiation wrote before stays written.
(module
  (import "host" "memory" (memory 1))
  (import "host" "trace" (func $trace (param i32) (result i32)))
  (data (i32.const 0) "x")
  (func $start
    (drop (call $trace (i32.load8_u (i32.const 0))))
    (i32.store8 (i32.const 1) (i32.const 121))
    (unreachable))
  (start $start))
