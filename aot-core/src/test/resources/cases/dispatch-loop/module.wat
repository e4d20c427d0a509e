;; An interpreter's loop whose cases are methods of their own. Programs are rows of i32 in memory.
(module
  (import "host" "trace" (func $trace (param i32) (result i32)))
  (memory 1 4)
  (data (i32.const 0) "\00\00\00\00\01\00\00\00\02\00\00\00\07\00\00\00")
  (data (i32.const 16) "\03\00\00\00\04\00\00\00\05\00\00\00\06\00\00\00")
  (data (i32.const 32) "\08\00\00\00\09\00\00\00\00\00\00\00\07\00\00\00")
  (data (i32.const 48) "\00\00\00\00\ff\ff\ff\ff\07\00\00\00")
  (data (i32.const 64) "\00\00\00\00\00\00\00\80\07\00\00\00")
  (data (i32.const 80) "\00\00\00\00\ff\ff\ff\7f\07\00\00\00")
  (data (i32.const 96) "\00\00\00\00\0b\00\00\00\07\00\00\00")
  (data (i32.const 112) "\01\00\00\00\0a\00\00\00\07\00\00\00")
  (func $run (export "run") (param $pc i32) (param $acc i32) (result i32)
    (local $x i32)
    (block $out
      (loop $loop
        (block $next
          (block $other
            (block $divide (block $grow (block $call (block $return (block $leave
              (block $twice (block $mul (block $sub (block $add (block $store
                (br_table $store $add $sub $mul $twice $twice $leave $return $call $grow $divide $other
                  (i32.load (local.get $pc)))
              ) ;; $store
                (i32.store offset=1024 (i32.and (local.get $acc) (i32.const 255)) (local.get $acc))
                (local.set $acc (i32.add (local.get $acc)
                  (i32.load8_u offset=1024 (i32.and (local.get $acc) (i32.const 255)))))
                (br $next)
              ) ;; $add
                (local.set $acc (i32.add (local.get $acc) (i32.const 1000)))
                (local.set $x (i32.xor (local.get $acc) (local.get $pc)))
                (br_if $out (i32.eq (local.get $x) (i32.const 77)))
                (br $next)
              ) ;; $sub
                (local.set $acc (i32.sub (local.get $acc) (i32.const 7)))
                (local.set $x (i32.add (local.get $x) (i32.mul (local.get $acc) (i32.const 5))))
                (br $next)
              ) ;; $mul falls through
                (local.set $acc (i32.mul (local.get $acc) (i32.const 3)))
                (local.set $x (i32.rotl (local.get $acc) (i32.const 5)))
              ) ;; $twice has two entries
                (local.set $acc (i32.shl (local.get $acc) (i32.const 1)))
                (local.set $x (i32.add (local.get $x) (i32.const 1)))
                (br $next)
              ) ;; $leave
                (local.set $x (i32.add (local.get $x) (i32.mul (local.get $acc) (i32.const 9))))
                (br_if $next (i32.gt_s (local.get $acc) (i32.const 100000)))
                (br $out)
              ) ;; $return
                (local.set $x (i32.xor (local.get $x) (i32.const 12345)))
                (br_if $next (i32.eq (local.get $acc) (i32.const -5)))
                (return (i32.add (local.get $acc) (i32.and (local.get $x) (i32.const 15))))
              ) ;; $call
                (local.set $acc (i32.add (local.get $acc) (call $trace (local.get $x))))
                (br $next)
              ) ;; $grow
                (local.set $x (memory.grow (i32.const 1)))
                (i32.store offset=4 (i32.mul (local.get $x) (i32.const 65536)) (local.get $acc))
                (local.set $acc (i32.load offset=4 (i32.mul (local.get $x) (i32.const 65536))))
                (br $next)
              ) ;; $divide
                (local.set $acc (i32.div_s (i32.const 1000000) (i32.sub (local.get $acc) (i32.const 1001))))
                (local.set $x (i32.add (local.get $x) (i32.const 3)))
                (br $next)
            ) ;; $other
              (local.set $acc (i32.xor (local.get $acc) (i32.const 0x5555)))
              (br $next)
        ) ;; $next
        (local.set $pc (i32.add (local.get $pc) (i32.const 4)))
        (br $loop)
      )
    )
    (i32.sub (local.get $acc) (local.get $x))
  )
)
