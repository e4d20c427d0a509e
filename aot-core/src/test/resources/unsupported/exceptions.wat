(module
  (tag $t)
  (func $fails (throw $t)))
