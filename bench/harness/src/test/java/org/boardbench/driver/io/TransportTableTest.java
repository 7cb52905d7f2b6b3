package org.boardbench.driver.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TransportTableTest {
  private final TransportTable<EpollTransport> table = new TransportTable<>(EpollTransport[]::new);

  private static EpollTransport transport() {
    return new EpollTransport(null, null, -1);
  }

  @Test
  void eachTransportIsFoundByItsTicket() {
    EpollTransport[] transports = new EpollTransport[500];
    long[] tickets = new long[transports.length];
    for (int i = 0; i < transports.length; i++) {
      transports[i] = transport();
      tickets[i] = table.add(transports[i]);
    }
    for (int i = 0; i < transports.length; i++) {
      assertThat(table.get(tickets[i])).isSameAs(transports[i]);
    }
  }

  @Test
  void theTicketOfARemovedTransportFindsNeitherItNorTheOneInItsPlace() {
    EpollTransport old = transport();
    long oldTicket = table.add(old);
    table.remove(old);
    assertThat(table.get(oldTicket)).isNull();

    EpollTransport next = transport();
    long nextTicket = table.add(next);
    assertThat(table.get(oldTicket)).isNull();
    assertThat(table.get(nextTicket)).isSameAs(next);
  }

  @Test
  void removingTwiceFreesOnePlace() {
    EpollTransport transport = transport();
    table.add(transport);
    table.remove(transport);
    table.remove(transport);

    assertThat(table.add(transport())).isNotEqualTo(table.add(transport()));
  }

  @Test
  void noTicketComesTwice() {
    Set<Long> tickets = new HashSet<>();
    for (int round = 0; round < 1_000; round++) {
      EpollTransport transport = transport();
      assertThat(tickets.add(table.add(transport))).isTrue();
      table.remove(transport);
    }
    assertThat(tickets).doesNotContain(TransportTable.NONE);
  }
}
