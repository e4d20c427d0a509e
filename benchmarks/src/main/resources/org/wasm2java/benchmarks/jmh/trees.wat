;; wasm-as: binary trees, as many nodes in trees of each of four depths, made and then counted.
(module
  (rec
    (type $vtable (sub (struct (field $hash (ref $hashCode)))))
    (type $object (sub (struct (field $vtable (ref $vtable)) (field $identity (mut i32)))))
    (type $hashCode (func (param (ref $object)) (result i32))))
  (type $node (sub final $object (struct
    (field $vtable (ref $vtable))
    (field $identity (mut i32))
    (field $left (mut (ref null $node)))
    (field $right (mut (ref null $node))))))

  (global $nodeVtable (ref $vtable) (struct.new $vtable (ref.func $nodeHash)))
  (global $kept (mut (ref null $node)) (ref.null none))

  (func $nodeHash (type $hashCode) (struct.get $object $identity (local.get 0)))

  (func $make (param $depth i32) (result (ref $node))
    (if (result (ref $node)) (i32.eqz (local.get $depth))
      (then
        (struct.new $node (global.get $nodeVtable) (i32.const 0) (ref.null none) (ref.null none)))
      (else
        (struct.new $node
          (global.get $nodeVtable)
          (local.get $depth)
          (call $make (i32.sub (local.get $depth) (i32.const 1)))
          (call $make (i32.sub (local.get $depth) (i32.const 1)))))))

  (func $count (param $node (ref $node)) (result i32)
    (if (result i32) (ref.is_null (struct.get $node $left (local.get $node)))
      (then (i32.const 1))
      (else
        (i32.add
          (i32.add
            (i32.const 1)
            (call $count (ref.as_non_null (struct.get $node $left (local.get $node)))))
          (call $count (ref.as_non_null (struct.get $node $right (local.get $node))))))))

  ;; $n nodes in trees of a depth, at least one tree
  (func $ofDepth (param $depth i32) (param $n i32) (result i32)
    (local $trees i32)
    (local $sum i32)
    (local.set $trees
      (i32.or
        (i32.shr_u (local.get $n) (i32.add (local.get $depth) (i32.const 1)))
        (i32.eqz (i32.shr_u (local.get $n) (i32.add (local.get $depth) (i32.const 1))))))
    (loop $next
      (local.set $sum (i32.add (local.get $sum) (call $count (call $make (local.get $depth)))))
      (br_if $next (local.tee $trees (i32.sub (local.get $trees) (i32.const 1)))))
    (local.get $sum))

  ;; A step makes and counts four nodes. One tree of depth 12 stays all the time.
  (func (export "trees") (param $n i32) (result i32)
    (local $sum i32)
    (global.set $kept (call $make (i32.const 12)))
    (local.set $sum (call $ofDepth (i32.const 4) (local.get $n)))
    (local.set $sum (i32.add (local.get $sum) (call $ofDepth (i32.const 8) (local.get $n))))
    (local.set $sum (i32.add (local.get $sum) (call $ofDepth (i32.const 12) (local.get $n))))
    (local.set $sum (i32.add (local.get $sum) (call $ofDepth (i32.const 16) (local.get $n))))
    (i32.add (local.get $sum) (call $count (ref.as_non_null (global.get $kept))))))
