;; wasm-as: tail calls. A step is one of them.
(module
  (type $handler (func (param $pc i32) (param $sp i32) (param $acc i32) (result i32)))
  (memory 2)
  ;; variables at 0 and 4, an operand stack from 64, the program of $loop at 1024: an operation and an
  ;; operand each
  (data (i32.const 1024)
    "\00\00" "\05\05" "\00\01" "\03\00" "\02\07" "\01\00" "\04\01" "\06\07" "\07\00")
  (table $handlers 8 8 (ref null $handler))
  (elem (table $handlers) (i32.const 0) (ref null $handler)
    (ref.func $get) (ref.func $set) (ref.func $add) (ref.func $xor)
    (ref.func $decrement) (ref.func $rotate) (ref.func $jump) (ref.func $halt))
  (table $references 8 8 (ref null $handler))
  (elem (table $references) (i32.const 0) (ref null $handler)
    (ref.func $refGet) (ref.func $refSet) (ref.func $refAdd) (ref.func $refXor)
    (ref.func $refDecrement) (ref.func $refRotate) (ref.func $refJump) (ref.func $refHalt))

  ;; handlers that go on by a table
  (func $get (type $handler) (param $pc i32) (param $sp i32) (param $acc i32) (result i32)
    (i32.store (local.get $sp) (local.get $acc))
    (return_call_indirect $handlers (type $handler)
      (i32.add (local.get $pc) (i32.const 2))
      (i32.add (local.get $sp) (i32.const 4))
      (i32.load (i32.shl (i32.load8_u offset=1 (local.get $pc)) (i32.const 2)))
      (i32.load8_u (i32.add (local.get $pc) (i32.const 2)))))
  (func $set (type $handler) (param $pc i32) (param $sp i32) (param $acc i32) (result i32)
    (i32.store (i32.shl (i32.load8_u offset=1 (local.get $pc)) (i32.const 2)) (local.get $acc))
    (return_call_indirect $handlers (type $handler)
      (i32.add (local.get $pc) (i32.const 2))
      (i32.sub (local.get $sp) (i32.const 4))
      (i32.load (i32.sub (local.get $sp) (i32.const 4)))
      (i32.load8_u (i32.add (local.get $pc) (i32.const 2)))))
  (func $add (type $handler) (param $pc i32) (param $sp i32) (param $acc i32) (result i32)
    (return_call_indirect $handlers (type $handler)
      (i32.add (local.get $pc) (i32.const 2))
      (local.get $sp)
      (i32.add (local.get $acc) (i32.load8_s offset=1 (local.get $pc)))
      (i32.load8_u (i32.add (local.get $pc) (i32.const 2)))))
  (func $xor (type $handler) (param $pc i32) (param $sp i32) (param $acc i32) (result i32)
    (return_call_indirect $handlers (type $handler)
      (i32.add (local.get $pc) (i32.const 2))
      (i32.sub (local.get $sp) (i32.const 4))
      (i32.xor (local.get $acc) (i32.load (i32.sub (local.get $sp) (i32.const 4))))
      (i32.load8_u (i32.add (local.get $pc) (i32.const 2)))))
  (func $rotate (type $handler) (param $pc i32) (param $sp i32) (param $acc i32) (result i32)
    (return_call_indirect $handlers (type $handler)
      (i32.add (local.get $pc) (i32.const 2))
      (local.get $sp)
      (i32.rotl (local.get $acc) (i32.load8_u offset=1 (local.get $pc)))
      (i32.load8_u (i32.add (local.get $pc) (i32.const 2)))))
  (func $decrement (type $handler) (param $pc i32) (param $sp i32) (param $acc i32) (result i32)
    (local $variable i32)
    (local.set $variable (i32.shl (i32.load8_u offset=1 (local.get $pc)) (i32.const 2)))
    (i32.store
      (local.get $variable)
      (local.tee $acc (i32.sub (i32.load (local.get $variable)) (i32.const 1))))
    (return_call_indirect $handlers (type $handler)
      (i32.add (local.get $pc) (i32.const 2))
      (local.get $sp)
      (local.get $acc)
      (i32.load8_u (i32.add (local.get $pc) (i32.const 2)))))
  (func $jump (type $handler) (param $pc i32) (param $sp i32) (param $acc i32) (result i32)
    (local.set $pc
      (if (result i32) (local.get $acc)
        (then
          (i32.sub
            (local.get $pc)
            (i32.shl (i32.load8_u offset=1 (local.get $pc)) (i32.const 1))))
        (else (i32.add (local.get $pc) (i32.const 2)))))
    (return_call_indirect $handlers (type $handler)
      (local.get $pc)
      (local.get $sp)
      (local.get $acc)
      (i32.load8_u (local.get $pc))))
  (func $halt (type $handler) (param $pc i32) (param $sp i32) (param $acc i32) (result i32)
    (i32.load (i32.const 0)))

  ;; handlers that go on by a reference
  (func $refGet (type $handler) (param $pc i32) (param $sp i32) (param $acc i32) (result i32)
    (i32.store (local.get $sp) (local.get $acc))
    (return_call_ref $handler
      (i32.add (local.get $pc) (i32.const 2))
      (i32.add (local.get $sp) (i32.const 4))
      (i32.load (i32.shl (i32.load8_u offset=1 (local.get $pc)) (i32.const 2)))
      (table.get $references (i32.load8_u (i32.add (local.get $pc) (i32.const 2))))))
  (func $refSet (type $handler) (param $pc i32) (param $sp i32) (param $acc i32) (result i32)
    (i32.store (i32.shl (i32.load8_u offset=1 (local.get $pc)) (i32.const 2)) (local.get $acc))
    (return_call_ref $handler
      (i32.add (local.get $pc) (i32.const 2))
      (i32.sub (local.get $sp) (i32.const 4))
      (i32.load (i32.sub (local.get $sp) (i32.const 4)))
      (table.get $references (i32.load8_u (i32.add (local.get $pc) (i32.const 2))))))
  (func $refAdd (type $handler) (param $pc i32) (param $sp i32) (param $acc i32) (result i32)
    (return_call_ref $handler
      (i32.add (local.get $pc) (i32.const 2))
      (local.get $sp)
      (i32.add (local.get $acc) (i32.load8_s offset=1 (local.get $pc)))
      (table.get $references (i32.load8_u (i32.add (local.get $pc) (i32.const 2))))))
  (func $refXor (type $handler) (param $pc i32) (param $sp i32) (param $acc i32) (result i32)
    (return_call_ref $handler
      (i32.add (local.get $pc) (i32.const 2))
      (i32.sub (local.get $sp) (i32.const 4))
      (i32.xor (local.get $acc) (i32.load (i32.sub (local.get $sp) (i32.const 4))))
      (table.get $references (i32.load8_u (i32.add (local.get $pc) (i32.const 2))))))
  (func $refRotate (type $handler) (param $pc i32) (param $sp i32) (param $acc i32) (result i32)
    (return_call_ref $handler
      (i32.add (local.get $pc) (i32.const 2))
      (local.get $sp)
      (i32.rotl (local.get $acc) (i32.load8_u offset=1 (local.get $pc)))
      (table.get $references (i32.load8_u (i32.add (local.get $pc) (i32.const 2))))))
  (func $refDecrement (type $handler) (param $pc i32) (param $sp i32) (param $acc i32) (result i32)
    (local $variable i32)
    (local.set $variable (i32.shl (i32.load8_u offset=1 (local.get $pc)) (i32.const 2)))
    (i32.store
      (local.get $variable)
      (local.tee $acc (i32.sub (i32.load (local.get $variable)) (i32.const 1))))
    (return_call_ref $handler
      (i32.add (local.get $pc) (i32.const 2))
      (local.get $sp)
      (local.get $acc)
      (table.get $references (i32.load8_u (i32.add (local.get $pc) (i32.const 2))))))
  (func $refJump (type $handler) (param $pc i32) (param $sp i32) (param $acc i32) (result i32)
    (local.set $pc
      (if (result i32) (local.get $acc)
        (then
          (i32.sub
            (local.get $pc)
            (i32.shl (i32.load8_u offset=1 (local.get $pc)) (i32.const 1))))
        (else (i32.add (local.get $pc) (i32.const 2)))))
    (return_call_ref $handler
      (local.get $pc)
      (local.get $sp)
      (local.get $acc)
      (table.get $references (i32.load8_u (local.get $pc)))))
  (func $refHalt (type $handler) (param $pc i32) (param $sp i32) (param $acc i32) (result i32)
    (i32.load (i32.const 0)))

  (func $start (param $n i32)
    (i32.store (i32.const 0) (i32.const 1))
    (i32.store (i32.const 4) (i32.shr_u (local.get $n) (i32.const 3))))
  ;; Interprets a loop of eight operations.
  (func (export "tailsIndirect") (param $n i32) (result i32)
    (call $start (local.get $n))
    (call $get (i32.const 1024) (i32.const 64) (i32.const 0)))
  (func (export "tailsReference") (param $n i32) (result i32)
    (call $start (local.get $n))
    (call $refGet (i32.const 1024) (i32.const 64) (i32.const 0)))

  (func $even (param $n i32) (result i32)
    (if (i32.eqz (local.get $n)) (then (return (i32.const 1))))
    (return_call $odd (i32.sub (local.get $n) (i32.const 1))))
  (func $odd (param $n i32) (result i32)
    (if (i32.eqz (local.get $n)) (then (return (i32.const 0))))
    (return_call $even (i32.sub (local.get $n) (i32.const 1))))
  (func (export "tailsEvenOdd") (param $n i32) (result i32)
    (call $even (local.get $n)))

  ;; A function that calls itself.
  (func $fold (param $n i32) (param $sum i32) (result i32)
    (if (i32.eqz (local.get $n)) (then (return (local.get $sum))))
    (return_call $fold
      (i32.sub (local.get $n) (i32.const 1))
      (i32.add (i32.mul (local.get $sum) (i32.const 31)) (local.get $n))))
  (func (export "tailsSelf") (param $n i32) (result i32)
    (call $fold (local.get $n) (i32.const 0)))

  ;; Words and numbers of a text, counted by functions that are the states of a machine.
  (func $text
    (local $i i32)
    (local $mixed i32)
    (loop $next
      (local.set $mixed (i32.mul (local.get $i) (i32.const 0x9E3779B1)))
      (i32.store8 offset=65536
        (local.get $i)
        (select
          (i32.const 32)
          (i32.add
            (select
              (i32.const 97)
              (i32.const 48)
              (i32.and (local.get $i) (i32.const 64)))
            (i32.and (i32.shr_u (local.get $mixed) (i32.const 28)) (i32.const 7)))
          (i32.eqz (i32.and (i32.shr_u (local.get $mixed) (i32.const 20)) (i32.const 7)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $i) (i32.const 4096)))))
  (func $char (param $i i32) (result i32)
    (i32.load8_u offset=65536 (i32.and (local.get $i) (i32.const 4095))))
  (func $space (param $i i32) (param $words i32) (param $numbers i64) (result i32)
    (local $char i32)
    (if (i32.eqz (local.get $i))
      (then
        (return
          (i32.add
            (i32.mul (local.get $words) (i32.const 65599))
            (i32.wrap_i64 (local.get $numbers))))))
    (local.set $i (i32.sub (local.get $i) (i32.const 1)))
    (local.set $char (call $char (local.get $i)))
    (if (i32.ge_u (local.get $char) (i32.const 97))
      (then
        (return_call $word
          (local.get $i)
          (i32.add (local.get $words) (i32.const 1))
          (local.get $numbers))))
    (if (i32.ge_u (local.get $char) (i32.const 48))
      (then
        (return_call $number
          (local.get $i)
          (local.get $words)
          (i64.add
            (local.get $numbers)
            (i64.extend_i32_u (i32.sub (local.get $char) (i32.const 48)))))))
    (return_call $space (local.get $i) (local.get $words) (local.get $numbers)))
  (func $word (param $i i32) (param $words i32) (param $numbers i64) (result i32)
    (if (i32.eqz (local.get $i))
      (then
        (return_call $space (local.get $i) (local.get $words) (local.get $numbers))))
    (if (i32.ge_u (call $char (i32.sub (local.get $i) (i32.const 1))) (i32.const 48))
      (then
        (return_call $word
          (i32.sub (local.get $i) (i32.const 1))
          (local.get $words)
          (local.get $numbers))))
    (return_call $space (local.get $i) (local.get $words) (local.get $numbers)))
  (func $number (param $i i32) (param $words i32) (param $numbers i64) (result i32)
    (local $char i32)
    (if (i32.eqz (local.get $i))
      (then
        (return_call $space (local.get $i) (local.get $words) (local.get $numbers))))
    (local.set $char (call $char (i32.sub (local.get $i) (i32.const 1))))
    (if
      (i32.and
        (i32.ge_u (local.get $char) (i32.const 48))
        (i32.lt_u (local.get $char) (i32.const 97)))
      (then
        (return_call $number
          (i32.sub (local.get $i) (i32.const 1))
          (local.get $words)
          (i64.add
            (i64.mul (local.get $numbers) (i64.const 10))
            (i64.extend_i32_u (i32.sub (local.get $char) (i32.const 48)))))))
    (return_call $space (local.get $i) (local.get $words) (local.get $numbers)))
  (func (export "tailsStates") (param $n i32) (result i32)
    (if (i32.eqz (i32.load8_u (i32.const 65536))) (then (call $text)))
    (call $space (local.get $n) (i32.const 0) (i64.const 0)))

  ;; A sum with continuations, which are structures: half of the steps make one, half go on with one.
  (rec
    (type $continue (func (param (ref $continuation)) (param i32) (result i32)))
    (type $continuation (sub (struct (field $code (ref $continue))))))
  (type $adding (sub final $continuation (struct
    (field $code (ref $continue))
    (field $number i32)
    (field $next (ref $continuation)))))
  (elem declare func $finish $continueAdding)
  (func $finish (type $continue) (local.get 1))
  (func $continueAdding (type $continue)
    (local $adding (ref $adding))
    (local $next (ref $continuation))
    (local.set $adding (ref.cast (ref $adding) (local.get 0)))
    (local.set $next (struct.get $adding $next (local.get $adding)))
    (return_call_ref $continue
      (local.get $next)
      (i32.add
        (i32.mul (local.get 1) (i32.const 3))
        (struct.get $adding $number (local.get $adding)))
      (struct.get $continuation $code (local.get $next))))
  (func $sum (param $n i32) (param $next (ref $continuation)) (result i32)
    (if (i32.eqz (local.get $n))
      (then
        (return_call_ref $continue
          (local.get $next)
          (i32.const 0)
          (struct.get $continuation $code (local.get $next)))))
    (return_call $sum
      (i32.sub (local.get $n) (i32.const 1))
      (struct.new $adding (ref.func $continueAdding) (local.get $n) (local.get $next))))
  (func (export "tailsContinuations") (param $n i32) (result i32)
    (local $sum i32)
    (local $rounds i32)
    (local.set $rounds (i32.shr_u (local.get $n) (i32.const 7)))
    (loop $next
      (local.set $sum
        (i32.add
          (local.get $sum)
          (call $sum (i32.const 63) (struct.new $continuation (ref.func $finish)))))
      (br_if $next (local.tee $rounds (i32.sub (local.get $rounds) (i32.const 1)))))
    (local.get $sum)))
