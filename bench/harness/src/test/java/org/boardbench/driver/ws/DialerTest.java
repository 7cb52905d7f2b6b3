package org.boardbench.driver.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.boardbench.core.Endpoint;
import org.boardbench.protocol.UserIdentity;
import org.junit.jupiter.api.Test;

class DialerTest {
  private static final URI FIRST = URI.create("ws://127.0.0.1:9001/ws");
  private static final int BOARDS = 4;

  private static Dialer dialer(List<Integer> otherPorts) {
    return new Dialer(new Endpoint(FIRST, Map.of(), otherPorts), ServerTrust.asTheJvm(), () -> 0L)
        .onBoards(BOARDS);
  }

  /** The servers of users 0 to 15, each by the first of its users. */
  private static List<Integer> servers(Dialer dialer) {
    List<Dialer> own =
        IntStream.range(0, 16)
            .mapToObj(user -> dialer.toward(new UserIdentity(user, user % BOARDS)))
            .toList();
    return own.stream().map(own::indexOf).toList();
  }

  @Test
  void allUsersOfOneServerGoThere() {
    assertThat(servers(dialer(List.of()))).containsOnly(0);
  }

  @Test
  void theMembersOfABoardHaveTheServersInTurnAndNoServerHasMoreUsersThanAnother() {
    // A line a place on the boards: where each board has two servers or more, messages cross.
    assertThat(servers(dialer(List.of(9002))))
        .containsExactly(0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1, 1, 0, 1, 0);
    assertThat(servers(dialer(List.of(9002, 9003, 9004))))
        .containsExactly(0, 1, 2, 3, 1, 2, 3, 0, 2, 3, 0, 1, 3, 0, 1, 2);
  }
}
