package org.boardbench.sut.link;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The rules for packets that are set on this machine. */
public final class PacketRules {
  private static final Map<String, List<String>> LISTINGS =
      Map.of(
          "/usr/sbin/nft", List.of("list", "ruleset"),
          "/usr/sbin/iptables-save", List.of());

  private PacketRules() {}

  /** Skips a test where none can be set, with the reason. */
  public static void assumeTheyCanBeSet() {
    Optional<String> obstacle = PacketFilter.obstacle();
    assumeTrue(obstacle.isEmpty(), () -> obstacle.orElse(""));
  }

  /** Lines of those that a harness has set and not taken back. */
  public static List<String> of(long harnessPid) throws IOException {
    List<String> rules = new ArrayList<>();
    for (Map.Entry<String, List<String>> listing : LISTINGS.entrySet()) {
      if (Files.isExecutable(Path.of(listing.getKey()))) {
        List<String> words = new ArrayList<>(List.of(listing.getKey()));
        words.addAll(listing.getValue());
        Process process =
            new ProcessBuilder(words).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        output
            .lines()
            .filter(line -> line.contains("boardbench_" + harnessPid + "_"))
            .forEach(rules::add);
      }
    }
    return rules;
  }

  /** The same where a failure to look cannot be told. */
  public static boolean areGone(long harnessPid) {
    try {
      return of(harnessPid).isEmpty();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
