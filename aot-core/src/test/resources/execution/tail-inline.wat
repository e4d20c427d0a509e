;; wasm-as --all-features --disable-compact-imports -g: functions small enough to stand in place of tail calls of them.
(module
  (memory 1 20)
  (tag $failure (param i32))
  (type $cell (struct (field $number (mut i32))))
  (global $seen (mut i32) (i32.const 0))

  ;; three functions in a circle, with branches to the end of a function and a local that starts at zero again
  (func $one (export "circle") (param $n i32) (result i32)
    (if (i32.eqz (local.get $n)) (then (return (i32.const 1))))
    (return_call $two (i32.sub (local.get $n) (i32.const 1)) (i32.const 5)))
  (func $two (param $n i32) (param $sum i32) (result i32)
    (local $first i32)
    (local.set $first (i32.add (local.get $first) (i32.const 100)))
    (drop (br_if 0 (i32.add (local.get $sum) (local.get $first)) (i32.eqz (local.get $n))))
    (if (i32.eq (local.get $first) (i32.const 200)) (then (unreachable)))
    (return_call $three
      (i32.sub (local.get $n) (i32.const 1)) (i32.add (local.get $sum) (local.get $first))))
  (func $three (param $n i32) (param $sum i32) (result i32)
    (drop
      (block $some (result i32)
        (br_table $some 1 $some
          (local.get $sum)
          (select (i32.const 1) (i32.const 0) (i32.eqz (local.get $n))))))
    (if (i32.gt_s (local.get $sum) (i32.const 1000)) (then (return_call $one (local.get $n))))
    (if (i32.and (local.get $n) (i32.const 4))
      (then
        (return_call $three
          (i32.sub (local.get $n) (i32.const 1)) (i32.add (local.get $sum) (i32.const 3)))))
    (return_call $two (local.get $n) (local.get $sum)))

  ;; no results, and branches to the end
  (func $ping (export "nothing") (param $n i32)
    (global.set $seen (i32.add (global.get $seen) (i32.const 1)))
    (if (i32.eqz (local.get $n)) (then (return)))
    (return_call $pong (i32.sub (local.get $n) (i32.const 1))))
  (func $pong (param $n i32)
    (block $odd
      (br_table $odd 1 $odd (i32.eqz (local.get $n))))
    (global.set $seen (i32.mul (global.get $seen) (i32.const 3)))
    (return_call $ping (i32.sub (local.get $n) (i32.const 1))))
  (func (export "seen") (param i32) (result i32) (global.get $seen))

  ;; references: parameters that are never null, branches on null
  (func $cells (export "cells") (param $n i32) (result i32)
    (return_call $up (local.get $n) (struct.new $cell (local.get $n))))
  (func $up (param $n i32) (param $cell (ref $cell)) (result i32)
    (local $other (ref $cell))
    (if (i32.eqz (local.get $n)) (then (return (struct.get $cell $number (local.get $cell)))))
    (local.set $other
      (struct.new $cell
        (i32.add (struct.get $cell $number (local.get $cell)) (local.get $n))))
    (return_call $down (i32.sub (local.get $n) (i32.const 1)) (local.get $other)))
  (func $down (param $n i32) (param $cell (ref null $cell)) (result i32)
    (local $missing (ref null $cell))
    (if (ref.eq (local.get $missing) (local.get $cell)) (then (return (i32.const -1))))
    (local.set $missing (local.get $cell))
    (if (i32.eq (local.get $n) (i32.const 77))
      (then (return_call $down (local.get $n) (ref.null $cell))))
    (return_call $up
      (local.get $n)
      (block $there (result (ref $cell))
        (br_on_non_null $there (local.get $cell))
        (return (i32.const -2)))))

  ;; traps in what stands in place, and in what called it: none whose stack HotSpot may leave out
  (func $left (export "traps") (param $n i32) (result i32)
    (if (i32.lt_s (local.get $n) (i32.const 0)) (then (unreachable)))
    (return_call $right (i32.sub (local.get $n) (i32.const 3))))
  (func $right (param $n i32) (result i32)
    (if (i32.eqz (local.get $n)) (then (unreachable)))
    (if (i32.eq (local.get $n) (i32.const 1))
      (then (drop (i32.load (i32.const -1)))))
    (return_call $left (i32.sub (local.get $n) (i32.const 2))))

  ;; handlers of the caller are not those of the callee
  (func $guarded (export "handlers") (param $n i32) (result i32)
    (block $caught (result i32)
      (try_table (result i32) (catch $failure $caught)
        (if (i32.and (local.get $n) (i32.const 1))
          (then (throw $failure (local.get $n))))
        (return_call $thrower (local.get $n))))
    (return_call $after (i32.add (i32.const 1000))))
  (func $thrower (param $n i32) (result i32)
    (if (i32.eqz (local.get $n)) (then (return (i32.const 7))))
    (if (i32.eq (local.get $n) (i32.const 2)) (then (throw $failure (i32.const 5))))
    (return_call $guarded (i32.sub (local.get $n) (i32.const 3))))
  (func $after (param $n i32) (result i32)
    (if (i32.gt_s (local.get $n) (i32.const 1004)) (then (throw $failure (local.get $n))))
    (local.get $n))
  (func (export "outer") (param $n i32) (result i32)
    (block $caught (result i32)
      (try_table (result i32) (catch $failure $caught) (call $guarded (local.get $n)))
      (return))
    (i32.sub (i32.const 0)))

  ;; a memory that moves in what stands in place
  (func $write (export "grows") (param $n i32) (result i32)
    (i32.store (i32.const 16) (i32.add (i32.load (i32.const 16)) (local.get $n)))
    (if (i32.eqz (local.get $n)) (then (return (i32.load (i32.const 16)))))
    (return_call $grow (i32.sub (local.get $n) (i32.const 1))))
  (func $grow (param $n i32) (result i32)
    (drop (memory.grow (i32.const 1)))
    (i32.store
      (i32.sub (i32.shl (memory.size) (i32.const 16)) (i32.const 4))
      (i32.const 9))
    (return_call $write (local.get $n)))

  ;; operands that lie below the arguments, and code that is never reached
  (func $below (export "below") (param $n i32) (result i32)
    (i32.const 11)
    (i64.const 12)
    (if (i32.eqz (local.get $n)) (then (return (i32.const 3))))
    (return_call $below2 (i32.sub (local.get $n) (i32.const 1)))
    (return_call $below2 (i32.add))
    (drop))
  (func $below2 (param $n i32) (result i32)
    (f64.const 1)
    (return_call $below (local.get $n)))

  ;; numbers of all types, and a vector
  (func $types (export "types") (param $n i32) (result i32)
    (return_call $types2
      (local.get $n) (i64.const 2) (f32.const 3) (f64.const 4)
      (i32x4.splat (local.get $n))))
  (func $types2 (param i32 i64 f32 f64 v128) (result i32)
    (local $i i64) (local $f f32) (local $d f64) (local $v v128) (local $r externref)
    (if (i32.eqz (ref.is_null (local.get $r))) (then (return (i32.const -3))))
    (if (i32.gt_s (local.get 0) (i32.const 0))
      (then (return_call $types (i32.sub (local.get 0) (i32.const 1)))))
    (i32.add
      (i32.add
        (i32.wrap_i64 (i64.add (local.get 1) (local.get $i)))
        (i32.trunc_f32_s (f32.add (local.get 2) (local.get $f))))
      (i32.add
        (i32.trunc_f64_s (f64.add (local.get 3) (local.get $d)))
        (i32x4.extract_lane 1 (i32x4.add (local.get 4) (local.get $v))))))

  (func $wrapped (export "wrapped") (param $n i32) (result i32)
    (return_call $increment (i32.mul (local.get $n) (local.get $n))))
  (func $increment (param i32) (result i32) (i32.add (local.get 0) (i32.const 1))))
