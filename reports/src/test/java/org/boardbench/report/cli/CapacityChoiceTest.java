package org.boardbench.report.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.boardbench.report.SyntheticSearch;
import org.boardbench.report.claims.FoundCapacities;
import org.boardbench.results.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CapacityChoiceTest {
  @TempDir private Path results;

  @Test
  void isTheSearchThatWasAskedForElseTheOneInTheRunsFolder() throws Exception {
    Path run = Files.createDirectories(results.resolve("paper-1"));
    Path search = SyntheticSearch.write(results.resolve("capacity-1"), 1);

    assertThat(CapacityChoice.of(run, Optional.empty())).isEmpty();
    Optional<FoundCapacities> asked = CapacityChoice.of(run, Optional.of(search));
    assertThat(asked.orElseThrow().run()).isEqualTo("run");
    assertThat(asked.orElseThrow().rows()).isNotEmpty();

    Files.move(search, run.resolve("capacity"));
    assertThat(CapacityChoice.of(run, Optional.empty())).isEqualTo(asked);
  }

  @Test
  void refusesInOneLineWhatIsNoSearch() throws Exception {
    assertThatThrownBy(() -> CapacityChoice.of(results, Optional.of(results)))
        .isInstanceOf(StoreException.class)
        .hasMessage(results + ": no capacity is in it; name the folder of a search");
    Path broken = SyntheticSearch.write(results.resolve("capacity-1"), 1);
    Path file = broken.resolve("capacity.csv");
    Files.writeString(file, Files.readString(file).replaceFirst("staircase", "ladder"));

    assertThatThrownBy(() -> CapacityChoice.of(results, Optional.of(broken)))
        .isInstanceOf(StoreException.class)
        .hasMessageStartingWith(broken + ": capacity.csv, line 2, column part: must be bracket");
  }
}
