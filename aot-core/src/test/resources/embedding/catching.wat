(module $catching
  (import "throwing" "failure" (tag $failure (param i32 f64)))
  (import "throwing" "throw" (func $throw (param i32)))
  (import "throwing" "catchAndThrow" (func $call (param i32) (result i32)))

  (func (export "catch") (param $code i32) (result f64) (local $d f64) (local $c i32)
    (block $caught (result i32 f64)
      (try_table (catch $failure $caught)
        (call $throw (local.get $code)))
      (unreachable))
    (local.set $d) (local.set $c) (f64.add (local.get $d) (f64.convert_i32_s (local.get $c))))

  (func (export "catchHost") (param $code i32) (result i32)
    (block $all
      (try_table (result i32) (catch_all $all)
        (call $call (local.get $code)))
      (return))
    (i32.const -2))

  (func (export "pass") (param $code i32) (result i32)
    (block $caught (result i32 f64)
      (try_table (result i32) (catch $failure $caught)
        (call $call (local.get $code)))
      (return))
    (drop)))
