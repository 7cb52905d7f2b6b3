package org.boardbench.fleet.coordinator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AgentAddressTest {
  @Test
  void agentsAreAListOfHostsWithPorts() throws Exception {
    assertThat(AgentAddress.list("10.0.0.2:7900, driver-2.lan:1,[::1]:65000"))
        .containsExactly(
            new AgentAddress("10.0.0.2", 7900),
            new AgentAddress("driver-2.lan", 1),
            new AgentAddress("[::1]", 65000));
    assertThat(AgentAddress.of("[::1]:65000").orElseThrow().isLoopback()).isTrue();
    assertThat(AgentAddress.of("192.0.2.1:7900").orElseThrow().isLoopback()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "host", "host:", ":7900", "a b:7900", "h:0", "h:65500", "h:7900:1"})
  void whatIsNoHostWithAPortIsRefused(String text) {
    assertThatThrownBy(() -> AgentAddress.list("127.0.0.1:7900," + text))
        .hasMessage(
            "--agents: must be HOST:PORT[,HOST:PORT...] with a port from 1 to 65432, was '"
                + text
                + "'");
  }

  @Test
  void eachAgentStandsThereOnce() {
    assertThatThrownBy(() -> AgentAddress.list("h:7900,h:7901,h:7900"))
        .hasMessage("--agents: each agent once, was h:7900 again");
  }
}
