package org.wasm2java.maven;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.jspecify.annotations.Nullable;

/**
 * The executions of the goal in a project: those of the POM, and what those that ran in this build
 * have made.
 */
final class Executions {
  /** The id of what a command line asks for, unless it names an execution. */
  private static final String COMMAND_LINE = "default-cli";

  private static final String DISABLED = "none";

  /** The hash of a file that is not made yet: no other file is like it. */
  static final String UNKNOWN = "";

  private final MojoExecution current;
  private final String project;
  private final Set<String> inPom;
  private final Set<String> neighbours;
  private final Map<String, Claim> claims;

  /**
   * @param context what Maven keeps for the plugin and the project while a build runs
   */
  Executions(
      MojoExecution current,
      MavenProject project,
      Collection<MavenProject> reactor,
      Map<Object, Object> context) {
    this.current = current;
    this.project = idOf(project);
    this.inPom = inPom(current, project);
    this.neighbours = neighbours(project, reactor);
    this.claims = claims(context, current.getGoal());
  }

  private static String idOf(MavenProject project) {
    return project.getGroupId() + ":" + project.getArtifactId();
  }

  private static Set<String> inPom(MojoExecution current, MavenProject project) {
    String key = Plugin.constructKey(current.getGroupId(), current.getArtifactId());
    @Nullable Plugin plugin = project.getPlugin(key);
    if (plugin == null) {
      return Set.of();
    }
    return plugin.getExecutions().stream()
        .filter(execution -> execution.getGoals().contains(current.getGoal()))
        .filter(execution -> !DISABLED.equals(execution.getPhase()))
        .map(execution -> execution.getId())
        .collect(Collectors.toSet());
  }

  /** Other projects of this build that have the same build folder, and so the same record. */
  private static Set<String> neighbours(MavenProject project, Collection<MavenProject> reactor) {
    String folder = project.getBuild().getDirectory();
    return reactor.stream()
        .filter(other -> folder.equals(other.getBuild().getDirectory()))
        .map(Executions::idOf)
        .filter(id -> !id.equals(idOf(project)))
        .collect(Collectors.toSet());
  }

  @SuppressWarnings("unchecked") // nobody else uses the key
  private static Map<String, Claim> claims(Map<Object, Object> context, String goal) {
    return (Map<String, Claim>)
        context.computeIfAbsent(
            Executions.class.getName() + "." + goal, key -> new ConcurrentHashMap<String, Claim>());
  }

  /** Returns the name of the goal. */
  String goal() {
    return current.getGoal();
  }

  /** Returns the key of what the execution that runs generates as a class. */
  ModuleKey key(String className) {
    return new ModuleKey(project, current.getExecutionId(), className);
  }

  /**
   * Returns whether nobody makes a module any more: its execution left the POM or makes another
   * class now. What a command line asked for stays until a command line or the POM replaces it.
   *
   * @param made the class that the execution that runs makes
   */
  boolean isGone(ModuleKey recorded, ModuleKey made) {
    if (!recorded.project().equals(project)) {
      return !neighbours.contains(recorded.project());
    }
    if (recorded.execution().equals(made.execution())) {
      return inPom.contains(made.execution()) && !recorded.className().equals(made.className());
    }
    return !inPom.contains(recorded.execution()) && !recorded.execution().equals(COMMAND_LINE);
  }

  /**
   * Records that the execution that runs makes files. Two may make the same file.
   *
   * @param hashes the hash of each file by its path, or {@link #UNKNOWN}
   * @throws MojoFailureException if another one has made another file of that path in this build
   */
  void claim(ModuleKey key, Map<String, String> hashes) throws MojoFailureException {
    if (current.getSource() == MojoExecution.Source.CLI) {
      // May ask for what an execution of the POM makes, too: to make it before the others.
      return;
    }
    for (Map.Entry<String, String> file : new TreeMap<>(hashes).entrySet()) {
      String path = file.getKey();
      Claim claim = new Claim(key, path, file.getValue());
      // Names that differ in case alone are one file on many disks.
      @Nullable Claim other = claims.putIfAbsent(path.toLowerCase(Locale.ROOT), claim);
      if (other != null && !other.allows(claim)) {
        throw new MojoFailureException(
            String.format(
                "className: the executions '%s' (%s) and '%s' (%s) both make %s; give one of them"
                    + " another <className>, or remove it",
                other.key().execution(),
                other.key().className(),
                key.execution(),
                key.className(),
                path));
      }
    }
  }

  /** That an execution makes a file. */
  private record Claim(ModuleKey key, String path, String hash) {
    boolean allows(Claim other) {
      boolean isSame = path.equals(other.path) && hash.equals(other.hash);
      return key.equals(other.key) || (isSame && !hash.equals(UNKNOWN));
    }
  }
}
