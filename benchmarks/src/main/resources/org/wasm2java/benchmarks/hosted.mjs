// The programs of HostedProgram in V8: node hosted.mjs NODE_MODULES PROGRAM ITERATIONS
// prints, for each iteration, its nanoseconds and the digest of its result.
import crypto from "node:crypto";
import fs from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const [folder, program, iterations] = process.argv.slice(2);
const read = (file) => fs.readFileSync(path.join(folder, file));

function instantiate(file, imports) {
  return new WebAssembly.Instance(new WebAssembly.Module(read(file)), imports).exports;
}

function copyInto(guest, bytes) {
  const address = guest.malloc(bytes.length);
  new Uint8Array(guest.memory.buffer, address, bytes.length).set(bytes);
  return address;
}

const bytesAt = (guest, address, size) => new Uint8Array(guest.memory.buffer, address, size).slice();

function argon2() {
  const guest = instantiate("@phi-ag/argon2/dist/argon2.wasm", {});
  guest._initialize();
  const password = copyInto(guest, Buffer.from("correct horse"));
  const salt = copyInto(guest, Buffer.from("battery staple.."));
  const hash = guest.malloc(32);
  return () => {
    const error = guest.argon2_hash(3, 16384, 1, password, 13, salt, 16, hash, 32, 0, 0, 2, 0x13);
    if (error !== 0) throw new Error(`argon2_hash gives ${error}`);
    return bytesAt(guest, hash, 32);
  };
}

function tensors() {
  let guest;
  const env = {
    abort: () => {
      throw new Error("abort");
    },
    emscripten_get_heap_max: () => 0x7fff0000,
    emscripten_memcpy_big: (to, from, size) => new Uint8Array(guest.memory.buffer).copyWithin(to, from, from + size),
    emscripten_resize_heap: (requested) => {
      const present = guest.memory.buffer.byteLength;
      const wanted = Math.min(0x7fff0000, Math.max(requested >>> 0, Math.floor(present * 1.2)));
      guest.memory.grow(Math.ceil((wanted - present) / 65536));
      return 1;
    },
  };
  const wasi = { fd_close: () => 0, fd_write: () => 0, fd_seek: () => 0 };
  guest = instantiate("@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm", {
    env,
    wasi_snapshot_preview1: wasi,
  });
  guest.__wasm_call_ctors();
  guest.init();
  const [side, inputs, outputs, matrix] = [64, 32, 64, 192];
  const made = [null];
  const tensor = (size) => {
    const values = new Float32Array(size);
    for (let i = 0; i < size; i++) values[i] = ((Math.imul(i, 0x9e3779b1) >>> 24) - 128) / 128;
    const address = copyInto(guest, new Uint8Array(values.buffer));
    guest.register_tensor(made.length, size, address);
    made.push({ address, size: 4 * size });
  };
  tensor(side * side * inputs);
  tensor(9 * inputs * outputs);
  tensor(outputs);
  tensor(side * side * outputs);
  tensor(9 * outputs);
  tensor(side * side * outputs);
  for (let i = 0; i < 3; i++) tensor(matrix * matrix);
  return () => {
    guest.FusedConv2D(1, 1, side, side, 2, 3, 3, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, inputs, outputs, 1, 0, 0, 4);
    guest.FusedDepthwiseConv2D(4, 1, side, side, 5, 3, 3, 3, 1, 1, 1, 1, 1, 1, 1, 1, 1, outputs, outputs, 1, 0, 0, 6);
    const shapes = copyInto(guest, new Uint8Array(Int32Array.of(1, matrix, matrix).buffer));
    guest.BatchMatMul(7, shapes, 3, 8, shapes, 3, 0, 0, 9);
    guest.free(shapes);
    return Buffer.concat([4, 6, 9].map((i) => bytesAt(guest, made[i].address, made[i].size)));
  };
}

// The package's own host, as it is.
async function webp() {
  const codec = path.join(folder, "@jsquash/webp/codec/enc/webp_enc_simd.js");
  const wasmBinary = read("@jsquash/webp/codec/enc/webp_enc_simd.wasm");
  const { defaultOptions } = await import(pathToFileURL(path.join(folder, "@jsquash/webp/meta.js")));
  const guest = await (await import(pathToFileURL(codec))).default({ wasmBinary });
  const [width, height] = [768, 512];
  const picture = new Uint8Array(width * height * 4);
  let at = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      picture.set([Math.floor((x * x) / 64) + y * 3, (x * 5) ^ (y * 3), (x * y) >> 5, 255], at);
      at += 4;
    }
  }
  return () => guest.encode(picture, width, height, defaultOptions);
}

// The package's own host, as it is.
async function dartformat() {
  const { format } = await import(pathToFileURL(path.join(folder, "@wasm-fmt/dart_fmt/dart_fmt_node.js")));
  let source = "import 'dart:math';\n";
  for (let i = 0; i < 300; i++) {
    source +=
      `int f${i}(int a,{required String name,List<int>? rest}){if(a>${i}){` +
      "for(var i=0;i<a;i++){print('$name ${rest?.length??0} '+i.toString());}" +
      `return f${i}(a-1,name:name,rest:[...?rest,a,a*2,a+${i}]);}` +
      "final map={'key':a,'other':[1,2,3].map((e)=>e*a).where((e)=>e.isEven)};" +
      `switch(map.length){case 1:return a;default:return max(a,${i});}}\n`;
  }
  return () => Buffer.from(format(source, "many.dart"));
}

const run = await { argon2, dartformat, tensors, webp }[program]();
for (let i = 0; i < Number(iterations); i++) {
  const start = process.hrtime.bigint();
  const result = run();
  const nanos = process.hrtime.bigint() - start;
  console.log(`${nanos} ${crypto.createHash("md5").update(result).digest("hex")}`);
}
