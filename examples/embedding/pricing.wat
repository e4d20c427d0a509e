;; A plug-in that prices orders: it asks its host for rates, keeps state, and can fail.
(module $pricing
  (import "shop" "rate" (func $rate (param $product i32) (result f64)))
  (import "shop" "log" (func $log (param $pointer i32) (param $length i32)))

  (memory (export "memory") 1 4)
  (global $orders (export "orders") (mut i32) (i32.const 0))
  (data (i32.const 16) "priced an order")

  ;; Returns the price of an order and its number.
  (func $price (export "price") (param $product i32) (param $quantity i32) (result f64 i32)
    (global.set $orders (i32.add (global.get $orders) (i32.const 1)))
    (call $log (i32.const 16) (i32.const 15))
    (f64.mul (call $rate (local.get $product)) (f64.convert_i32_s (local.get $quantity)))
    (global.get $orders))

  ;; Returns the length of the name that ends with a zero at an address.
  (func (export "length") (param $name i32) (result i32)
    (local $at i32)
    (local.set $at (local.get $name))
    (block $end
      (loop $next
        (br_if $end (i32.eqz (i32.load8_u (local.get $at))))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $next)))
    (i32.sub (local.get $at) (local.get $name)))

  ;; Shares a sum: traps if there is nobody to share it.
  (func $share (export "share") (param $sum i32) (param $people i32) (result i32)
    (i32.div_s (local.get $sum) (local.get $people)))
  (func (export "share_all") (param $sum i32) (result i32)
    (call $share (local.get $sum) (i32.const 0)))

  (func (export "reserve") (param $pages i32) (result i32) (memory.grow (local.get $pages)))

  ;; Never ends by itself.
  (func (export "forever")
    (loop $again (br $again))))
