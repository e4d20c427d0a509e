package org.wasm2java.aot.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** All decision records have one form. */
class DecisionRecordsTest {
  private static final int MOST_LINES = 60;

  /** What each record says, in this order; it may say more between. */
  private static final List<String> PARAGRAPHS =
      List.of("**Question.** ", "**Answer.** ", "**What we gave up.** ", "**How we would notice");

  private static List<Path> records() throws IOException {
    try (Stream<Path> files = Files.list(MainSources.root().resolve("docs/adr"))) {
      return files.sorted().toList();
    }
  }

  /** Returns what is wrong with a record. */
  private static List<String> faults(String file, List<String> lines) {
    List<String> faults = new ArrayList<>();
    String number = file.substring(0, Math.min(4, file.length()));
    if (!number.matches("\\d{4}") || !lines.get(0).startsWith("# " + number + ": Why ")) {
      faults.add(file + " does not begin with '# " + number + ": Why '");
    }
    if (lines.stream().skip(1).anyMatch(line -> line.startsWith("#"))) {
      faults.add(file + " has headings");
    }
    if (lines.size() > MOST_LINES) {
      faults.add(file + " has " + lines.size() + " lines");
    }
    int from = 0;
    for (String paragraph : PARAGRAPHS) {
      while (from < lines.size() && !lines.get(from).startsWith(paragraph)) {
        from++;
      }
      if (from == lines.size()) {
        faults.add(file + " has no paragraph " + paragraph + "at its place");
        return faults;
      }
    }
    return faults;
  }

  @Test
  void recordsHaveOneForm() throws IOException {
    assertThat(records()).hasSizeGreaterThan(10);
    List<String> faults = new ArrayList<>();
    for (Path record : records()) {
      faults.addAll(faults(record.getFileName().toString(), Files.readAllLines(record)));
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void recordsOfOtherFormsAreFound() {
    List<String> good =
        List.of(
            "# 0007: Why it is so",
            "**Question.** Is it?",
            "**Answer.** Yes.",
            "**Evidence.** Seen.",
            "**What we gave up.** Much.",
            "**How we would notice that we were wrong.** Soon.");
    assertThat(faults("0007-why.md", good)).isEmpty();
    assertThat(faults("0008-why.md", good)).hasSize(1);
    List<String> headings = new ArrayList<>(good);
    headings.set(1, "## Question");
    assertThat(faults("0007-why.md", headings)).hasSize(2);
    List<String> unordered = new ArrayList<>(good);
    unordered.add(1, unordered.remove(2));
    assertThat(faults("0007-why.md", unordered)).hasSize(1);
    List<String> open = good.subList(0, 5);
    assertThat(faults("0007-why.md", open)).hasSize(1);
  }
}
