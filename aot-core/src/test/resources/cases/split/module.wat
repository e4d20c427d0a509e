;; Cut into parts at a small limit: values that cross the cuts, and every way out of a part.
(module
  (memory 1)
  (func (export "f") (param $n i32) (param $x i64) (result i64)
    (local $i i32) (local $sum i64) (local $d f64)
    (block $out
      (loop $next
        (local.set $sum (i64.add (local.get $sum) (i64.mul (local.get $x) (i64.extend_i32_u (local.get $i)))))
        (local.set $d (f64.add (local.get $d) (f64.convert_i32_s (local.get $i))))
        (i64.store (i32.shl (local.get $i) (i32.const 3)) (local.get $sum))
        (if (i32.eq (local.get $i) (i32.const 13))
          (then (return (i64.sub (local.get $sum) (i64.const 1)))))
        (if (i64.gt_s (local.get $sum) (i64.const 100000))
          (then
            (local.set $sum (i64.rem_s (local.get $sum) (i64.const 1000)))
            (br_if $out (i64.eqz (i64.and (local.get $sum) (i64.const 1))))
            (local.set $i (i32.add (local.get $i) (i32.const 2)))
            (br $next)))
        (local.set $sum (i64.xor (local.get $sum) (i64.shl (local.get $x) (i64.const 3))))
        (local.set $x (i64.add (local.get $x) (i64.trunc_sat_f64_s (f64.sqrt (local.get $d)))))
        (local.set $sum (i64.add (local.get $sum) (i64.load (i32.shl (local.get $i) (i32.const 3)))))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br_if $next (i32.lt_u (local.get $i) (local.get $n)))))
    (i64.add (local.get $sum) (i64.trunc_sat_f64_s (local.get $d)))))
