package org.boardbench.driver.io.uring;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UringObstacleTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 | 0 | io_uring is forbidden here, as by a container's seccomp profile",
        "1 | 2 | io_uring is switched off: kernel.io_uring_disabled is 2",
        "38 | 0 | there is no io_uring here: the kernel has none, or a container hides it",
        "22 | 0 | io_uring of this kernel is too old: Linux 6.1 or newer has what is needed",
        "24 | 0 | io_uring_setup: too many open files (EMFILE)",
        "4711 | 0 | io_uring_setup: error 4711"
      })
  void whatIsInTheWayIsNamedAsSomethingThatCanBeChanged(int error, long disabled, String words) {
    UringException e = new UringException("io_uring_setup", error);

    assertThat(UringObstacle.of(e, disabled)).isEqualTo(words);
  }
}
