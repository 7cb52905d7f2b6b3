package org.boardbench.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class RedactedVariablesTest {
  @Test
  void noValueThatLooksSecretIsStored() {
    assertThat(
            RedactedVariables.of(
                Map.of(
                    "API_TOKEN", "a",
                    "dbPassword", "b",
                    "AWS_SECRET_ACCESS_KEY", "c",
                    "REDIS_URL", "redis://me:d@127.0.0.1:6379",
                    "PORT", "{port}")))
        .isEqualTo(
            Map.of(
                "API_TOKEN", "(not stored)",
                "dbPassword", "(not stored)",
                "AWS_SECRET_ACCESS_KEY", "(not stored)",
                "REDIS_URL", "redis://(not stored)@127.0.0.1:6379",
                "PORT", "{port}"));
  }
}
