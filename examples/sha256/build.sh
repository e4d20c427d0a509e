#!/usr/bin/env bash
# Builds sha256.wasm again; needs clang and lld.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
objects=$(mktemp -d)
trap 'rm -r "$objects"' EXIT
clang --target=wasm32 -O2 -fno-builtin -c -o "$objects/sha256.o" sha256.c
# Linked in a step of its own: with -O, clang would have the function names removed.
clang --target=wasm32 -nostdlib -Wl,--no-entry -o sha256.wasm "$objects/sha256.o"
chmod 644 sha256.wasm
