package org.boardbench.protocol;

/**
 * The one definition of a stroke message: the JSON object with {@code type}, {@code boardId},
 * {@code userId}, {@code stamp}, points, colour and width, padded to the planned size.
 */
public final class StrokePayload {
  private final int payloadBytes;

  public StrokePayload(int payloadBytes) {
    this.payloadBytes = payloadBytes;
  }

  /** The JSON text for {@code user} with {@code stamp}, exactly the planned number of bytes. */
  public String json(UserIdentity user, String stamp) {
    throw new UnsupportedOperationException("written by the protocol's author " + payloadBytes);
  }
}
