;; Loops of all shapes, recursion, and calls of the host, for stopping and limiting.
(module $limits
  (import "env" "host" (func $host (param i32) (result i32)))
  (memory (export "memory") 1)
  (type $unary (func (param i32) (result i32)))
  (table 2 funcref)
  (elem (i32.const 0) $leaf $straight)

  ;; entry: 3 instructions
  (func $straight (export "straight") (param i32) (result i32)
    local.get 0
    i32.const 1
    i32.add)

  (func $leaf (param i32) (result i32)
    local.get 0)

  ;; entry: 1; each of n rounds: 6
  (func (export "doWhile") (param $n i32) (result i32)
    (loop $again
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n)))
    local.get $n)

  ;; entry: 0 outside the loops; n + 1 rounds of 8; the last one leaves
  (func (export "whileTrue") (param $n i32)
    (block $done
      (loop $again
        (br_if $done (i32.eqz (local.get $n)))
        (local.set $n (i32.sub (local.get $n) (i32.const 1)))
        (br $again))))

  ;; counts to a limit by steps of 4: entry 1, rounds of 12
  (func (export "counted") (param $limit i32) (result i32)
    (local $i i32) (local $sum i32)
    (loop $again
      (local.set $sum (i32.add (local.get $sum) (local.get $i)))
      (local.set $i (i32.add (local.get $i) (i32.const 4)))
      (br_if $again (i32.ne (local.get $i) (local.get $limit))))
    local.get $sum)

  ;; entry 1, n + 1 rounds of 30: a state machine: 0 -> 1 -> 2 -> 0 ... until n steps are done
  (func (export "states") (param $n i32) (result i32)
    (local $state i32) (local $trace i32)
    (loop $next
      (block $exit
        (block $two
          (block $one
            (block $zero
              (br_if $exit (i32.eqz (local.get $n)))
              (local.set $n (i32.sub (local.get $n) (i32.const 1)))
              (br_table $zero $one $two (local.get $state)))
            (local.set $trace (i32.add (local.get $trace) (i32.const 1)))
            (local.set $state (i32.const 1))
            (br $next))
          (local.set $trace (i32.add (local.get $trace) (i32.const 100)))
          (local.set $state (i32.const 2))
          (br $next))
        (local.set $trace (i32.add (local.get $trace) (i32.const 10000)))
        (local.set $state (i32.const 0))
        (br $next)))
    local.get $trace)

  ;; entry 1, outer rounds of 10, inner rounds of 14
  (func (export "nested") (param $n i32) (result i32)
    (local $i i32) (local $j i32) (local $sum i32)
    (loop $outer
      (local.set $j (i32.const 0))
      (loop $inner
        (local.set $sum (i32.add (local.get $sum) (i32.mul (local.get $i) (local.get $j))))
        (local.set $j (i32.add (local.get $j) (i32.const 1)))
        (br_if $inner (i32.lt_s (local.get $j) (local.get $n))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $outer (i32.lt_s (local.get $i) (local.get $n))))
    local.get $sum)

  ;; entry 1, rounds of 19 and what is called: a loop that calls, directly and through the table
  (func (export "calling") (param $n i32) (result i32)
    (local $sum i32)
    (loop $again
      (local.set $sum (i32.add (local.get $sum) (call $straight (local.get $n))))
      (local.set $sum
        (i32.add
          (local.get $sum)
          (call_indirect (type $unary) (local.get $n) (i32.and (local.get $n) (i32.const 1)))))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n)))
    local.get $sum)

  ;; entry 1, n + 1 rounds of 9: a loop over floats
  (func (export "floats") (param $n f64) (result f64)
    (local $x f64)
    (block $done
      (loop $again
        (br_if $done (f64.ge (local.get $x) (local.get $n)))
        (local.set $x (f64.add (local.get $x) (f64.const 1)))
        (br $again)))
    local.get $x)

  ;; entry 1, n + 1 rounds of 16; returns from the middle of a loop; traps where n is negative
  (func (export "search") (param $n i32) (result i32)
    (local $i i32)
    (loop $again
      (if (i32.eq (local.get $i) (local.get $n)) (then (return (local.get $i))))
      (if (i32.eq (local.get $i) (i32.const 50)) (then (unreachable)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br $again))
    unreachable)

  ;; 14 a call
  (func $fib (export "fib") (param $n i32) (result i32)
    (if (result i32) (i32.lt_s (local.get $n) (i32.const 2))
      (then (local.get $n))
      (else
        (i32.add
          (call $fib (i32.sub (local.get $n) (i32.const 1)))
          (call $fib (i32.sub (local.get $n) (i32.const 2)))))))

  (func $deep (export "deep") (param i32) (result i32)
    (i32.add (call $deep (i32.add (local.get 0) (i32.const 1))) (i32.const 1)))

  (func (export "forever") (loop $again (br $again)))

  (func (export "foreverCounting") (param $i i32)
    (loop $again
      (local.set $i (i32.add (local.get $i) (i32.const 2)))
      (br_if $again (i32.ne (local.get $i) (i32.const 1)))))

  (func (export "foreverStoring")
    (local $i i32)
    (loop $again
      (i32.store (i32.and (local.get $i) (i32.const 0xfffc)) (local.get $i))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br $again)))

  (func (export "foreverFloats") (param $x f64)
    (loop $again
      (local.set $x (f64.add (local.get $x) (f64.const 1)))
      (br_if $again (f64.ge (local.get $x) (f64.const 0)))))

  (func (export "foreverCalling")
    (loop $again
      (drop (call $straight (i32.const 1)))
      (br $again)))

  (func (export "foreverNested")
    (local $i i32)
    (loop $outer
      (local.set $i (i32.const 10))
      (loop $inner
        (local.set $i (i32.sub (local.get $i) (i32.const 1)))
        (br_if $inner (local.get $i)))
      (br $outer)))

  (func $foreverRecursing (export "foreverRecursing") (param $n i32)
    (if (local.get $n)
      (then
        (call $foreverRecursing (i32.sub (local.get $n) (i32.const 1)))
        (call $foreverRecursing (i32.sub (local.get $n) (i32.const 1))))))

  (func (export "callHost") (param i32) (result i32)
    (call $host (local.get 0)))
)
