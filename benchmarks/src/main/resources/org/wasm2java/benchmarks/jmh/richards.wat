;; wasm-as: Richards, the simulation of an operating system's kernel: six tasks that hand packets to each
;; other. Methods are in vtables and cast their receivers, as compilers of object-oriented languages
;; write them. The parameter is the count of the idle task; the result is 2.3 queued packets a step and,
;; above them, 0.9 tasks held.
(module
  (rec
    (type $vtable (sub (struct)))
    (type $object (sub (struct (field $vtable (ref $vtable)) (field $identity (mut i32)))))

    (type $packet (sub final $object (struct
      (field $vtable (ref $vtable))
      (field $identity (mut i32))
      (field $link (mut (ref null $packet)))
      (field $id (mut i32))
      (field $kind i32)
      (field $datum (mut i32))
      (field $data (ref $numbers)))))
    (type $numbers (array (mut i32)))

    ;; a task of the scheduler's list, with its state
    (type $control (sub final $object (struct
      (field $vtable (ref $vtable))
      (field $identity (mut i32))
      (field $link (ref null $control))
      (field $id i32)
      (field $priority i32)
      (field $queue (mut (ref null $packet)))
      (field $state (mut i32))
      (field $task (ref $task)))))
    (type $controls (array (mut (ref null $control))))
    (type $scheduler (sub final $object (struct
      (field $vtable (ref $vtable))
      (field $identity (mut i32))
      (field $queued (mut i32))
      (field $held (mut i32))
      (field $blocks (ref $controls))
      (field $list (mut (ref null $control)))
      (field $current (mut (ref null $control)))
      (field $currentId (mut i32)))))

    ;; run(packet) gives the task that is next
    (type $run (func (param (ref $object) (ref null $packet)) (result (ref null $control))))
    (type $taskVtable (sub $vtable (struct (field $run (ref $run)))))
    (type $task (sub $object (struct
      (field $vtable (ref $vtable))
      (field $identity (mut i32))
      (field $scheduler (ref $scheduler)))))
    (type $idle (sub final $task (struct
      (field $vtable (ref $vtable))
      (field $identity (mut i32))
      (field $scheduler (ref $scheduler))
      (field $seed (mut i32))
      (field $count (mut i32)))))
    (type $device (sub final $task (struct
      (field $vtable (ref $vtable))
      (field $identity (mut i32))
      (field $scheduler (ref $scheduler))
      (field $pending (mut (ref null $packet))))))
    (type $worker (sub final $task (struct
      (field $vtable (ref $vtable))
      (field $identity (mut i32))
      (field $scheduler (ref $scheduler))
      (field $destination (mut i32))
      (field $letter (mut i32)))))
    (type $handler (sub final $task (struct
      (field $vtable (ref $vtable))
      (field $identity (mut i32))
      (field $scheduler (ref $scheduler))
      (field $works (mut (ref null $packet)))
      (field $devices (mut (ref null $packet)))))))

  (global $plain (ref $vtable) (struct.new $vtable))
  (global $idleVtable (ref $taskVtable) (struct.new $taskVtable (ref.func $idleRun)))
  (global $deviceVtable (ref $taskVtable) (struct.new $taskVtable (ref.func $deviceRun)))
  (global $workerVtable (ref $taskVtable) (struct.new $taskVtable (ref.func $workerRun)))
  (global $handlerVtable (ref $taskVtable) (struct.new $taskVtable (ref.func $handlerRun)))

  ;; states of a task: 1 it has a packet, 2 it is suspended, 4 it is held

  (func $packet (param $link (ref null $packet)) (param $id i32) (param $kind i32)
    (result (ref $packet))
    (struct.new $packet
      (global.get $plain)
      (i32.const 0)
      (local.get $link)
      (local.get $id)
      (local.get $kind)
      (i32.const 0)
      (array.new_default $numbers (i32.const 4))))

  ;; Gives the queue with a packet at its end.
  (func $append (param $packet (ref $packet)) (param $queue (ref null $packet))
    (result (ref $packet))
    (local $last (ref $packet))
    (struct.set $packet $link (local.get $packet) (ref.null none))
    (if (ref.is_null (local.get $queue)) (then (return (local.get $packet))))
    (local.set $last (ref.as_non_null (local.get $queue)))
    (block $end
      (loop $next
        (local.set $last (br_on_null $end (struct.get $packet $link (local.get $last))))
        (br $next)))
    (struct.set $packet $link (local.get $last) (local.get $packet))
    (ref.as_non_null (local.get $queue)))

  (func $add
    (param $scheduler (ref $scheduler)) (param $id i32) (param $priority i32)
    (param $queue (ref null $packet)) (param $state i32) (param $task (ref $task))
    (local $control (ref $control))
    (local.set $control
      (struct.new $control
        (global.get $plain)
        (i32.const 0)
        (struct.get $scheduler $list (local.get $scheduler))
        (local.get $id)
        (local.get $priority)
        (local.get $queue)
        (local.get $state)
        (local.get $task)))
    (struct.set $scheduler $current (local.get $scheduler) (local.get $control))
    (struct.set $scheduler $list (local.get $scheduler) (local.get $control))
    (array.set $controls
      (struct.get $scheduler $blocks (local.get $scheduler))
      (local.get $id)
      (local.get $control)))

  (func $schedule (param $scheduler (ref $scheduler))
    (local $control (ref $control))
    (struct.set $scheduler $current
      (local.get $scheduler)
      (struct.get $scheduler $list (local.get $scheduler)))
    (block $done
      (loop $next
        (local.set $control
          (br_on_null $done (struct.get $scheduler $current (local.get $scheduler))))
        (if (call $heldOrSuspended (local.get $control))
          (then
            (struct.set $scheduler $current
              (local.get $scheduler)
              (struct.get $control $link (local.get $control))))
          (else
            (struct.set $scheduler $currentId
              (local.get $scheduler)
              (struct.get $control $id (local.get $control)))
            (struct.set $scheduler $current
              (local.get $scheduler)
              (call $runControl (local.get $control)))))
        (br $next))))

  (func $heldOrSuspended (param $control (ref $control)) (result i32)
    (i32.or
      (i32.ne
        (i32.and (struct.get $control $state (local.get $control)) (i32.const 4))
        (i32.const 0))
      (i32.eq (struct.get $control $state (local.get $control)) (i32.const 2))))

  ;; Runs the control's task with the first packet of its queue: a call through the vtable.
  (func $runControl (param $control (ref $control)) (result (ref null $control))
    (local $packet (ref null $packet))
    (local $task (ref $task))
    (if (i32.eq (struct.get $control $state (local.get $control)) (i32.const 3))
      (then
        (local.set $packet (struct.get $control $queue (local.get $control)))
        (struct.set $control $queue
          (local.get $control)
          (struct.get $packet $link (local.get $packet)))
        (struct.set $control $state
          (local.get $control)
          (i32.eqz
            (ref.is_null (struct.get $control $queue (local.get $control)))))))
    (local.set $task (struct.get $control $task (local.get $control)))
    (call_ref $run
      (local.get $task)
      (local.get $packet)
      (struct.get $taskVtable $run
        (ref.cast (ref $taskVtable) (struct.get $task $vtable (local.get $task))))))

  (func $release (param $scheduler (ref $scheduler)) (param $id i32) (result (ref null $control))
    (local $control (ref null $control))
    (local.set $control
      (array.get $controls
        (struct.get $scheduler $blocks (local.get $scheduler))
        (local.get $id)))
    (if (ref.is_null (local.get $control)) (then (return (local.get $control))))
    (struct.set $control $state
      (local.get $control)
      (i32.and (struct.get $control $state (local.get $control)) (i32.const -5)))
    (if (result (ref null $control))
      (i32.gt_s
        (struct.get $control $priority (local.get $control))
        (struct.get $control $priority
          (struct.get $scheduler $current (local.get $scheduler))))
      (then (local.get $control))
      (else (struct.get $scheduler $current (local.get $scheduler)))))

  (func $hold (param $scheduler (ref $scheduler)) (result (ref null $control))
    (local $control (ref null $control))
    (struct.set $scheduler $held
      (local.get $scheduler)
      (i32.add (struct.get $scheduler $held (local.get $scheduler)) (i32.const 1)))
    (local.set $control (struct.get $scheduler $current (local.get $scheduler)))
    (struct.set $control $state
      (local.get $control)
      (i32.or (struct.get $control $state (local.get $control)) (i32.const 4)))
    (struct.get $control $link (local.get $control)))

  (func $suspend (param $scheduler (ref $scheduler)) (result (ref null $control))
    (local $control (ref null $control))
    (local.set $control (struct.get $scheduler $current (local.get $scheduler)))
    (struct.set $control $state
      (local.get $control)
      (i32.or (struct.get $control $state (local.get $control)) (i32.const 2)))
    (local.get $control))

  ;; Hands a packet to the task that its id names.
  (func $queue (param $scheduler (ref $scheduler)) (param $packet (ref $packet))
    (result (ref null $control))
    (local $control (ref null $control))
    (local.set $control
      (array.get $controls
        (struct.get $scheduler $blocks (local.get $scheduler))
        (struct.get $packet $id (local.get $packet))))
    (if (ref.is_null (local.get $control)) (then (return (local.get $control))))
    (struct.set $scheduler $queued
      (local.get $scheduler)
      (i32.add (struct.get $scheduler $queued (local.get $scheduler)) (i32.const 1)))
    (struct.set $packet $link (local.get $packet) (ref.null none))
    (struct.set $packet $id
      (local.get $packet)
      (struct.get $scheduler $currentId (local.get $scheduler)))
    (call $checkPriority
      (ref.as_non_null (local.get $control))
      (ref.as_non_null (struct.get $scheduler $current (local.get $scheduler)))
      (local.get $packet)))

  (func $checkPriority
    (param $control (ref $control)) (param $task (ref $control)) (param $packet (ref $packet))
    (result (ref null $control))
    (if (ref.is_null (struct.get $control $queue (local.get $control)))
      (then
        (struct.set $control $queue (local.get $control) (local.get $packet))
        (struct.set $control $state
          (local.get $control)
          (i32.or (struct.get $control $state (local.get $control)) (i32.const 1)))
        (if
          (i32.gt_s
            (struct.get $control $priority (local.get $control))
            (struct.get $control $priority (local.get $task)))
          (then (return (local.get $control)))))
      (else
        (struct.set $control $queue
          (local.get $control)
          (call $append
            (local.get $packet)
            (struct.get $control $queue (local.get $control))))))
    (local.get $task))

  (func $idleRun (type $run) (param $this (ref $object)) (param $packet (ref null $packet))
    (result (ref null $control))
    (local $idle (ref $idle))
    (local.set $idle (ref.cast (ref $idle) (local.get $this)))
    (struct.set $idle $count
      (local.get $idle)
      (i32.sub (struct.get $idle $count (local.get $idle)) (i32.const 1)))
    (if (i32.eqz (struct.get $idle $count (local.get $idle)))
      (then (return (call $hold (struct.get $idle $scheduler (local.get $idle))))))
    (if (result (ref null $control))
      (i32.eqz (i32.and (struct.get $idle $seed (local.get $idle)) (i32.const 1)))
      (then
        (struct.set $idle $seed
          (local.get $idle)
          (i32.shr_s (struct.get $idle $seed (local.get $idle)) (i32.const 1)))
        (call $release (struct.get $idle $scheduler (local.get $idle)) (i32.const 4)))
      (else
        (struct.set $idle $seed
          (local.get $idle)
          (i32.xor
            (i32.shr_s (struct.get $idle $seed (local.get $idle)) (i32.const 1))
            (i32.const 0xD008)))
        (call $release (struct.get $idle $scheduler (local.get $idle)) (i32.const 5)))))

  (func $deviceRun (type $run) (param $this (ref $object)) (param $packet (ref null $packet))
    (result (ref null $control))
    (local $device (ref $device))
    (local $pending (ref null $packet))
    (local.set $device (ref.cast (ref $device) (local.get $this)))
    (if (ref.is_null (local.get $packet))
      (then
        (local.set $pending (struct.get $device $pending (local.get $device)))
        (if (ref.is_null (local.get $pending))
          (then (return (call $suspend (struct.get $device $scheduler (local.get $device))))))
        (struct.set $device $pending (local.get $device) (ref.null none))
        (return
          (call $queue
            (struct.get $device $scheduler (local.get $device))
            (ref.as_non_null (local.get $pending))))))
    (struct.set $device $pending (local.get $device) (local.get $packet))
    (call $hold (struct.get $device $scheduler (local.get $device))))

  (func $workerRun (type $run) (param $this (ref $object)) (param $packet (ref null $packet))
    (result (ref null $control))
    (local $worker (ref $worker))
    (local $i i32)
    (local.set $worker (ref.cast (ref $worker) (local.get $this)))
    (if (ref.is_null (local.get $packet))
      (then (return (call $suspend (struct.get $worker $scheduler (local.get $worker))))))
    (struct.set $worker $destination
      (local.get $worker)
      (i32.sub (i32.const 5) (struct.get $worker $destination (local.get $worker))))
    (struct.set $packet $id
      (local.get $packet)
      (struct.get $worker $destination (local.get $worker)))
    (struct.set $packet $datum (local.get $packet) (i32.const 0))
    (loop $next
      (struct.set $worker $letter
        (local.get $worker)
        (i32.add (struct.get $worker $letter (local.get $worker)) (i32.const 1)))
      (if (i32.gt_s (struct.get $worker $letter (local.get $worker)) (i32.const 26))
        (then (struct.set $worker $letter (local.get $worker) (i32.const 1))))
      (array.set $numbers
        (struct.get $packet $data (local.get $packet))
        (local.get $i)
        (struct.get $worker $letter (local.get $worker)))
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $next (i32.lt_s (local.get $i) (i32.const 4))))
    (call $queue
      (struct.get $worker $scheduler (local.get $worker))
      (ref.as_non_null (local.get $packet))))

  (func $handlerRun (type $run) (param $this (ref $object)) (param $packet (ref null $packet))
    (result (ref null $control))
    (local $handler (ref $handler))
    (local $work (ref $packet))
    (local $device (ref $packet))
    (local $datum i32)
    (local.set $handler (ref.cast (ref $handler) (local.get $this)))
    (if (i32.eqz (ref.is_null (local.get $packet)))
      (then
        (if (i32.eq (struct.get $packet $kind (local.get $packet)) (i32.const 1))
          (then
            (struct.set $handler $works
              (local.get $handler)
              (call $append
                (ref.as_non_null (local.get $packet))
                (struct.get $handler $works (local.get $handler)))))
          (else
            (struct.set $handler $devices
              (local.get $handler)
              (call $append
                (ref.as_non_null (local.get $packet))
                (struct.get $handler $devices (local.get $handler))))))))
    (block $wait
      (local.set $work (br_on_null $wait (struct.get $handler $works (local.get $handler))))
      (local.set $datum (struct.get $packet $datum (local.get $work)))
      (if (i32.ge_s (local.get $datum) (i32.const 4))
        (then
          (struct.set $handler $works
            (local.get $handler)
            (struct.get $packet $link (local.get $work)))
          (return
            (call $queue
              (struct.get $handler $scheduler (local.get $handler))
              (local.get $work)))))
      (local.set $device (br_on_null $wait (struct.get $handler $devices (local.get $handler))))
      (struct.set $handler $devices
        (local.get $handler)
        (struct.get $packet $link (local.get $device)))
      (struct.set $packet $datum
        (local.get $device)
        (array.get $numbers
          (struct.get $packet $data (local.get $work))
          (local.get $datum)))
      (struct.set $packet $datum
        (local.get $work)
        (i32.add (local.get $datum) (i32.const 1)))
      (return
        (call $queue
          (struct.get $handler $scheduler (local.get $handler))
          (local.get $device))))
    (call $suspend (struct.get $handler $scheduler (local.get $handler))))

  (func $three (param $id i32) (param $kind i32) (result (ref $packet))
    (call $packet
      (call $packet
        (call $packet (ref.null none) (local.get $id) (local.get $kind))
        (local.get $id)
        (local.get $kind))
      (local.get $id)
      (local.get $kind)))

  (func $device (param $scheduler (ref $scheduler)) (result (ref $task))
    (struct.new $device
      (global.get $deviceVtable) (i32.const 0) (local.get $scheduler) (ref.null none)))
  (func $handler (param $scheduler (ref $scheduler)) (result (ref $task))
    (struct.new $handler
      (global.get $handlerVtable) (i32.const 0) (local.get $scheduler)
      (ref.null none) (ref.null none)))

  (func (export "richards") (param $n i32) (result i32)
    (local $scheduler (ref $scheduler))
    (local.set $scheduler
      (struct.new $scheduler
        (global.get $plain) (i32.const 0) (i32.const 0) (i32.const 0)
        (array.new_default $controls (i32.const 6))
        (ref.null none) (ref.null none) (i32.const 0)))
    (call $add
      (local.get $scheduler) (i32.const 0) (i32.const 0) (ref.null none) (i32.const 0)
      (struct.new $idle
        (global.get $idleVtable) (i32.const 0) (local.get $scheduler)
        (i32.const 1) (local.get $n)))
    (call $add
      (local.get $scheduler) (i32.const 1) (i32.const 1000)
      (call $packet
        (call $packet (ref.null none) (i32.const 0) (i32.const 1)) (i32.const 0) (i32.const 1))
      (i32.const 3)
      (struct.new $worker
        (global.get $workerVtable) (i32.const 0) (local.get $scheduler)
        (i32.const 2) (i32.const 0)))
    (call $add
      (local.get $scheduler) (i32.const 2) (i32.const 2000)
      (call $three (i32.const 4) (i32.const 0)) (i32.const 3)
      (call $handler (local.get $scheduler)))
    (call $add
      (local.get $scheduler) (i32.const 3) (i32.const 3000)
      (call $three (i32.const 5) (i32.const 0)) (i32.const 3)
      (call $handler (local.get $scheduler)))
    (call $add
      (local.get $scheduler) (i32.const 4) (i32.const 4000) (ref.null none) (i32.const 2)
      (call $device (local.get $scheduler)))
    (call $add
      (local.get $scheduler) (i32.const 5) (i32.const 5000) (ref.null none) (i32.const 2)
      (call $device (local.get $scheduler)))
    (call $schedule (local.get $scheduler))
    (i32.add
      (struct.get $scheduler $queued (local.get $scheduler))
      (i32.shl (struct.get $scheduler $held (local.get $scheduler)) (i32.const 16)))))
