package org.boardbench.driver.user;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UserStateTest {
  private static final Map<UserState, Set<UserState>> TRANSITIONS =
      Map.of(
          UserState.AWAY, EnumSet.of(UserState.CONNECTING),
          UserState.CONNECTING, EnumSet.of(UserState.JOINING, UserState.LEAVING, UserState.AWAY),
          UserState.JOINING, EnumSet.of(UserState.JOINED, UserState.LEAVING, UserState.AWAY),
          UserState.JOINED, EnumSet.of(UserState.LEAVING, UserState.AWAY),
          UserState.LEAVING, EnumSet.of(UserState.AWAY));

  @ParameterizedTest
  @EnumSource
  void eachStateLeadsWhereItShouldAndNowhereElse(UserState from) {
    for (UserState to : UserState.values()) {
      if (TRANSITIONS.get(from).contains(to)) {
        assertThat(from.to(to)).isEqualTo(to);
      } else {
        assertThatThrownBy(() -> from.to(to))
            .isInstanceOf(IllegalStateException.class)
            .hasMessage("no transition from " + from + " to " + to);
      }
    }
  }
}
