package org.boardbench.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import org.boardbench.report.comparison.RunDifferences.Difference;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RunDifferencesTest {
  @Test
  void whatOnlyReportsShowOfAVariantIsNoDifference() {
    JsonNode base =
        plan("{\"name\": \"a\", \"title\": \"A\", \"parameters\": {\"style\": \"plain\"}}");
    JsonNode run =
        plan(
            """
            {"name": "a", "title": "B", "note": "Why.", "group": "plain",
             "parameters": {"style": "production"}}\
            """);

    assertThat(RunDifferences.between(base, run))
        .containsExactly(new Difference("plan.targets[a].parameters.style", "plain", "production"));
  }

  private static JsonNode plan(String variant) {
    return JsonMapper.shared().readTree("{\"plan\": {\"targets\": [" + variant + "]}}");
  }
}
