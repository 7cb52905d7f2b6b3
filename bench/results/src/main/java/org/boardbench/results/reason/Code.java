package org.boardbench.results.reason;

/** The word for one kind of reason, with what it is about and from which bound on it holds. */
public sealed interface Code permits ReasonCode, ClientReason, FeltReason {
  /** The word in results, such as {@code run-delay}. */
  String key();

  /** What happened, in a sentence. */
  String meaning();

  /** What to change so that it would not happen. */
  String remedy();

  /** What a figure is compared with. */
  Bound bound();
}
