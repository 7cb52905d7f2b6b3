package org.boardbench.clients;

import java.util.List;
import org.boardbench.results.row.ClientRecord;

/** What happens in a run of several clients, in this order. */
public sealed interface ClientEvent {
  /**
   * Something is made ready, or a client is left out.
   *
   * @param line in words
   */
  record Preparation(String line) implements ClientEvent {}

  /** All is ready, and these holds follow in their order. */
  record HoldsPlanned(List<PlannedHold> holds) implements ClientEvent {
    public HoldsPlanned {
      holds = List.copyOf(holds);
    }
  }

  record HoldStarted(PlannedHold hold) implements ClientEvent {}

  /** A hold has ended, with figures or with a failure. */
  record HoldEnded(PlannedHold hold, ClientRecord row) implements ClientEvent {}
}
