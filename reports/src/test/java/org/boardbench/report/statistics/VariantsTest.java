package org.boardbench.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class VariantsTest {
  private static final String MANIFEST =
      """
      {"plan": {"targets": [
        {"name": "zig", "target": "zig", "place": 1},
        {"name": "small", "target": "java", "place": 4, "title": "Java, 512m", "note": "Why."},
        {"name": "large", "target": "java", "place": 5},
        {"name": "base", "target": "reference", "place": 6}]}}\
      """;

  private final Variants variants = of(MANIFEST, List.of("other", "small"));

  @Test
  void ordersVariantsAsThePlanListsThemAndOthersAfterThem() {
    assertThat(
            Stream.of("other", "base", "large", "zig", "small").sorted(variants.order()).toList())
        .containsExactly("zig", "small", "large", "base", "other");
  }

  @Test
  void keepsThePlacesThatVariantsHaveInTheWholePlan() {
    assertThat(Stream.of("zig", "small", "large", "base", "other").map(variants::place))
        .containsExactly(1, 4, 5, 6, 7);
  }

  @Test
  void callsVariantsByTheirTitlesAndEveryVariantOfTheReferenceTheFloor() {
    assertThat(Stream.of("zig", "small", "base").map(variants::title))
        .containsExactly("zig", "Java, 512m", "base (floor)");
    assertThat(variants.words("small")).isEqualTo("Java, 512m – Why.");
    assertThat(variants.words("zig")).isEmpty();
  }

  @Test
  void readsRunsFromBeforeThereWereVariants() {
    Variants earlier =
        of("{\"plan\": {\"targets\": [\"b@docker\", \"a\", \"reference\"]}}", List.of());

    assertThat(Stream.of("reference", "a", "b@docker").sorted(earlier.order()).toList())
        .containsExactly("b@docker", "a", "reference");
    assertThat(earlier.target("b@docker")).isEqualTo("b");
    assertThat(earlier.place("a")).isEqualTo(2);
    assertThat(earlier.title("reference")).isEqualTo("reference (floor)");
  }

  private static Variants of(String manifest, List<String> measured) {
    return Variants.of(JsonMapper.shared().readTree(manifest), measured);
  }
}
