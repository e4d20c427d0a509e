;; What calls.wat imports from another module.
(module
  (func (export "mix") (param $a i32) (param $b i32) (result i32)
    (i32.xor (i32.mul (local.get $a) (i32.const 31)) (local.get $b))))
