package com.example.logs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LogSplitterTest {
  private final LogSplitter splitter = new LogSplitter();

  @Test
  void linesOfAllLogsGoToTheFileOfTheirLevel() throws Exception {
    Map<String, String> logs =
        Map.of(
            "a.log", "INFO started\nWARN disk is 90 % full\n", "b.log", "INFO stopped\n  (dump)\n");

    assertEquals(
        Map.of(
            "INFO.log", "INFO started\nINFO stopped\n",
            "OTHER.log", "  (dump)\n",
            "WARN.log", "WARN disk is 90 % full\n"),
        splitter.split(logs));
  }

  @Test
  void noLogsGiveNoFiles() throws Exception {
    assertEquals(Map.of(), splitter.split(Map.of()));
  }
}
