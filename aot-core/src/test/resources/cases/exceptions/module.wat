(module $exceptions
  (import "host" "tag" (tag $host (param i32)))
  (import "host" "fail" (func $fail (param i32)))
  (import "host" "trace" (func $trace (param i32) (result i32)))
  (tag $empty)
  (tag $pair (export "pair") (param i32 f64))
  (tag $many (param i64 externref f32 i32 v128))
  (memory 1)
  (global $kept (mut exnref) (ref.null exn))
  (table $exceptions 2 exnref)

  ;; a throw that nobody catches; the caller gets it
  (func (export "uncaught") (param i32 f64)
    (throw $pair (local.get 0) (local.get 1)))

  (func $thrower (param $kind i32)
    (if (i32.eqz (local.get $kind)) (then (throw $empty)))
    (if (i32.eq (local.get $kind) (i32.const 1)) (then (throw $pair (i32.const 7) (f64.const 2.5))))
    (if (i32.gt_s (local.get $kind) (i32.const 10)) (then (call $fail (local.get $kind))))
    (if (i32.lt_s (local.get $kind) (i32.const 0)) (then (call $fail (local.get $kind)))))

  ;; clauses in their order, and what falls through
  (func $catch (export "catch") (param $kind i32) (result i32)
    (local $n i32)
    (block $all
      (block $onHost (result i32)
        (block $onPair (result i32 f64)
          (try_table (catch $pair $onPair) (catch $host $onHost) (catch_all $all)
            (local.set $n (i32.const 100))
            (call $thrower (local.get $kind))
            (local.set $n (i32.const 200))
            (call $thrower (i32.sub (local.get $kind) (i32.const 1))))
          (return (local.get $n)))
        (i32.trunc_f64_s)
        (i32.add)
        (return (i32.add (local.get $n))))
      (return (i32.add (i32.const 1000) (i32.add (local.get $n)))))
    (i32.add (i32.const 50) (local.get $n)))

  ;; an exception kept as a reference, thrown again elsewhere
  (func (export "keep") (param $kind i32)
    (block $caught (result exnref)
      (try_table (catch_all_ref $caught) (call $thrower (local.get $kind)))
      (return))
    (global.set $kept)
    (table.set $exceptions (i32.const 1) (global.get $kept)))

  (func (export "again") (param $global i32)
    (throw_ref
      (select (result exnref)
        (global.get $kept) (table.get $exceptions (i32.const 0)) (local.get $global))))

  (func (export "isKept") (result i32)
    (i32.eqz (ref.is_null (table.get $exceptions (i32.const 1)))))

  ;; what waits on the operand stack is evaluated before the body
  (func (export "order") (param i32) (result i32)
    (call $trace (i32.const 1))
    (call $trace (i32.const 2))
    (block $caught
      (try_table (catch_all $caught)
        (drop (call $trace (i32.const 3)))
        (call $thrower (local.get 0))
        (drop (call $trace (i32.const 4)))))
    (call $trace (i32.const 5))
    (i32.add) (i32.add))

  ;; traps pass
  (func (export "traps") (param i32) (result i32)
    (block $caught
      (try_table (catch_all $caught)
        (drop (i32.div_s (i32.const 1) (local.get 0)))
        (call $thrower (i32.const 0)))
      (return (i32.const 1)))
    (i32.const 2))

  ;; payload of every type, to a loop and to the function's results
  (func $throwMany (param i64 externref f32)
    (throw $many (local.get 0) (local.get 1) (local.get 2)
      (i32.const 5) (v128.const i64x2 3 4)))
  (func (export "many") (param i64) (result i64)
    (local $i i32) (local $f f32) (local $r externref) (local $v v128)
    (block $caught (result i64 externref f32 i32 v128)
      (try_table (catch $many $caught)
        (call $throwMany (local.get 0) (ref.null extern) (f32.const 1.5)))
      (unreachable))
    (local.set $v)
    (local.set $i)
    (local.set $f)
    (local.set $r)
    (i64.add (i64x2.extract_lane 1 (local.get $v)))
    (i64.add (i64.extend_i32_s (i32.add (local.get $i) (ref.is_null (local.get $r)))))
    (i64.add (i64.trunc_f32_s (f32.mul (local.get $f) (f32.const 100)))))

  ;; memory that grew in the body
  (func $growThenThrow (drop (memory.grow (i32.const 1))) (throw $empty))
  (func (export "grown") (result i32)
    (i32.store (i32.const 0) (i32.const 11))
    (block $caught
      (try_table (catch_all $caught) (call $growThenThrow)))
    (i32.store (i32.const 70000) (i32.const 31))
    (i32.add (i32.load (i32.const 0)) (i32.load (i32.const 70000))))

  ;; a loop that is left by a throw of its own
  (func (export "search") (param $n i32) (result i32)
    (local $i i32)
    (block $found (result i32)
      (try_table (catch $host $found)
        (loop $next
          (if (i32.eq (i32.mul (local.get $i) (local.get $i)) (local.get $n))
            (then (throw $host (local.get $i))))
          (local.set $i (i32.add (local.get $i) (i32.const 1)))
          (br_if $next (i32.lt_s (local.get $i) (i32.const 100)))))
      (i32.const -1)))
)
