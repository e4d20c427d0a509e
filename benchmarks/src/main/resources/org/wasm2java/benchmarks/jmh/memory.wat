;; Shapes of memory access, in loops that end as compilers write it. Each kernel makes $n steps, up to
;; 16384, and returns a checksum.
(module
  ;; 0 to 2 MiB: 32-bit numbers; from 2 MiB: 32768 doubles; from 3 MiB: what the kernels write.
  (memory (export "memory") 64)

  ;; Each 32-bit number is its own address, scrambled; each double is half its number.
  (func (export "init") (local $a i32)
    (loop $next
      (i32.store (local.get $a) (i32.mul (local.get $a) (i32.const 0x2545F491)))
      (local.set $a (i32.add (local.get $a) (i32.const 4)))
      (br_if $next (i32.lt_u (local.get $a) (i32.const 0x200000))))
    (local.set $a (i32.const 0))
    (loop $next
      (f64.store offset=0x200000
        (local.get $a)
        (f64.div (f64.convert_i32_u (local.get $a)) (f64.const 16)))
      (local.set $a (i32.add (local.get $a) (i32.const 8)))
      (br_if $next (i32.lt_u (local.get $a) (i32.const 0x40000)))))

  ;; All bits of a sum of floating point numbers.
  (func $fold (param $sum f64) (result i32)
    (i32.xor
      (i32.wrap_i64 (i64.reinterpret_f64 (local.get $sum)))
      (i32.wrap_i64 (i64.shr_u (i64.reinterpret_f64 (local.get $sum)) (i64.const 32)))))

  ;; Bytes in order.
  (func (export "load8") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (loop $next
      (local.set $sum (i32.add (local.get $sum) (i32.load8_u (local.get $i))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; Signed 16-bit numbers in order.
  (func (export "load16") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (loop $next
      (local.set $sum
        (i32.add (local.get $sum) (i32.load16_s (i32.shl (local.get $i) (i32.const 1)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; 32-bit numbers in order.
  (func (export "load32") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (loop $next
      (local.set $sum
        (i32.add (local.get $sum) (i32.load (i32.shl (local.get $i) (i32.const 2)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; 32-bit numbers in order, in a loop that ends with an unsigned comparison.
  (func (export "load32Unsigned") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (loop $next
      (local.set $sum
        (i32.add (local.get $sum) (i32.load (i32.shl (local.get $i) (i32.const 2)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; 64-bit numbers in order.
  (func (export "load64") (param $n i32) (result i32)
    (local $i i32) (local $sum i64)
    (loop $next
      (local.set $sum
        (i64.add (local.get $sum) (i64.load (i32.shl (local.get $i) (i32.const 3)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (i32.wrap_i64 (i64.xor (local.get $sum) (i64.shr_u (local.get $sum) (i64.const 32)))))

  ;; Doubles in order.
  (func (export "loadF64") (param $n i32) (result i32)
    (local $i i32) (local $sum f64)
    (loop $next
      (local.set $sum
        (f64.add
          (local.get $sum)
          (f64.load offset=0x200000 (i32.shl (local.get $i) (i32.const 3)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (call $fold (local.get $sum)))

  ;; 32-bit numbers in order, behind a constant offset.
  (func (export "load32Offset") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (loop $next
      (local.set $sum
        (i32.add
          (local.get $sum)
          (i32.load offset=0x100000 (i32.shl (local.get $i) (i32.const 2)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; 32-bit numbers in order, each one byte off.
  (func (export "load32Unaligned") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (loop $next
      (local.set $sum
        (i32.add (local.get $sum) (i32.load offset=1 (i32.shl (local.get $i) (i32.const 2)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; One 32-bit number of every 64 bytes.
  (func (export "load32Stride") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (loop $next
      (local.set $sum
        (i32.add (local.get $sum) (i32.load (i32.shl (local.get $i) (i32.const 6)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; 32-bit numbers anywhere in 2 MiB; the next address does not depend on them.
  (func (export "load32Random") (param $n i32) (result i32)
    (local $i i32) (local $sum i32)
    (loop $next
      (local.set $sum
        (i32.add
          (local.get $sum)
          (i32.load
            (i32.and (i32.mul (local.get $i) (i32.const 0x9E3779B1)) (i32.const 0x1FFFFC)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; 32-bit numbers, each of which says where the next one is.
  (func (export "chase32") (param $n i32) (result i32)
    (local $i i32) (local $a i32)
    (loop $next
      (local.set $a
        (i32.load
          (i32.and
            (i32.add (local.get $a) (i32.shl (local.get $i) (i32.const 2)))
            (i32.const 0x1FFFFC))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $a))

  ;; Bytes in order.
  (func (export "store8") (param $n i32) (result i32)
    (local $i i32)
    (loop $next
      (i32.store8 offset=0x300000 (local.get $i) (local.get $i))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (i32.load offset=0x300000 (i32.const 8)))

  ;; 32-bit numbers in order.
  (func (export "store32") (param $n i32) (result i32)
    (local $i i32)
    (loop $next
      (i32.store offset=0x300000 (i32.shl (local.get $i) (i32.const 2)) (local.get $i))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (i32.load offset=0x300000 (i32.const 8)))

  ;; 64-bit numbers in order.
  (func (export "store64") (param $n i32) (result i32)
    (local $i i32)
    (loop $next
      (i64.store offset=0x300000
        (i32.shl (local.get $i) (i32.const 3))
        (i64.extend_i32_u (local.get $i)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (i32.load offset=0x300000 (i32.const 8)))

  ;; Copies 32-bit numbers one by one.
  (func (export "copyLoop32") (param $n i32) (result i32)
    (local $i i32)
    (loop $next
      (i32.store offset=0x300000
        (i32.shl (local.get $i) (i32.const 2))
        (i32.load (i32.shl (local.get $i) (i32.const 2))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (i32.load offset=0x300000 (i32.const 8)))

  ;; Adds two arrays of doubles into a third.
  (func (export "addF64") (param $n i32) (result i32)
    (local $i i32)
    (loop $next
      (f64.store offset=0x300000
        (i32.shl (local.get $i) (i32.const 3))
        (f64.add
          (f64.load offset=0x200000 (i32.shl (local.get $i) (i32.const 3)))
          (f64.load offset=0x210000 (i32.shl (local.get $i) (i32.const 3)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (i32.load offset=0x300000 (i32.const 12)))

  ;; memory.copy of 16 bytes.
  (func (export "copy16") (param $n i32) (result i32)
    (local $i i32)
    (loop $next
      (memory.copy
        (i32.add
          (i32.const 0x300000)
          (i32.shl (i32.and (local.get $i) (i32.const 127)) (i32.const 12)))
        (i32.shl (i32.and (local.get $i) (i32.const 63)) (i32.const 12))
        (i32.const 16))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (i32.load offset=0x300000 (i32.const 8)))

  ;; memory.fill of 16 bytes.
  (func (export "fill16") (param $n i32) (result i32)
    (local $i i32)
    (loop $next
      (memory.fill
        (i32.add
          (i32.const 0x300000)
          (i32.shl (i32.and (local.get $i) (i32.const 127)) (i32.const 12)))
        (local.get $i)
        (i32.const 16))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (i32.load offset=0x300000 (i32.const 8)))

  ;; memory.copy of 256 bytes.
  (func (export "copy256") (param $n i32) (result i32)
    (local $i i32)
    (loop $next
      (memory.copy
        (i32.add
          (i32.const 0x300000)
          (i32.shl (i32.and (local.get $i) (i32.const 127)) (i32.const 12)))
        (i32.shl (i32.and (local.get $i) (i32.const 63)) (i32.const 12))
        (i32.const 256))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (i32.load offset=0x300000 (i32.const 8)))

  ;; memory.fill of 256 bytes.
  (func (export "fill256") (param $n i32) (result i32)
    (local $i i32)
    (loop $next
      (memory.fill
        (i32.add
          (i32.const 0x300000)
          (i32.shl (i32.and (local.get $i) (i32.const 127)) (i32.const 12)))
        (local.get $i)
        (i32.const 256))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (i32.load offset=0x300000 (i32.const 8)))

  ;; memory.copy of 4096 bytes.
  (func (export "copy4096") (param $n i32) (result i32)
    (local $i i32)
    (loop $next
      (memory.copy
        (i32.add
          (i32.const 0x300000)
          (i32.shl (i32.and (local.get $i) (i32.const 127)) (i32.const 12)))
        (i32.shl (i32.and (local.get $i) (i32.const 63)) (i32.const 12))
        (i32.const 4096))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (i32.load offset=0x300000 (i32.const 8)))

  ;; memory.fill of 4096 bytes.
  (func (export "fill4096") (param $n i32) (result i32)
    (local $i i32)
    (loop $next
      (memory.fill
        (i32.add
          (i32.const 0x300000)
          (i32.shl (i32.and (local.get $i) (i32.const 127)) (i32.const 12)))
        (local.get $i)
        (i32.const 4096))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (i32.load offset=0x300000 (i32.const 8)))
)
