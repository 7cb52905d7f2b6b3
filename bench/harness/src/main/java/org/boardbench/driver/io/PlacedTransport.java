package org.boardbench.driver.io;

/** A transport that a {@link TransportTable} finds. */
abstract class PlacedTransport implements Transport {
  private int place = -1;

  /** Where the table has it; negative while it does not. */
  final int place() {
    return place;
  }

  final void placedAt(int newPlace) {
    place = newPlace;
  }
}
