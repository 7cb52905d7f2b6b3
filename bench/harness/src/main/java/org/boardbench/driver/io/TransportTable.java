package org.boardbench.driver.io;

import java.util.Arrays;

/**
 * Finds a transport by the ticket that its events carry. A ticket is never given twice, though its
 * place is: an event of a transport that was closed in the same iteration finds nothing, and not
 * the transport that has its place now. Used by one thread.
 */
final class TransportTable {
  /** No transport's ticket. */
  static final long NONE = -1;

  private EpollTransport[] transports = new EpollTransport[64];
  private int[] generations = new int[64];
  private int[] free = new int[64];
  private int freeCount;
  private int used;

  /** Gives {@code transport} a ticket. */
  long add(EpollTransport transport) {
    int place = freeCount > 0 ? free[--freeCount] : used++;
    if (place == transports.length) {
      transports = Arrays.copyOf(transports, 2 * place);
      generations = Arrays.copyOf(generations, 2 * place);
      free = Arrays.copyOf(free, 2 * place);
    }
    transports[place] = transport;
    transport.placedAt(place);
    return (long) generations[place] << 32 | place;
  }

  /** Null when the ticket's transport has been removed. */
  EpollTransport get(long ticket) {
    int place = (int) ticket;
    return generations[place] == (int) (ticket >>> 32) ? transports[place] : null;
  }

  void remove(EpollTransport transport) {
    int place = transport.place();
    if (place >= 0) {
      transports[place] = null;
      generations[place] = (generations[place] + 1) & Integer.MAX_VALUE;
      free[freeCount++] = place;
      transport.placedAt(-1);
    }
  }

  void closeAll() {
    for (int place = 0; place < used; place++) {
      if (transports[place] != null) {
        transports[place].close();
      }
    }
  }
}
