;; Multi-way branches: forward, backward, with a value, and with a default that traps.
(module
  (func $select (export "select") (param $i i32) (result i32)
    (block $default
      (block $two
        (block $one
          (block $zero
            (br_table $zero $one $two $one $default (local.get $i)))
          (return (i32.const 100)))
        (return (i32.const 101)))
      (return (i32.const 102)))
    (unreachable))
  (func $value (export "value") (param $i i32) (result i32)
    (block $outer (result i32)
      (block $inner (result i32)
        (i32.const 10)
        (br_table $inner $outer (local.get $i)))
      (i32.add (i32.const 1))))
  (func $machine (export "machine") (param $state i32) (result i32)
    (local $steps i32)
    (loop $again
      (local.set $steps (i32.add (local.get $steps) (i32.const 1)))
      (block $stop
        (block $b
          (block $a
            (br_table $a $b $stop (local.get $state)))
          (local.set $state (i32.const 1))
          (br $again))
        (local.set $state (i32.const 2))
        (br $again)))
    (local.get $steps))
  (func $only-default (export "only-default") (param $i i32) (result i32)
    (block $b (br_table $b (local.get $i)))
    (i32.const 3)))
