// node worker.mjs WASM INPUT OUTPUT ARGS...: the V8 side of a measurement. Runs the program in a fresh
// instance for every line on standard input and answers with nanoseconds, the digest of its output and
// the nanoseconds of processor time of the guest's thread. With "once" as OUTPUT it runs once and prints
// the program's output, to be timed as a whole process.
import fs from 'node:fs';
import crypto from 'node:crypto';
import readline from 'node:readline';
import {WASI} from 'node:wasi';

const [, , wasm, input, output, ...args] = process.argv;
const module = new WebAssembly.Module(fs.readFileSync(wasm));

function run(stdin, stdout, stderr) {
  const options = {version: 'preview1', args: ['prog', ...args], env: {}, stdin, stdout, stderr, returnOnExit: true};
  const wasi = new WASI(options);
  return wasi.start(new WebAssembly.Instance(module, {wasi_snapshot_preview1: wasi.wasiImport}));
}

// Programs may close their standard streams, and node's WASI then closes the files behind them.
function close(file) {
  try {
    fs.closeSync(file);
  } catch (error) {
    if (error.code !== 'EBADF') throw error;
  }
}

// Node 24 can tell the time of this thread; before, Linux can, whose threads are tasks of /proc. The whole
// process would be too much: V8 compiles and collects garbage in other threads.
function threadNanos() {
  if (process.threadCpuUsage) {
    const {user, system} = process.threadCpuUsage();
    return (BigInt(user) + BigInt(system)) * 1000n;
  }
  try {
    return BigInt(fs.readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]);
  } catch {
    return undefined;
  }
}

async function serve() {
  console.log('ready');
  for await (const line of readline.createInterface({input: process.stdin})) {
    const stdin = fs.openSync(input === '-' ? '/dev/null' : input, 'r');
    const stdout = fs.openSync(output, 'w');
    const stderr = fs.openSync('/dev/null', 'w');
    const processorStart = threadNanos();
    const start = process.hrtime.bigint();
    const code = run(stdin, stdout, stderr);
    const nanos = process.hrtime.bigint() - start;
    const processor = processorStart === undefined ? '-' : threadNanos() - processorStart;
    [stdin, stdout, stderr].forEach(close);
    if (code !== 0) throw new Error(`exit code ${code}`);
    console.log(`${nanos} ${crypto.createHash('md5').update(fs.readFileSync(output)).digest('hex')} ${processor}`);
  }
}

if (output === 'once') {
  process.exitCode = run(input === '-' ? fs.openSync('/dev/null', 'r') : fs.openSync(input, 'r'), 1, 2);
} else {
  await serve();
}
