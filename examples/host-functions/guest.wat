;; Asks its host for readings and reports each one above the limit.
(module
  (import "sensor" "read" (func $read (param $channel i32) (result f64)))
  (import "console" "log" (func $log (param $address i32) (param $length i32)))
  (import "console" "value" (func $value (param $channel i32) (param $reading f64)))

  (memory (export "memory") 1)
  (data (i32.const 64) "above the limit")

  ;; Returns how many of the channels 0 to $channels - 1 are above the limit.
  (func $check (export "check") (param $channels i32) (param $limit f64) (result i32)
    (local $channel i32)
    (local $reading f64)
    (local $alarms i32)
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $channel) (local.get $channels)))
        (local.set $reading (call $read (local.get $channel)))
        (if (f64.gt (local.get $reading) (local.get $limit))
          (then
            (call $log (i32.const 64) (i32.const 15))
            (call $value (local.get $channel) (local.get $reading))
            (local.set $alarms (i32.add (local.get $alarms) (i32.const 1)))))
        (local.set $channel (i32.add (local.get $channel) (i32.const 1)))
        (br $next)))
    (local.get $alarms)))
