;; wasm-as --all-features --disable-compact-imports: makes structures.
(module
  (type $point (struct (field $x i32) (field $y i32)))
  (func (export "point") (param $x i32) (param $y i32) (result (ref $point))
    (struct.new $point (local.get $x) (local.get $y))))
