;; Calls of WASI in a loop, as programs make them.
(module
  (import "wasi_snapshot_preview1" "fd_write"
    (func $fd_write (param i32 i32 i32 i32) (result i32)))

  (memory (export "memory") 1)
  (data (i32.const 1024) "sixteen bytes..\0a")

  ;; Writes 16 bytes to the standard output $n times; returns the first error number that is not 0.
  (func (export "write16") (param $n i32) (result i32)
    (local $i i32) (local $errno i32)
    ;; One vector at 0: address and length.
    (i32.store (i32.const 0) (i32.const 1024))
    (i32.store (i32.const 4) (i32.const 16))
    (loop $next
      (local.set $errno
        (call $fd_write (i32.const 1) (i32.const 0) (i32.const 1) (i32.const 8)))
      (if (local.get $errno) (then (return (local.get $errno))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $i) (local.get $n))))
    (local.get $errno))
)
