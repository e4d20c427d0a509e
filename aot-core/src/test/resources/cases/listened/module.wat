;; Functions that a pattern names are two methods: one tells the listener, one is the body.
(module
  (func $twice (export "twice") (param $n i32) (result i32)
    (i32.add (call $once (local.get $n)) (call $once (local.get $n))))
  (func $once (param $n i32) (result i32) (local.get $n))
  (func $pair (export "twin") (param i32) (result i32 i64)
    (local.get 0) (i64.const 7))
  (func $nothing (export "twofold")))
