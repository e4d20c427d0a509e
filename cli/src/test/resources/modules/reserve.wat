;; Grows its memory by a page and reads the word behind it.
(module
  (memory (export "memory") 1)
  (func (export "_start")
    (drop (memory.grow (i32.const 1)))
    (drop (i32.load (i32.const 131072)))))
