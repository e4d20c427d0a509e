;; Calls through a table, by how many targets one call has and in which order. Each kernel makes $n
;; calls and returns a checksum.
(module
  (type $step (func (param i32) (result i32)))

  ;; Nothing can write this table.
  (table $fixed 64 64 funcref)
  ;; "write" writes this one, with what it had.
  (table $written 64 64 funcref)
  (elem (table $fixed) (i32.const 0) func
    $f0 $f1 $f2 $f3 $f4 $f5 $f6 $f7 $f8 $f9 $f10 $f11 $f12 $f13 $f14 $f15 $f16 $f17 $f18 $f19
    $f20 $f21 $f22 $f23 $f24 $f25 $f26 $f27 $f28 $f29 $f30 $f31 $f32 $f33 $f34 $f35 $f36 $f37
    $f38 $f39 $f40 $f41 $f42 $f43 $f44 $f45 $f46 $f47 $f48 $f49 $f50 $f51 $f52 $f53 $f54 $f55
    $f56 $f57 $f58 $f59 $f60 $f61 $f62 $f63)
  (elem (table $written) (i32.const 0) func
    $f0 $f1 $f2 $f3 $f4 $f5 $f6 $f7 $f8 $f9 $f10 $f11 $f12 $f13 $f14 $f15 $f16 $f17 $f18 $f19
    $f20 $f21 $f22 $f23 $f24 $f25 $f26 $f27 $f28 $f29 $f30 $f31 $f32 $f33 $f34 $f35 $f36 $f37
    $f38 $f39 $f40 $f41 $f42 $f43 $f44 $f45 $f46 $f47 $f48 $f49 $f50 $f51 $f52 $f53 $f54 $f55
    $f56 $f57 $f58 $f59 $f60 $f61 $f62 $f63)

  (func (export "write") (param $index i32)
    (table.set $written (local.get $index) (table.get $written (local.get $index))))

  (func $f0 (type $step) (i32.add (local.get 0) (i32.const 3)))
  (func $f1 (type $step) (i32.xor (local.get 0) (i32.const 5)))
  (func $f2 (type $step) (i32.mul (local.get 0) (i32.const 7)))
  (func $f3 (type $step) (i32.rotl (local.get 0) (i32.const 9)))
  (func $f4 (type $step) (i32.add (local.get 0) (i32.const 11)))
  (func $f5 (type $step) (i32.xor (local.get 0) (i32.const 13)))
  (func $f6 (type $step) (i32.mul (local.get 0) (i32.const 15)))
  (func $f7 (type $step) (i32.rotl (local.get 0) (i32.const 17)))
  (func $f8 (type $step) (i32.add (local.get 0) (i32.const 19)))
  (func $f9 (type $step) (i32.xor (local.get 0) (i32.const 21)))
  (func $f10 (type $step) (i32.mul (local.get 0) (i32.const 23)))
  (func $f11 (type $step) (i32.rotl (local.get 0) (i32.const 25)))
  (func $f12 (type $step) (i32.add (local.get 0) (i32.const 27)))
  (func $f13 (type $step) (i32.xor (local.get 0) (i32.const 29)))
  (func $f14 (type $step) (i32.mul (local.get 0) (i32.const 31)))
  (func $f15 (type $step) (i32.rotl (local.get 0) (i32.const 33)))
  (func $f16 (type $step) (i32.add (local.get 0) (i32.const 35)))
  (func $f17 (type $step) (i32.xor (local.get 0) (i32.const 37)))
  (func $f18 (type $step) (i32.mul (local.get 0) (i32.const 39)))
  (func $f19 (type $step) (i32.rotl (local.get 0) (i32.const 41)))
  (func $f20 (type $step) (i32.add (local.get 0) (i32.const 43)))
  (func $f21 (type $step) (i32.xor (local.get 0) (i32.const 45)))
  (func $f22 (type $step) (i32.mul (local.get 0) (i32.const 47)))
  (func $f23 (type $step) (i32.rotl (local.get 0) (i32.const 49)))
  (func $f24 (type $step) (i32.add (local.get 0) (i32.const 51)))
  (func $f25 (type $step) (i32.xor (local.get 0) (i32.const 53)))
  (func $f26 (type $step) (i32.mul (local.get 0) (i32.const 55)))
  (func $f27 (type $step) (i32.rotl (local.get 0) (i32.const 57)))
  (func $f28 (type $step) (i32.add (local.get 0) (i32.const 59)))
  (func $f29 (type $step) (i32.xor (local.get 0) (i32.const 61)))
  (func $f30 (type $step) (i32.mul (local.get 0) (i32.const 63)))
  (func $f31 (type $step) (i32.rotl (local.get 0) (i32.const 65)))
  (func $f32 (type $step) (i32.add (local.get 0) (i32.const 67)))
  (func $f33 (type $step) (i32.xor (local.get 0) (i32.const 69)))
  (func $f34 (type $step) (i32.mul (local.get 0) (i32.const 71)))
  (func $f35 (type $step) (i32.rotl (local.get 0) (i32.const 73)))
  (func $f36 (type $step) (i32.add (local.get 0) (i32.const 75)))
  (func $f37 (type $step) (i32.xor (local.get 0) (i32.const 77)))
  (func $f38 (type $step) (i32.mul (local.get 0) (i32.const 79)))
  (func $f39 (type $step) (i32.rotl (local.get 0) (i32.const 81)))
  (func $f40 (type $step) (i32.add (local.get 0) (i32.const 83)))
  (func $f41 (type $step) (i32.xor (local.get 0) (i32.const 85)))
  (func $f42 (type $step) (i32.mul (local.get 0) (i32.const 87)))
  (func $f43 (type $step) (i32.rotl (local.get 0) (i32.const 89)))
  (func $f44 (type $step) (i32.add (local.get 0) (i32.const 91)))
  (func $f45 (type $step) (i32.xor (local.get 0) (i32.const 93)))
  (func $f46 (type $step) (i32.mul (local.get 0) (i32.const 95)))
  (func $f47 (type $step) (i32.rotl (local.get 0) (i32.const 97)))
  (func $f48 (type $step) (i32.add (local.get 0) (i32.const 99)))
  (func $f49 (type $step) (i32.xor (local.get 0) (i32.const 101)))
  (func $f50 (type $step) (i32.mul (local.get 0) (i32.const 103)))
  (func $f51 (type $step) (i32.rotl (local.get 0) (i32.const 105)))
  (func $f52 (type $step) (i32.add (local.get 0) (i32.const 107)))
  (func $f53 (type $step) (i32.xor (local.get 0) (i32.const 109)))
  (func $f54 (type $step) (i32.mul (local.get 0) (i32.const 111)))
  (func $f55 (type $step) (i32.rotl (local.get 0) (i32.const 113)))
  (func $f56 (type $step) (i32.add (local.get 0) (i32.const 115)))
  (func $f57 (type $step) (i32.xor (local.get 0) (i32.const 117)))
  (func $f58 (type $step) (i32.mul (local.get 0) (i32.const 119)))
  (func $f59 (type $step) (i32.rotl (local.get 0) (i32.const 121)))
  (func $f60 (type $step) (i32.add (local.get 0) (i32.const 123)))
  (func $f61 (type $step) (i32.xor (local.get 0) (i32.const 125)))
  (func $f62 (type $step) (i32.mul (local.get 0) (i32.const 127)))
  (func $f63 (type $step) (i32.rotl (local.get 0) (i32.const 129)))

  ;; One target, in a table that nothing can write.
  (func (export "fixedOne") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (local.set $sum (local.get $n))
    (loop $next
      (local.set $sum
        (call_indirect $fixed
          (type $step)
          (local.get $sum)
          (i32.or (i32.and (local.get $i) (i32.const 0)) (i32.const 3))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; Two targets in turn, in a table that nothing can write.
  (func (export "fixedTwo") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (local.set $sum (local.get $n))
    (loop $next
      (local.set $sum
        (call_indirect $fixed
          (type $step)
          (local.get $sum)
          (i32.or (i32.and (local.get $i) (i32.const 1)) (i32.const 2))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; Fifty targets in turn, in a table that nothing can write.
  (func (export "fixedFifty") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (local.set $sum (local.get $n))
    (loop $next
      (local.set $sum
        (call_indirect $fixed
          (type $step)
          (local.get $sum)
          (i32.rem_u (local.get $i) (i32.const 50))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; Fifty targets in no order, in a table that nothing can write.
  (func (export "fixedRandom") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (local.set $sum (local.get $n))
    (loop $next
      (local.set $sum
        (call_indirect $fixed
          (type $step)
          (local.get $sum)
          (i32.rem_u
            (i32.shr_u (i32.mul (local.get $i) (i32.const 0x9E3779B1)) (i32.const 8))
            (i32.const 50))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; Three targets in turn, in a table that nothing can write.
  (func (export "fixedThree") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (local.set $sum (local.get $n))
    (loop $next
      (local.set $sum
        (call_indirect $fixed
          (type $step)
          (local.get $sum)
          (i32.rem_u (local.get $i) (i32.const 3))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; Eight targets in turn, in a table that nothing can write.
  (func (export "fixedEight") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (local.set $sum (local.get $n))
    (loop $next
      (local.set $sum
        (call_indirect $fixed
          (type $step)
          (local.get $sum)
          (i32.rem_u (local.get $i) (i32.const 8))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; Three targets in an order that repeats after 1024 calls, in a table that nothing can write.
  (func (export "fixedThreeRepeating") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (local.set $sum (local.get $n))
    (loop $next
      (local.set $sum
        (call_indirect $fixed
          (type $step)
          (local.get $sum)
          (i32.rem_u
            (i32.shr_u (i32.mul (i32.and (local.get $i) (i32.const 1023)) (i32.const 0x9E3779B1)) (i32.const 8))
            (i32.const 3))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; Eight targets in an order that repeats after 1024 calls, in a table that nothing can write.
  (func (export "fixedEightRepeating") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (local.set $sum (local.get $n))
    (loop $next
      (local.set $sum
        (call_indirect $fixed
          (type $step)
          (local.get $sum)
          (i32.rem_u
            (i32.shr_u (i32.mul (i32.and (local.get $i) (i32.const 1023)) (i32.const 0x9E3779B1)) (i32.const 8))
            (i32.const 8))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; Fifty targets in an order that repeats after 1024 calls, in a table that nothing can write.
  (func (export "fixedFiftyRepeating") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (local.set $sum (local.get $n))
    (loop $next
      (local.set $sum
        (call_indirect $fixed
          (type $step)
          (local.get $sum)
          (i32.rem_u
            (i32.shr_u (i32.mul (i32.and (local.get $i) (i32.const 1023)) (i32.const 0x9E3779B1)) (i32.const 8))
            (i32.const 50))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; Three targets in no order, in a table that nothing can write.
  (func (export "fixedThreeRandom") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (local.set $sum (local.get $n))
    (loop $next
      (local.set $sum
        (call_indirect $fixed
          (type $step)
          (local.get $sum)
          (i32.rem_u
            (i32.shr_u
              (i32.mul
                (i32.xor
                  (i32.mul (local.get $i) (i32.const 0x9E3779B1))
                  (i32.shr_u (i32.mul (local.get $i) (i32.const 0x9E3779B1)) (i32.const 15)))
                (i32.const 0x85EBCA77))
              (i32.const 8))
            (i32.const 3))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; Eight targets in no order, in a table that nothing can write.
  (func (export "fixedEightRandom") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (local.set $sum (local.get $n))
    (loop $next
      (local.set $sum
        (call_indirect $fixed
          (type $step)
          (local.get $sum)
          (i32.rem_u
            (i32.shr_u
              (i32.mul
                (i32.xor
                  (i32.mul (local.get $i) (i32.const 0x9E3779B1))
                  (i32.shr_u (i32.mul (local.get $i) (i32.const 0x9E3779B1)) (i32.const 15)))
                (i32.const 0x85EBCA77))
              (i32.const 8))
            (i32.const 8))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; One target, in a table that is written.
  (func (export "writtenOne") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (local.set $sum (local.get $n))
    (loop $next
      (local.set $sum
        (call_indirect $written
          (type $step)
          (local.get $sum)
          (i32.or (i32.and (local.get $i) (i32.const 0)) (i32.const 3))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; Two targets in turn, in a table that is written.
  (func (export "writtenTwo") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (local.set $sum (local.get $n))
    (loop $next
      (local.set $sum
        (call_indirect $written
          (type $step)
          (local.get $sum)
          (i32.or (i32.and (local.get $i) (i32.const 1)) (i32.const 2))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; Fifty targets in turn, in a table that is written.
  (func (export "writtenFifty") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (local.set $sum (local.get $n))
    (loop $next
      (local.set $sum
        (call_indirect $written
          (type $step)
          (local.get $sum)
          (i32.rem_u (local.get $i) (i32.const 50))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; Fifty targets in no order, in a table that is written.
  (func (export "writtenRandom") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (local.set $sum (local.get $n))
    (loop $next
      (local.set $sum
        (call_indirect $written
          (type $step)
          (local.get $sum)
          (i32.rem_u
            (i32.shr_u (i32.mul (local.get $i) (i32.const 0x9E3779B1)) (i32.const 8))
            (i32.const 50))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))
)
