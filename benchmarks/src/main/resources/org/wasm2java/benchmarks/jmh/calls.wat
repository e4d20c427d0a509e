;; Kinds of calls. Each kernel makes $n of them and returns a checksum.
(module
  (import "lib" "mix" (func $library (param i32 i32) (result i32)))
  (import "host" "mix" (func $host (param i32 i32) (result i32)))
  (import "boxed" "mix" (func $boxed (param i32 i32) (result i32)))
  (import "built" "lambda" (func $lambda (param i32 i32) (result i32)))
  (import "built" "hostCall" (func $hostCall (param i32 i32) (result i32)))

  ;; Small enough to be inlined anywhere.
  (func $mix (export "mix") (param $a i32) (param $b i32) (result i32)
    (i32.xor (i32.mul (local.get $a) (i32.const 31)) (local.get $b)))

  ;; Its second result comes back beside the first.
  (func $pair (param $a i32) (param $b i32) (result i32 i32)
    (i32.add (local.get $a) (local.get $b))
    (i32.xor (local.get $a) (i32.const 0x55)))

  ;; Calls itself $k times.
  (func $down (param $k i32) (result i32)
    (if (result i32) (local.get $k)
      (then
        (i32.add
          (i32.mul (call $down (i32.sub (local.get $k) (i32.const 1))) (i32.const 31))
          (local.get $k)))
      (else (i32.const 1))))

  ;; A function of the same module.
  (func (export "direct") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (loop $next
      (local.set $sum (call $mix (local.get $sum) (local.get $i)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; A function of another module.
  (func (export "imported") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (loop $next
      (local.set $sum (call $library (local.get $sum) (local.get $i)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; A host function behind its generated interface.
  (func (export "host") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (loop $next
      (local.set $sum (call $host (local.get $sum) (local.get $i)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; A host function whose type is known at run time only.
  (func (export "boxed") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (loop $next
      (local.set $sum (call $boxed (local.get $sum) (local.get $i)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; A lambda of a host module that is made at run time.
  (func (export "lambda") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (loop $next
      (local.set $sum (call $lambda (local.get $sum) (local.get $i)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; A host function that takes its arguments from a call object.
  (func (export "hostCall") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (loop $next
      (local.set $sum (call $hostCall (local.get $sum) (local.get $i)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; A function with two results.
  (func (export "twoResults") (param $n i32) (result i32)
    (local $i i32) (local $sum i32) (local $other i32)
    (loop $next
      (call $pair (local.get $sum) (local.get $i))
      (local.set $other)
      (local.set $sum (i32.add (local.get $other)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; Recursion 128 calls deep.
  (func (export "recursive") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (loop $next
      (local.set $sum
        (i32.xor
          (i32.rotl (local.get $sum) (i32.const 1))
          (call $down (i32.const 127))))
      (local.set $i (i32.add (local.get $i) (i32.const 128)))
      (br_if $next (i32.lt_u (local.get $i) (local.get $n))))
    (local.get $sum))
)
