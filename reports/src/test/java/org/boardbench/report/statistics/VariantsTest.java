package org.boardbench.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
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

  private static final String GROUPED =
      """
      {"plan": {"targets": [
        {"name": "base", "target": "reference", "place": 1},
        {"name": "a1", "target": "a", "place": 2, "group": "Plain"},
        {"name": "a2", "target": "a", "place": 3, "group": "For production!"},
        {"name": "b2", "target": "b", "place": 4, "group": "For production!"},
        {"name": "any", "target": "d", "place": 5},
        {"name": "b1", "target": "b", "place": 6, "group": "Plain"},
        {"name": "c2", "target": "c", "place": 7, "group": "For production!"}]}}\
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
  void hasNoGroupsWhereThePlanHasNoneOrOneAndLeavesEachVariantItsPlace() {
    Variants one =
        of(
            """
            {"plan": {"targets": [{"name": "a", "target": "a", "place": 3, "group": "plain"},
              {"name": "b", "target": "b", "place": 5, "group": " "}]}}\
            """,
            List.of());

    assertThat(variants.groups()).isEmpty();
    assertThat(variants.placeInGroup("small")).isEqualTo(4);
    assertThat(one.groups()).isEmpty();
    assertThat(Stream.of("a", "b").map(one::placeInGroup)).containsExactly(3, 5);
  }

  @Test
  void dividesVariantsByGroupsInThePlansOrderAndSharesThoseWithoutOne() {
    Variants divided = of(GROUPED, List.of("unknown"));

    assertThat(divided.groups())
        .containsExactly(
            new VariantGroup(
                "Plain", "plain", Set.of("a1", "b1"), Set.of("base", "any", "unknown")),
            new VariantGroup(
                "For production!",
                "for-production",
                Set.of("a2", "b2", "c2"),
                Set.of("base", "any", "unknown")));
  }

  @Test
  void countsPlacesWithinAGroupAndThoseOfSharedOnesAfterTheLargestGroup() {
    Variants divided = of(GROUPED, List.of("unknown"));

    assertThat(Stream.of("a1", "b1").map(divided::placeInGroup)).containsExactly(1, 2);
    assertThat(Stream.of("a2", "b2", "c2").map(divided::placeInGroup)).containsExactly(1, 2, 3);
    assertThat(Stream.of("any", "unknown").map(divided::placeInGroup)).containsExactly(4, 5);
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
