;; What the functions of the cases call, read and write.
(module
  (import "host" "f" (func (param i32) (result i32)))
  (import "host" "g" (func))
  (import "host" "pair" (func (result i32 i64)))
  (global (mut i32) (i32.const 0))
  (global (mut i64) (i64.const 0))
  (memory 1)
  (func (param i32) (result i32) (local.get 0))
)
