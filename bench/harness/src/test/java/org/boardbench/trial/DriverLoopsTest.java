package org.boardbench.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.boardbench.driver.io.SocketLoops;
import org.boardbench.driver.io.SocketLoops.Kind;
import org.boardbench.input.InputException;
import org.boardbench.plan.model.DriverSpec;
import org.boardbench.plan.model.LoopChoice;
import org.boardbench.store.file.JsonText;
import org.junit.jupiter.api.Test;

class DriverLoopsTest {
  private static final SocketLoops EPOLL =
      new SocketLoops(Kind.NATIVE, Optional.of("io_uring is forbidden here"));

  @Test
  void aLoopThatThisMachineHasNotIsRefusedWithWhatIsInItsWay() {
    DriverSpec driver = DriverSpec.onCores(1).with(DriverSpec.LOOP, LoopChoice.IO_URING);

    assertThatThrownBy(() -> DriverLoops.insisted(driver, "loop", "of node-io_uring ", EPOLL))
        .isInstanceOf(InputException.class)
        .hasMessageContaining(
            "loop: of node-io_uring must be auto or native on this machine, was io_uring: io_uring"
                + " is forbidden here");
  }

  @Test
  void whoLeavesTheChoiceToTheMachineTakesWhatItHas() throws Exception {
    assertThat(DriverLoops.insisted(DriverSpec.onCores(1), "driver.loop", "", EPOLL))
        .isEqualTo(EPOLL);
  }

  @Test
  void aRunSaysWhichLoopItHadAndWhyNotABetterOne() {
    assertThat(JsonText.driver(DriverLoops.record(EPOLL)).toString())
        .isEqualTo("{\"loop\":\"native\",\"fallback\":\"io_uring is forbidden here\"}");
  }
}
