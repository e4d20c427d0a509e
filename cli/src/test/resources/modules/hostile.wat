;; A command whose names try to forge lines, colours and the direction of what a terminal shows.
(module
  (import "env" "a\1b[31m\0aFORGED\e2\80\ae" (func))
  (memory (export "memory") 1)
  (func (export "_start"))
  (func (export "x\1b]0;title\07\0dFORGED")))
