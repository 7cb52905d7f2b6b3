package org.boardbench.results;

import tools.jackson.databind.JsonNode;

/**
 * The {@code format} in the JSON file of a results folder: it changes when a reader of the old one
 * would misread the new one. A file that says none is of the oldest.
 */
public final class Format {
  /** Of a run's {@code run.json}. */
  public static final int RUN = 1;

  /** Of a {@code run.json} of microbenchmarks. */
  public static final int MICRO = 1;

  /** Of a {@code calibration.json}. */
  public static final int CALIBRATION = 1;

  /** Of a {@code client-share.json}. */
  public static final int CLIENT_SHARE = 1;

  private Format() {}

  /**
   * Refuses what a later version has written.
   *
   * @param file as the message is to name it
   * @param newest that is understood
   */
  public static void check(JsonNode json, String file, int newest) throws StoreException {
    JsonNode found = json.path("format");
    boolean isUnderstood =
        found.isMissingNode() || (found.isInt() && found.asInt() >= 1 && found.asInt() <= newest);
    if (!isUnderstood) {
      throw new StoreException(
          file + " has format " + found + "; this version understands up to " + newest);
    }
  }
}
