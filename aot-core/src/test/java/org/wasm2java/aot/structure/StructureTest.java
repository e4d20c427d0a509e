package org.wasm2java.aot.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.wasm2java.aot.instruction.Opcode;
import org.wasm2java.aot.structure.MainSources.MainSource;

/** Holds the rules of CONTRIBUTING.md that neither the compiler nor the formatter knows. */
class StructureTest {
  private static final int MOST_FILE_LINES = 500;
  private static final Pattern EMPTY_NAME = Pattern.compile(".*(Impl|Utils?|Helper|Manager)");
  private static final Pattern SUPPRESSION = Pattern.compile("@SuppressWarnings\\([^)]*\\)");
  private static final Pattern TODO = Pattern.compile("\\b(TODO|FIXME|XXX)\\b(?!.*GH-\\d+)");

  /** A name of a module that is put into a text as it is. */
  private static final Pattern RAW_NAME =
      Pattern.compile(
          "(\\+ |append\\()(([a-zA-Z]+(\\(\\))?\\.)*"
              + "(field|module|exportName|moduleName|functionName|localName)\\(\\w*\\)"
              + "|([a-zA-Z]+\\.)*(declared|export|section|function)\\.name\\(\\)|exportName)"
              + "( |;|\\)|$|,)");

  private static final Pattern CONSOLE = Pattern.compile("\\bSystem\\.(out|err)\\b");

  /** Absolute paths of a machine, and hosts that serve packages: neither belongs into code. */
  private static final Pattern PLACE =
      Pattern.compile(
          "\"/(home|root|tmp|usr|opt|work|var|etc)\\b|[A-Z]:\\\\\\\\|/usr/lib/|/home/|/root/"
              + "|repo1?\\.maven|maven\\.org|mvnrepository|registry\\.npmjs|pypi\\.org|crates\\.io");

  /** A row of an opcode table, or the comment above a group of rows. */
  private static final Pattern ROW_OR_HEADING = Pattern.compile("  (// .*|[A-Z0-9_]+\\(.*\\)[,;])");

  private static final List<MainSource> SOURCES = MainSources.all();
  private static final ParsedSources PARSED = new ParsedSources(SOURCES);

  /** Returns the lines on which a pattern is found. */
  private static List<String> lines(List<MainSource> sources, Pattern pattern) {
    List<String> found = new ArrayList<>();
    for (MainSource source : sources) {
      for (int i = 0; i < source.lines().size(); i++) {
        if (pattern.matcher(source.lines().get(i)).find()) {
          found.add(source.path() + ":" + (i + 1) + " " + source.lines().get(i).strip());
        }
      }
    }
    return found;
  }

  @Test
  void sourcesOfAllModulesAreFound() {
    assertThat(SOURCES).extracting(MainSource::path).anyMatch(path -> path.startsWith("aot-core/"));
    assertThat(SOURCES)
        .extracting(MainSource::path)
        .anyMatch(path -> path.startsWith("runtime-support/"));
    assertThat(PARSED.methods()).hasSizeGreaterThan(1000);
  }

  @Test
  void filesAreShort() {
    assertThat(SOURCES)
        .filteredOn(source -> source.lines().size() > MOST_FILE_LINES)
        .extracting(MainSource::path)
        .isEmpty();
  }

  @Test
  void namesSayWhatATypeIs() {
    assertThat(PARSED.types())
        .filteredOn(type -> EMPTY_NAME.matcher(type.name()).matches())
        .isEmpty();
  }

  @Test
  void publicTypesHaveJavadoc() {
    assertThat(PARSED.types()).filteredOn(type -> type.isPublic() && !type.documented()).isEmpty();
  }

  /** Those that people can use: packages that are exported to everybody. */
  @Test
  void publicTypesOfTheRuntimeHaveAnExample() {
    Set<String> exported = new TreeSet<>();
    for (String packageName : RuntimeSignaturesTest.exported()) {
      exported.add("runtime-support/src/main/java/" + packageName.replace('.', '/'));
    }
    assertThat(PARSED.types())
        .filteredOn(
            type -> exported.contains(type.path().substring(0, type.path().lastIndexOf('/'))))
        .filteredOn(type -> type.isPublic() && type.isTop() && !type.hasExample())
        .extracting(ParsedSources.ParsedType::path)
        .isEmpty();
  }

  @Test
  void packagesSayWhatTheyAreFor() {
    Set<String> packages = new TreeSet<>();
    Set<String> described = new TreeSet<>();
    for (MainSource source : SOURCES) {
      String folder = source.path().substring(0, source.path().lastIndexOf('/') + 1);
      if (source.fileName().equals("package-info.java")) {
        described.add(folder);
      } else if (!source.fileName().equals("module-info.java")) {
        packages.add(folder);
      }
    }
    assertThat(described).containsAll(packages);
  }

  @Test
  void suppressionsHaveAReason() {
    assertThat(lines(SOURCES, SUPPRESSION)).allMatch(line -> line.contains(" // "));
  }

  @Test
  void whatIsLeftToDoHasAnIssue() {
    assertThat(lines(SOURCES, TODO)).isEmpty();
  }

  @Test
  void theTranslatorDoesNotPrint() {
    List<MainSource> core =
        SOURCES.stream().filter(source -> source.path().startsWith("aot-core/")).toList();
    assertThat(lines(core, CONSOLE)).isEmpty();
  }

  @Test
  void codeNamesNoMachineAndNoPackageServer() {
    assertThat(lines(SOURCES, PLACE)).isEmpty();
  }

  /** What people are shown of a module's names goes through the one function that escapes them. */
  @Test
  void namesOfModulesAreShownEscaped() {
    // The package source writes Java, whose text is checked as a whole.
    assertThat(lines(SOURCES, RAW_NAME))
        .filteredOn(line -> !line.contains(" * ") && !line.contains("/aot/source/"))
        .isEmpty();
    assertThat(RAW_NAME.matcher("text + declared.field() + text").find()).isTrue();
    assertThat(RAW_NAME.matcher("text + ShownText.of(declared.field())").find()).isFalse();
  }

  @Test
  void logicIsWrittenOnce() {
    assertThat(Duplicates.of(SOURCES)).isEmpty();
  }

  @Test
  void aRowOfAnOpcodeTableIsOneLine() {
    List<MainSource> tables = SOURCES.stream().filter(MainSource::isOpcodeTable).toList();
    assertThat(tables).hasSize(Opcode.class.getPermittedSubclasses().length);
    for (MainSource table : tables) {
      int first = table.lines().indexOf(heading(table)) + 1;
      assertThat(first).as(table.path()).isPositive();
      List<String> behind = table.lines().subList(first, table.lines().size());
      assertThat(behind.subList(0, behind.indexOf("")))
          .as(table.path())
          .allMatch(line -> ROW_OR_HEADING.matcher(line).matches())
          .last(STRING)
          .endsWith(";");
    }
  }

  private static String heading(MainSource table) {
    String name = table.fileName().substring(0, table.fileName().indexOf('.'));
    return "public enum " + name + " implements Opcode {";
  }
}
