;; wasm-as: exceptions through some frames, and calls with and without a try around each.
(module $exceptions
  (tag $failure (param i32))

  ;; a throw that nothing between it and the handler catches
  (func $deep (param $frames i32) (param $value i32) (result i32)
    (if (i32.eqz (local.get $frames))
      (then (throw $failure (local.get $value))))
    (i32.add
      (call $deep (i32.sub (local.get $frames) (i32.const 1)) (local.get $value))
      (i32.const 1)))

  (func $thrown (param $frames i32) (param $rounds i32) (result i32)
    (local $sum i32)
    (loop $next
      (block $caught (result i32)
        (try_table (result i32) (catch $failure $caught)
          (call $deep (local.get $frames) (local.get $rounds))))
      (local.set $sum (i32.add (local.get $sum)))
      (br_if $next
        (local.tee $rounds (i32.sub (local.get $rounds) (i32.const 1)))))
    (local.get $sum))
  (func (export "thrown1") (param i32) (result i32)
    (call $thrown (i32.const 1) (local.get 0)))
  (func (export "thrown5") (param i32) (result i32)
    (call $thrown (i32.const 5) (local.get 0)))
  (func (export "thrown20") (param i32) (result i32)
    (call $thrown (i32.const 20) (local.get 0)))

  ;; the same calls, each in a try or none
  (func $plain (param $n i32) (result i32)
    (if (result i32) (i32.lt_s (local.get $n) (i32.const 2))
      (then (local.get $n))
      (else
        (i32.add
          (call $plain (i32.sub (local.get $n) (i32.const 1)))
          (call $plain (i32.sub (local.get $n) (i32.const 2)))))))

  (func $guarded (param $n i32) (result i32)
    (local $one i32)
    (if (i32.lt_s (local.get $n) (i32.const 2)) (then (return (local.get $n))))
    (block $caught (result i32)
      (try_table (catch $failure $caught)
        (local.set $one (call $guarded (i32.sub (local.get $n) (i32.const 1)))))
      (block $other (result i32)
        (try_table (result i32) (catch $failure $other)
          (call $guarded (i32.sub (local.get $n) (i32.const 2)))))
      (return (i32.add (local.get $one))))
    (i32.add (local.get $one)))
  (func (export "plain") (param $rounds i32) (result i32)
    (local $sum i32)
    (loop $next
      (local.set $sum (i32.add (local.get $sum) (call $plain (i32.const 12))))
      (br_if $next (local.tee $rounds (i32.sub (local.get $rounds) (i32.const 1)))))
    (local.get $sum))
  (func (export "guarded") (param $rounds i32) (result i32)
    (local $sum i32)
    (loop $next
      (local.set $sum (i32.add (local.get $sum) (call $guarded (i32.const 12))))
      (br_if $next (local.tee $rounds (i32.sub (local.get $rounds) (i32.const 1)))))
    (local.get $sum)))
