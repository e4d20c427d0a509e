// Times the kernels of a module in V8, as KernelWorker does on the JVM: node kernels.mjs MODULE prints, for each kernel, its
// checksum and the medians of a step's time in nanoseconds, on the clock and of this thread's processor time.
import { readFileSync } from "node:fs";

const STEPS = 16384;
const WARM_UP_NANOS = 2e9;
const SAMPLES = 9;
const SAMPLE_NANOS = 1e8;
const NOT_TIMED = ["memory", "init", "write", "mix", "check"];

// Before node 23.9 there is only the time of all threads.
function processorNanos() {
  const { user, system } = process.threadCpuUsage?.() ?? process.cpuUsage();
  return (user + system) * 1e3;
}

const median = (values) => values.sort((a, b) => a - b)[values.length >> 1];

// Calls the kernel for at least the given time.
function sample(kernel, nanos) {
  const processorStart = processorNanos();
  const start = performance.now();
  let now = start;
  let calls = 0;
  let checksum;
  while ((now - start) * 1e6 < nanos) {
    checksum = kernel(STEPS);
    calls++;
    now = performance.now();
  }
  const wall = ((now - start) * 1e6) / calls / STEPS;
  return { checksum, wall, processor: (processorNanos() - processorStart) / calls / STEPS };
}

const bytes = readFileSync(new URL(`${process.argv[2]}.wasm`, import.meta.url));
const load = () => new WebAssembly.Instance(new WebAssembly.Module(bytes)).exports;
for (const name of Object.keys(load()).filter((each) => !NOT_TIMED.includes(each))) {
  const kernel = load()[name];
  const { checksum } = sample(kernel, WARM_UP_NANOS);
  const samples = Array.from({ length: SAMPLES }, () => sample(kernel, SAMPLE_NANOS));
  const wall = median(samples.map((each) => each.wall));
  const processor = median(samples.map((each) => each.processor));
  console.log(name, checksum, wall.toFixed(4), processor.toFixed(4));
}
