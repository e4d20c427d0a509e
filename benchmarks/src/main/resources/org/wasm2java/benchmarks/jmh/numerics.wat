;; Instructions that Java has no operator for, or whose operator differs. Each kernel makes $n steps
;; on scrambled numbers and returns a checksum.
(module
  ;; All bits of a sum of floating point numbers.
  (func $fold (param $sum f64) (result i32)
    (i32.xor
      (i32.wrap_i64 (i64.reinterpret_f64 (local.get $sum)))
      (i32.wrap_i64 (i64.shr_u (i64.reinterpret_f64 (local.get $sum)) (i64.const 32)))))

  ;; i32.div_s by a number that varies.
  (func (export "divS") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (loop $next
      (local.set $sum
        (i32.add
          (local.get $sum)
          (i32.div_s
            (i32.mul (local.get $i) (i32.const 0x9E3779B1))
            (i32.or (i32.and (local.get $i) (i32.const 1023)) (i32.const 1)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; i32.div_u by a number that varies.
  (func (export "divU") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (loop $next
      (local.set $sum
        (i32.add
          (local.get $sum)
          (i32.div_u
            (i32.mul (local.get $i) (i32.const 0x9E3779B1))
            (i32.or (i32.and (local.get $i) (i32.const 1023)) (i32.const 1)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; i32.div_u by ten.
  (func (export "divUConstant") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (loop $next
      (local.set $sum
        (i32.add
          (local.get $sum)
          (i32.div_u (i32.mul (local.get $i) (i32.const 0x9E3779B1)) (i32.const 10))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; i32.rem_u by a number that varies.
  (func (export "remU") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (loop $next
      (local.set $sum
        (i32.add
          (local.get $sum)
          (i32.rem_u
            (i32.mul (local.get $i) (i32.const 0x9E3779B1))
            (i32.or (i32.and (local.get $i) (i32.const 1023)) (i32.const 1)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; i64.div_s by a number that varies.
  (func (export "divS64") (param $n i32) (result i32)
    (local $i i32) (local $sum i64)
    (loop $next
      (local.set $sum
        (i64.add
          (local.get $sum)
          (i64.div_s
            (i64.mul (i64.extend_i32_u (local.get $i)) (i64.const 0x9E3779B97F4A7C15))
            (i64.extend_i32_u (i32.or (i32.and (local.get $i) (i32.const 1023)) (i32.const 1))))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (i32.wrap_i64 (i64.xor (local.get $sum) (i64.shr_u (local.get $sum) (i64.const 32)))))

  ;; i64.div_u by a number that varies.
  (func (export "divU64") (param $n i32) (result i32)
    (local $i i32) (local $sum i64)
    (loop $next
      (local.set $sum
        (i64.add
          (local.get $sum)
          (i64.div_u
            (i64.mul (i64.extend_i32_u (local.get $i)) (i64.const 0x9E3779B97F4A7C15))
            (i64.extend_i32_u (i32.or (i32.and (local.get $i) (i32.const 1023)) (i32.const 1))))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (i32.wrap_i64 (i64.xor (local.get $sum) (i64.shr_u (local.get $sum) (i64.const 32)))))

  ;; i64.rem_u by a number that varies.
  (func (export "remU64") (param $n i32) (result i32)
    (local $i i32) (local $sum i64)
    (loop $next
      (local.set $sum
        (i64.add
          (local.get $sum)
          (i64.rem_u
            (i64.mul (i64.extend_i32_u (local.get $i)) (i64.const 0x9E3779B97F4A7C15))
            (i64.extend_i32_u (i32.or (i32.and (local.get $i) (i32.const 1023)) (i32.const 1))))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (i32.wrap_i64 (i64.xor (local.get $sum) (i64.shr_u (local.get $sum) (i64.const 32)))))

  ;; i32.lt_u.
  (func (export "ltU") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (loop $next
      (local.set $sum
        (i32.add
          (local.get $sum)
          (i32.lt_u (i32.mul (local.get $i) (i32.const 0x9E3779B1)) (i32.const 0x9ABCDEF0))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; i64.lt_u.
  (func (export "ltU64") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (loop $next
      (local.set $sum
        (i32.add
          (local.get $sum)
          (i64.lt_u
            (i64.mul (i64.extend_i32_u (local.get $i)) (i64.const 0x9E3779B97F4A7C15))
            (i64.const 0x9ABCDEF012345678))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; i32.rotl by a number that varies.
  (func (export "rotl") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (loop $next
      (local.set $sum
        (i32.add
          (local.get $sum)
          (i32.rotl (i32.mul (local.get $i) (i32.const 0x9E3779B1)) (local.get $i))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; i32.clz, i32.ctz and i32.popcnt.
  (func (export "bits") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (loop $next
      (local.set $sum
        (i32.add
          (local.get $sum)
          (i32.add
            (i32.clz (i32.mul (local.get $i) (i32.const 0x9E3779B1)))
            (i32.add
              (i32.ctz (i32.mul (local.get $i) (i32.const 0x9E3779B1)))
              (i32.popcnt (i32.mul (local.get $i) (i32.const 0x9E3779B1)))))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; i32.trunc_f64_s, which traps outside the range.
  (func (export "truncS") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (loop $next
      (local.set $sum
        (i32.add
          (local.get $sum)
          (i32.trunc_f64_s
            (f64.mul
              (f64.convert_i32_s (i32.mul (local.get $i) (i32.const 0x9E3779B1)))
              (f64.const 0.001)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; i32.trunc_f64_u, which traps outside the range.
  (func (export "truncU") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (loop $next
      (local.set $sum
        (i32.add
          (local.get $sum)
          (i32.trunc_f64_u
            (f64.abs
              (f64.mul
                (f64.convert_i32_s (i32.mul (local.get $i) (i32.const 0x9E3779B1)))
                (f64.const 0.001))))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; i64.trunc_f64_u, which traps outside the range.
  (func (export "truncU64") (param $n i32) (result i32)
    (local $i i32) (local $sum i64)
    (loop $next
      (local.set $sum
        (i64.add
          (local.get $sum)
          (i64.trunc_f64_u
            (f64.abs
              (f64.mul
                (f64.convert_i32_s (i32.mul (local.get $i) (i32.const 0x9E3779B1)))
                (f64.const 0.001))))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (i32.wrap_i64 (i64.xor (local.get $sum) (i64.shr_u (local.get $sum) (i64.const 32)))))

  ;; i32.trunc_sat_f64_s.
  (func (export "truncSatS") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (loop $next
      (local.set $sum
        (i32.add
          (local.get $sum)
          (i32.trunc_sat_f64_s
            (f64.mul
              (f64.convert_i32_s (i32.mul (local.get $i) (i32.const 0x9E3779B1)))
              (f64.const 0.001)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; i64.trunc_sat_f64_u.
  (func (export "truncSatU64") (param $n i32) (result i32)
    (local $i i32) (local $sum i64)
    (loop $next
      (local.set $sum
        (i64.add
          (local.get $sum)
          (i64.trunc_sat_f64_u
            (f64.mul
              (f64.convert_i32_s (i32.mul (local.get $i) (i32.const 0x9E3779B1)))
              (f64.const 0.001)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (i32.wrap_i64 (i64.xor (local.get $sum) (i64.shr_u (local.get $sum) (i64.const 32)))))

  ;; f64.convert_i32_s.
  (func (export "convertS") (param $n i32) (result i32)
    (local $i i32) (local $sum f64)
    (loop $next
      (local.set $sum
        (f64.add
          (local.get $sum)
          (f64.convert_i32_s (i32.mul (local.get $i) (i32.const 0x9E3779B1)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (call $fold (local.get $sum)))

  ;; f64.convert_i32_u.
  (func (export "convertU") (param $n i32) (result i32)
    (local $i i32) (local $sum f64)
    (loop $next
      (local.set $sum
        (f64.add
          (local.get $sum)
          (f64.convert_i32_u (i32.mul (local.get $i) (i32.const 0x9E3779B1)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (call $fold (local.get $sum)))

  ;; f64.convert_i64_u.
  (func (export "convertU64") (param $n i32) (result i32)
    (local $i i32) (local $sum f64)
    (loop $next
      (local.set $sum
        (f64.add
          (local.get $sum)
          (f64.convert_i64_u
            (i64.mul (i64.extend_i32_u (local.get $i)) (i64.const 0x9E3779B97F4A7C15)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (call $fold (local.get $sum)))

  ;; f32.convert_i64_u.
  (func (export "convertF32U64") (param $n i32) (result i32)
    (local $i i32) (local $sum f64)
    (loop $next
      (local.set $sum
        (f64.add
          (local.get $sum)
          (f64.promote_f32
            (f32.convert_i64_u
              (i64.mul (i64.extend_i32_u (local.get $i)) (i64.const 0x9E3779B97F4A7C15))))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (call $fold (local.get $sum)))

  ;; f64.min.
  (func (export "minF64") (param $n i32) (result i32)
    (local $i i32) (local $sum f64)
    (loop $next
      (local.set $sum
        (f64.add
          (local.get $sum)
          (f64.min
            (f64.mul
              (f64.convert_i32_s (i32.mul (local.get $i) (i32.const 0x9E3779B1)))
              (f64.const 0.001))
            (f64.const 1000))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (call $fold (local.get $sum)))

  ;; f32.max.
  (func (export "maxF32") (param $n i32) (result i32)
    (local $i i32) (local $sum f64)
    (loop $next
      (local.set $sum
        (f64.add
          (local.get $sum)
          (f64.promote_f32
            (f32.max
              (f32.mul
                (f32.convert_i32_s (i32.mul (local.get $i) (i32.const 0x9E3779B1)))
                (f32.const 0.001))
              (f32.const 1000)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (call $fold (local.get $sum)))

  ;; f64.floor.
  (func (export "floorF64") (param $n i32) (result i32)
    (local $i i32) (local $sum f64)
    (loop $next
      (local.set $sum
        (f64.add
          (local.get $sum)
          (f64.floor
            (f64.mul
              (f64.convert_i32_s (i32.mul (local.get $i) (i32.const 0x9E3779B1)))
              (f64.const 0.001)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (call $fold (local.get $sum)))

  ;; f64.trunc.
  (func (export "truncF64") (param $n i32) (result i32)
    (local $i i32) (local $sum f64)
    (loop $next
      (local.set $sum
        (f64.add
          (local.get $sum)
          (f64.trunc
            (f64.mul
              (f64.convert_i32_s (i32.mul (local.get $i) (i32.const 0x9E3779B1)))
              (f64.const 0.001)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (call $fold (local.get $sum)))

  ;; f64.nearest.
  (func (export "nearestF64") (param $n i32) (result i32)
    (local $i i32) (local $sum f64)
    (loop $next
      (local.set $sum
        (f64.add
          (local.get $sum)
          (f64.nearest
            (f64.mul
              (f64.convert_i32_s (i32.mul (local.get $i) (i32.const 0x9E3779B1)))
              (f64.const 0.001)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (call $fold (local.get $sum)))

  ;; f64.copysign.
  (func (export "copysignF64") (param $n i32) (result i32)
    (local $i i32) (local $sum f64)
    (loop $next
      (local.set $sum
        (f64.add
          (local.get $sum)
          (f64.copysign
            (f64.const 1.5)
            (f64.mul
              (f64.convert_i32_s (i32.mul (local.get $i) (i32.const 0x9E3779B1)))
              (f64.const 0.001)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (call $fold (local.get $sum)))

  ;; f64.sqrt.
  (func (export "sqrtF64") (param $n i32) (result i32)
    (local $i i32) (local $sum f64)
    (loop $next
      (local.set $sum
        (f64.add
          (local.get $sum)
          (f64.sqrt
            (f64.abs
              (f64.mul
                (f64.convert_i32_s (i32.mul (local.get $i) (i32.const 0x9E3779B1)))
                (f64.const 0.001))))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (call $fold (local.get $sum)))
)
