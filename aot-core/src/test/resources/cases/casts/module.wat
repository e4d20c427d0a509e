;; wasm-as --all-features --disable-compact-imports -g: casts of references whose Java class is known better than their type.
(module $casts
  (type $point (struct (field $x i32)))
  (type $bytes (array i8))
  (func (export "small") (param $n i32) (result i32)
    (ref.test (ref $bytes) (any.convert_extern (extern.convert_any (ref.i31 (local.get $n))))))
  (func (export "object") (param $n i32) (result i32)
    (array.get_u $bytes
      (ref.cast (ref null $bytes) (any.convert_extern (extern.convert_any (struct.new $point (local.get $n)))))
      (i32.const 0)))
  (func (export "either") (param $n i32) (result i32)
    (ref.test (ref $bytes)
      (select (result anyref)
        (any.convert_extern (extern.convert_any (struct.new $point (i32.const 1))))
        (any.convert_extern (extern.convert_any (ref.i31 (i32.const 2))))
        (local.get $n))))
  (func (export "same") (param $n i32) (result i32)
    (struct.get $point $x
      (ref.cast (ref $point) (any.convert_extern (extern.convert_any (struct.new $point (local.get $n))))))))
