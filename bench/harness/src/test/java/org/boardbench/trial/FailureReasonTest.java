package org.boardbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FailureReasonTest {
  private static Throwable ofLoop(Throwable error) {
    return new IllegalStateException("a driver loop has failed", error);
  }

  @Test
  void aForeseenFailureSaysItself() {
    assertThat(FailureReason.of(new TrialFailure("the server is dead")))
        .isEqualTo("the server is dead");
  }

  @Test
  void aLoopThatRanOutOfMemoryNamesHeapAndRemedyInOneLine() {
    assertThat(FailureReason.of(ofLoop(new OutOfMemoryError("Java heap space"))))
        .matches(
            "the driver's heap of \\d+ MiB is too small for this load"
                + " \\(java.lang.OutOfMemoryError: Java heap space\\): start it with"
                + " BOARDBENCH_HEAP=\\d+m bench/boardbench, or take fewer users or more boards");
  }

  @Test
  void anyOtherErrorIsNamedInOneLineWhicheverThreadMetIt() {
    assertThat(FailureReason.of(new AssertionError("two\nlines")))
        .isEqualTo("internal error: java.lang.AssertionError: two lines");
    assertThat(FailureReason.of(ofLoop(new StackOverflowError())))
        .isEqualTo("internal error: java.lang.StackOverflowError");
  }
}
