package org.boardbench.measure;

/** What one loop saw go wrong with one phase's messages. Read once the stage is closed. */
final class PhaseTally {
  private long duplicated;
  private long reordered;
  private long corrupt;
  private long misrouted;

  void countDuplicated() {
    duplicated++;
  }

  void countReordered() {
    reordered++;
  }

  void countCorrupt() {
    corrupt++;
  }

  void countMisrouted() {
    misrouted++;
  }

  void add(PhaseTally other) {
    duplicated += other.duplicated;
    reordered += other.reordered;
    corrupt += other.corrupt;
    misrouted += other.misrouted;
  }

  long duplicated() {
    return duplicated;
  }

  long reordered() {
    return reordered;
  }

  long corrupt() {
    return corrupt;
  }

  long misrouted() {
    return misrouted;
  }
}
