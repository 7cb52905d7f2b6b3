package org.boardbench.fleet.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.boardbench.account.record.Phase;
import org.boardbench.account.record.PhaseSnapshot;
import org.boardbench.account.record.StageSnapshot;
import org.boardbench.account.record.TimeCounts;
import org.boardbench.fleet.clock.ClockMapping;
import org.boardbench.host.sampling.MachineUsage;
import org.boardbench.host.sampling.ResourceSnapshot;
import org.boardbench.host.sampling.ResourceUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MessagesTest {
  private static final ClockMapping CLOCK = new ClockMapping(-7, Long.MAX_VALUE, 1.5e-6);
  private static final Bytes GREETING = Seal.greeting();

  static Stream<ToAgent> toAgent() {
    return Stream.of(
        new ToAgent.Hello(GREETING, "1.0", "abc"),
        new ToAgent.WarmUp("{}"),
        new ToAgent.Open(
            "{\"name\": \"Tafel ✎\"}",
            new ToAgent.Server(
                "ws://10.0.0.1:9/ws?a=b",
                Map.of("Authorization", "x", "B", ""),
                List.of(10, 65_535),
                "stomp",
                true,
                List.of(Bytes.of(new byte[] {1, 2}), Bytes.of(new byte[0]))),
            new ToAgent.Share(List.of(3, 1, 4), 2),
            CLOCK),
        new ToAgent.Stage(0, "{}"),
        new ToAgent.Start(new Phase(Phase.Kind.HOLD, 12), -1, CLOCK),
        new ToAgent.Cut(100, 50, -3),
        new ToAgent.Prepare("{}", "f00d"),
        new ToAgent.Launch(new ToAgent.Prepare("{\"targets\": []}", ""), 1, Long.MAX_VALUE),
        new ToAgent.Watch(CLOCK),
        new ToAgent.Sample(),
        new ToAgent.Stop(),
        new ToAgent.Close());
  }

  static Stream<ToCoordinator> toCoordinator() {
    TimeCounts times = new TimeCounts(List.of(1L, 0L, 5L), 99);
    PhaseSnapshot phase =
        new PhaseSnapshot(1, 2, 3, 4, 5, 6, 7, 8, 9, times, TimeCounts.NONE, times, times);
    return Stream.of(
        new ToCoordinator.Welcome(
            GREETING, "1.0", "abc", 8, OptionalLong.empty(), "native", "Linux"),
        new ToCoordinator.Welcome(
            GREETING, "1.0", "abc", 8, OptionalLong.of(90_000), "native", "Linux"),
        new ToCoordinator.Refused("drives another run"),
        new ToCoordinator.Done(),
        new ToCoordinator.Failed("no room"),
        new ToCoordinator.Ready(new Phase(Phase.Kind.RAMP, 0)),
        new ToCoordinator.Stats(1, 2, 3, 4, 5, Optional.empty()),
        new ToCoordinator.Stats(
            1, 2, 3, 4, 5, Optional.of(new StageSnapshot(phase, phase, 1, 2, 3, 4))),
        new ToCoordinator.Result(
            Bytes.of(new byte[] {9}),
            new ToCoordinator.Use(
                OptionalDouble.of(12.5),
                OptionalDouble.empty(),
                OptionalDouble.of(0),
                OptionalDouble.empty()),
            Map.of("board is full", 3),
            Optional.of("workers share no broker"),
            Optional.of(Bytes.of(new byte[] {8}))),
        new ToCoordinator.CutDone(17),
        new ToCoordinator.Opened("nio"),
        new ToCoordinator.Prepared(Map.of("node", "24.1"), Map.of("HOST", "10.0.0.5", "A", "")),
        new ToCoordinator.Launched(List.of(10_000, 10_001)),
        new ToCoordinator.Sampled(true, new ResourceSnapshot(1, List.of(), Optional.empty())),
        new ToCoordinator.Sampled(
            false, new ResourceSnapshot(-1, List.of(use(), nothing()), Optional.of(machine()))),
        new ToCoordinator.Ended("server exited with status 7", List.of("a", "b")),
        new ToCoordinator.Stopped(Bytes.of(new byte[] {1, 0, 2})),
        new ToCoordinator.Unable("no such target"));
  }

  private static ResourceUsage use() {
    return new ResourceUsage(
        "server",
        OptionalLong.of(1),
        OptionalLong.of(2),
        OptionalLong.empty(),
        OptionalLong.of(4),
        OptionalLong.of(5),
        OptionalLong.empty(),
        "cgroup-v2",
        new ResourceUsage.Limits(OptionalDouble.of(1.5), OptionalLong.of(6)),
        Map.of(
            7L, new ResourceUsage.ThreadUse("main", 8, 9),
            1L, new ResourceUsage.ThreadUse("GC Thread#0", 0, 10)),
        OptionalLong.of(11));
  }

  private static ResourceUsage nothing() {
    OptionalLong none = OptionalLong.empty();
    return new ResourceUsage(
        "redis",
        none,
        none,
        none,
        none,
        none,
        none,
        "proc",
        new ResourceUsage.Limits(OptionalDouble.empty(), none),
        Map.of(),
        none);
  }

  private static MachineUsage machine() {
    return new MachineUsage(1, 2, 3, Map.of("12", 4L), 5, OptionalLong.of(6), 8);
  }

  @ParameterizedTest
  @MethodSource("toAgent")
  void whatIsSaidToAnAgentIsWhatItHears(ToAgent message) {
    assertThat(Messages.toAgent(Messages.bytes(message))).isEqualTo(message);
  }

  @ParameterizedTest
  @MethodSource("toCoordinator")
  void whatAnAgentSaysIsWhatItsCoordinatorHears(ToCoordinator message) {
    assertThat(Messages.toCoordinator(Messages.bytes(message))).isEqualTo(message);
  }

  @ParameterizedTest
  @MethodSource("toAgent")
  void aMessageToAnAgentThatIsCutOrTooLongIsNone(ToAgent message) {
    byte[] bytes = Messages.bytes(message);
    for (int length = 0; length < bytes.length + 2; length++) {
      byte[] other = Arrays.copyOf(bytes, length);
      if (length != bytes.length) {
        assertThatThrownBy(() -> Messages.toAgent(other)).isInstanceOf(WireException.class);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("toCoordinator")
  void aMessageOfAnAgentThatIsCutOrTooLongIsNone(ToCoordinator message) {
    byte[] bytes = Messages.bytes(message);
    for (int length = 0; length < bytes.length + 2; length++) {
      byte[] other = Arrays.copyOf(bytes, length);
      if (length != bytes.length) {
        assertThatThrownBy(() -> Messages.toCoordinator(other)).isInstanceOf(WireException.class);
      }
    }
  }

  @Test
  void anyBytesAreAMessageOrAreRefused() {
    Random random = new Random(7);
    List<byte[]> samples =
        Stream.concat(toAgent().map(Messages::bytes), toCoordinator().map(Messages::bytes))
            .toList();
    IntStream.range(0, 20_000)
        .forEach(n -> {
          byte[] bytes = samples.get(n % samples.size()).clone();
          for (int change = 0; change < 3; change++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
          }
          assertIsReadOrRefused(bytes);
        });
  }

  private static void assertIsReadOrRefused(byte[] bytes) {
    try {
      assertThat(Messages.toAgent(bytes)).isNotNull();
    } catch (WireException refused) {
      assertThat(refused).hasMessageContaining("a");
    }
    try {
      assertThat(Messages.toCoordinator(bytes)).isNotNull();
    } catch (WireException refused) {
      assertThat(refused).hasMessageContaining("a");
    }
  }

  @Test
  void aPartThatClaimsToBeLongerThanItsMessageTakesNoMemory() {
    byte[] bytes = {1, 0x7f, -1, -1, -1};

    assertThatThrownBy(() -> Messages.toAgent(bytes))
        .isInstanceOf(WireException.class)
        .hasMessage("a message has a part of 2147483647 in the 0 bytes that are left");
  }
}
