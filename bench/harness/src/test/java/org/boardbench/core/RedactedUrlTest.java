package org.boardbench.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactedUrlTest {
  @ParameterizedTest
  @CsvSource({
    "ws://host/ws, ws://host/ws",
    "wss://host:9000/ws?room=1&token=abc, wss://host:9000/ws?room=***&token=***",
    "ws://u:p@host/ws, ws://***@host/ws",
    "ws://u:p@x@host/ws, ws://***@host/ws",
    "ws://host/a@b, ws://host/a@b",
    "ws://host/ws?secret, ws://host/ws?***",
    "ws://host/ws?, ws://host/ws?",
    "ws://host/ws?a=&b=1&&c, ws://host/ws?a=&b=***&&***",
    "ws://host/ws?a=b=c?d, ws://host/ws?a=***",
    "ws://host/ws?a=1#token=abc, ws://host/ws?a=***#***",
    "/login?next=/ws, /login?next=***",
    "not a url, not a url"
  })
  void valuesOfTheQueryAndTheUserInfoAreHidden(String url, String shown) {
    assertThat(RedactedUrl.of(url)).isEqualTo(shown);
    assertThat(RedactedUrl.of(shown)).as("once more").isEqualTo(shown);
  }
}
