#!/usr/bin/env bash
# Builds pricing.wasm again; needs wat2wasm of wabt.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
wat2wasm --debug-names -o pricing.wasm pricing.wat
