package org.boardbench.findings.recovery;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import org.boardbench.results.column.EventColumns;
import org.boardbench.results.row.EventRecord;
import org.boardbench.results.table.StoredRow;
import tools.jackson.databind.JsonNode;

/**
 * What faults are called: {@code kill, for 2s}, {@code stop of redis, for 5s}. Those of one name
 * are alike in all but their moment.
 *
 * @param plan as {@code run.json} has it; where it does not list a fault, the name tells no more
 *     than {@code events.csv}
 */
public record FaultNames(JsonNode plan) {
  /** What each kind is of unless it says otherwise; not said. */
  private static final Set<String> USUAL = Set.of("target", "users");

  /** Keys of a fault that the rest of its name says, or that differ from one like it. */
  private static final Set<String> OTHERS = Set.of("at", "kind", "what", "between");

  public String of(StoredRow<EventRecord> event) {
    StringJoiner name = new StringJoiner(", ");
    name.add(withoutDetails(event.text(EventColumns.KIND), event.text(EventColumns.COMPONENT)));
    JsonNode planned =
        plan.path("stages")
            .path(event.number(EventColumns.STAGE) - 1)
            .path("faults")
            .path(event.number(EventColumns.FAULT) - 1);
    planned
        .properties()
        .forEach(key -> {
          JsonNode value = key.getValue();
          if (!OTHERS.contains(key.getKey()) && value.isValueNode() && !value.isNull()) {
            name.add(key.getKey() + " " + value.asString(""));
          }
        });
    return name.toString();
  }

  /** {@code stop of redis}; {@code kill} of what that is of unless it says otherwise. */
  public static String withoutDetails(String kind, String component) {
    return USUAL.contains(component) ? kind : kind + " of " + component;
  }

  /** Each once, in the plan's order. */
  public List<String> of(List<StoredRow<EventRecord>> events) {
    return events.stream()
        .sorted(
            Comparator.comparingInt((StoredRow<EventRecord> row) -> row.number(EventColumns.STAGE))
                .thenComparingInt(row -> row.number(EventColumns.FAULT)))
        .map(this::of)
        .distinct()
        .toList();
  }
}
