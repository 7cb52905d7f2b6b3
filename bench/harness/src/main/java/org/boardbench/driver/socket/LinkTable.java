package org.boardbench.driver.socket;

import java.util.Arrays;

/**
 * Finds a link by the ticket that its events carry. A ticket is never given twice, though its place
 * is: an event of a link that was closed in the same iteration finds nothing, and not the link that
 * has its place now. Used by one thread.
 */
final class LinkTable {
  /** No link's ticket. */
  static final long NONE = -1;

  private EpollLink[] links = new EpollLink[64];
  private int[] generations = new int[64];
  private int[] free = new int[64];
  private int freeCount;
  private int used;

  /** Gives {@code link} a ticket. */
  long add(EpollLink link) {
    int place = freeCount > 0 ? free[--freeCount] : used++;
    if (place == links.length) {
      links = Arrays.copyOf(links, 2 * place);
      generations = Arrays.copyOf(generations, 2 * place);
      free = Arrays.copyOf(free, 2 * place);
    }
    links[place] = link;
    link.placedAt(place);
    return (long) generations[place] << 32 | place;
  }

  /** Null when the ticket's link has been removed. */
  EpollLink get(long ticket) {
    int place = (int) ticket;
    return generations[place] == (int) (ticket >>> 32) ? links[place] : null;
  }

  void remove(EpollLink link) {
    int place = link.place();
    if (place >= 0) {
      links[place] = null;
      generations[place] = (generations[place] + 1) & Integer.MAX_VALUE;
      free[freeCount++] = place;
      link.placedAt(-1);
    }
  }

  void closeAll() {
    for (int place = 0; place < used; place++) {
      if (links[place] != null) {
        links[place].close();
      }
    }
  }
}
