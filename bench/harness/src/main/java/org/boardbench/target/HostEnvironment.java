package org.boardbench.target;

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
 * @param inherited the harness's own environment; no command gets it as it is
 * @param variables the environment of every command: what of the harness's own may reach a server,
 *     with the JDK as {@code JAVA_HOME} and its {@code bin}, then the project's {@code .tools/bin},
 *     first on the {@code PATH}
 * @param prefix the words that every command of a target begins with
 */
public record HostEnvironment(
    Path root,
    Path jdk,
    Map<String, String> inherited,
    Map<String, String> variables,
    List<String> prefix) {
  public HostEnvironment {
    inherited = Map.copyOf(inherited);
    variables = Map.copyOf(variables);
    prefix = List.copyOf(prefix);
  }

  /** The environment of this JVM, for the project in {@code root}. */
  public static HostEnvironment of(Path root) {
    return of(root, Path.of(System.getProperty("java.home")), System.getenv());
  }

  static HostEnvironment of(Path root, Path jdk, Map<String, String> inherited) {
    return new HostEnvironment(
            root.toAbsolutePath().normalize(), jdk, inherited, Map.of(), List.of())
        .with(AllowedVariables.forServers(inherited));
  }

  /** The same with what package managers need to reach their registries. */
  HostEnvironment forBuilds() {
    return with(AllowedVariables.forBuilds(inherited));
  }

  /** The same with what tells Docker's client which engine is meant. */
  public HostEnvironment forDocker() {
    return with(AllowedVariables.forDocker(inherited));
  }

  private HostEnvironment with(Map<String, String> allowed) {
    Map<String, String> complete = new HashMap<>(allowed);
    complete.put("JAVA_HOME", jdk.toString());
    complete.put(
        "PATH",
        String.join(
            File.pathSeparator,
            jdk.resolve("bin").toString(),
            root.resolve(".tools").resolve("bin").toString(),
            inherited.getOrDefault("PATH", "/usr/bin:/bin")));
    return new HostEnvironment(root, jdk, inherited, complete, prefix);
  }

  /** The same for commands that begin with {@code words}. */
  HostEnvironment startingWith(List<String> words) {
    return new HostEnvironment(root, jdk, inherited, variables, words);
  }

  /** A whole command. */
  List<String> command(List<String> words) {
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
