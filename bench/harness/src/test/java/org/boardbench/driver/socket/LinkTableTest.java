package org.boardbench.driver.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LinkTableTest {
  private final LinkTable table = new LinkTable();

  private static EpollLink link() {
    return new EpollLink(null, null, -1);
  }

  @Test
  void eachLinkIsFoundByItsTicket() {
    EpollLink[] links = new EpollLink[500];
    long[] tickets = new long[links.length];
    for (int i = 0; i < links.length; i++) {
      links[i] = link();
      tickets[i] = table.add(links[i]);
    }
    for (int i = 0; i < links.length; i++) {
      assertThat(table.get(tickets[i])).isSameAs(links[i]);
    }
  }

  @Test
  void theTicketOfARemovedLinkFindsNeitherItNorTheOneInItsPlace() {
    EpollLink old = link();
    long oldTicket = table.add(old);
    table.remove(old);
    assertThat(table.get(oldTicket)).isNull();

    EpollLink next = link();
    long nextTicket = table.add(next);
    assertThat(table.get(oldTicket)).isNull();
    assertThat(table.get(nextTicket)).isSameAs(next);
  }

  @Test
  void removingTwiceFreesOnePlace() {
    EpollLink link = link();
    table.add(link);
    table.remove(link);
    table.remove(link);

    assertThat(table.add(link())).isNotEqualTo(table.add(link()));
  }

  @Test
  void noTicketComesTwice() {
    Set<Long> tickets = new HashSet<>();
    for (int round = 0; round < 1_000; round++) {
      EpollLink link = link();
      assertThat(tickets.add(table.add(link))).isTrue();
      table.remove(link);
    }
    assertThat(tickets).doesNotContain(LinkTable.NONE);
  }
}
