;; wasm-as --all-features --disable-compact-imports: has the structure of point.wat and one more.
(module
  (type $point (struct (field $x i32) (field $y i32)))
  (type $line (struct (field $from (ref $point)) (field $to (ref $point))))
  (func (export "line") (param $from (ref $point)) (param $to (ref $point)) (result (ref $line))
    (struct.new $line (local.get $from) (local.get $to))))
