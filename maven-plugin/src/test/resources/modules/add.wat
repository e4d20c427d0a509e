(module
  (memory (export "memory") 1)
  (data (i32.const 8) "kept in a resource")
  (func $add (export "add") (param i32 i32) (result i32)
    (i32.add (local.get 0) (local.get 1))))
