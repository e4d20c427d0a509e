package org.wasm2java.conformance.spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.wasm2java.conformance.Tsv;

/** The tables and the summary that a run of the suite leaves behind. */
record SpecReport(List<ScriptResult> results) {
  /**
   * Writes {@code <name>-report.tsv} with a row per script, and one file each for the commands that
   * failed, were not run, and were rejected in other words.
   */
  void write(Path folder, String name) throws IOException {
    Tsv.write(
        folder.resolve(name + "-report.tsv"),
        "group file passed failed not_run",
        results.stream().map(SpecReport::row).toList());
    Tsv.write(
        folder.resolve(name + "-failures.tsv"),
        "group file line command expected got",
        rows(Outcome.Failed.class, outcome -> List.of(outcome.expected(), outcome.got())));
    Tsv.write(
        folder.resolve(name + "-not-run.tsv"),
        "group file line command cause detail",
        rows(Outcome.NotRun.class, outcome -> List.of(outcome.cause(), outcome.detail())));
    Tsv.write(
        folder.resolve(name + "-phrases.tsv"),
        "group file line command phrase message",
        rows(
            Outcome.PassedInOtherWords.class,
            outcome -> List.of(outcome.phrase(), outcome.message())));
  }

  private static List<Object> row(ScriptResult result) {
    Script script = result.script();
    return List.of(
        script.group(), script.file(), result.passed(), result.failed(), result.notRun());
  }

  private <O extends Outcome> List<List<Object>> rows(
      Class<O> kind, Function<O, List<String>> columns) {
    List<List<Object>> rows = new ArrayList<>();
    for (ScriptResult result : results) {
      for (CommandResult command : result.results()) {
        if (kind.isInstance(command.outcome())) {
          List<Object> row = new ArrayList<>();
          row.add(result.script().group());
          row.add(result.script().file());
          row.add(command.line());
          row.add(command.command());
          row.addAll(columns.apply(kind.cast(command.outcome())));
          rows.add(row);
        }
      }
    }
    return rows;
  }

  /** Returns one line a group, one a kind of rejection, and one a cause of commands not run. */
  String summary() {
    List<String> lines = new ArrayList<>();
    byGroup().forEach((group, scripts) -> lines.add(line(group, scripts)));
    lines.add(line("all groups", results));
    lines.add(rejections("assert_malformed"));
    lines.add(rejections("assert_invalid"));
    causes().forEach((cause, count) -> lines.add("not run for " + cause + ": " + count));
    return String.join(System.lineSeparator(), lines);
  }

  /** Returns the results of each group, in the order of the scripts. */
  Map<String, List<ScriptResult>> byGroup() {
    return results.stream()
        .collect(
            Collectors.groupingBy(
                result -> result.script().group(), LinkedHashMap::new, Collectors.toList()));
  }

  private static String line(String name, List<ScriptResult> scripts) {
    return "%-13s %3d scripts: %6d passed, %5d failed, %6d not run, %4d in other words"
        .formatted(
            name,
            scripts.size(),
            sum(scripts, ScriptResult::passed),
            sum(scripts, ScriptResult::failed),
            sum(scripts, ScriptResult::notRun),
            sum(scripts, ScriptResult::phraseDiffers));
  }

  private static int sum(List<ScriptResult> scripts, ToIntFunction<ScriptResult> count) {
    return scripts.stream().mapToInt(count).sum();
  }

  private String rejections(String command) {
    Predicate<CommandResult> run =
        result -> result.command().equals(command) && !(result.outcome() instanceof Outcome.NotRun);
    long all = count(run);
    long rejected = count(run.and(result -> !(result.outcome() instanceof Outcome.Failed)));
    long inOtherWords =
        count(run.and(result -> result.outcome() instanceof Outcome.PassedInOtherWords));
    return "%s: %d of %d binary modules rejected as such, %d of them in other words"
        .formatted(command, rejected, all, inOtherWords);
  }

  private long count(Predicate<CommandResult> wanted) {
    return results.stream().flatMap(result -> result.results().stream()).filter(wanted).count();
  }

  private Map<String, Integer> causes() {
    Map<String, Integer> causes = new TreeMap<>();
    for (ScriptResult result : results) {
      for (CommandResult command : result.results()) {
        if (command.outcome() instanceof Outcome.NotRun notRun) {
          causes.merge(notRun.cause(), 1, Integer::sum);
        }
      }
    }
    return causes;
  }
}
