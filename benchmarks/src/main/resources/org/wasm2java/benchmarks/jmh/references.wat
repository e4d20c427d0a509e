;; wasm-as: the same calls through references, which are in an array, and through a table, by how many targets
;; one call has. Each kernel makes $n calls.
(module
  (type $step (func (param i32) (result i32)))
  (type $steps (array (ref $step)))
  (table $table 8 8 funcref)
  (elem (table $table) (i32.const 0) func $f0 $f1 $f2 $f3 $f4 $f5 $f6 $f7)
  (global $steps (ref $steps)
    (array.new_fixed $steps 8
      (ref.func $f0) (ref.func $f1) (ref.func $f2) (ref.func $f3)
      (ref.func $f4) (ref.func $f5) (ref.func $f6) (ref.func $f7)))

  (func $f0 (type $step) (i32.add (local.get 0) (i32.const 3)))
  (func $f1 (type $step) (i32.xor (local.get 0) (i32.const 5)))
  (func $f2 (type $step) (i32.mul (local.get 0) (i32.const 7)))
  (func $f3 (type $step) (i32.rotl (local.get 0) (i32.const 9)))
  (func $f4 (type $step) (i32.add (local.get 0) (i32.const 11)))
  (func $f5 (type $step) (i32.xor (local.get 0) (i32.const 13)))
  (func $f6 (type $step) (i32.mul (local.get 0) (i32.const 15)))
  (func $f7 (type $step) (i32.rotl (local.get 0) (i32.const 17)))

  ;; One target, through a reference.
  (func (export "referencesOne") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (local.set $sum (local.get $n))
    (loop $next
      (local.set $sum
        (call_ref $step
          (local.get $sum)
          (array.get $steps
            (global.get $steps)
            (i32.or (i32.and (local.get $i) (i32.const 0)) (i32.const 3)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; One target, through the table.
  (func (export "referencesTableOne") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (local.set $sum (local.get $n))
    (loop $next
      (local.set $sum
        (call_indirect $table
          (type $step)
          (local.get $sum)
          (i32.or (i32.and (local.get $i) (i32.const 0)) (i32.const 3))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; Two targets in turn, through a reference.
  (func (export "referencesTwo") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (local.set $sum (local.get $n))
    (loop $next
      (local.set $sum
        (call_ref $step
          (local.get $sum)
          (array.get $steps
            (global.get $steps)
            (i32.or (i32.and (local.get $i) (i32.const 1)) (i32.const 2)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; Two targets in turn, through the table.
  (func (export "referencesTableTwo") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (local.set $sum (local.get $n))
    (loop $next
      (local.set $sum
        (call_indirect $table
          (type $step)
          (local.get $sum)
          (i32.or (i32.and (local.get $i) (i32.const 1)) (i32.const 2))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; Three targets in turn, through a reference.
  (func (export "referencesThree") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (local.set $sum (local.get $n))
    (loop $next
      (local.set $sum
        (call_ref $step
          (local.get $sum)
          (array.get $steps
            (global.get $steps)
            (i32.rem_u (local.get $i) (i32.const 3)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; Three targets in turn, through the table.
  (func (export "referencesTableThree") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (local.set $sum (local.get $n))
    (loop $next
      (local.set $sum
        (call_indirect $table
          (type $step)
          (local.get $sum)
          (i32.rem_u (local.get $i) (i32.const 3))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; Eight targets in turn, through a reference.
  (func (export "referencesEight") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (local.set $sum (local.get $n))
    (loop $next
      (local.set $sum
        (call_ref $step
          (local.get $sum)
          (array.get $steps
            (global.get $steps)
            (i32.rem_u (local.get $i) (i32.const 8)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; Eight targets in turn, through the table.
  (func (export "referencesTableEight") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (local.set $sum (local.get $n))
    (loop $next
      (local.set $sum
        (call_indirect $table
          (type $step)
          (local.get $sum)
          (i32.rem_u (local.get $i) (i32.const 8))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; Eight targets in no order, through a reference.
  (func (export "referencesEightRandom") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (local.set $sum (local.get $n))
    (loop $next
      (local.set $sum
        (call_ref $step
          (local.get $sum)
          (array.get $steps
            (global.get $steps)
            (i32.rem_u
              (i32.shr_u
                (i32.mul
                  (i32.xor
                    (i32.mul (local.get $i) (i32.const 0x9E3779B1))
                    (i32.shr_u (i32.mul (local.get $i) (i32.const 0x9E3779B1)) (i32.const 15)))
                  (i32.const 0x85EBCA77))
                (i32.const 8))
              (i32.const 8)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; Eight targets in no order, through the table.
  (func (export "referencesTableEightRandom") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (local.set $sum (local.get $n))
    (loop $next
      (local.set $sum
        (call_indirect $table
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

  ;; One target, through a global that holds the reference.
  (global $one (mut (ref null $step)) (ref.func $f3))
  (func (export "write") (param $n i32)
    (global.set $one (array.get $steps (global.get $steps) (local.get $n))))
  (func (export "referencesGlobal") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (local.set $sum (local.get $n))
    (loop $next
      (local.set $sum (call_ref $step (local.get $sum) (global.get $one)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum)))
