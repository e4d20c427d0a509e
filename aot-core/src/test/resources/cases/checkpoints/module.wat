;; A loop that calls nothing has its fuel in a local; one that calls uses the instance's.
(module
  (func $sum (export "sum") (param $n i32) (result i32)
    (local $sum i32)
    (loop $again
      (local.set $sum (i32.add (local.get $sum) (local.get $n)))
      (if (i32.gt_s (local.get $sum) (i32.const 1000)) (then (return (i32.const -1))))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n)))
    (local.get $sum))
  (func $sums (export "sums") (param $n i32) (result i32)
    (local $sums i32)
    (loop $again
      (local.set $sums (i32.add (local.get $sums) (call $sum (local.get $n))))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br_if $again (local.get $n)))
    (local.get $sums)))
