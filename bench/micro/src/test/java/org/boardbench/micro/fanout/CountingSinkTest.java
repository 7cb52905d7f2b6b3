package org.boardbench.micro.fanout;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class CountingSinkTest {
  private final CountingSink sink = new CountingSink();

  @Test
  void eachMessageOnceInAnyOrderIsAll() {
    deliver(2, 0, 1);

    assertThatCode(() -> sink.requireAll(3, 5)).doesNotThrowAnyException();
  }

  @Test
  void aMissingMessageIsNoticed() {
    deliver(0, 1);

    assertThatIllegalStateException().isThrownBy(() -> sink.requireAll(3, 5));
  }

  @Test
  void aMessageTooManyIsNoticed() {
    deliver(0, 1, 2, 0);

    assertThatIllegalStateException().isThrownBy(() -> sink.requireAll(3, 5));
  }

  @Test
  void oneMessageInAnothersPlaceIsNoticed() {
    deliver(0, 1, 1);

    assertThatIllegalStateException().isThrownBy(() -> sink.requireAll(3, 5));
  }

  private void deliver(long... sequences) {
    for (long sequence : sequences) {
      sink.accept(new Message(sequence, new byte[5]));
    }
  }
}
