package org.wasm2java.aot.split;

import java.util.List;
import java.util.regex.Pattern;

/** Patterns of names, in which {@code *} stands for any characters and {@code ?} for one. */
public final class NamePatterns {
  private final List<Pattern> patterns;

  private NamePatterns(List<Pattern> patterns) {
    this.patterns = patterns;
  }

  /** Returns these patterns. */
  public static NamePatterns of(List<String> globs) {
    return new NamePatterns(globs.stream().map(NamePatterns::pattern).toList());
  }

  /** Returns whether one of the patterns matches a whole name. */
  public boolean matches(String name) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(name).matches());
  }

  private static Pattern pattern(String glob) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      regex.append(c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
