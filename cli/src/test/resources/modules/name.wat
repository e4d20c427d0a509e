;; Prints its own name, the first argument, on a line.
(module
  (import "wasi_snapshot_preview1" "args_sizes_get" (func $args_sizes_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "args_get" (func $args_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (memory (export "memory") 1)

  (func (export "_start")
    (local $end i32)
    (drop (call $args_sizes_get (i32.const 4) (i32.const 8)))
    (drop (call $args_get (i32.const 100) (i32.const 1000)))
    (local.set $end (i32.const 1000))
    (block $found
      (loop $next
        (br_if $found (i32.eqz (i32.load8_u (local.get $end))))
        (local.set $end (i32.add (local.get $end) (i32.const 1)))
        (br $next)))
    (i32.store8 (local.get $end) (i32.const 10))
    (i32.store (i32.const 16) (i32.const 1000))
    (i32.store (i32.const 20) (i32.sub (local.get $end) (i32.const 999)))
    (drop (call $fd_write (i32.const 1) (i32.const 16) (i32.const 1) (i32.const 24)))))
