package org.boardbench.trial;

/** The target failed in the middle of a trial; ends the trial, not the run. */
final class TrialFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TrialFailure(String message) {
    super(message);
  }
}
