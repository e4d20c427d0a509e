#!/usr/bin/env bash
# Builds hello.wasm again; needs clang, lld, wasi-libc and the clang runtime library for wasm32.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
objects=$(mktemp -d)
trap 'rm -r "$objects"' EXIT
clang --target=wasm32-wasi -isystem /usr/include/wasm32-wasi -O2 -c -o "$objects/hello.o" hello.c
# Linked in a step of its own: with -O, clang would have the function names removed.
clang --target=wasm32-wasi --sysroot=/usr -L/usr/lib/wasm32-wasi -Wl,--strip-debug -o hello.wasm "$objects/hello.o"
chmod 644 hello.wasm
