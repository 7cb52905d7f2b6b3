package org.boardbench.baseline;

/** A measurement that could not be made; the message says why, for the person who asked for it. */
final class MeasurementException extends Exception {
  private static final long serialVersionUID = 1;

  MeasurementException(String message) {
    super(message);
  }
}
