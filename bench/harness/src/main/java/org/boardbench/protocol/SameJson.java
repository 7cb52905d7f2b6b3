package org.boardbench.protocol;

import java.util.Comparator;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether two texts are the same JSON value: spaces, the order of keys, escapes and the spelling of
 * numbers do not count.
 */
public final class SameJson {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build();

  private static final Comparator<JsonNode> BY_VALUE =
      (a, b) ->
          a.isNumber() && b.isNumber()
              ? a.decimalValue().compareTo(b.decimalValue())
              : a.equals(b) ? 0 : 1;

  private SameJson() {}

  /** How much of {@code published} is in {@code received}. */
  public static MessageIntegrity integrity(String published, String received) {
    if (received.equals(published)) {
      return MessageIntegrity.SAME_TEXT;
    }
    return isSame(published, received) ? MessageIntegrity.SAME_VALUE : MessageIntegrity.OTHER;
  }

  /**
   * How much of {@code published} is in an envelope of JSON.
   *
   * @param pointer to its place there, as in RFC 6901
   */
  public static MessageIntegrity integrity(String published, String envelope, String pointer) {
    try {
      JsonNode received = JSON.readTree(envelope).at(pointer);
      if (!JSON.readTree(published).equals(BY_VALUE, received)) {
        return MessageIntegrity.OTHER;
      }
    } catch (JacksonException e) {
      return MessageIntegrity.OTHER;
    }
    return envelope.contains(published) ? MessageIntegrity.SAME_TEXT : MessageIntegrity.SAME_VALUE;
  }

  /** False also when one of them is no JSON. */
  public static boolean isSame(String one, String other) {
    try {
      return JSON.readTree(one).equals(BY_VALUE, JSON.readTree(other));
    } catch (JacksonException e) {
      return false;
    }
  }
}
