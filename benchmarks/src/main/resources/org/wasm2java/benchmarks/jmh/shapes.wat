;; wasm-as: the areas of shapes of ten types in no order. A step asks one shape, through a function of its
;; vtable that casts the receiver, or by casts that are tried one after the other.
(module
  (rec
    (type $object (sub (struct (field $vtable (ref $vtable)) (field $identity (mut i32)))))
    (type $vtable (sub (struct)))
    (type $area (func (param (ref $object)) (result f64)))
    (type $shapeVtable (sub $vtable (struct (field $area (ref $area)) (field $scale (ref $scale)))))
    (type $scale (func (param (ref $object) f64)))
    (type $shape (sub $object (struct
      (field $vtable (ref $shapeVtable)) (field $identity (mut i32))
      (field $a (mut f64)))))
    (type $twoSided (sub $shape (struct
      (field $vtable (ref $shapeVtable)) (field $identity (mut i32))
      (field $a (mut f64)) (field $b (mut f64)))))
    (type $square (sub final $shape (struct
      (field $vtable (ref $shapeVtable)) (field $identity (mut i32))
      (field $a (mut f64)))))
    (type $circle (sub final $shape (struct
      (field $vtable (ref $shapeVtable)) (field $identity (mut i32))
      (field $a (mut f64)))))
    (type $rectangle (sub final $twoSided (struct
      (field $vtable (ref $shapeVtable)) (field $identity (mut i32))
      (field $a (mut f64)) (field $b (mut f64)))))
    (type $triangle (sub final $twoSided (struct
      (field $vtable (ref $shapeVtable)) (field $identity (mut i32))
      (field $a (mut f64)) (field $b (mut f64)))))
    (type $trapezoid (sub final $twoSided (struct
      (field $vtable (ref $shapeVtable)) (field $identity (mut i32))
      (field $a (mut f64)) (field $b (mut f64)))))
    (type $ellipse (sub final $twoSided (struct
      (field $vtable (ref $shapeVtable)) (field $identity (mut i32))
      (field $a (mut f64)) (field $b (mut f64)))))
    (type $pentagon (sub final $shape (struct
      (field $vtable (ref $shapeVtable)) (field $identity (mut i32))
      (field $a (mut f64)))))
    (type $hexagon (sub final $shape (struct
      (field $vtable (ref $shapeVtable)) (field $identity (mut i32))
      (field $a (mut f64)))))
    (type $ring (sub final $twoSided (struct
      (field $vtable (ref $shapeVtable)) (field $identity (mut i32))
      (field $a (mut f64)) (field $b (mut f64)))))
    (type $rhombus (sub final $twoSided (struct
      (field $vtable (ref $shapeVtable)) (field $identity (mut i32))
      (field $a (mut f64)) (field $b (mut f64))))))
  (type $shapes (array (mut (ref null $shape))))

  (global $squareVtable (ref $shapeVtable)
    (struct.new $shapeVtable (ref.func $squareArea) (ref.func $shapeScale)))
  (global $circleVtable (ref $shapeVtable)
    (struct.new $shapeVtable (ref.func $circleArea) (ref.func $shapeScale)))
  (global $rectangleVtable (ref $shapeVtable)
    (struct.new $shapeVtable (ref.func $rectangleArea) (ref.func $twoSidedScale)))
  (global $triangleVtable (ref $shapeVtable)
    (struct.new $shapeVtable (ref.func $triangleArea) (ref.func $twoSidedScale)))
  (global $trapezoidVtable (ref $shapeVtable)
    (struct.new $shapeVtable (ref.func $trapezoidArea) (ref.func $twoSidedScale)))
  (global $ellipseVtable (ref $shapeVtable)
    (struct.new $shapeVtable (ref.func $ellipseArea) (ref.func $twoSidedScale)))
  (global $pentagonVtable (ref $shapeVtable)
    (struct.new $shapeVtable (ref.func $pentagonArea) (ref.func $shapeScale)))
  (global $hexagonVtable (ref $shapeVtable)
    (struct.new $shapeVtable (ref.func $hexagonArea) (ref.func $shapeScale)))
  (global $ringVtable (ref $shapeVtable)
    (struct.new $shapeVtable (ref.func $ringArea) (ref.func $twoSidedScale)))
  (global $rhombusVtable (ref $shapeVtable)
    (struct.new $shapeVtable (ref.func $rhombusArea) (ref.func $twoSidedScale)))
  (global $shapes (mut (ref $shapes)) (array.new_default $shapes (i32.const 0)))

  (func $shapeScale (type $scale)
    (local $it (ref $shape))
    (local.set $it (ref.cast (ref $shape) (local.get 0)))
    (struct.set $shape $a
      (local.get $it)
      (f64.mul (struct.get $shape $a (local.get $it)) (local.get 1))))
  (func $twoSidedScale (type $scale)
    (local $it (ref $twoSided))
    (local.set $it (ref.cast (ref $twoSided) (local.get 0)))
    (struct.set $twoSided $a
      (local.get $it)
      (f64.mul (struct.get $twoSided $a (local.get $it)) (local.get 1)))
    (struct.set $twoSided $b
      (local.get $it)
      (f64.mul (struct.get $twoSided $b (local.get $it)) (local.get 1))))

  (func $squareArea (type $area)
    (local $it (ref $square))
    (local.set $it (ref.cast (ref $square) (local.get 0)))
    (f64.mul (struct.get $square $a (local.get $it)) (struct.get $square $a (local.get $it))))
  (func $circleArea (type $area)
    (local $it (ref $circle))
    (local.set $it (ref.cast (ref $circle) (local.get 0)))
    (f64.mul (f64.const 3.5) (f64.mul (struct.get $circle $a (local.get $it)) (struct.get $circle $a (local.get $it)))))
  (func $rectangleArea (type $area)
    (local $it (ref $rectangle))
    (local.set $it (ref.cast (ref $rectangle) (local.get 0)))
    (f64.mul (struct.get $rectangle $a (local.get $it)) (struct.get $rectangle $b (local.get $it))))
  (func $triangleArea (type $area)
    (local $it (ref $triangle))
    (local.set $it (ref.cast (ref $triangle) (local.get 0)))
    (f64.mul (f64.const 0.5) (f64.mul (struct.get $triangle $a (local.get $it)) (struct.get $triangle $b (local.get $it)))))
  (func $trapezoidArea (type $area)
    (local $it (ref $trapezoid))
    (local.set $it (ref.cast (ref $trapezoid) (local.get 0)))
    (f64.mul (f64.const 0.5) (f64.mul (f64.add (struct.get $trapezoid $a (local.get $it)) (struct.get $trapezoid $b (local.get $it))) (struct.get $trapezoid $b (local.get $it)))))
  (func $ellipseArea (type $area)
    (local $it (ref $ellipse))
    (local.set $it (ref.cast (ref $ellipse) (local.get 0)))
    (f64.mul (f64.const 3.5) (f64.mul (struct.get $ellipse $a (local.get $it)) (struct.get $ellipse $b (local.get $it)))))
  (func $pentagonArea (type $area)
    (local $it (ref $pentagon))
    (local.set $it (ref.cast (ref $pentagon) (local.get 0)))
    (f64.mul (f64.const 1.75) (f64.mul (struct.get $pentagon $a (local.get $it)) (struct.get $pentagon $a (local.get $it)))))
  (func $hexagonArea (type $area)
    (local $it (ref $hexagon))
    (local.set $it (ref.cast (ref $hexagon) (local.get 0)))
    (f64.mul (f64.const 2.5) (f64.mul (struct.get $hexagon $a (local.get $it)) (struct.get $hexagon $a (local.get $it)))))
  (func $ringArea (type $area)
    (local $it (ref $ring))
    (local.set $it (ref.cast (ref $ring) (local.get 0)))
    (f64.mul (f64.const 3.5) (f64.sub (f64.mul (struct.get $ring $a (local.get $it)) (struct.get $ring $a (local.get $it))) (f64.mul (struct.get $ring $b (local.get $it)) (struct.get $ring $b (local.get $it))))))
  (func $rhombusArea (type $area)
    (local $it (ref $rhombus))
    (local.set $it (ref.cast (ref $rhombus) (local.get 0)))
    (f64.mul (f64.const 0.25) (f64.mul (struct.get $rhombus $a (local.get $it)) (struct.get $rhombus $b (local.get $it)))))

  (func $make (param $kind i32) (param $side f64) (result (ref $shape))
    (block $square
    (block $circle
    (block $rectangle
    (block $triangle
    (block $trapezoid
    (block $ellipse
    (block $pentagon
    (block $hexagon
    (block $ring
    (block $rhombus
      (br_table $rhombus $ring $hexagon $pentagon $ellipse $trapezoid $triangle $rectangle $circle $square (local.get $kind)))
    (return (struct.new $rhombus (global.get $rhombusVtable) (i32.const 0) (local.get $side) (f64.const 1.5))))
    (return (struct.new $ring (global.get $ringVtable) (i32.const 1) (local.get $side) (f64.const 1.5))))
    (return (struct.new $hexagon (global.get $hexagonVtable) (i32.const 2) (local.get $side))))
    (return (struct.new $pentagon (global.get $pentagonVtable) (i32.const 3) (local.get $side))))
    (return (struct.new $ellipse (global.get $ellipseVtable) (i32.const 4) (local.get $side) (f64.const 1.5))))
    (return (struct.new $trapezoid (global.get $trapezoidVtable) (i32.const 5) (local.get $side) (f64.const 1.5))))
    (return (struct.new $triangle (global.get $triangleVtable) (i32.const 6) (local.get $side) (f64.const 1.5))))
    (return (struct.new $rectangle (global.get $rectangleVtable) (i32.const 7) (local.get $side) (f64.const 1.5))))
    (return (struct.new $circle (global.get $circleVtable) (i32.const 8) (local.get $side))))
    (return (struct.new $square (global.get $squareVtable) (i32.const 9) (local.get $side))))

  (func $fill
    (local $i i32)
    (local $mixed i32)
    (if (array.len (global.get $shapes)) (then (return)))
    (global.set $shapes (array.new_default $shapes (i32.const 1024)))
    (loop $next
      (local.set $mixed (i32.mul (local.get $i) (i32.const 0x9E3779B1)))
      (local.set $mixed
        (i32.mul
          (i32.xor (local.get $mixed) (i32.shr_u (local.get $mixed) (i32.const 15)))
          (i32.const 0x85EBCA77)))
      (array.set $shapes
        (global.get $shapes)
        (local.get $i)
        (call $make
          (i32.rem_u (i32.shr_u (local.get $mixed) (i32.const 8)) (i32.const 10))
          (f64.convert_i32_u (i32.and (local.get $i) (i32.const 15)))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_u (local.get $i) (i32.const 1024)))))

  (func $areaOf (param $shape (ref $shape)) (result f64)
    (call_ref $area
      (local.get $shape)
      (struct.get $shapeVtable $area (struct.get $shape $vtable (local.get $shape)))))

  (func $areaByCasts (param $shape (ref $shape)) (result f64)
    (local $square (ref $square))
    (local $circle (ref $circle))
    (local $rectangle (ref $rectangle))
    (local $triangle (ref $triangle))
    (local $trapezoid (ref $trapezoid))
    (local $ellipse (ref $ellipse))
    (local $pentagon (ref $pentagon))
    (local $hexagon (ref $hexagon))
    (local $ring (ref $ring))
    (local $rhombus (ref $rhombus))
    (block $other (result (ref $shape))
      (local.set $square
        (br_on_cast_fail $other (ref $shape) (ref $square) (local.get $shape)))
      (return
        (f64.mul (struct.get $square $a (local.get $square)) (struct.get $square $a (local.get $square)))))
    (drop)
    (block $other (result (ref $shape))
      (local.set $circle
        (br_on_cast_fail $other (ref $shape) (ref $circle) (local.get $shape)))
      (return
        (f64.mul (f64.const 3.5) (f64.mul (struct.get $circle $a (local.get $circle)) (struct.get $circle $a (local.get $circle))))))
    (drop)
    (block $other (result (ref $shape))
      (local.set $rectangle
        (br_on_cast_fail $other (ref $shape) (ref $rectangle) (local.get $shape)))
      (return
        (f64.mul (struct.get $rectangle $a (local.get $rectangle)) (struct.get $rectangle $b (local.get $rectangle)))))
    (drop)
    (block $other (result (ref $shape))
      (local.set $triangle
        (br_on_cast_fail $other (ref $shape) (ref $triangle) (local.get $shape)))
      (return
        (f64.mul (f64.const 0.5) (f64.mul (struct.get $triangle $a (local.get $triangle)) (struct.get $triangle $b (local.get $triangle))))))
    (drop)
    (block $other (result (ref $shape))
      (local.set $trapezoid
        (br_on_cast_fail $other (ref $shape) (ref $trapezoid) (local.get $shape)))
      (return
        (f64.mul (f64.const 0.5) (f64.mul (f64.add (struct.get $trapezoid $a (local.get $trapezoid)) (struct.get $trapezoid $b (local.get $trapezoid))) (struct.get $trapezoid $b (local.get $trapezoid))))))
    (drop)
    (block $other (result (ref $shape))
      (local.set $ellipse
        (br_on_cast_fail $other (ref $shape) (ref $ellipse) (local.get $shape)))
      (return
        (f64.mul (f64.const 3.5) (f64.mul (struct.get $ellipse $a (local.get $ellipse)) (struct.get $ellipse $b (local.get $ellipse))))))
    (drop)
    (block $other (result (ref $shape))
      (local.set $pentagon
        (br_on_cast_fail $other (ref $shape) (ref $pentagon) (local.get $shape)))
      (return
        (f64.mul (f64.const 1.75) (f64.mul (struct.get $pentagon $a (local.get $pentagon)) (struct.get $pentagon $a (local.get $pentagon))))))
    (drop)
    (block $other (result (ref $shape))
      (local.set $hexagon
        (br_on_cast_fail $other (ref $shape) (ref $hexagon) (local.get $shape)))
      (return
        (f64.mul (f64.const 2.5) (f64.mul (struct.get $hexagon $a (local.get $hexagon)) (struct.get $hexagon $a (local.get $hexagon))))))
    (drop)
    (block $other (result (ref $shape))
      (local.set $ring
        (br_on_cast_fail $other (ref $shape) (ref $ring) (local.get $shape)))
      (return
        (f64.mul (f64.const 3.5) (f64.sub (f64.mul (struct.get $ring $a (local.get $ring)) (struct.get $ring $a (local.get $ring))) (f64.mul (struct.get $ring $b (local.get $ring)) (struct.get $ring $b (local.get $ring)))))))
    (drop)
    (block $other (result (ref $shape))
      (local.set $rhombus
        (br_on_cast_fail $other (ref $shape) (ref $rhombus) (local.get $shape)))
      (return
        (f64.mul (f64.const 0.25) (f64.mul (struct.get $rhombus $a (local.get $rhombus)) (struct.get $rhombus $b (local.get $rhombus))))))
    (drop)
    (unreachable))

  ;; Ten targets in an order that repeats after 1,024 calls.
  (func (export "shapesVirtual") (param $n i32) (result i32)
    (local $i i32)
    (local $sum f64)
    (call $fill)
    (loop $next
      (local.set $sum
        (f64.add
          (local.get $sum)
          (call $areaOf
            (ref.as_non_null (array.get $shapes (global.get $shapes) (i32.and (local.get $i) (i32.const 1023)))))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (i32.trunc_sat_f64_s (local.get $sum)))

  (func $areaOne (param $shape (ref $shape)) (result f64)
    (call_ref $area
      (local.get $shape)
      (struct.get $shapeVtable $area (struct.get $shape $vtable (local.get $shape)))))

  ;; One target, from a place of its own.
  (func (export "shapesOne") (param $n i32) (result i32)
    (local $i i32)
    (local $sum f64)
    (call $fill)
    (loop $next
      (local.set $sum
        (f64.add
          (local.get $sum)
          (call $areaOne
            (ref.as_non_null (array.get $shapes (global.get $shapes) (i32.or (i32.and (local.get $i) (i32.const 0)) (i32.const 5)))))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (i32.trunc_sat_f64_s (local.get $sum)))

  ;; The same shapes by casts.
  (func (export "shapesCasts") (param $n i32) (result i32)
    (local $i i32)
    (local $sum f64)
    (call $fill)
    (loop $next
      (local.set $sum
        (f64.add
          (local.get $sum)
          (call $areaByCasts
            (ref.as_non_null (array.get $shapes (global.get $shapes) (i32.and (local.get $i) (i32.const 1023)))))))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.ne (local.get $i) (local.get $n))))
    (i32.trunc_sat_f64_s (local.get $sum))))
