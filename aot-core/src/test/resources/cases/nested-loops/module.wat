;; Loops in loops, a loop with parameters, and branches out of two at once.
(module
  (func $gcd (export "gcd") (param $a i32) (param $b i32) (result i32)
    (local.get $a)
    (local.get $b)
    (loop $next (param i32 i32) (result i32)
      (local.set $b)
      (local.set $a)
      (if (result i32) (i32.eqz (local.get $b))
        (then (local.get $a))
        (else
          (local.get $b)
          (i32.rem_u (local.get $a) (local.get $b))
          (br $next)))))
  (func $pairs (export "pairs") (param $limit i32) (result i32)
    (local $i i32) (local $j i32) (local $count i32)
    (block $done
      (loop $outer
        (local.set $j (i32.const 0))
        (loop $inner
          (local.set $count (i32.add (local.get $count) (i32.const 1)))
          (br_if $done (i32.ge_u (local.get $count) (i32.const 1000)))
          (local.set $j (i32.add (local.get $j) (i32.const 1)))
          (br_if $inner (i32.lt_u (local.get $j) (local.get $i))))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br_if $outer (i32.lt_u (local.get $i) (local.get $limit)))))
    (local.get $count))
  (func $collatz (export "collatz") (param $n i64) (result i32)
    (i32.const 0)
    (loop $step (param i32) (result i32)
      (if (param i32) (result i32) (i64.ne (local.get $n) (i64.const 1))
        (then
          (local.set $n
            (select
              (i64.shr_u (local.get $n) (i64.const 1))
              (i64.add (i64.mul (local.get $n) (i64.const 3)) (i64.const 1))
              (i64.eqz (i64.and (local.get $n) (i64.const 1)))))
          (br $step (i32.add (i32.const 1))))))))
