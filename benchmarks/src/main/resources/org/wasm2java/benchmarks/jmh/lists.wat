;; wasm-as: lists of small integers as references: cells of two values each, functions over them as
;; references to closures, as functional languages and Scheme are compiled. A step is an element.
(module
  (rec
    (type $function (func (param (ref $closure)) (param (ref null any)) (result (ref null any))))
    (type $closure (sub (struct (field $code (ref $function))))))
  (type $adder (sub final $closure (struct (field $code (ref $function)) (field $step i32))))
  (type $cell (struct (field $head (ref null any)) (field $tail (mut (ref null any)))))
  ;; numbers that do not fit into an i31
  (type $boxed (struct (field $value i64)))

  (elem declare func $addStep $isEven $square)

  (func $number (param $value (ref null any)) (result i32)
    (block $small (result (ref i31))
      (br_on_cast $small (ref null any) (ref i31) (local.get $value))
      (return
        (i32.wrap_i64 (struct.get $boxed $value (ref.cast (ref $boxed))))))
    (i31.get_s))

  (func $value (param $number i32) (result (ref any))
    (if (result (ref any))
      (i32.eq
        (i32.shr_s (i32.shl (local.get $number) (i32.const 1)) (i32.const 1))
        (local.get $number))
      (then (ref.i31 (local.get $number)))
      (else (struct.new $boxed (i64.extend_i32_s (local.get $number))))))

  (func $addStep (type $function)
    (call $value
      (i32.add
        (call $number (local.get 1))
        (struct.get $adder $step (ref.cast (ref $adder) (local.get 0))))))
  (func $square (type $function)
    (call $value
      (i32.mul (call $number (local.get 1)) (call $number (local.get 1)))))
  ;; false is the i31 0
  (func $isEven (type $function)
    (ref.i31 (i32.eqz (i32.and (call $number (local.get 1)) (i32.const 1)))))

  (func $apply (param $closure (ref $closure)) (param $argument (ref null any))
    (result (ref null any))
    (call_ref $function
      (local.get $closure)
      (local.get $argument)
      (struct.get $closure $code (local.get $closure))))

  ;; the numbers below $n
  (func $range (param $n i32) (result (ref null any))
    (local $list (ref null any))
    (loop $next
      (if (local.get $n)
        (then
          (local.set $n (i32.sub (local.get $n) (i32.const 1)))
          (local.set $list
            (struct.new $cell (call $value (local.get $n)) (local.get $list)))
          (br $next))))
    (local.get $list))

  (func $map (param $closure (ref $closure)) (param $list (ref null any)) (result (ref null any))
    (local $first (ref $cell))
    (local $last (ref $cell))
    (local $made (ref $cell))
    (local $cell (ref $cell))
    (if (ref.is_null (local.get $list)) (then (return (ref.null none))))
    (local.set $cell (ref.cast (ref $cell) (local.get $list)))
    (local.set $first
      (struct.new $cell
        (call $apply (local.get $closure) (struct.get $cell $head (local.get $cell)))
        (ref.null none)))
    (local.set $last (local.get $first))
    (loop $next
      (local.set $list (struct.get $cell $tail (local.get $cell)))
      (if (ref.is_null (local.get $list)) (then (return (local.get $first))))
      (local.set $cell (ref.cast (ref $cell) (local.get $list)))
      (local.set $made
        (struct.new $cell
          (call $apply (local.get $closure) (struct.get $cell $head (local.get $cell)))
          (ref.null none)))
      (struct.set $cell $tail (local.get $last) (local.get $made))
      (local.set $last (local.get $made))
      (br $next))
    (unreachable))

  (func $filter (param $closure (ref $closure)) (param $list (ref null any))
    (result (ref null any))
    (local $kept (ref null any))
    (local $cell (ref $cell))
    (block $end
      (loop $next
        (br_if $end (ref.is_null (local.get $list)))
        (local.set $cell (ref.cast (ref $cell) (local.get $list)))
        (if
          (i32.eqz
            (ref.eq
              (ref.cast (ref null eq)
                (call $apply (local.get $closure) (struct.get $cell $head (local.get $cell))))
              (ref.i31 (i32.const 0))))
          (then
            (local.set $kept
              (struct.new $cell (struct.get $cell $head (local.get $cell)) (local.get $kept)))))
        (local.set $list (struct.get $cell $tail (local.get $cell)))
        (br $next)))
    (local.get $kept))

  (func $sum (param $list (ref null any)) (result i32)
    (local $sum i32)
    (local $cell (ref $cell))
    (block $end
      (loop $next
        (local.set $cell
          (block $some (result (ref $cell))
            (br_on_cast $some (ref null any) (ref $cell) (local.get $list))
            (drop)
            (br $end)))
        (local.set $sum
          (i32.add (local.get $sum) (call $number (struct.get $cell $head (local.get $cell)))))
        (local.set $list (struct.get $cell $tail (local.get $cell)))
        (br $next)))
    (local.get $sum))

  ;; Sums a list of $n numbers.
  (func (export "listsSum") (param $n i32) (result i32)
    (call $sum (call $range (local.get $n))))

  ;; Adds to each number, squares it, leaves the even ones and sums them.
  (func (export "listsFunctions") (param $n i32) (result i32)
    (call $sum
      (call $filter
        (struct.new $closure (ref.func $isEven))
        (call $map
          (struct.new $closure (ref.func $square))
          (call $map
            (struct.new $adder (ref.func $addStep) (i32.const 7))
            (call $range (local.get $n))))))))
