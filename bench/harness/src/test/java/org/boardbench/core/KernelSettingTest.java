package org.boardbench.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class KernelSettingTest {
  @Test
  void aSettingOfSeveralNumbersIsReadToItsEnd() {
    assumeTrue(Files.exists(Path.of("/proc/sys/net/ipv4/ip_local_port_range")));

    assertThat(KernelSetting.value("net.ipv4.ip_local_port_range"))
        .hasValueSatisfying(text -> assertThat(text).matches("\\d+\\s+\\d+"));
    assertThat(KernelSetting.number("net.ipv4.ip_local_port_range", 1, -1))
        .isGreaterThan(KernelSetting.number("net.ipv4.ip_local_port_range", 0, -1));
  }

  @Test
  void oneThatIsNotThereIsTheOtherNumber() {
    assertThat(KernelSetting.value("net.no.such")).isEmpty();
    assertThat(KernelSetting.number("net.no.such", 0, 7)).isEqualTo(7);
    assertThat(KernelSetting.number("kernel.ostype", 0, 7)).as("a word").isEqualTo(7);
  }
}
