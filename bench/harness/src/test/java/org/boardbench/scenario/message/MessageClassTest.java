package org.boardbench.scenario.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessageClassTest {
  @Test
  void everyLetterIsThatOfOneClassAndNoneOfTheDefault() {
    assertThat(MessageClass.STROKE.number()).isZero();
    assertThat(MessageClass.STROKE.hasLetter()).isFalse();
    for (int number = 1; number < MessageClass.count(); number++) {
      MessageClass one = MessageClass.of(number);
      assertThat(one.letter()).isBetween('a', 'z');
      assertThat(MessageClass.numberOf(one.letter())).isEqualTo(number);
      assertThat(MessageClass.ofKey(one.key())).contains(one);
    }
    for (int letter : new int[] {0, '.', 'z', -1, 128, 65_536 + 'c'}) {
      assertThat(MessageClass.numberOf(letter)).isNegative();
    }
  }

  @Test
  void onlyTheClassWhoseNextMessageMakesUpForADroppedOneHasATimeAfterWhichItIsLate() {
    assertThat(MessageClass.CURSOR.isDroppable()).isTrue();
    assertThat(MessageClass.CURSOR.lateAfterNs()).hasValue(200_000_000);
    for (MessageClass one : List.of(MessageClass.STROKE, MessageClass.TEXT, MessageClass.IMAGE)) {
      assertThat(one.isDroppable()).isFalse();
      assertThat(one.lateAfterNs()).isEmpty();
    }
  }
}
