package org.wasm2java.runtime.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;

/** What HotSpot's compilers look at before they inline a method of {@link Access}. */
class AccessShapeTest {
  /** C2 inlines methods of this size even where they are not hot ({@code MaxInlineSize}). */
  private static final int SMALL = 35;

  /** C1 inlines no method that needs more slots beside its parameters. */
  private static final int C1_INLINE_STACK_LIMIT = 10;

  private static final Pattern SLOTS =
      Pattern.compile("stack=(\\d+), locals=(\\d+), args_size=(\\d+)");
  private static final Pattern INSTRUCTION = Pattern.compile("^ +(\\d+): [a-z]");

  @Test
  void onlyTheSecondCompilerInlinesIt() throws Exception {
    List<String> methods = new ArrayList<>();
    int beyond = 0;
    int last = 0;
    for (String line : disassembled()) {
      Matcher slots = SLOTS.matcher(line);
      Matcher instruction = INSTRUCTION.matcher(line);
      if (line.startsWith("  public static ")) {
        methods.add(line.strip());
      } else if (slots.find()) {
        beyond = number(slots, 1) + number(slots, 2) - number(slots, 3);
      } else if (instruction.find()) {
        last = number(instruction, 1);
      } else if (line.contains("LineNumberTable") && !methods.isEmpty()) {
        String method = methods.get(methods.size() - 1);
        assertThat(beyond).as("slots of " + method).isGreaterThan(C1_INLINE_STACK_LIMIT);
        assertThat(last + 1).as("bytes of " + method).isLessThanOrEqualTo(SMALL);
      }
    }
    assertThat(methods).hasSize(20);
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static List<String> disassembled() throws Exception {
    Path classes =
        Path.of(Access.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    StringWriter text = new StringWriter();
    ToolProvider javap = ToolProvider.findFirst("javap").orElseThrow();
    int code =
        javap.run(
            new PrintWriter(text, true),
            new PrintWriter(text, true),
            "-v",
            "-cp",
            classes.toString(),
            Access.class.getName());
    assertThat(code).as(text.toString()).isZero();
    return text.toString().lines().toList();
  }
}
