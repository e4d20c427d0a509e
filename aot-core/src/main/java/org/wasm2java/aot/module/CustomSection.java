package org.wasm2java.aot.module;

/** A custom section: its name and where its contents are in the file. */
public record CustomSection(String name, int start, int length) {}
