;; A tail call out of a try block leaves the block: its handler sees nothing of the callee.
(module
  (tag $t (export "t") (param i32))
  (func $throws (param $x i32) (result i32) (throw $t (local.get $x)))
  (func $goes_on (param $x i32) (result i32)
    (return_call $throws (i32.add (local.get $x) (i32.const 1))))
  (func $leaves (export "leaves") (param $x i32) (result i32)
    (try (result i32)
      (do (return_call $goes_on (local.get $x)))
      (catch $t (drop) (i32.const -1))
      (catch_all (i32.const -2))))
  (func (export "caught") (param $x i32) (result i32)
    (try (result i32)
      (do (call $leaves (local.get $x)))
      (catch $t)))
  ;; the loop leaves the block each time; the last round throws in it
  (func $again (export "again") (param $n i32) (result i32)
    (try (result i32)
      (do
        (if (i32.eqz (local.get $n)) (then (throw $t (i32.const 5))))
        (return_call $again (i32.sub (local.get $n) (i32.const 1))))
      (catch $t))))
