;; Imports the other module's functions, memory and global through the store.
(module $user
  (import "guest" "direct" (func $direct (param i32) (result i32)))
  (import "guest" "divide" (func $divide (param i32 i32) (result i32)))
  (import "guest" "memory" (memory 1 4))
  (import "guest" "calls" (global $calls (mut i32)))
  (import "guest" "table" (table 3 funcref))
  (type $callback (func (param i32) (result i32)))
  (func (export "direct") (param i32) (result i32) (call $direct (local.get 0)))
  (func (export "divide") (param i32 i32) (result i32) (call $divide (local.get 0) (local.get 1)))
  (func (export "double") (param i32) (result i32)
    (call_indirect (type $callback) (local.get 0) (i32.const 1)))
  (func (export "peek") (param i32) (result i32) (i32.load (local.get 0)))
  (func (export "calls") (result i32) (global.get $calls)))
