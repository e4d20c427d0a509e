;; A dispatch that no method has room for at a small limit: a search over smaller dispatches, whose
;; selectors are unsigned and may have gaps, with values carried to the targets.
(module
  (func (export "f") (param $selector i32) (result i32)
    (i32.add (local.get $selector)
      (block $default (result i32)
        (i32.add (i32.const 100)
          (block $c (result i32)
            (i32.add (i32.const 100)
              (block $b (result i32)
                (i32.add (i32.const 100)
                  (block $a (result i32)
                    (br_table
                      $a $default $default $default $b $default $default $default $a $default $default $default $b $default $default $default
                      $a $default $default $default $b $default $default $default $a $default $default $default $b $default $default $default
                      $a $default $default $default $b $default $default $default $a $c $default $default $b $c $default $default
                      $a $c $default $default $b $c $default $default $a $c $default $default $b $c $default $default
                      $a $c $default $default $b $c $default $default $a $c $default $default $b $c $default $default
                      $default
                      (i32.const 7) (i32.mul (local.get $selector) (i32.const 1)))))))))))))
