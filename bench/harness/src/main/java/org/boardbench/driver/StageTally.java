package org.boardbench.driver;

/** What the users of one loop, or of all of them, went through in a stage. */
final class StageTally {
  private final ReasonTally connectFailures = new ReasonTally();
  private final ReasonTally disconnects = new ReasonTally();
  private final ReasonTally errorAnswers = new ReasonTally();
  private long scheduledRamp;
  private long scheduledHold;

  /** A user failed to join. */
  void failed(String reason) {
    connectFailures.add(reason);
  }

  /** A joined user's connection ended. */
  void dropped(String reason) {
    disconnects.add(reason);
  }

  /** The server answered a joined user with an error; the user stays. */
  void answeredError(String reason) {
    errorAnswers.add(reason);
  }

  /** A message of a joined user became due. */
  void scheduled(boolean inHold) {
    if (inHold) {
      scheduledHold++;
    } else {
      scheduledRamp++;
    }
  }

  void addAll(StageTally other) {
    connectFailures.addAll(other.connectFailures);
    disconnects.addAll(other.disconnects);
    errorAnswers.addAll(other.errorAnswers);
    scheduledRamp += other.scheduledRamp;
    scheduledHold += other.scheduledHold;
  }

  ReasonTally connectFailures() {
    return connectFailures;
  }

  ReasonTally disconnects() {
    return disconnects;
  }

  ReasonTally errorAnswers() {
    return errorAnswers;
  }

  long scheduledRamp() {
    return scheduledRamp;
  }

  long scheduledHold() {
    return scheduledHold;
  }
}
