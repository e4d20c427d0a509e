;; wasm-as: a splay tree of 4,000 nodes with payloads; a step finds a key, inserts a new one with a
;; payload and removes the greatest below it.
(module
  (type $numbers (array (mut i32)))
  (type $text (array (mut i16)))
  (type $payload (struct (field $numbers (ref $numbers)) (field $text (ref $text))))
  (rec
    (type $node (struct
      (field $key i32)
      (field $payload (ref null $payload))
      (field $left (mut (ref null $node)))
      (field $right (mut (ref null $node))))))
  (type $tree (struct (field $root (mut (ref null $node))) (field $size (mut i32))))

  (global $seed (mut i32) (i32.const 49734321))

  (func $random (result i32)
    (global.set $seed
      (i32.add (i32.mul (global.get $seed) (i32.const 1664525)) (i32.const 1013904223)))
    (i32.shr_u (global.get $seed) (i32.const 4)))

  (func $payload (param $key i32) (result (ref $payload))
    (local $text (ref $text))
    (local $i i32)
    (local.set $text (array.new_default $text (i32.const 8)))
    (loop $next
      (array.set $text
        (local.get $text)
        (local.get $i)
        (i32.add
          (i32.const 97)
          (i32.and
            (i32.shr_u (local.get $key) (i32.mul (local.get $i) (i32.const 3)))
            (i32.const 15))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_s (local.get $i) (i32.const 8))))
    (struct.new $payload
      (array.new_fixed $numbers 10
        (i32.const 0) (i32.const 1) (i32.const 2) (i32.const 3) (i32.const 4)
        (i32.const 5) (i32.const 6) (i32.const 7) (i32.const 8) (local.get $key))
      (local.get $text)))

  ;; The node with the key, or the last one on the way to it, becomes the root.
  (func $splay (param $tree (ref $tree)) (param $key i32)
    (local $header (ref $node))
    (local $left (ref $node))
    (local $right (ref $node))
    (local $current (ref $node))
    (local $next (ref null $node))
    (if (ref.is_null (struct.get $tree $root (local.get $tree))) (then (return)))
    (local.set $header
      (struct.new $node (i32.const 0) (ref.null none) (ref.null none) (ref.null none)))
    (local.set $left (local.get $header))
    (local.set $right (local.get $header))
    (local.set $current (ref.as_non_null (struct.get $tree $root (local.get $tree))))
    (block $done
      (loop $again
        (if (i32.lt_s (local.get $key) (struct.get $node $key (local.get $current)))
          (then
            (local.set $next (struct.get $node $left (local.get $current)))
            (br_if $done (ref.is_null (local.get $next)))
            (if (i32.lt_s (local.get $key) (struct.get $node $key (local.get $next)))
              (then
                (struct.set $node $left
                  (local.get $current)
                  (struct.get $node $right (local.get $next)))
                (struct.set $node $right (local.get $next) (local.get $current))
                (local.set $current (ref.as_non_null (local.get $next)))
                (br_if $done (ref.is_null (struct.get $node $left (local.get $current))))))
            (struct.set $node $left (local.get $right) (local.get $current))
            (local.set $right (local.get $current))
            (local.set $current (ref.as_non_null (struct.get $node $left (local.get $current))))
            (br $again)))
        (if (i32.gt_s (local.get $key) (struct.get $node $key (local.get $current)))
          (then
            (local.set $next (struct.get $node $right (local.get $current)))
            (br_if $done (ref.is_null (local.get $next)))
            (if (i32.gt_s (local.get $key) (struct.get $node $key (local.get $next)))
              (then
                (struct.set $node $right
                  (local.get $current)
                  (struct.get $node $left (local.get $next)))
                (struct.set $node $left (local.get $next) (local.get $current))
                (local.set $current (ref.as_non_null (local.get $next)))
                (br_if $done (ref.is_null (struct.get $node $right (local.get $current))))))
            (struct.set $node $right (local.get $left) (local.get $current))
            (local.set $left (local.get $current))
            (local.set $current (ref.as_non_null (struct.get $node $right (local.get $current))))
            (br $again)))))
    (struct.set $node $right (local.get $left) (struct.get $node $left (local.get $current)))
    (struct.set $node $left (local.get $right) (struct.get $node $right (local.get $current)))
    (struct.set $node $left (local.get $current) (struct.get $node $right (local.get $header)))
    (struct.set $node $right (local.get $current) (struct.get $node $left (local.get $header)))
    (struct.set $tree $root (local.get $tree) (local.get $current)))

  (func $insert (param $tree (ref $tree)) (param $key i32) (result i32)
    (local $root (ref null $node))
    (local $node (ref $node))
    (call $splay (local.get $tree) (local.get $key))
    (local.set $root (struct.get $tree $root (local.get $tree)))
    (if (i32.eqz (ref.is_null (local.get $root)))
      (then
        (if (i32.eq (struct.get $node $key (local.get $root)) (local.get $key))
          (then (return (i32.const 0))))))
    (local.set $node
      (struct.new $node
        (local.get $key)
        (call $payload (local.get $key))
        (ref.null none)
        (ref.null none)))
    (struct.set $tree $root (local.get $tree) (local.get $node))
    (struct.set $tree $size
      (local.get $tree)
      (i32.add (struct.get $tree $size (local.get $tree)) (i32.const 1)))
    (if (ref.is_null (local.get $root)) (then (return (i32.const 1))))
    (if (i32.gt_s (local.get $key) (struct.get $node $key (local.get $root)))
      (then
        (struct.set $node $left (local.get $node) (local.get $root))
        (struct.set $node $right (local.get $node) (struct.get $node $right (local.get $root)))
        (struct.set $node $right (local.get $root) (ref.null none)))
      (else
        (struct.set $node $right (local.get $node) (local.get $root))
        (struct.set $node $left (local.get $node) (struct.get $node $left (local.get $root)))
        (struct.set $node $left (local.get $root) (ref.null none))))
    (i32.const 1))

  ;; Takes a key out and gives its node, or null.
  (func $remove (param $tree (ref $tree)) (param $key i32) (result (ref null $node))
    (local $found (ref null $node))
    (local $right (ref null $node))
    (call $splay (local.get $tree) (local.get $key))
    (local.set $found (struct.get $tree $root (local.get $tree)))
    (if (ref.is_null (local.get $found)) (then (return (ref.null none))))
    (if (i32.ne (struct.get $node $key (local.get $found)) (local.get $key))
      (then (return (ref.null none))))
    (struct.set $tree $size
      (local.get $tree)
      (i32.sub (struct.get $tree $size (local.get $tree)) (i32.const 1)))
    (if (ref.is_null (struct.get $node $left (local.get $found)))
      (then
        (struct.set $tree $root (local.get $tree) (struct.get $node $right (local.get $found))))
      (else
        (local.set $right (struct.get $node $right (local.get $found)))
        (struct.set $tree $root (local.get $tree) (struct.get $node $left (local.get $found)))
        (call $splay (local.get $tree) (local.get $key))
        (struct.set $node $right
          (struct.get $tree $root (local.get $tree))
          (local.get $right))))
    (local.get $found))

  ;; The node with the greatest key below the given one, else any node of the tree.
  (func $below (param $tree (ref $tree)) (param $key i32) (result (ref $node))
    (local $node (ref $node))
    (call $splay (local.get $tree) (local.get $key))
    (local.set $node (ref.as_non_null (struct.get $tree $root (local.get $tree))))
    (block $none
      (local.set $node (br_on_null $none (struct.get $node $left (local.get $node))))
      (loop $next
        (local.set $node (br_on_null $none (struct.get $node $right (local.get $node))))
        (br $next)))
    (local.get $node))

  (func $payloadSum (param $payload (ref $payload)) (result i32)
    (local $text (ref $text))
    (local $i i32)
    (local $sum i32)
    (local.set $text (struct.get $payload $text (local.get $payload)))
    (local.set $sum
      (array.get $numbers (struct.get $payload $numbers (local.get $payload)) (i32.const 9)))
    (loop $next
      (local.set $sum
        (i32.add
          (i32.mul (local.get $sum) (i32.const 31))
          (array.get_u $text (local.get $text) (local.get $i))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $i) (array.len (local.get $text)))))
    (local.get $sum))

  (func (export "splay") (param $n i32) (result i32)
    (local $tree (ref $tree))
    (local $removed (ref null $node))
    (local $key i32)
    (local $sum i32)
    (global.set $seed (i32.const 49734321))
    (local.set $tree (struct.new_default $tree))
    (loop $fill
      (drop (call $insert (local.get $tree) (call $random)))
      (br_if $fill (i32.lt_s (struct.get $tree $size (local.get $tree)) (i32.const 4000))))
    (loop $next
      (call $splay (local.get $tree) (call $random))
      (loop $again
        (local.set $key (call $random))
        (br_if $again (i32.eqz (call $insert (local.get $tree) (local.get $key)))))
      (local.set $removed
        (call $remove
          (local.get $tree)
          (struct.get $node $key (call $below (local.get $tree) (local.get $key)))))
      (local.set $sum
        (i32.add
          (i32.rotl (local.get $sum) (i32.const 1))
          (call $payloadSum
            (ref.as_non_null (struct.get $node $payload (local.get $removed))))))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (i32.xor (local.get $sum) (struct.get $tree $size (local.get $tree)))))
