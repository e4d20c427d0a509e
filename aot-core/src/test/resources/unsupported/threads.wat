(module (memory 1 2 shared) (func (export "size") (result i32) (memory.size)))
