// node worker.mjs WASM INPUT OUTPUT ARGS...: the V8 side of a measurement. Runs the program in a fresh
// instance for every line on standard input and answers with nanoseconds and the digest of its output.
import fs from 'node:fs';
import crypto from 'node:crypto';
import readline from 'node:readline';
import {WASI} from 'node:wasi';

const [, , wasm, input, output, ...args] = process.argv;
const module = new WebAssembly.Module(fs.readFileSync(wasm));
console.log('ready');

// Programs may close their standard streams, and node's WASI then closes the files behind them.
function close(file) {
  try {
    fs.closeSync(file);
  } catch (error) {
    if (error.code !== 'EBADF') throw error;
  }
}

for await (const line of readline.createInterface({input: process.stdin})) {
  const stdin = fs.openSync(input === '-' ? '/dev/null' : input, 'r');
  const stdout = fs.openSync(output, 'w');
  const stderr = fs.openSync('/dev/null', 'w');
  const start = process.hrtime.bigint();
  const wasi = new WASI({version: 'preview1', args: ['prog', ...args], env: {}, stdin, stdout, stderr, returnOnExit: true});
  const code = wasi.start(new WebAssembly.Instance(module, {wasi_snapshot_preview1: wasi.wasiImport}));
  const nanos = process.hrtime.bigint() - start;
  [stdin, stdout, stderr].forEach(close);
  if (code !== 0) throw new Error(`exit code ${code}`);
  console.log(`${nanos} ${crypto.createHash('md5').update(fs.readFileSync(output)).digest('hex')}`);
}
