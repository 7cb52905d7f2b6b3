package org.boardbench.driver.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.boardbench.driver.io.SocketLoops.Kind;
import org.boardbench.plan.model.LoopChoice;
import org.junit.jupiter.api.Test;

/** On machines that lack what others have. */
class SocketLoopsTest {
  @Test
  void epollComesFirstWhereTheChoiceIsLeftToTheMachine() {
    assertThat(chosen(LoopChoice.AUTO, Map.of()))
        .isEqualTo(new SocketLoops(Kind.NATIVE, Optional.empty()));
    assertThat(chosen(LoopChoice.AUTO, Map.of(Kind.IO_URING, "too old")))
        .as("what it would not have taken is no reason")
        .isEqualTo(new SocketLoops(Kind.NATIVE, Optional.empty()));
  }

  @Test
  void whatIsInTheWayOfABetterOneIsTheReasonOfTheNext() {
    assertThat(chosen(LoopChoice.AUTO, Map.of(Kind.NATIVE, "no times")))
        .isEqualTo(new SocketLoops(Kind.IO_URING, Optional.of("no times")));
    assertThat(chosen(LoopChoice.AUTO, Map.of(Kind.NATIVE, "no times", Kind.IO_URING, "forbidden")))
        .isEqualTo(new SocketLoops(Kind.NIO, Optional.of("no times; forbidden")));
  }

  @Test
  void whoWantsIoUringGetsTheNextBestWithTheReason() {
    assertThat(chosen(LoopChoice.IO_URING, Map.of()).kind()).isEqualTo(Kind.IO_URING);
    assertThat(chosen(LoopChoice.IO_URING, Map.of(Kind.IO_URING, "forbidden")))
        .isEqualTo(new SocketLoops(Kind.NATIVE, Optional.of("forbidden")));
  }

  @Test
  void nioIsToBeHadEverywhere() {
    assertThat(chosen(LoopChoice.NIO, Map.of(Kind.NATIVE, "no times", Kind.IO_URING, "forbidden")))
        .isEqualTo(SocketLoops.nio());
  }

  private static SocketLoops chosen(LoopChoice choice, Map<Kind, String> obstacles) {
    return SocketLoops.of(choice, kind -> Optional.ofNullable(obstacles.get(kind)));
  }
}
