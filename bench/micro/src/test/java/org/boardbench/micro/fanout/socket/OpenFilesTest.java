package org.boardbench.micro.fanout.socket;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

class OpenFilesTest {
  @Test
  void aFewMayBeOpened() {
    assertThatCode(() -> OpenFiles.require(10)).doesNotThrowAnyException();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void whatTheLimitDoesNotAllowIsRefusedWithAWayOut() {
    assertThatIllegalStateException()
        .isThrownBy(() -> OpenFiles.require(Long.MAX_VALUE))
        .withMessageContaining("ulimit -n");
  }
}
