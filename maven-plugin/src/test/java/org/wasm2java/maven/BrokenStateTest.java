package org.wasm2java.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Kept state that is damaged, or says what is not so: everything is made anew, nothing is lost. */
class BrokenStateTest {
  private static final FileTime LONG_AGO = FileTime.from(Instant.EPOCH);

  @TempDir private Path folder;
  private TestProject project;
  private Path generated;

  @BeforeEach
  void makeProject() throws Exception {
    project = TestProject.in(folder.resolve("a")).generate("com.acme.Add");
    generated = project.sources().resolve("com/acme/Add.java");
    Files.setLastModifiedTime(generated, LONG_AGO);
  }

  @Test
  void emptyRecordIsNone() throws Exception {
    assertIsNone("");
  }

  @Test
  void cutRecordIsNone() throws Exception {
    String text = Files.readString(project.record());
    for (int length = 0; length < text.length(); length += 17) {
      assertThat(RecordText.read(bytes(text.substring(0, length)))).isEmpty();
    }
    assertThat(RecordText.read(bytes(text.substring(0, text.length() - 1)))).isEmpty();
    assertIsNone(text.substring(0, text.lastIndexOf("file")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"\0\0\0\0", "end\t", "\uFFFF\n\t\n", "{\"modules\": []}\n", "\\q\tx\n"})
  void garbageIsNoRecord(String garbage) throws Exception {
    assertIsNone(garbage);
    assertThat(RecordText.read(sealed(garbage))).isEmpty();
  }

  @Test
  void recordWithAChangedByteIsNone() throws Exception {
    assertIsNone(Files.readString(project.record()).replace("Add.java", "Bad.java"));
  }

  @Test
  void recordOfAnotherVersionIsNone() throws Exception {
    String text = Files.readString(project.record());
    String body = text.substring(0, text.lastIndexOf("end\t"));
    assertThat(RecordText.read(sealed(body))).isPresent();
    assertThat(RecordText.read(sealed(body.replace("record 1", "record 2")))).isEmpty();
  }

  @Test
  void folderInPlaceOfTheRecordIsNone() throws Exception {
    Files.delete(project.record());
    Files.createDirectories(project.record().resolve("x"));

    TestProject next = project.generate("com.acme.Add");

    assertIsMadeAnew(next);
    assertThat(project.record().resolve("x")).exists();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../../kept.java", "/kept.java", "com/../../kept.java", "./kept.java", ""})
  void recordWhosePathsLeadOutIsNone(String path) throws Exception {
    Path kept = Files.writeString(folder.resolve("kept.java"), "kept");
    String target = path.startsWith("/") ? kept.toString() : path;
    String text = Files.readString(project.record());
    String body = text.substring(0, text.lastIndexOf("end\t"));

    String file = body.replace("com/acme/Add.java", target);
    String name = body.replace("build/generated-sources/wasm2java", target);

    for (String hostile : new String[] {file, name}) {
      Files.write(project.record(), sealed(hostile));
      project.generate("com.acme.Sum");
      assertThat(kept).hasContent("kept");
      assertThat(RecordText.read(sealed(hostile))).isEmpty();
    }
  }

  @Test
  void namesWithSpecialCharactersAreKept() {
    ModuleKey key =
        new ModuleKey("a:b", "tab\tline\nback\\slash\r\u2028", "com.acme.Gr\u00f6\u00dfe");
    GenerationRecord record =
        GenerationRecord.EMPTY.with(
            key,
            RecordedModule.of(
                "inputs",
                Map.of(new OutputPath("build/a b\t", "x y"), new byte[1]),
                RecordedModule.ServiceLine.of("base", Map.of("s", bytes("line\n")))));

    assertThat(RecordText.read(RecordText.of(record))).contains(record);
  }

  @Test
  void editedFileThatIsNoLongerMadeStays() throws Exception {
    Files.writeString(generated, "edited");

    TestProject next = project.generate("com.acme.Sum");

    assertThat(generated).hasContent("edited");
    assertThat(next.warnings).singleElement().asString().contains(generated.toString(), "changed");
  }

  @Test
  void editedFileThatIsStillMadeIsMadeAnew() throws Exception {
    Files.writeString(generated, "edited");

    assertIsMadeAnew(project.generate("com.acme.Add"));
  }

  @Test
  void linkInPlaceOfAFileGoesNotWhatItLeadsTo() throws Exception {
    Path other = folder.resolve("Other.java");
    Files.move(generated, other);
    Files.createSymbolicLink(generated, other);

    project.generate("com.acme.Sum");
    assertThat(generated).isSymbolicLink();
    assertThat(other).exists();

    Files.writeString(other, "of somebody else");
    assertIsMadeAnew(project.generate("com.acme.Add"));
    assertThat(generated).isRegularFile();
    assertThat(other).hasContent("of somebody else");
  }

  @ParameterizedTest
  @ValueSource(strings = {"target/generated-sources", "target/generated-sources/wasm2java/com"})
  void nothingIsDeletedThroughALink(String link) throws Exception {
    TestProject victim = TestProject.in(folder.resolve("victim")).generate("com.acme.Add");
    Path linked = project.base.resolve(link);
    Path elsewhere = victim.base.resolve(link);
    Files.move(linked, folder.resolve("moved"));
    Files.createSymbolicLink(linked, elsewhere);

    TestProject next = project.generate("com.acme.Sum");

    assertThat(victim.generated()).contains("Add.java");
    assertThat(next.warnings).isNotEmpty();
  }

  @Test
  void buildFolderMayBeALink() throws Exception {
    Path disk = folder.resolve("disk");
    Files.move(project.build, disk);
    Files.createSymbolicLink(project.build, disk);

    project.generate("com.acme.Sum");

    assertThat(project.generated()).contains("Sum.java").noneMatch(name -> name.startsWith("Add"));
  }

  @Test
  void folderInPlaceOfAFileIsNamed() throws Exception {
    Files.delete(generated);
    Files.createDirectory(generated);

    assertThatThrownBy(() -> project.generate("com.acme.Add"))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageContainingAll(generated.toString(), "is a folder");
    project.generate("com.acme.Sum");
    assertThat(generated).isDirectory();
  }

  @Test
  void filesOutsideTheProjectAreReportedAndStay() throws Exception {
    Path outside = folder.resolve("outside");
    for (String className : new String[] {"com.acme.Old", "com.acme.New"}) {
      TestProject next = project.again();
      GenerateMojo mojo = next.goal("default", className);
      mojo.outputDirectory = outside.toFile();
      mojo.execute();
      project = next;
    }

    assertThat(outside.resolve("com/acme/Old.java")).exists();
    assertThat(project.warnings).anyMatch(text -> text.contains("Old.java"));
    assertThat(project.record()).content().doesNotContain(folder.toString());
  }

  @Test
  void handWrittenSourceIsNotReplaced() throws Exception {
    Path source = project.base.resolve("src/main/java/com/acme/Add.java");
    Files.createDirectories(source.getParent());
    Files.writeString(source, "class Add {}");
    GenerateMojo mojo = project.again().goal("default", "com.acme.Add");
    mojo.outputDirectory = project.base.resolve("src/main/java").toFile();

    assertThatThrownBy(mojo::execute)
        .hasMessageContainingAll(source.toString(), "not generated by wasm2java", "<className>");
    assertThat(source).hasContent("class Add {}");

    Files.delete(source);
    mojo.execute();
    Files.writeString(source, Files.readString(source) + "// edited");
    mojo.execute();
    assertThat(source).content().doesNotContain("edited");
  }

  @Test
  void stoppedBuildIsCompletedOrTidied() throws Exception {
    GenerationRecord before = RecordText.read(Files.readAllBytes(project.record())).orElseThrow();
    ModuleKey key = before.modules().firstKey();
    RecordedModule old = before.modules().get(key);
    Path extra = generated.resolveSibling("AddCode1.java");
    Files.writeString(extra, "of the new module");
    Map<OutputPath, byte[]> contents = new TreeMap<>();
    contents.put(
        new OutputPath("build/generated-sources/wasm2java", "com/acme/AddCode1.java"),
        Files.readAllBytes(extra));
    RecordedModule half =
        RecordedModule.of("new", contents, old.services()).unfinished(Optional.of(old));
    Files.write(project.record(), RecordText.of(before.with(key, half)));

    assertIsMadeAnew(project.generate("com.acme.Add"));

    assertThat(extra).doesNotExist();
  }

  @Test
  void serviceFileOfGarbageIsMended() throws Exception {
    Files.write(project.services(), new byte[] {0, 0, (byte) 0xFF, '\n', 'a', '.', 'B', '\n'});

    project.generate("com.acme.Add");

    assertThat(project.services()).hasContent("a.B\ncom.acme.Add$Descriptor\n");
  }

  private void assertIsNone(String text) throws Exception {
    Files.writeString(project.record(), text);
    TestProject next = project.generate("com.acme.Add");
    assertIsMadeAnew(next);
    assertThat(next.warnings).singleElement().asString().contains("generate.record", "damaged");
    Files.setLastModifiedTime(generated, LONG_AGO);
    project.generate("com.acme.Add");
    assertThat(Files.getLastModifiedTime(generated)).isEqualTo(LONG_AGO);
  }

  private void assertIsMadeAnew(TestProject build) throws IOException {
    assertThat(generated).content().contains("int add(int");
    assertThat(Files.getLastModifiedTime(generated)).isGreaterThan(LONG_AGO);
    assertThat(build.services()).hasContent("com.acme.Add$Descriptor\n");
  }

  /** Returns a text with the hash that makes it whole. */
  private static byte[] sealed(String text) {
    return bytes(text + "end\t" + new Hash().add(text).text() + "\n");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
