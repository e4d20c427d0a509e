package com.example.logs;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.wasm2java.runtime.ExitException;
import org.wasm2java.runtime.Store;
import org.wasm2java.wasi.Wasi;
import org.wasm2java.wasi.WasiPreview1;

/**
 * Runs {@code splitlog.c} on files that exist in memory only. The program opens, lists and appends
 * to them as it would on a disk.
 */
public final class LogSplitter {
  /**
   * Sorts the lines of logs by their level.
   *
   * @param logs the text of each log by its file name
   * @return the text of each file that the program wrote, by its name
   * @throws IOException if the program fails, with what it said
   */
  public SortedMap<String, String> split(Map<String, String> logs) throws IOException {
    try (FileSystem memory = Jimfs.newFileSystem(Configuration.unix())) {
      Path in = Files.createDirectory(memory.getPath("/logs"));
      Path out = Files.createDirectory(memory.getPath("/levels"));
      for (Map.Entry<String, String> log : logs.entrySet()) {
        Files.writeString(in.resolve(log.getKey()), log.getValue());
      }
      run(in, out);
      return contents(out);
    }
  }

  private static void run(Path in, Path out) throws IOException {
    ByteArrayOutputStream errors = new ByteArrayOutputStream();
    try (WasiPreview1 wasi =
        Wasi.builder()
            .args("splitlog", "/in", "/out")
            .readOnly("/in", in)
            .preopen("/out", out)
            .stderr(errors)
            .build()) {
      SplitLog.instantiate(new Store().add(wasi))._start();
    } catch (ExitException e) {
      if (e.exitCode() != 0) {
        throw new IOException(errors.toString(StandardCharsets.UTF_8));
      }
    }
  }

  private static SortedMap<String, String> contents(Path folder) throws IOException {
    SortedMap<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        contents.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return contents;
  }
}
