;; wasm-as --all-features --disable-compact-imports -g: makes structures and arrays that another module uses.
(module
  (type $shape (sub (struct (field $id i32))))
  (type $point (sub $shape (struct (field $id i32) (field $x (mut i32)))))
  (type $points (array (mut (ref null $point))))
  (global (export "origin") (ref $point) (struct.new $point (i32.const 1) (i32.const 10)))
  (func $make (export "make") (param $x i32) (result (ref $point))
    (struct.new $point (i32.const 2) (local.get $x)))
  (func (export "all") (result (ref $points))
    (array.new_fixed $points 2 (call $make (i32.const 20)) (ref.null $point)))
  (func (export "x") (param $shape (ref null $shape)) (result i32)
    (struct.get $point $x (ref.cast (ref $point) (local.get $shape)))))
