// Prints what random modules do, as RandomSweep does: node random.mjs FOLDER FIRST_SEED END SKIPPED_EVERY
import fs from "node:fs";

const [folder, first, end, skippedEvery] = [process.argv[2], ...process.argv.slice(3).map(Number)];
const scratch = new DataView(new ArrayBuffer(8));

function value(text) {
  const [type, bits] = text.split(":");
  switch (type) {
    case "I32":
      return Number(bits);
    case "I64":
      return BigInt(bits);
    case "F32":
      scratch.setInt32(0, Number(bits));
      return scratch.getFloat32(0);
    default:
      scratch.setBigInt64(0, BigInt(bits));
      return scratch.getFloat64(0);
  }
}

function text(type, value) {
  if (type === "F32") {
    scratch.setFloat32(0, value);
    return Number.isNaN(value) ? "7fc00000" : scratch.getUint32(0).toString(16);
  } else if (type === "F64") {
    scratch.setFloat64(0, value);
    return Number.isNaN(value) ? "7ff8000000000000" : scratch.getBigUint64(0).toString(16);
  }
  if (type === "REFERENCE") return value === null ? "null" : "ref";
  return value.toString();
}

function texts(types, results) {
  if (types === "-") return "";
  const values = Array.isArray(results) ? results : [results];
  return types.split(",").map((type, i) => " " + text(type, values[i])).join("");
}

const TRAPS = [
  [/^unreachable/, "UNREACHABLE"],
  [/^(divide|remainder) by zero/, "DIVIDE_BY_ZERO"],
  [/unrepresentable/, "UNREPRESENTABLE"],
  [/memory access out of bounds/, "MEMORY"],
  [/null function or function signature mismatch/, "CALLEE"],
  [/table|element segment/, "TABLE"],
  [/call stack/, "STACK"],
  [/dereferencing a null pointer/, "NULL_REFERENCE"],
  [/illegal cast/, "CAST_FAILURE"],
  [/array element access out of bounds/, "OUT_OF_BOUNDS_ARRAY_ACCESS"],
  [/requested new array is too large/, "ARRAY_TOO_LARGE"],
  [/data segment/, "MEMORY"],
  [/rethrowing null value/, "NULL_EXCEPTION_REFERENCE"],
];

class HostError extends Error {}

function failure(error, tags) {
  if (error instanceof HostError) return " fails " + error.message;
  if (error instanceof WebAssembly.Exception) {
    const [, tag, types] = tags.find(([, tag]) => error.is(tag));
    const names = types === "-" ? [] : types.split(",");
    const shown = (name, i) => (name === "V128" ? "vector" : text(name, error.getArg(tag, i)));
    return " throws" + names.map((name, i) => " " + shown(name, i)).join("");
  }
  const found = TRAPS.find(([message]) => message.test(error.message));
  if (!found) throw error;
  return " traps " + found[1];
}

function hash(memory) {
  let hash = 0x811c9dc5;
  for (const byte of new Uint8Array(memory.buffer)) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash | 0;
}

function run(seed) {
  let host = 0;
  const tags = [];
  const env = {
    h: (value) => {
      host = (Math.imul(host, 31) + value) | 0;
      if (tags.length > 0 && host % 8 === 0) throw new HostError("host " + value);
      return host ^ (value >>> 3);
    },
    pair: (number, long) => {
      host = (Math.imul(host, 31) + number + Number(BigInt.asIntN(32, long))) | 0;
      return [long ^ BigInt(host), host];
    },
  };
  const module = new WebAssembly.Module(fs.readFileSync(`${folder}/m${seed}.wasm`));
  const instance = new WebAssembly.Instance(module, { env }).exports;
  const lines = fs.readFileSync(`${folder}/m${seed}.calls`, "utf8").trimEnd().split("\n");
  const fields = lines.map((line) => line.split(" "));
  const getters = fields.filter(([name]) => name === "get");
  for (const [name, tag, types] of fields) {
    if (name === "tag") tags.push([name, instance[tag], types]);
  }
  for (const [name, called, types, ...values] of fields) {
    if (name === "get" || name === "tag") continue;
    instance.refuel();
    let outcome;
    try {
      outcome = texts(types, instance[called](...values.map(value)));
    } catch (error) {
      outcome = failure(error, tags);
    }
    console.log(`${seed} ${name}${outcome}`);
    const memory = instance.memory;
    const globals = getters.map(([, getter, type]) => texts(type, instance[getter]())).join("");
    const pages = memory.buffer.byteLength / 65536;
    console.log(`${seed} host ${host} memory ${pages} ${hash(memory)}${globals}`);
  }
}

for (let seed = first; seed < end; seed++) {
  if (seed % skippedEvery !== skippedEvery - 1) run(seed);
}
