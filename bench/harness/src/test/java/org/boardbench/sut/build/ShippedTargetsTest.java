package org.boardbench.sut.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.boardbench.host.command.HostEnvironment;
import org.boardbench.sut.manifest.TargetCatalog;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The folders under {@code targets}, also of servers that no machine of ours can build. */
class ShippedTargetsTest {
  private static final Path ROOT = Path.of("../..");

  static List<String> targets() {
    return new TargetCatalog(ROOT).names();
  }

  /** A build is refused where a glob of the manifest matches nothing. */
  @ParameterizedTest
  @MethodSource("targets")
  void hasTheFilesThatDecideWhetherItIsBuilt(String target) throws Exception {
    assertThat(BuildInputs.of(new TargetCatalog(ROOT).manifest(target), HostEnvironment.of(ROOT)))
        .isNotEmpty();
  }
}
