package org.boardbench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Who follows what a package needs never comes back to it, in whatever module it goes on; and each
 * package is in one module.
 */
class PackageCirclesTest {
  private static final List<String> MODULES =
      List.of(
          "bench/input",
          "bench/results",
          "bench/statistics",
          "bench/findings",
          "bench/harness",
          "bench/micro",
          "bench/driver-baseline",
          "bench/browser",
          "reports");

  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern NEEDED =
      Pattern.compile("(?m)^import (?:static )?(org\\.boardbench[a-z0-9.]*)\\.[A-Z]");

  @Test
  void noPackageNeedsOneThatNeedsIt() throws IOException {
    Map<String, Set<String>> needs = new TreeMap<>();
    for (String module : MODULES) {
      addNeeds(Path.of("..", module, "src/main/java"), needs);
    }
    assertThat(needs).hasSizeGreaterThan(40);
    needs.values().forEach(needed -> needed.retainAll(needs.keySet()));

    while (needs.values().stream().anyMatch(Set::isEmpty)) {
      Set<String> content = new HashSet<>(needs.keySet());
      content.removeIf(name -> !needs.get(name).isEmpty());
      needs.keySet().removeAll(content);
      needs.values().forEach(needed -> needed.removeAll(content));
    }

    assertThat(needs).as("packages of circles, and who needs them").isEmpty();
  }

  @Test
  void noPackageIsInTwoModules() throws IOException {
    Map<String, String> modules = new TreeMap<>();
    for (String module : MODULES) {
      Map<String, Set<String>> needs = new TreeMap<>();
      addNeeds(Path.of("..", module, "src/main/java"), needs);
      for (String name : needs.keySet()) {
        assertThat(modules.put(name, module)).as("another module with %s", name).isNull();
      }
    }
  }

  private static void addNeeds(Path sources, Map<String, Set<String>> needs) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        String code = Files.readString(file);
        Matcher own = PACKAGE.matcher(code);
        assertThat(own.find()).as("%s is in a package", file).isTrue();
        Set<String> needed = needs.computeIfAbsent(own.group(1), first -> new TreeSet<>());
        NEEDED.matcher(code).results().map(found -> found.group(1)).forEach(needed::add);
        needed.remove(own.group(1));
      }
    }
  }
}
