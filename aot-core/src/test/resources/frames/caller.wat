;; Has no name, nor have its functions; calls another module directly and by way of the host.
(module
  (import "math" "div_s" (func (param i32 i32) (result i32)))
  (import "env" "host" (func (param i32) (result i32)))
  (func (export "direct") (result i32) (call 0 (i32.const 1) (i32.const 0)))
  (func (result i32) (call 1 (i32.const 0)))
  (func (export "by host") (result i32) (call 3)))
