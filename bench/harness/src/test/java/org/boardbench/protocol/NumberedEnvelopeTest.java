package org.boardbench.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberedEnvelopeTest {
  private static final UserIdentity USER = new UserIdentity(17, 3);
  private static final String STAMP = "17.0.h1.5.6";

  private final StrokePayload payload = new StrokePayload(300);
  private final NumberedEnvelope envelope = new NumberedEnvelope("<", ":", payload.body(USER), ">");

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9, 10, 99, 100, 1_000_000_000, Integer.MAX_VALUE})
  void theBodyStandsBetweenItsPartsBehindTheNumber(int number) {
    byte[] target = new byte[envelope.mostBytes(300) + 2];
    int bytes = envelope.write(number, STAMP, 300, target, 1);

    assertThat(new String(target, 1, bytes, StandardCharsets.US_ASCII))
        .isEqualTo("<" + number + ":" + payload.json(USER, STAMP) + ">");
    assertThat(target[0]).isZero();
    assertThat(target[1 + bytes]).isZero();
  }
}
