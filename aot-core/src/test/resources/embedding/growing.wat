;; Grows its memory and asks what is where.
(module $growing
  (memory (export "memory") 1 12)
  (data $bytes "bytes")
  (func (export "size") (result i32) (memory.size))
  (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0)))
  (func (export "load8") (param i32) (result i32) (i32.load8_u (local.get 0)))
  (func (export "load") (param i32) (result i32) (i32.load (local.get 0)))
  (func (export "store") (param i32 i32) (i32.store (local.get 0) (local.get 1)))
  (func (export "fill") (param i32 i32 i32)
    (memory.fill (local.get 0) (local.get 1) (local.get 2)))
  (func (export "copy") (param i32 i32 i32)
    (memory.copy (local.get 0) (local.get 1) (local.get 2)))
  (func (export "init") (param i32 i32 i32)
    (memory.init $bytes (local.get 0) (local.get 1) (local.get 2)))
  ;; Grows by one page until that fails. Writes into the last word of each new page, and into the
  ;; word behind it.
  (func (export "grow_writing")
    (local $end i32)
    (loop $next
      (if (i32.ge_s (memory.grow (i32.const 1)) (i32.const 0))
        (then
          (local.set $end (i32.mul (memory.size) (i32.const 65536)))
          (i32.store (i32.sub (local.get $end) (i32.const 4)) (local.get $end))
          (i32.store (local.get $end) (i32.const -1))
          (br $next))))))
