// Times the kernels of simd.c in V8: node simd.mjs [ROUNDS] prints for each kernel the least time of a step
// in nanoseconds, with intrinsics and without.
import { readFileSync } from 'node:fs';

const STEPS = 16384;
const ROUND_NANOSECONDS = 50_000_000n;
const rounds = Number(process.argv[2] ?? 10);
const NOT_TIMED = ['memory', 'init', 'check'];

function load(form) {
  const file = new URL(`${form}.wasm`, import.meta.url);
  return new WebAssembly.Instance(new WebAssembly.Module(readFileSync(file))).exports;
}

// The least time of a call: other work on the machine makes calls longer, never shorter.
function time(kernel) {
  let least = Infinity;
  const start = process.hrtime.bigint();
  let before = start;
  while (before - start < ROUND_NANOSECONDS) {
    kernel(STEPS);
    const now = process.hrtime.bigint();
    least = Math.min(least, Number(now - before));
    before = now;
  }
  return least / STEPS;
}

function result(form, name) {
  form.init(1);
  return `${form[name](STEPS)} ${form.check(0)}`;
}

const simd = load('simd');
const scalar = load('scalar');
for (const name of Object.keys(simd).filter((each) => !NOT_TIMED.includes(each))) {
  if (result(simd, name) !== result(scalar, name)) {
    throw new Error(`${name}: ${result(simd, name)} with intrinsics, ${result(scalar, name)} without`);
  }
  const least = [Infinity, Infinity];
  for (let round = 0; round < rounds; round++) {
    [simd, scalar].forEach((form, i) => (least[i] = Math.min(least[i], time(form[name]))));
  }
  console.log(`${name}\t${least[0].toFixed(3)}\t${least[1].toFixed(3)}`);
}
