package org.boardbench.driver.io;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * Finds a transport by the ticket that its events carry. A place is given again and its ticket is
 * not, before the place was used 16 million times: an event of a transport that was closed in the
 * same iteration finds nothing, and not the transport that has its place now. Used by one thread.
 */
final class TransportTable<T extends NativeTransport> {
  /** No transport's ticket. */
  static final long NONE = -1;

  /** A ticket has so many bits, the highest of which are the place's generation. */
  static final int TICKET_BITS = 56;

  private static final int GENERATION_SHIFT = 32;
  private static final int GENERATIONS = (1 << (TICKET_BITS - GENERATION_SHIFT)) - 1;

  private T[] transports;
  private int[] generations = new int[64];
  private int[] free = new int[64];
  private int freeCount;
  private int used;

  /**
   * @param array makes an array for so many transports
   */
  TransportTable(IntFunction<T[]> array) {
    this.transports = array.apply(generations.length);
  }

  /** Gives {@code transport} a ticket. */
  long add(T transport) {
    int place = freeCount > 0 ? free[--freeCount] : used++;
    if (place == transports.length) {
      transports = Arrays.copyOf(transports, 2 * place);
      generations = Arrays.copyOf(generations, 2 * place);
      free = Arrays.copyOf(free, 2 * place);
    }
    transports[place] = transport;
    transport.placedAt(place);
    return (long) generations[place] << GENERATION_SHIFT | place;
  }

  /** Null when the ticket's transport has been removed. */
  T get(long ticket) {
    int place = (int) ticket;
    return generations[place] == (int) (ticket >>> GENERATION_SHIFT) ? transports[place] : null;
  }

  void remove(T transport) {
    int place = transport.place();
    if (place >= 0) {
      transports[place] = null;
      generations[place] = (generations[place] + 1) & GENERATIONS;
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
