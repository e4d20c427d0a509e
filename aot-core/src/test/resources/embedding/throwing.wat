(module $throwing
  (import "env" "host" (func $host (param i32) (result i32)))
  (tag $failure (export "failure") (param i32 f64))
  (tag $other)
  (table (export "table") 1 funcref)
  (elem (i32.const 0) $host)
  (type $callback (func (param i32) (result i32)))

  (func $throw (export "throw") (param $code i32)
    (throw $failure (local.get $code) (f64.convert_i32_s (local.get $code))))

  ;; -1 for what no clause has
  (func (export "catch") (param $code i32) (result i32)
    (block $all
      (block $caught (result i32 f64)
        (try_table (result i32) (catch $failure $caught) (catch_all $all)
          (call $host (local.get $code)))
        (return))
      (drop)
      (return (i32.add (i32.const 1000))))
    (i32.const -1))

  (func (export "catchIndirect") (param $code i32) (result i32)
    (block $all
      (try_table (result i32) (catch_all $all)
        (call_indirect (type $callback) (local.get $code) (i32.const 0)))
      (return))
    (i32.const -1))

  (func (export "catchAndThrow") (param $code i32) (result i32)
    (block $all (result exnref)
      (try_table (result i32) (catch_all_ref $all)
        (call $host (local.get $code)))
      (return))
    (throw_ref))

  (func (export "caught") (param $code i32) (result exnref)
    (block $all (result exnref)
      (try_table (catch_all_ref $all)
        (drop (call $host (local.get $code))))
      (ref.null exn)))

  (func (export "throwReference") (param exnref)
    (throw_ref (local.get 0))))
