package org.boardbench.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.boardbench.results.row.ComponentSecond;
import org.junit.jupiter.api.Test;

class ComponentSecondsTest {
  private final ComponentSeconds seconds = new ComponentSeconds();

  @Test
  void keepsEachRowAsItWas() {
    List<ComponentSecond> rows = new ArrayList<>();
    for (int second = 0; second < 500; second++) {
      rows.add(full(second, ComponentSecond.SERVER, "proc+sockets"));
      rows.add(full(second, ComponentSecond.DRIVER, "proc"));
    }
    rows.forEach(seconds::add);

    assertThat(seconds.list()).isEqualTo(rows);
  }

  @Test
  void whatWasNotMeasuredStaysEmpty() {
    ComponentSecond row =
        new ComponentSecond(
            7,
            "redis",
            new ComponentSecond.Use(
                OptionalDouble.of(0),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.of(0),
                OptionalLong.empty()),
            "cgroup",
            new ComponentSecond.Limited(OptionalDouble.empty(), OptionalLong.of(0)));
    seconds.add(row);

    assertThat(seconds.list()).containsExactly(row);
  }

  @Test
  void beginsAnewForTheNextStage() {
    seconds.add(full(1, ComponentSecond.SERVER, "proc"));
    List<ComponentSecond> first = seconds.list();
    seconds.clear();
    ComponentSecond next = full(2, ComponentSecond.DRIVER, "proc");
    seconds.add(next);

    assertThat(first).containsExactly(full(1, ComponentSecond.SERVER, "proc"));
    assertThat(seconds.list()).containsExactly(next);
  }

  private static ComponentSecond full(int second, String component, String source) {
    return new ComponentSecond(
        second,
        component,
        new ComponentSecond.Use(
            OptionalDouble.of(second + 0.1),
            OptionalDouble.of(second + 0.2),
            OptionalDouble.of(second + 0.3),
            OptionalDouble.of(second + 0.4),
            OptionalLong.of(second + 5L)),
        source,
        new ComponentSecond.Limited(OptionalDouble.of(second + 0.6), OptionalLong.of(second + 7L)));
  }
}
