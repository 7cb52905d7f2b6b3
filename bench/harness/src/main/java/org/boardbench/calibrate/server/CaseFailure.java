package org.boardbench.calibrate.server;

/** A case that found nothing, with the reason in a line; ends the case, not the calibration. */
public final class CaseFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CaseFailure(String message) {
    super(message);
  }
}
