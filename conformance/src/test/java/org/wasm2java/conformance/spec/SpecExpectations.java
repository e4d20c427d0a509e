package org.wasm2java.conformance.spec;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.wasm2java.conformance.Tsv;

/**
 * What holds today, from two checked-in tables: {@code groups.tsv} says per group how much there is
 * to run and which causes excuse a command from being run, {@code scripts.tsv} counts the commands
 * of each script that fail, are not run, or are rejected in other words. A script without a row has
 * none of them.
 */
final class SpecExpectations {
  private record Group(int scripts, int commands, Set<String> causes) {}

  private record Counts(int failed, int notRun, int phraseDiffers) {
    static final Counts NONE = new Counts(0, 0, 0);

    static Counts of(ScriptResult result) {
      return new Counts(result.failed(), result.notRun(), result.phraseDiffers());
    }

    boolean exceeds(Counts limit) {
      return failed > limit.failed || notRun > limit.notRun || phraseDiffers > limit.phraseDiffers;
    }

    @Override
    public String toString() {
      return failed + " failed, " + notRun + " not run, " + phraseDiffers + " in other words";
    }
  }

  private final Map<String, Group> groups = new HashMap<>();
  private final Map<String, Counts> scripts = new HashMap<>();

  private SpecExpectations() {}

  static SpecExpectations read() throws IOException {
    SpecExpectations expectations = new SpecExpectations();
    for (List<String> row : table("groups.tsv")) {
      Set<String> causes = Set.of(row.get(3).split(", "));
      expectations.groups.put(
          row.get(0),
          new Group(Integer.parseInt(row.get(1)), Integer.parseInt(row.get(2)), causes));
    }
    for (List<String> row : table("scripts.tsv")) {
      expectations.scripts.put(
          row.get(0) + "/" + row.get(1),
          new Counts(
              Integer.parseInt(row.get(2)),
              Integer.parseInt(row.get(3)),
              Integer.parseInt(row.get(4))));
    }
    return expectations;
  }

  private static List<List<String>> table(String name) throws IOException {
    try (InputStream in = SpecExpectations.class.getResourceAsStream("/spec/" + name)) {
      return Tsv.parse(
          new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  /** Returns a line for everything that is worse than stated in scripts that were run. */
  List<String> regressions(SpecReport report) {
    List<String> lines = new ArrayList<>();
    for (ScriptResult result : report.results()) {
      Counts stated = stated(result.script());
      if (Counts.of(result).exceeds(stated)) {
        lines.add(comparison(result, stated));
      }
      lines.addAll(unexcused(result));
    }
    return lines;
  }

  /** Returns a line for every script that does better than stated. */
  List<String> improvements(SpecReport report) {
    List<String> lines = new ArrayList<>();
    for (ScriptResult result : report.results()) {
      Counts stated = stated(result.script());
      if (stated.exceeds(Counts.of(result))) {
        lines.add(comparison(result, stated));
      }
    }
    return lines;
  }

  /**
   * Returns a line for every group that has not as many scripts and commands as stated.
   *
   * @param chosen the groups that were run; none for all
   */
  List<String> missing(SpecReport report, Set<String> chosen) {
    List<String> lines = new ArrayList<>();
    chosen.stream()
        .filter(name -> !groups.containsKey(name))
        .forEach(name -> lines.add("groups.tsv has no group " + name));
    Map<String, List<ScriptResult>> byGroup = report.byGroup();
    groups.forEach(
        (name, group) -> {
          List<ScriptResult> results = byGroup.getOrDefault(name, List.of());
          int commands = results.stream().mapToInt(result -> result.results().size()).sum();
          boolean run = chosen.isEmpty() || chosen.contains(name);
          if (run && (results.size() != group.scripts || commands != group.commands)) {
            lines.add(
                "%s: %d scripts with %d commands stated, %d with %d found"
                    .formatted(name, group.scripts, group.commands, results.size(), commands));
          }
        });
    return lines;
  }

  private Counts stated(Script script) {
    return scripts.getOrDefault(script.group() + "/" + script.file(), Counts.NONE);
  }

  private static String comparison(ScriptResult result, Counts stated) {
    return "%s/%s: stated %s; found %s"
        .formatted(result.script().group(), result.script().file(), stated, Counts.of(result));
  }

  private List<String> unexcused(ScriptResult result) {
    Script script = result.script();
    Group group = groups.get(script.group());
    if (group == null) {
      return List.of(script.group() + ": groups.tsv has no such group");
    }
    Map<String, String> firstByCause = new TreeMap<>();
    for (CommandResult command : result.results()) {
      if (command.outcome() instanceof Outcome.NotRun notRun
          && !group.causes.contains(notRun.cause())) {
        firstByCause.putIfAbsent(
            notRun.cause(),
            "%s/%s:%d: not run for a cause that groups.tsv does not allow: %s"
                .formatted(script.group(), script.file(), command.line(), notRun.detail()));
      }
    }
    return List.copyOf(firstByCause.values());
  }

  /** Writes the counts of a run as the new {@code scripts.tsv}. */
  static void writeScripts(Path file, SpecReport report) throws IOException {
    List<List<Object>> rows = new ArrayList<>();
    for (ScriptResult result : report.results()) {
      Counts counts = Counts.of(result);
      if (!counts.equals(Counts.NONE)) {
        Script script = result.script();
        rows.add(
            List.of(
                script.group(), script.file(), counts.failed, counts.notRun, counts.phraseDiffers));
      }
    }
    Tsv.write(file, "group file failed not_run in_other_words", rows);
  }
}
