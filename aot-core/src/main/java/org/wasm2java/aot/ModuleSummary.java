package org.wasm2java.aot;

import java.util.List;

/**
 * What a module is made of, as lines for people.
 *
 * @param byteSize the size of the file in bytes
 * @param imports one line per import
 * @param exports one line per export
 * @param memories one line per memory
 * @param tables one line per table
 * @param features the extensions that it really uses
 * @param functionCount how many functions it defines
 * @param biggestFunctions the largest functions by the size of their code
 * @param untranslatable one line per extension that this version cannot translate, with the number
 *     of its uses and the first; empty if it can translate all
 * @param use whether the module is a command, and what it has to be given
 */
public record ModuleSummary(
    long byteSize,
    List<String> imports,
    List<String> exports,
    List<String> memories,
    List<String> tables,
    List<String> features,
    int functionCount,
    List<String> biggestFunctions,
    List<String> untranslatable,
    ModuleUse use) {
  /** Copies the lists. */
  public ModuleSummary {
    imports = List.copyOf(imports);
    exports = List.copyOf(exports);
    memories = List.copyOf(memories);
    tables = List.copyOf(tables);
    features = List.copyOf(features);
    biggestFunctions = List.copyOf(biggestFunctions);
    untranslatable = List.copyOf(untranslatable);
  }
}
