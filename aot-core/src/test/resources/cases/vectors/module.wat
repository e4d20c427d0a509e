;; Vectors in every place where a value can be, each in the lanes of the operations on it.
(module
  (type $mixed (func (param v128 f32 v128) (result v128)))
  (memory (export "memory") 1)
  (global $scale (mut v128) (v128.const f32x4 0.5 1 2 4))
  (table funcref (elem $mix))
  (data (i32.const 0) "\01\02\03\04\05\06\07\08\09\0a\0b\0c\0d\0e\0f\10\f1\f2\f3\f4\f5\f6\f7\f8")

  ;; floats: a parameter, a number and a global become one vector
  (func $mix (type $mixed)
    (f32x4.add
      (f32x4.mul (local.get 0) (f32x4.splat (local.get 1)))
      (f32x4.mul (local.get 2) (global.get $scale))))

  (func (export "mix") (param f32 i32) (result f32)
    (local $v v128)
    (local.set $v
      (call_indirect (type $mixed)
        (v128.const f32x4 1 2 3 4)
        (local.get 0)
        (f32x4.splat (f32.convert_i32_s (local.get 1)))
        (i32.const 0)))
    (global.set $scale (local.get $v))
    (f32.add
      (f32x4.extract_lane 1 (local.get $v))
      (f32x4.extract_lane 3 (global.get $scale))))

  ;; a sum of integers in a loop, four at a time
  (func (export "sum") (param $at i32) (param $end i32) (result i32)
    (local $sum v128)
    (loop $again
      (local.set $sum (i32x4.add (local.get $sum) (v128.load (local.get $at))))
      (local.set $at (i32.add (local.get $at) (i32.const 16)))
      (br_if $again (i32.lt_u (local.get $at) (local.get $end))))
    (local.set $sum
      (i32x4.add
        (local.get $sum)
        (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $sum) (local.get $sum))))
    (i32.add
      (i32x4.extract_lane 0 (local.get $sum))
      (i32x4.extract_lane 1 (local.get $sum))))

  ;; bytes: the position of the first one that is equal, or 16
  (func (export "find") (param $at i32) (param $byte i32) (result i32)
    (local $bits i32)
    (local.set $bits
      (i8x16.bitmask
        (i8x16.eq (v128.load (local.get $at)) (i8x16.splat (local.get $byte)))))
    (i32.ctz (i32.or (local.get $bits) (i32.const 0x10000))))

  ;; a comparison decides between floats
  (func (export "clamp") (param $x f32) (param $most f32) (result i32)
    (local $v v128)
    (local $bound v128)
    (local.set $v (f32x4.replace_lane 2 (f32x4.splat (local.get $x)) (f32.const -1)))
    (local.set $bound (f32x4.splat (local.get $most)))
    (i32x4.bitmask
      (v128.bitselect
        (local.get $bound)
        (local.get $v)
        (f32x4.gt (local.get $v) (local.get $bound)))))

  ;; a store that traps has written nothing
  (func (export "store") (param $at i32) (result i32)
    (v128.store (local.get $at) (v128.const i64x2 -1 -1))
    (i32.load8_u (local.get $at)))
  (func (export "byte") (param $at i32) (result i32) (i32.load8_u (local.get $at)))

  ;; results of a block, a choice, a lane loaded and one stored
  (func (export "choose") (param $first i32) (param $at i32) (result i64)
    (local $v v128)
    (local.set $v
      (if (result v128) (local.get $first)
        (then (v128.load8x8_u (local.get $at)))
        (else (v128.load64_splat (local.get $at)))))
    (local.set $v
      (select
        (v128.not (local.get $v))
        (v128.load16_lane 1 (local.get $at) (local.get $v))
        (i32.eqz (local.get $at))))
    (v128.store32_lane 1 (i32.const 64) (local.get $v))
    (i64.add (i64x2.extract_lane 1 (local.get $v)) (i64.load (i32.const 64)))))
