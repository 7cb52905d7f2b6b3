package org.boardbench.fleet.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.boardbench.fleet.wire.Seal.Speaker;
import org.junit.jupiter.api.Test;

class SealTest {
  private static final FleetSecret SECRET = FleetSecret.of("a secret of sixteen bytes");
  private static final byte[] TEXT = "join".getBytes(StandardCharsets.UTF_8);

  private final Bytes coordinators = Seal.greeting();
  private final Bytes agents = Seal.greeting();
  private final Seal out = Seal.of(SECRET, Speaker.COORDINATOR, coordinators, agents);
  private final Seal in = Seal.of(SECRET, Speaker.COORDINATOR, coordinators, agents);

  @Test
  void opensWhatTheOtherOneHasClosedInItsOrder() {
    byte[] one = out.close(TEXT);
    byte[] other = out.close(new byte[0]);

    assertThat(in.open(one)).isEqualTo(TEXT);
    assertThat(in.open(other)).isEmpty();
    assertThat(new String(one, StandardCharsets.ISO_8859_1)).doesNotContain("join");
  }

  @Test
  void refusesWhatCameBefore() {
    byte[] one = out.close(TEXT);
    byte[] other = out.close(TEXT);
    in.open(other);

    assertThatThrownBy(() -> in.open(other)).isInstanceOf(WireException.class);
    assertThatThrownBy(() -> in.open(one)).hasMessage("a message that came before");
  }

  @Test
  void refusesWhatWasChanged() {
    byte[] closed = out.close(TEXT);
    for (int place = 0; place < closed.length; place++) {
      byte[] changed = closed.clone();
      changed[place] ^= 1;
      assertThatThrownBy(() -> in.open(changed)).isInstanceOf(WireException.class);
    }
    assertThatThrownBy(() -> in.open(new byte[3])).isInstanceOf(WireException.class);
    assertThat(in.open(closed)).isEqualTo(TEXT);
  }

  @Test
  void refusesAnotherSecretConversationOrDirection() {
    byte[] closed = out.close(TEXT);
    FleetSecret other = FleetSecret.of("another secret of many bytes");

    assertThatThrownBy(() -> Seal.of(other, Speaker.COORDINATOR, coordinators, agents).open(closed))
        .isInstanceOf(WireException.class);
    assertThatThrownBy(
            () -> Seal.of(SECRET, Speaker.COORDINATOR, Seal.greeting(), agents).open(closed))
        .isInstanceOf(WireException.class);
    assertThatThrownBy(() -> Seal.of(SECRET, Speaker.AGENT, coordinators, agents).open(closed))
        .isInstanceOf(WireException.class);
  }
}
