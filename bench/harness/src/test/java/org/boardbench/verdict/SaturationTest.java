package org.boardbench.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Only of a server that did not keep up it is said what it had used up. */
class SaturationTest {
  private final HoldScene scene = new HoldScene();

  @Test
  void aServerKeptUpWhenAllIsWell() {
    assertThat(keptUp()).isTrue();
  }

  @Test
  void aServerThatOnlyRefusedUsersDidNotKeepUp() {
    scene.connectFailures = Map.of("connection refused", 3);

    assertThat(keptUp()).isFalse();
  }

  @Test
  void usersWhoFailedBecauseOfTheDriverSayNothingOfTheServer() {
    scene.connectFailures = Map.of("no free port", 3);
    scene.connectFailuresHere = 3;

    assertThat(keptUp()).isTrue();
  }

  private boolean keptUp() {
    return Saturation.keptUp(scene.evidence().result());
  }
}
