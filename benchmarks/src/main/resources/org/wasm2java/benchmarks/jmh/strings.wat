;; wasm-as: strings as structures around arrays of 16 or 8 bits, as Java, Dart and Kotlin have them: they are
;; built from pieces, hashed and compared. A step is a string of a dozen characters.
(module
  (type $chars (array (mut i16)))
  (type $bytes (array (mut i8)))
  (type $wide (struct (field $hash (mut i32)) (field $chars (ref $chars))))
  (type $narrow (struct (field $hash (mut i32)) (field $bytes (ref $bytes))))
  (type $wides (array (mut (ref null $wide))))
  (type $narrows (array (mut (ref null $narrow))))
  (data $prefix "identity")

  (global $widePrefix (mut (ref null $wide)) (ref.null none))

  ;; a number in decimal
  (func $wideNumber (param $number i32) (result (ref $wide))
    (local $chars (ref $chars))
    (local $length i32)
    (local $rest i32)
    (local.set $rest (local.get $number))
    (loop $count
      (local.set $length (i32.add (local.get $length) (i32.const 1)))
      (br_if $count (local.tee $rest (i32.div_u (local.get $rest) (i32.const 10)))))
    (local.set $chars (array.new_default $chars (local.get $length)))
    (loop $next
      (local.set $length (i32.sub (local.get $length) (i32.const 1)))
      (array.set $chars
        (local.get $chars)
        (local.get $length)
        (i32.add (i32.const 48) (i32.rem_u (local.get $number) (i32.const 10))))
      (local.set $number (i32.div_u (local.get $number) (i32.const 10)))
      (br_if $next (local.get $length)))
    (struct.new $wide (i32.const 0) (local.get $chars)))

  (func $wideConcatenation (param $left (ref $wide)) (param $right (ref $wide)) (result (ref $wide))
    (local $chars (ref $chars))
    (local $length i32)
    (local.set $length (array.len (struct.get $wide $chars (local.get $left))))
    (local.set $chars
      (array.new_default $chars
        (i32.add
          (local.get $length)
          (array.len (struct.get $wide $chars (local.get $right))))))
    (array.copy $chars $chars
      (local.get $chars)
      (i32.const 0)
      (struct.get $wide $chars (local.get $left))
      (i32.const 0)
      (local.get $length))
    (array.copy $chars $chars
      (local.get $chars)
      (local.get $length)
      (struct.get $wide $chars (local.get $right))
      (i32.const 0)
      (array.len (struct.get $wide $chars (local.get $right))))
    (struct.new $wide (i32.const 0) (local.get $chars)))

  (func $wideHash (param $string (ref $wide)) (result i32)
    (local $chars (ref $chars))
    (local $hash i32)
    (local $i i32)
    (local.set $hash (struct.get $wide $hash (local.get $string)))
    (if (local.get $hash) (then (return (local.get $hash))))
    (local.set $chars (struct.get $wide $chars (local.get $string)))
    (block $end
      (loop $next
        (br_if $end (i32.ge_s (local.get $i) (array.len (local.get $chars))))
        (local.set $hash
          (i32.add
            (i32.mul (local.get $hash) (i32.const 31))
            (array.get_u $chars (local.get $chars) (local.get $i))))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $next)))
    (struct.set $wide $hash (local.get $string) (local.get $hash))
    (local.get $hash))

  (func $wideEquals (param $left (ref $wide)) (param $right (ref $wide)) (result i32)
    (local $these (ref $chars))
    (local $those (ref $chars))
    (local $length i32)
    (local $i i32)
    (if (ref.eq (local.get $left) (local.get $right)) (then (return (i32.const 1))))
    (local.set $these (struct.get $wide $chars (local.get $left)))
    (local.set $those (struct.get $wide $chars (local.get $right)))
    (local.set $length (array.len (local.get $these)))
    (if (i32.ne (local.get $length) (array.len (local.get $those)))
      (then (return (i32.const 0))))
    (loop $next
      (if (i32.ge_s (local.get $i) (local.get $length)) (then (return (i32.const 1))))
      (if
        (i32.ne
          (array.get_u $chars (local.get $these) (local.get $i))
          (array.get_u $chars (local.get $those) (local.get $i)))
        (then (return (i32.const 0))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br $next))
    (unreachable))

  ;; Counts how many of $n strings are in a table of hashes already, and adds their hashes.
  (func (export "stringsWide") (param $n i32) (result i32)
    (local $table (ref $wides))
    (local $string (ref $wide))
    (local $other (ref null $wide))
    (local $slot i32)
    (local $sum i32)
    (local $i i32)
    (local.set $table (array.new_default $wides (i32.const 4096)))
    (global.set $widePrefix
      (struct.new $wide (i32.const 0) (call $wider)))
    (loop $next
      (local.set $string
        (call $wideConcatenation
          (ref.as_non_null (global.get $widePrefix))
          (call $wideNumber
            (i32.rem_u (i32.mul (local.get $i) (i32.const 0x9E3779B1)) (i32.const 2000)))))
      (local.set $slot (call $wideHash (local.get $string)))
      (local.set $sum (i32.add (local.get $sum) (local.get $slot)))
      (local.set $slot
        (i32.and
          (i32.xor (local.get $slot) (i32.shr_u (local.get $slot) (i32.const 16)))
          (i32.const 4095)))
      (block $found
        (loop $probe
          (local.set $other (array.get $wides (local.get $table) (local.get $slot)))
          (if (ref.is_null (local.get $other))
            (then
              (array.set $wides (local.get $table) (local.get $slot) (local.get $string))
              (br $found)))
          (if (call $wideEquals (ref.as_non_null (local.get $other)) (local.get $string))
            (then
              (local.set $sum (i32.add (local.get $sum) (i32.const 1)))
              (br $found)))
          (local.set $slot
            (i32.and (i32.add (local.get $slot) (i32.const 1)) (i32.const 4095)))
          (br $probe)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  (global $narrowPrefix (mut (ref null $narrow)) (ref.null none))

  ;; a number in decimal
  (func $narrowNumber (param $number i32) (result (ref $narrow))
    (local $chars (ref $bytes))
    (local $length i32)
    (local $rest i32)
    (local.set $rest (local.get $number))
    (loop $count
      (local.set $length (i32.add (local.get $length) (i32.const 1)))
      (br_if $count (local.tee $rest (i32.div_u (local.get $rest) (i32.const 10)))))
    (local.set $chars (array.new_default $bytes (local.get $length)))
    (loop $next
      (local.set $length (i32.sub (local.get $length) (i32.const 1)))
      (array.set $bytes
        (local.get $chars)
        (local.get $length)
        (i32.add (i32.const 48) (i32.rem_u (local.get $number) (i32.const 10))))
      (local.set $number (i32.div_u (local.get $number) (i32.const 10)))
      (br_if $next (local.get $length)))
    (struct.new $narrow (i32.const 0) (local.get $chars)))

  (func $narrowConcatenation (param $left (ref $narrow)) (param $right (ref $narrow)) (result (ref $narrow))
    (local $chars (ref $bytes))
    (local $length i32)
    (local.set $length (array.len (struct.get $narrow $bytes (local.get $left))))
    (local.set $chars
      (array.new_default $bytes
        (i32.add
          (local.get $length)
          (array.len (struct.get $narrow $bytes (local.get $right))))))
    (array.copy $bytes $bytes
      (local.get $chars)
      (i32.const 0)
      (struct.get $narrow $bytes (local.get $left))
      (i32.const 0)
      (local.get $length))
    (array.copy $bytes $bytes
      (local.get $chars)
      (local.get $length)
      (struct.get $narrow $bytes (local.get $right))
      (i32.const 0)
      (array.len (struct.get $narrow $bytes (local.get $right))))
    (struct.new $narrow (i32.const 0) (local.get $chars)))

  (func $narrowHash (param $string (ref $narrow)) (result i32)
    (local $chars (ref $bytes))
    (local $hash i32)
    (local $i i32)
    (local.set $hash (struct.get $narrow $hash (local.get $string)))
    (if (local.get $hash) (then (return (local.get $hash))))
    (local.set $chars (struct.get $narrow $bytes (local.get $string)))
    (block $end
      (loop $next
        (br_if $end (i32.ge_s (local.get $i) (array.len (local.get $chars))))
        (local.set $hash
          (i32.add
            (i32.mul (local.get $hash) (i32.const 31))
            (array.get_u $bytes (local.get $chars) (local.get $i))))
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (br $next)))
    (struct.set $narrow $hash (local.get $string) (local.get $hash))
    (local.get $hash))

  (func $narrowEquals (param $left (ref $narrow)) (param $right (ref $narrow)) (result i32)
    (local $these (ref $bytes))
    (local $those (ref $bytes))
    (local $length i32)
    (local $i i32)
    (if (ref.eq (local.get $left) (local.get $right)) (then (return (i32.const 1))))
    (local.set $these (struct.get $narrow $bytes (local.get $left)))
    (local.set $those (struct.get $narrow $bytes (local.get $right)))
    (local.set $length (array.len (local.get $these)))
    (if (i32.ne (local.get $length) (array.len (local.get $those)))
      (then (return (i32.const 0))))
    (loop $next
      (if (i32.ge_s (local.get $i) (local.get $length)) (then (return (i32.const 1))))
      (if
        (i32.ne
          (array.get_u $bytes (local.get $these) (local.get $i))
          (array.get_u $bytes (local.get $those) (local.get $i)))
        (then (return (i32.const 0))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br $next))
    (unreachable))

  ;; Counts how many of $n strings are in a table of hashes already, and adds their hashes.
  (func (export "stringsNarrow") (param $n i32) (result i32)
    (local $table (ref $narrows))
    (local $string (ref $narrow))
    (local $other (ref null $narrow))
    (local $slot i32)
    (local $sum i32)
    (local $i i32)
    (local.set $table (array.new_default $narrows (i32.const 4096)))
    (global.set $narrowPrefix
      (struct.new $narrow (i32.const 0) (array.new_data $bytes $prefix (i32.const 0) (i32.const 8))))
    (loop $next
      (local.set $string
        (call $narrowConcatenation
          (ref.as_non_null (global.get $narrowPrefix))
          (call $narrowNumber
            (i32.rem_u (i32.mul (local.get $i) (i32.const 0x9E3779B1)) (i32.const 2000)))))
      (local.set $slot (call $narrowHash (local.get $string)))
      (local.set $sum (i32.add (local.get $sum) (local.get $slot)))
      (local.set $slot
        (i32.and
          (i32.xor (local.get $slot) (i32.shr_u (local.get $slot) (i32.const 16)))
          (i32.const 4095)))
      (block $found
        (loop $probe
          (local.set $other (array.get $narrows (local.get $table) (local.get $slot)))
          (if (ref.is_null (local.get $other))
            (then
              (array.set $narrows (local.get $table) (local.get $slot) (local.get $string))
              (br $found)))
          (if (call $narrowEquals (ref.as_non_null (local.get $other)) (local.get $string))
            (then
              (local.set $sum (i32.add (local.get $sum) (i32.const 1)))
              (br $found)))
          (local.set $slot
            (i32.and (i32.add (local.get $slot) (i32.const 1)) (i32.const 4095)))
          (br $probe)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (local.get $sum))

  ;; the prefix with 16 bits a character
  (func $wider (result (ref $chars))
    (local $narrow (ref $bytes))
    (local $chars (ref $chars))
    (local $i i32)
    (local.set $narrow (array.new_data $bytes $prefix (i32.const 0) (i32.const 8)))
    (local.set $chars (array.new_default $chars (i32.const 8)))
    (loop $next
      (array.set $chars
        (local.get $chars)
        (local.get $i)
        (array.get_u $bytes (local.get $narrow) (local.get $i)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (i32.const 8))))
    (local.get $chars)))
