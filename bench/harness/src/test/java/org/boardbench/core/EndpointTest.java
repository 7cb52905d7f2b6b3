package org.boardbench.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointTest {
  private static Endpoint endpoint(String url) {
    return new Endpoint(URI.create(url), Map.of("Authorization", "Bearer secret"));
  }

  @ParameterizedTest
  @CsvSource({
    "ws://host, /",
    "ws://host?a=1, /?a=1",
    "ws://host/ws/räume/漢😀?q=é&p=%20, /ws/r%C3%A4ume/%E6%BC%A2%F0%9F%98%80?q=%C3%A9&p=%20",
    "ws://host/a%2Fb;c=1, /a%2Fb;c=1"
  })
  void theRequestIsAsciiWhateverThePathIs(String url, String target) {
    assertThat(endpoint(url).requestTarget()).isEqualTo(target);
  }

  @Test
  void thePortIsTheSchemesWhereTheAddressHasNone() {
    assertThat(endpoint("ws://host/ws").port()).isEqualTo(80);
    assertThat(endpoint("WSS://host/ws").port()).isEqualTo(443);
    assertThat(endpoint("ws://[::1]:9000/ws").port()).isEqualTo(9000);
  }

  @Test
  void noSecretIsShown() {
    Endpoint endpoint = endpoint("ws://user:pw@host/ws?token=abc");

    assertThat(endpoint.shown()).isEqualTo("ws://***@host/ws?token=***");
    assertThat(endpoint).hasToString("ws://***@host/ws?token=***");
  }
}
