package org.wasm2java.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassNamesTest {
  @ParameterizedTest
  @CsvSource({
    "hello.wasm,            Hello",
    "some/where/hello.wasm, Hello",
    "speed-test_v1.wasm,    SpeedTestV1",
    "sqlite3.opt.wasm,      Sqlite3Opt",
    "module,                ModuleWasm",
    "2048.wasm,             Wasm2048",
    ".hidden,               Hidden",
    "+.wasm,                Wasm",
    "string.wasm,           StringWasm",
    "store.wasm,            StoreWasm",
    "set.wasm,              SetWasm",
    "data.wasm,             DataWasm",
    "frame3.wasm,           Frame3Wasm",
    "record.wasm,           RecordWasm",
    "größe.wasm,            Größe"
  })
  void classNameIsMadeFromTheFileName(String file, String expected) {
    assertThat(ClassNames.fromFile(Path.of(file))).isEqualTo(expected);
  }
}
