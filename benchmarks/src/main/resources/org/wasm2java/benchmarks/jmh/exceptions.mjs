// Times the kernels of exceptions.wasm in V8, in nanoseconds a step: node exceptions.mjs
import { readFileSync } from "node:fs";

const STEPS = 16384;
const file = new URL("exceptions.wasm", import.meta.url);
const { instance } = await WebAssembly.instantiate(readFileSync(file));
for (const kernel of ["thrown1", "thrown5", "thrown20", "plain", "guarded"]) {
  let least = Infinity;
  for (let i = 0; i < 10; i++) {
    const start = performance.now();
    instance.exports[kernel](STEPS);
    least = Math.min(least, performance.now() - start);
  }
  console.log(kernel, ((least * 1e6) / STEPS).toFixed(1));
}
