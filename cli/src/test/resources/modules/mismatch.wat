;; Invalid: an f32 where an i32 is expected.
(module
  (func $mismatch (result i32)
    (i32.add (i32.const 1) (f32.const 2))))
