package org.boardbench.findings.ranking;

/**
 * A load that a variant kept.
 *
 * @param starts that kept it, more than half of {@code of}
 * @param of starts that could say
 */
public record KeptLoad(int users, int starts, int of) {
  static KeptLoad of(VariantLoad load) {
    return new KeptLoad(load.users(), load.decided() - load.broken().size(), load.decided());
  }

  /** Whether some start did not keep it. */
  public boolean isOfSome() {
    return starts < of;
  }

  /** {@code (3 of 4 starts)}, after a blank; empty where all that could say kept it. */
  public String startsWords() {
    return isOfSome() ? " (" + starts + " of " + of + " starts)" : "";
  }
}
