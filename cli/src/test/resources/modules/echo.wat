;; Prints its arguments from the second on, its variables and its first folder, each on a line, then exits
;; with the number of its arguments.
(module
  (import "wasi_snapshot_preview1" "args_sizes_get" (func $args_sizes_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "args_get" (func $args_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "environ_sizes_get" (func $environ_sizes_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "environ_get" (func $environ_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_prestat_dir_name" (func $fd_prestat_dir_name (param i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_prestat_get" (func $fd_prestat_get (param i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "fd_write" (func $fd_write (param i32 i32 i32 i32) (result i32)))
  (import "wasi_snapshot_preview1" "proc_exit" (func $proc_exit (param i32)))
  (memory (export "memory") 1)
  (data (i32.const 0) "\n")

  (func $write (param $address i32) (param $length i32)
    (i32.store (i32.const 16) (local.get $address))
    (i32.store (i32.const 20) (local.get $length))
    (drop (call $fd_write (i32.const 1) (i32.const 16) (i32.const 1) (i32.const 24))))

  (func $print_line (param $address i32)
    (local $end i32)
    (local.set $end (local.get $address))
    (block $found
      (loop $next
        (br_if $found (i32.eqz (i32.load8_u (local.get $end))))
        (local.set $end (i32.add (local.get $end) (i32.const 1)))
        (br $next)))
    (call $write (local.get $address) (i32.sub (local.get $end) (local.get $address)))
    (call $write (i32.const 0) (i32.const 1)))

  ;; Prints the strings whose addresses are at $list, from $first to $count - 1.
  (func $print_all (param $list i32) (param $first i32) (param $count i32)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $first) (local.get $count)))
        (call $print_line
          (i32.load (i32.add (local.get $list) (i32.shl (local.get $first) (i32.const 2)))))
        (local.set $first (i32.add (local.get $first) (i32.const 1)))
        (br $next))))

  ;; Prints the guest path of the first folder, if there is one; 3 is the first file descriptor after stdio.
  (func $print_folder
    (if (i32.eqz (call $fd_prestat_get (i32.const 3) (i32.const 32)))
      (then
        (drop (call $fd_prestat_dir_name (i32.const 3) (i32.const 30000) (i32.load (i32.const 36))))
        (call $print_line (i32.const 30000)))))

  (func (export "_start")
    (drop (call $args_sizes_get (i32.const 4) (i32.const 8)))
    (drop (call $args_get (i32.const 100) (i32.const 1000)))
    (call $print_all (i32.const 100) (i32.const 1) (i32.load (i32.const 4)))
    (drop (call $environ_sizes_get (i32.const 12) (i32.const 8)))
    (drop (call $environ_get (i32.const 10000) (i32.const 20000)))
    (call $print_all (i32.const 10000) (i32.const 0) (i32.load (i32.const 12)))
    (call $print_folder)
    (call $proc_exit (i32.load (i32.const 4)))))
