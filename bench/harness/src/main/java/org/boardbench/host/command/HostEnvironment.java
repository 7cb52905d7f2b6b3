package org.boardbench.host.command;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What this machine gives to the commands of targets.
 *
 * @param root the project's folder
 * @param jdk home of the JDK that runs the harness, and so every Java target
 * @param inherited the user's environment; no command gets it as it is
 * @param allowed what of it may reach commands
 * @param variables the environment of every command: what of the harness's own may reach a server,
 *     with the JDK as {@code JAVA_HOME} and its {@code bin}, then the project's {@code .tools/bin},
 *     first on the {@code PATH}
 * @param prefix the words that every command of a target begins with
 */
public record HostEnvironment(
    Path root,
    Path jdk,
    Map<String, String> inherited,
    AllowedVariables allowed,
    Map<String, String> variables,
    List<String> prefix) {
  /** What {@code bench/boardbench} keeps from the JVMs that measure and keeps for builds. */
  private static final String KEPT_JAVA_OPTIONS = "BOARDBENCH_BUILD_JAVA_OPTIONS";

  public HostEnvironment {
    inherited = Map.copyOf(inherited);
    variables = Map.copyOf(variables);
    prefix = List.copyOf(prefix);
  }

  /** The environment of this JVM, for the project in {@code root}. */
  public static HostEnvironment of(Path root) {
    return of(root, Path.of(System.getProperty("java.home")), System.getenv());
  }

  public static HostEnvironment of(Path root, Path jdk, Map<String, String> inherited) {
    Map<String, String> users = new HashMap<>(inherited);
    Optional.ofNullable(users.remove(KEPT_JAVA_OPTIONS))
        .ifPresent(options -> users.put("JAVA_TOOL_OPTIONS", options));
    return new HostEnvironment(
            root.toAbsolutePath().normalize(),
            jdk,
            users,
            AllowedVariables.GENERAL,
            Map.of(),
            List.of())
        .allowing(AllowedVariables.NONE);
  }

  /** The same for servers that {@code more} may reach too. */
  public HostEnvironment allowing(AllowedVariables more) {
    AllowedVariables either = allowed.and(more);
    return new HostEnvironment(root, jdk, inherited, either, variables, prefix)
        .with(either.forServers(inherited));
  }

  /** The same with what package managers need to reach their registries. */
  public HostEnvironment forBuilds() {
    return with(allowed.forBuilds(inherited));
  }

  /** Those of {@link #variables} that decide what a build makes. */
  public Map<String, String> decidingBuilds() {
    return allowed.decidingBuilds(variables);
  }

  /** The same with what tells Docker's client which engine is meant. */
  public HostEnvironment forDocker() {
    return with(allowed.forDocker(inherited));
  }

  /** The same with what git looks at before it trusts a folder. */
  public HostEnvironment forGit() {
    return with(allowed.forGit(inherited));
  }

  private HostEnvironment with(Map<String, String> chosen) {
    Map<String, String> complete = new HashMap<>(chosen);
    complete.put("JAVA_HOME", jdk.toString());
    complete.put(
        "PATH",
        String.join(
            File.pathSeparator,
            jdk.resolve("bin").toString(),
            root.resolve(".tools").resolve("bin").toString(),
            inherited.getOrDefault("PATH", "/usr/bin:/bin")));
    return new HostEnvironment(root, jdk, inherited, allowed, complete, prefix);
  }

  /** The same for commands that begin with {@code words}. */
  public HostEnvironment startingWith(List<String> words) {
    return new HostEnvironment(root, jdk, inherited, allowed, variables, words);
  }

  /** A whole command. */
  public List<String> command(List<String> words) {
    return Stream.concat(prefix.stream(), words.stream()).toList();
  }

  /** Where a command named {@code program} would be found. */
  public Optional<Path> which(String program) {
    return Arrays.stream(variables.get("PATH").split(File.pathSeparator, -1))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder).resolve(program))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst();
  }
}
