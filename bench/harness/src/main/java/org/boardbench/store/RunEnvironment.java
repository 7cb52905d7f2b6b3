package org.boardbench.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a run took place.
 *
 * @param cpu model of the processor; empty where the machine does not tell
 * @param cores that this process may use
 */
public record RunEnvironment(
    String os,
    String kernel,
    String arch,
    Optional<String> cpu,
    int cores,
    OptionalLong memoryMib,
    String jdk,
    String harnessVersion) {
  private static final Pattern CPU_MODEL = Pattern.compile("(?m)^model name\\s*:\\s*(.+)$");
  private static final Pattern MEMORY = Pattern.compile("(?m)^MemTotal:\\s*(\\d+) kB$");

  /** This machine. */
  public static RunEnvironment here() {
    return read(Path.of("/proc"));
  }

  static RunEnvironment read(Path proc) {
    Optional<String> memoryKib = find(proc.resolve("meminfo"), MEMORY);
    return new RunEnvironment(
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("os.arch"),
        find(proc.resolve("cpuinfo"), CPU_MODEL),
        Runtime.getRuntime().availableProcessors(),
        memoryKib
            .map(kib -> OptionalLong.of(Long.parseLong(kib) / 1024))
            .orElse(OptionalLong.empty()),
        System.getProperty("java.vendor") + " " + Runtime.version(),
        Optional.ofNullable(RunEnvironment.class.getPackage().getImplementationVersion())
            .orElse("development"));
  }

  private static Optional<String> find(Path file, Pattern pattern) {
    try {
      Matcher matcher = pattern.matcher(Files.readString(file));
      return matcher.find() ? Optional.of(matcher.group(1).strip()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
