package org.boardbench.measure;

/** The spelling of {@code <sender>.<sequence>.<phase>.<intendedNs>.<sentNs>}. */
final class Stamp {
  private Stamp() {}

  static String text(int sender, int sequence, Phase phase, long intendedNs, long sentNs) {
    return sender + "." + sequence + "." + phase.tag() + "." + intendedNs + "." + sentNs;
  }
}
