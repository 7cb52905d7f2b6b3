package org.boardbench.driver.io.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SourceAddressesTest {
  private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

  private static List<String> next(SourceAddresses sources, int times) {
    return Stream.generate(() -> sources.next(LOOPBACK))
        .limit(times)
        .map(address -> address.map(InetAddress::getHostAddress).orElse("any"))
        .toList();
  }

  @Test
  void whatFitsIntoFourFifthsOfThePortsComesFromWhereTheKernelSays() {
    assertThat(next(SourceAddresses.of(80, 100), 2)).containsExactly("any", "any");
  }

  @Test
  void moreComesFromAsManyAddressesAsItTakesInTurn() {
    assertThat(next(SourceAddresses.of(81, 100), 3))
        .containsExactly("127.0.0.1", "127.0.0.2", "127.0.0.1");
    assertThat(next(SourceAddresses.of(240, 100), 4))
        .containsExactly("127.0.0.1", "127.0.0.2", "127.0.0.3", "127.0.0.1");
  }

  @Test
  void noAddressGetsMoreThanItsPorts() {
    int users = 20_000;
    List<String> taken = next(SourceAddresses.of(users, 100), users);

    assertThat(taken.stream().collect(Collectors.groupingBy(a -> a, Collectors.counting())))
        .hasSize(250)
        .allSatisfy((address, connections) -> assertThat(connections).isEqualTo(80));
  }

  @Test
  void onlyALoopbackOfTheOldKindHasSeveral() {
    SourceAddresses sources = SourceAddresses.of(1_000, 100);

    assertThat(IntStream.range(0, 3).boxed())
        .allSatisfy(i -> {
          assertThat(sources.next(InetAddress.ofLiteral("::1"))).isEqualTo(Optional.empty());
          assertThat(sources.next(InetAddress.ofLiteral("192.0.2.1"))).isEmpty();
          assertThat(sources.next(null)).as("a host that was not found").isEmpty();
        });
  }
}
