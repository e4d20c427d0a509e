;; wasm-as: functions full of calls, each twice: as they are, and with a try_table around each call. A step
;; is about a call.
(module
  (tag $failure (param i32))
  (global $cleaned (mut i32) (i32.const 0))

  (func $fib (param $n i32) (result i32)
    (if (result i32) (i32.lt_s (local.get $n) (i32.const 2))
      (then (local.get $n))
      (else
        (i32.add
          (call $fib (i32.sub (local.get $n) (i32.const 1)))
          (call $fib (i32.sub (local.get $n) (i32.const 2)))))))
  (func $fibTried (param $n i32) (result i32)
    (if (result i32) (i32.lt_s (local.get $n) (i32.const 2))
      (then (local.get $n))
      (else
        (i32.add
          (block $caught (result i32)
            (try_table (result i32) (catch $failure $caught)
              (call $fibTried (i32.sub (local.get $n) (i32.const 1)))))
          (block $caught (result i32)
            (try_table (result i32) (catch $failure $caught)
              (call $fibTried (i32.sub (local.get $n) (i32.const 2)))))))))
  (func (export "guardedFib") (param $n i32) (result i32)
    (local $sum i32)
    (local.set $n (i32.shr_u (local.get $n) (i32.const 11)))
    (loop $next
      (local.set $sum (i32.add (local.get $sum) (call $fib (i32.const 15))))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $sum))
  (func (export "guardedFibTried") (param $n i32) (result i32)
    (local $sum i32)
    (local.set $n (i32.shr_u (local.get $n) (i32.const 11)))
    (loop $next
      (local.set $sum (i32.add (local.get $sum) (call $fibTried (i32.const 15))))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $sum))

  (func $ackermann (param $m i32) (param $n i32) (result i32)
    (if (i32.eqz (local.get $m))
      (then (return (i32.add (local.get $n) (i32.const 1)))))
    (if (i32.eqz (local.get $n))
      (then
        (return
          (call $ackermann (i32.sub (local.get $m) (i32.const 1)) (i32.const 1)))))
    (local.set $n
      (call $ackermann (local.get $m) (i32.sub (local.get $n) (i32.const 1))))
    (call $ackermann (i32.sub (local.get $m) (i32.const 1)) (local.get $n)))
  (func $ackermannTried (param $m i32) (param $n i32) (result i32)
    (if (i32.eqz (local.get $m))
      (then (return (i32.add (local.get $n) (i32.const 1)))))
    (if (i32.eqz (local.get $n))
      (then
        (return
          (block $caught (result i32)
            (try_table (result i32) (catch $failure $caught)
              (call $ackermannTried (i32.sub (local.get $m) (i32.const 1)) (i32.const 1)))))))
    (local.set $n
      (block $caught (result i32)
        (try_table (result i32) (catch $failure $caught)
          (call $ackermannTried (local.get $m) (i32.sub (local.get $n) (i32.const 1))))))
    (block $caught (result i32)
      (try_table (result i32) (catch $failure $caught)
        (call $ackermannTried (i32.sub (local.get $m) (i32.const 1)) (local.get $n)))))
  (func (export "guardedAckermann") (param $n i32) (result i32)
    (local $sum i32)
    (local.set $n (i32.shr_u (local.get $n) (i32.const 10)))
    (loop $next
      (local.set $sum (i32.add (local.get $sum) (call $ackermann (i32.const 2) (i32.const 20))))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $sum))
  (func (export "guardedAckermannTried") (param $n i32) (result i32)
    (local $sum i32)
    (local.set $n (i32.shr_u (local.get $n) (i32.const 10)))
    (loop $next
      (local.set $sum (i32.add (local.get $sum) (call $ackermannTried (i32.const 2) (i32.const 20))))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $sum))

  (func $tak (param $x i32) (param $y i32) (param $z i32) (result i32)
    (local $a i32)
    (local $b i32)
    (local $c i32)
    (if (i32.ge_s (local.get $y) (local.get $x)) (then (return (local.get $z))))
    (local.set $a
      (call $tak (i32.sub (local.get $x) (i32.const 1)) (local.get $y) (local.get $z)))
    (local.set $b
      (call $tak (i32.sub (local.get $y) (i32.const 1)) (local.get $z) (local.get $x)))
    (local.set $c
      (call $tak (i32.sub (local.get $z) (i32.const 1)) (local.get $x) (local.get $y)))
    (call $tak (local.get $a) (local.get $b) (local.get $c)))
  (func $takTried (param $x i32) (param $y i32) (param $z i32) (result i32)
    (local $a i32)
    (local $b i32)
    (local $c i32)
    (if (i32.ge_s (local.get $y) (local.get $x)) (then (return (local.get $z))))
    (local.set $a
      (block $caught (result i32)
        (try_table (result i32) (catch $failure $caught)
          (call $takTried (i32.sub (local.get $x) (i32.const 1)) (local.get $y) (local.get $z)))))
    (local.set $b
      (block $caught (result i32)
        (try_table (result i32) (catch $failure $caught)
          (call $takTried (i32.sub (local.get $y) (i32.const 1)) (local.get $z) (local.get $x)))))
    (local.set $c
      (block $caught (result i32)
        (try_table (result i32) (catch $failure $caught)
          (call $takTried (i32.sub (local.get $z) (i32.const 1)) (local.get $x) (local.get $y)))))
    (block $caught (result i32)
      (try_table (result i32) (catch $failure $caught)
        (call $takTried (local.get $a) (local.get $b) (local.get $c)))))
  (func (export "guardedTak") (param $n i32) (result i32)
    (local $sum i32)
    (local.set $n (i32.shr_u (local.get $n) (i32.const 10)))
    (loop $next
      (local.set $sum (i32.add (local.get $sum) (call $tak (i32.const 12) (i32.const 8) (i32.const 4))))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $sum))
  (func (export "guardedTakTried") (param $n i32) (result i32)
    (local $sum i32)
    (local.set $n (i32.shr_u (local.get $n) (i32.const 10)))
    (loop $next
      (local.set $sum (i32.add (local.get $sum) (call $takTried (i32.const 12) (i32.const 8) (i32.const 4))))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $sum))

  (func $hanoi (param $discs i32) (param $from i32) (param $to i32) (result i32)
    (local $moves i32)
    (if (i32.eqz (local.get $discs)) (then (return (i32.const 0))))
    (local.set $moves
      (call $hanoi
        (i32.sub (local.get $discs) (i32.const 1))
        (local.get $from)
        (i32.sub (i32.sub (i32.const 6) (local.get $from)) (local.get $to))))
    (local.set $moves
      (i32.add (local.get $moves) (i32.add (local.get $from) (local.get $to))))
    (i32.add
      (local.get $moves)
      (call $hanoi
        (i32.sub (local.get $discs) (i32.const 1))
        (i32.sub (i32.sub (i32.const 6) (local.get $from)) (local.get $to))
        (local.get $to))))
  (func $hanoiTried (param $discs i32) (param $from i32) (param $to i32) (result i32)
    (local $moves i32)
    (if (i32.eqz (local.get $discs)) (then (return (i32.const 0))))
    (local.set $moves
      (block $caught (result i32)
        (try_table (result i32) (catch $failure $caught)
          (call $hanoiTried
        (i32.sub (local.get $discs) (i32.const 1))
        (local.get $from)
        (i32.sub (i32.sub (i32.const 6) (local.get $from)) (local.get $to))))))
    (local.set $moves
      (i32.add (local.get $moves) (i32.add (local.get $from) (local.get $to))))
    (i32.add
      (local.get $moves)
      (block $caught (result i32)
        (try_table (result i32) (catch $failure $caught)
          (call $hanoiTried
        (i32.sub (local.get $discs) (i32.const 1))
        (i32.sub (i32.sub (i32.const 6) (local.get $from)) (local.get $to))
        (local.get $to))))))
  (func (export "guardedHanoi") (param $n i32) (result i32)
    (local $sum i32)
    (local.set $n (i32.shr_u (local.get $n) (i32.const 11)))
    (loop $next
      (local.set $sum (i32.add (local.get $sum) (call $hanoi (i32.const 10) (i32.const 1) (i32.const 3))))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $sum))
  (func (export "guardedHanoiTried") (param $n i32) (result i32)
    (local $sum i32)
    (local.set $n (i32.shr_u (local.get $n) (i32.const 11)))
    (loop $next
      (local.set $sum (i32.add (local.get $sum) (call $hanoiTried (i32.const 10) (i32.const 1) (i32.const 3))))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $sum))

  ;; from here on what a handler does is to clean up and throw again
  (func $sign (param $x i32) (result i32)
    (i32.or (i32.shr_s (local.get $x) (i32.const 31)) (i32.ne (local.get $x) (i32.const 0))))
  (func $signTried (param $x i32) (result i32)
    (i32.or (i32.shr_s (local.get $x) (i32.const 31)) (i32.ne (local.get $x) (i32.const 0))))
  (func $mix (param $x i32) (param $y i32) (result i32)
    (i32.add (i32.rotl (local.get $x) (i32.const 5)) (i32.xor (local.get $y) (i32.const 0x5bd1e995))))
  (func $mixTried (param $x i32) (param $y i32) (result i32)
    (i32.add (i32.rotl (local.get $x) (i32.const 5)) (i32.xor (local.get $y) (i32.const 0x5bd1e995))))
  (func $leaves (param $n i32) (result i32)
    (local $sum i32)
    (loop $next
      (local.set $sum
        (call $mix (local.get $sum) (local.get $n)))
      (local.set $sum
        (i32.add
          (local.get $sum)
          (call $sign (local.get $sum))))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $next (local.get $n)))
    (local.get $sum))
  (func $leavesTried (param $n i32) (result i32)
    (local $sum i32)
    (loop $next
      (local.set $sum
        (block $result (result i32)
          (block $caught (result exnref)
            (br $result
              (try_table (result i32) (catch_all_ref $caught)
                (call $mixTried (local.get $sum) (local.get $n)))))
          (global.set $cleaned (i32.const 1))
          (throw_ref)))
      (local.set $sum
        (i32.add
          (local.get $sum)
          (block $result (result i32)
            (block $caught (result exnref)
              (br $result
                (try_table (result i32) (catch_all_ref $caught)
                  (call $signTried (local.get $sum)))))
            (global.set $cleaned (i32.const 1))
            (throw_ref))))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $next (local.get $n)))
    (local.get $sum))
  (func (export "guardedLeaves") (param $n i32) (result i32)
    (local $sum i32)
    (local.set $n (i32.shr_u (local.get $n) (i32.const 9)))
    (loop $next
      (local.set $sum (i32.add (local.get $sum) (call $leaves (i32.const 256))))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $sum))
  (func (export "guardedLeavesTried") (param $n i32) (result i32)
    (local $sum i32)
    (local.set $n (i32.shr_u (local.get $n) (i32.const 9)))
    (loop $next
      (local.set $sum (i32.add (local.get $sum) (call $leavesTried (i32.const 256))))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $sum))

  (func $level0 (param $x i32) (result i32)
    (i32.mul (local.get $x) (i32.const 0x01000193)))
  (func $level0Tried (param $x i32) (result i32)
    (i32.mul (local.get $x) (i32.const 0x01000193)))
  (func $level1 (param $x i32) (result i32)
    (i32.xor
      (local.get $x)
      (call $level0 (i32.add (local.get $x) (i32.const 1)))))
  (func $level1Tried (param $x i32) (result i32)
    (i32.xor
      (local.get $x)
      (block $result (result i32)
        (block $caught (result exnref)
          (br $result
            (try_table (result i32) (catch_all_ref $caught)
              (call $level0Tried (i32.add (local.get $x) (i32.const 1))))))
        (global.set $cleaned (i32.const 1))
        (throw_ref))))
  (func $level2 (param $x i32) (result i32)
    (i32.xor
      (local.get $x)
      (call $level1 (i32.add (local.get $x) (i32.const 2)))))
  (func $level2Tried (param $x i32) (result i32)
    (i32.xor
      (local.get $x)
      (block $result (result i32)
        (block $caught (result exnref)
          (br $result
            (try_table (result i32) (catch_all_ref $caught)
              (call $level1Tried (i32.add (local.get $x) (i32.const 2))))))
        (global.set $cleaned (i32.const 1))
        (throw_ref))))
  (func $level3 (param $x i32) (result i32)
    (i32.xor
      (local.get $x)
      (call $level2 (i32.add (local.get $x) (i32.const 3)))))
  (func $level3Tried (param $x i32) (result i32)
    (i32.xor
      (local.get $x)
      (block $result (result i32)
        (block $caught (result exnref)
          (br $result
            (try_table (result i32) (catch_all_ref $caught)
              (call $level2Tried (i32.add (local.get $x) (i32.const 3))))))
        (global.set $cleaned (i32.const 1))
        (throw_ref))))
  (func $level4 (param $x i32) (result i32)
    (i32.xor
      (local.get $x)
      (call $level3 (i32.add (local.get $x) (i32.const 4)))))
  (func $level4Tried (param $x i32) (result i32)
    (i32.xor
      (local.get $x)
      (block $result (result i32)
        (block $caught (result exnref)
          (br $result
            (try_table (result i32) (catch_all_ref $caught)
              (call $level3Tried (i32.add (local.get $x) (i32.const 4))))))
        (global.set $cleaned (i32.const 1))
        (throw_ref))))
  (func $level5 (param $x i32) (result i32)
    (i32.xor
      (local.get $x)
      (call $level4 (i32.add (local.get $x) (i32.const 5)))))
  (func $level5Tried (param $x i32) (result i32)
    (i32.xor
      (local.get $x)
      (block $result (result i32)
        (block $caught (result exnref)
          (br $result
            (try_table (result i32) (catch_all_ref $caught)
              (call $level4Tried (i32.add (local.get $x) (i32.const 5))))))
        (global.set $cleaned (i32.const 1))
        (throw_ref))))
  (func $chain (param $n i32) (result i32)
    (local $sum i32)
    (loop $next
      (local.set $sum
        (i32.add
          (local.get $sum)
          (call $level5 (i32.add (local.get $sum) (local.get $n)))))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $next (local.get $n)))
    (local.get $sum))
  (func $chainTried (param $n i32) (result i32)
    (local $sum i32)
    (loop $next
      (local.set $sum
        (i32.add
          (local.get $sum)
          (block $result (result i32)
            (block $caught (result exnref)
              (br $result
                (try_table (result i32) (catch_all_ref $caught)
                  (call $level5Tried (i32.add (local.get $sum) (local.get $n))))))
            (global.set $cleaned (i32.const 1))
            (throw_ref))))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $next (local.get $n)))
    (local.get $sum))
  (func (export "guardedChain") (param $n i32) (result i32)
    (local $sum i32)
    (local.set $n (i32.shr_u (local.get $n) (i32.const 9)))
    (loop $next
      (local.set $sum (i32.add (local.get $sum) (call $chain (i32.const 85))))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $sum))
  (func (export "guardedChainTried") (param $n i32) (result i32)
    (local $sum i32)
    (local.set $n (i32.shr_u (local.get $n) (i32.const 9)))
    (loop $next
      (local.set $sum (i32.add (local.get $sum) (call $chainTried (i32.const 85))))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $sum))

  (func $isOdd (param $n i32) (result i32)
    (if (i32.eqz (local.get $n)) (then (return (i32.const 0))))
    (i32.eqz
      (call $isOdd (i32.sub (local.get $n) (i32.const 1)))))
  (func $isOddTried (param $n i32) (result i32)
    (if (i32.eqz (local.get $n)) (then (return (i32.const 0))))
    (i32.eqz
      (block $result (result i32)
        (block $caught (result exnref)
          (br $result
            (try_table (result i32) (catch_all_ref $caught)
              (call $isOddTried (i32.sub (local.get $n) (i32.const 1))))))
        (global.set $cleaned (i32.const 1))
        (throw_ref))))
  (func (export "guardedIsOdd") (param $n i32) (result i32)
    (local $sum i32)
    (local.set $n (i32.shr_u (local.get $n) (i32.const 7)))
    (loop $next
      (local.set $sum (i32.add (local.get $sum) (call $isOdd (i32.const 129))))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $sum))
  (func (export "guardedIsOddTried") (param $n i32) (result i32)
    (local $sum i32)
    (local.set $n (i32.shr_u (local.get $n) (i32.const 7)))
    (loop $next
      (local.set $sum (i32.add (local.get $sum) (call $isOddTried (i32.const 129))))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $sum))

  (func $digits (param $n i32) (result i32)
    (local $sum i32)
    (if (i32.lt_u (local.get $n) (i32.const 10)) (then (return (local.get $n))))
    (local.set $sum
      (call $digits (i32.div_u (local.get $n) (i32.const 10))))
    (local.set $sum
      (call $mix (local.get $sum) (i32.rem_u (local.get $n) (i32.const 10))))
    (if (i32.lt_s (local.get $sum) (i32.const 0))
      (then
        (local.set $sum
          (call $sign (local.get $sum)))))
    (local.get $sum))
  (func $digitsTried (param $n i32) (result i32)
    (local $sum i32)
    (if (i32.lt_u (local.get $n) (i32.const 10)) (then (return (local.get $n))))
    (local.set $sum
      (block $result (result i32)
        (block $caught (result exnref)
          (br $result
            (try_table (result i32) (catch_all_ref $caught)
              (call $digitsTried (i32.div_u (local.get $n) (i32.const 10))))))
        (global.set $cleaned (i32.const 1))
        (throw_ref)))
    (local.set $sum
      (block $result (result i32)
        (block $caught (result exnref)
          (br $result
            (try_table (result i32) (catch_all_ref $caught)
              (call $mixTried (local.get $sum) (i32.rem_u (local.get $n) (i32.const 10))))))
        (global.set $cleaned (i32.const 1))
        (throw_ref)))
    (if (i32.lt_s (local.get $sum) (i32.const 0))
      (then
        (local.set $sum
          (block $result (result i32)
            (block $caught (result exnref)
              (br $result
                (try_table (result i32) (catch_all_ref $caught)
                  (call $signTried (local.get $sum)))))
            (global.set $cleaned (i32.const 1))
            (throw_ref)))))
    (local.get $sum))
  (func (export "guardedDigits") (param $n i32) (result i32)
    (local $sum i32)
    (local.set $n (i32.shr_u (local.get $n) (i32.const 4)))
    (loop $next
      (local.set $sum (i32.add (local.get $sum) (call $digits (i32.const 1234567890))))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $sum))
  (func (export "guardedDigitsTried") (param $n i32) (result i32)
    (local $sum i32)
    (local.set $n (i32.shr_u (local.get $n) (i32.const 4)))
    (loop $next
      (local.set $sum (i32.add (local.get $sum) (call $digitsTried (i32.const 1234567890))))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $sum)))
