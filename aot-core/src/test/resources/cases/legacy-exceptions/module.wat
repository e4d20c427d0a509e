(module $legacy
  (import "host" "fail" (func $fail (param i32)))
  (import "host" "tag" (tag $host (param i32)))
  (import "host" "trace" (func $trace (param i32) (result i32)))
  (tag $a (param i32))
  (tag $b)

  (func $thrower (param $kind i32)
    (if (i32.eq (local.get $kind) (i32.const 1)) (then (throw $a (i32.const 40))))
    (if (i32.eq (local.get $kind) (i32.const 2)) (then (throw $b)))
    (if (i32.ne (local.get $kind) (i32.const 0)) (then (call $fail (local.get $kind)))))

  (func (export "catch") (param $kind i32) (result i32)
    (local $n i32)
    (try (result i32)
      (do
        (local.set $n (i32.const 1))
        (call $thrower (local.get $kind))
        (i32.const 7))
      (catch $a
        (i32.add (local.get $n)))
      (catch $b
        (i32.const 20))
      (catch_all
        (i32.add (i32.const 30) (local.get $n)))))

  ;; the exception of the outer catch, thrown from inside the inner one
  (func (export "rethrow") (param $first i32) (param $second i32) (result i32)
    (try (result i32)
      (do
        (try
          (do (call $thrower (local.get $first)))
          (catch $a
            (drop)
            (try
              (do (call $thrower (local.get $second)))
              (catch_all (rethrow 1)))))
        (i32.const 0))
      (catch $a (i32.add (i32.const 100)))
      (catch $b (i32.const 200))))

  ;; past a try that would catch it
  (func (export "delegate") (param $kind i32) (result i32)
    (try $outer (result i32)
      (do
        (try (result i32)
          (do
            (try (result i32)
              (do (call $thrower (local.get $kind)) (i32.const 1))
              (delegate $outer)))
          (catch_all (i32.const 2))))
      (catch $a (i32.add (i32.const 3)))))

  (func (export "delegateToCaller") (param $kind i32)
    (try
      (do
        (try
          (do (call $thrower (local.get $kind)))
          (delegate 1)))
      (catch_all)))

  (func (export "nothing") (result i32)
    (try (result i32)
      (do (i32.const 5))
      (catch_all (i32.const 6))))

  ;; a branch out of the body, and one out of a catch
  (func (export "loop") (param $n i32) (result i32)
    (local $sum i32)
    (block $done
      (loop $next
        (br_if $done (i32.eqz (local.get $n)))
        (local.set $n (i32.sub (local.get $n) (i32.const 1)))
        (try
          (do
            (call $thrower (i32.and (local.get $n) (i32.const 3)))
            (local.set $sum (i32.add (local.get $sum) (i32.const 1)))
            (br $next))
          (catch $a
            (local.set $sum (i32.add (local.get $sum)))
            (br $next))
          (catch $b
            (br $next))
          (catch $host
            (local.set $sum (i32.add (local.get $sum) (i32.const 1000)))
            (drop)
            (br $next)))))
    (local.get $sum))
)
