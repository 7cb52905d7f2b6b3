package org.boardbench.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.boardbench.account.record.MessageTimes;
import org.boardbench.account.record.ReachTimes;
import org.boardbench.account.record.TimeHistograms;
import org.boardbench.account.result.MessageResult;
import org.boardbench.account.result.OwedDeliveries;
import org.boardbench.account.result.StageResult;
import org.boardbench.results.column.ClassColumns;
import org.boardbench.results.row.ClassRecord;
import org.boardbench.results.row.MessageCounts;
import org.boardbench.results.table.Column;
import org.junit.jupiter.api.Test;

/** What {@code classes.csv} says of a stage with strokes and the places of pointers. */
class ClassRowsTest {
  private static final MessageCounts NONE = new MessageCounts(0, 0, 0, 0, 0, 0, 0, 0);
  private static final long MS = 1_000_000;

  @Test
  void aDroppableClassSaysWhatShareOfItsDeliveriesCameTooLateAndTheOthersDoNot() {
    List<Map<String, String>> rows = rows(ofClass(2_000, 50, 150, 201, 900), ofClass(500, 3, 900));

    assertThat(rows)
        .extracting(row -> row.get("class"), row -> row.get("droppable"))
        .containsExactly(tuple("stroke", "false"), tuple("cursor", "true"));
    assertThat(rows.getFirst()).containsEntry("late", "").containsEntry("late_pct", "");
    assertThat(rows.getLast()).containsEntry("late", "1").containsEntry("late_pct", "50.0000");
    assertThat(rows.getFirst()).containsEntry("sent_bytes", "2000");
    assertThat(rows.getLast()).containsEntry("sent_bytes", "500");
  }

  @Test
  void whatIsLateByLessThanTheBoundIsInTimeAndTheBoundItselfIsToo() {
    assertThat(rows(ofClass(0, 1), ofClass(0, 199, 200, 201)).getLast())
        .containsEntry("late", "1")
        .containsEntry("late_pct", "33.3333");
  }

  @Test
  void ofNoDeliveriesNoShareIsKnown() {
    assertThat(rows(ofClass(0, 1), ofClass(0)).getLast())
        .containsEntry("late", "0")
        .containsEntry("late_pct", "");
  }

  /** A sent message for each delivery time. */
  private static MessageResult ofClass(long sentBytes, long... deliveredMs) {
    Histogram delivery = TimeHistograms.upTo(0);
    for (long ms : deliveredMs) {
      delivery.recordValue(ms * MS);
    }
    int count = deliveredMs.length;
    return new MessageResult(
        new MessageCounts(count + 1, count + 1, count + 1, count, 0, 0, 0, 0),
        NONE,
        0,
        OwedDeliveries.NONE,
        sentBytes,
        count,
        count,
        new MessageTimes(
            delivery,
            delivery,
            delivery,
            delivery,
            TimeHistograms.upTo(0),
            delivery,
            ReachTimes.empty()));
  }

  private static List<Map<String, String>> rows(MessageResult... classes) {
    StageResult one = Samples.stageResult();
    StageResult several =
        new StageResult(
            one.number(),
            one.spec(),
            one.holdStartNs(),
            one.holdEndNs(),
            one.joined(),
            one.connections(),
            List.of(classes),
            one.traffic(),
            one.driver(),
            one.seconds(),
            one.intervals());
    StageRow row =
        new StageRow(
            Samples.TRIAL, several, Samples.stageRow().costs(), Samples.stageRow().verdict());
    return new RowMapper("r", Samples.plan())
        .classes(row).stream().map(ClassRowsTest::cells).toList();
  }

  private static Map<String, String> cells(ClassRecord record) {
    return ClassColumns.TABLE.columns().stream()
        .collect(Collectors.toMap(Column::name, column -> column.cell().apply(record)));
  }
}
