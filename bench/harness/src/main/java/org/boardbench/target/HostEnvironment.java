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
 * @param variables the environment of every command: the harness's own, with the JDK as {@code
 *     JAVA_HOME} and its {@code bin}, then the project's {@code .tools/bin}, first on the {@code
 *     PATH}
 * @param prefix the words that every command of a target begins with
 */
public record HostEnvironment(
    Path root, Path jdk, Map<String, String> variables, List<String> prefix) {
  public HostEnvironment {
    variables = Map.copyOf(variables);
    prefix = List.copyOf(prefix);
  }

  /** The environment of this JVM, for the project in {@code root}. */
  public static HostEnvironment of(Path root) {
    return of(root, Path.of(System.getProperty("java.home")), System.getenv());
  }

  static HostEnvironment of(Path root, Path jdk, Map<String, String> inherited) {
    Path absoluteRoot = root.toAbsolutePath().normalize();
    Map<String, String> variables = new HashMap<>(inherited);
    variables.put("JAVA_HOME", jdk.toString());
    variables.put(
        "PATH",
        String.join(
            File.pathSeparator,
            jdk.resolve("bin").toString(),
            absoluteRoot.resolve(".tools").resolve("bin").toString(),
            inherited.getOrDefault("PATH", "/usr/bin:/bin")));
    return new HostEnvironment(absoluteRoot, jdk, variables, List.of());
  }

  /** The same for commands that begin with {@code words}. */
  HostEnvironment startingWith(List<String> words) {
    return new HostEnvironment(root, jdk, variables, words);
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
