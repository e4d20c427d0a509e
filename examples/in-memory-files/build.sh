#!/usr/bin/env bash
# Builds splitlog.wasm again; needs clang, lld, wasi-libc and the clang runtime library for wasm32.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
objects=$(mktemp -d)
trap 'rm -r "$objects"' EXIT
clang --target=wasm32-wasi -isystem /usr/include/wasm32-wasi -O2 -c -o "$objects/splitlog.o" splitlog.c
# Linked in a step of its own: with -O, clang would have the function names removed.
clang --target=wasm32-wasi --sysroot=/usr -L/usr/lib/wasm32-wasi -Wl,--strip-debug -o splitlog.wasm "$objects/splitlog.o"
chmod 644 splitlog.wasm
