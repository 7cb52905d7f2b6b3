package org.boardbench.fleet.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.boardbench.core.RunClock;
import org.boardbench.junit.Patience;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ClockProberTest {
  private static final SecretKey KEY = key("one");
  private static final long AHEAD_NS = 1_000_000_000_000L;

  private static SecretKey key(String text) {
    return new SecretKeySpec(text.getBytes(java.nio.charset.StandardCharsets.UTF_8), "HmacSHA256");
  }

  private static InetSocketAddress anyPort() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  @Test
  void findsTheOffsetOfAClockOnTheSameMachineWithinItsBound() throws Exception {
    RunClock clock = System::nanoTime;
    try (ProbeEcho echo = ProbeEcho.start(anyPort(), KEY, () -> System.nanoTime() + AHEAD_NS);
        ClockProber prober =
            ClockProber.start(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), echo.port()), KEY, clock)) {
      Patience.await("20 probes", () -> prober.offset().probes() >= 20);

      ClockOffset.Estimate estimate = prober.offset().at(clock.nowNs()).orElseThrow();

      assertThat(Math.abs(estimate.offsetNs() - AHEAD_NS)).isLessThanOrEqualTo(estimate.errorNs());
    }
  }

  @Test
  void whoHasAnotherSecretIsNotAnswered() {
    ProbePacket ours = new ProbePacket(KEY);
    ProbePacket theirs = new ProbePacket(key("other"));
    byte[] question = theirs.question(7);

    assertThat(ours.question(question, question.length)).isEmpty();
    assertThat(theirs.question(question, question.length))
        .contains(new ProbePacket.Content(7, 0, 0));
  }

  @Test
  void aPacketThatWasChangedOrCutIsNone() {
    ProbePacket packets = new ProbePacket(KEY);
    byte[] answer = packets.answer(new ProbePacket.Content(7, 100, 200));

    assertThat(packets.answer(answer, answer.length))
        .contains(new ProbePacket.Content(7, 100, 200));
    assertThat(packets.question(answer, answer.length)).isEmpty();
    assertThat(packets.answer(answer, answer.length - 1)).isEmpty();
    answer[20] ^= 1;
    assertThat(packets.answer(answer, answer.length)).isEqualTo(Optional.empty());
  }
}
