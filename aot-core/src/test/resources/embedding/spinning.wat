;; Never ends by itself.
(module $spinning
  (func (export "forever") (loop $again (br $again))))
