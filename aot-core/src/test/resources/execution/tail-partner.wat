;; The module that the other one calls through its table, and that calls it as an import.
(module
  (type $step (func (param i32 i64) (result i64)))
  (type $mixed (func (param externref i32 f64) (result f64 externref)))
  (type $nothing (func (param i32)))
  (import "first" "table" (table 8 funcref))
  (import "first" "ping" (func $ping (type $step)))
  (import "first" "pingMixed" (func $ping_mixed (type $mixed)))
  (import "first" "pingNothing" (func $ping_nothing (type $nothing)))
  (elem (i32.const 4) $pong $pong_mixed $pong_nothing)
  (export "again" (func $ping))
  (func $pong (export "pong") (type $step)
    (if (i32.eqz (local.get 0)) (then (return (i64.sub (i64.const 0) (local.get 1)))))
    (return_call $ping
      (i32.sub (local.get 0) (i32.const 1))
      (i64.add (local.get 1) (i64.const 1))))
  (func $pong_mixed (export "pongMixed") (type $mixed)
    (if (i32.eqz (local.get 1)) (then (return (f64.neg (local.get 2)) (local.get 0))))
    (return_call $ping_mixed
      (local.get 0) (i32.sub (local.get 1) (i32.const 1)) (f64.add (local.get 2) (f64.const 0.5))))
  (func $pong_nothing (export "pongNothing") (type $nothing)
    (if (i32.eqz (local.get 0)) (then (return)))
    (return_call $ping_nothing (i32.sub (local.get 0) (i32.const 1)))))
