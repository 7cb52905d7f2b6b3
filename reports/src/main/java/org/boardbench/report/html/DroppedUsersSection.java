package org.boardbench.report.html;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.boardbench.findings.starts.StoredStage;
import org.boardbench.report.table.NumberText;
import org.boardbench.results.column.StageCounts;
import org.boardbench.results.column.StageExtras;
import org.boardbench.results.row.StageRecord;
import org.boardbench.results.table.Column;

/** Users whose connection failed: how many, why, and what they took away from the others. */
public final class DroppedUsersSection implements Section {
  static final List<String> HEADER =
      List.of(
          "Trial",
          "Users",
          "Joined",
          "Disconnects",
          "Reconnects",
          "Failed connects or joins",
          "Unserved messages",
          "Loss of owed (%)",
          "Loss of expected (%)",
          "Causes");

  /** Of the causes of one kind in one row: a server may say so much that nothing else is seen. */
  private static final int MOST_LETTERS = 400;

  private final List<StoredStage> stages;

  /**
   * @param order of targets
   */
  public DroppedUsersSection(List<StoredStage> stages, Comparator<String> order) {
    this.stages =
        stages.stream()
            .sorted(
                Comparator.comparing(StoredStage::target, order)
                    .thenComparing(StoredStage::trialId)
                    .thenComparingInt(StoredStage::stage))
            .toList();
  }

  @Override
  public String anchor() {
    return "dropped";
  }

  @Override
  public String title() {
    return "Users whose connection failed";
  }

  @Override
  public String link() {
    return "Failed connections";
  }

  /** Whether the run tells what was owed. */
  @Override
  public boolean isThere() {
    return stages.stream().anyMatch(stage -> isMeasured(stage, StageExtras.OWED_LOST_PCT));
  }

  @Override
  public String template() {
    return "droppedUsersSection";
  }

  /** Of those that lost users, the header's cells. */
  List<List<String>> rows() {
    return stages.stream()
        .filter(DroppedUsersSection::hasLost)
        .map(DroppedUsersSection::cells)
        .toList();
  }

  private static boolean hasLost(StoredStage stage) {
    return stage.figure(StageCounts.JOINED) < stage.users()
        || Stream.of(StageCounts.DISCONNECTS, StageCounts.CONNECT_FAILURES, StageExtras.UNSERVED)
            .anyMatch(figure -> stage.figure(figure) > 0);
  }

  private static List<String> cells(StoredStage stage) {
    List<String> cells = new ArrayList<>();
    cells.add(stage.trialId());
    cells.add(Integer.toString(stage.users()));
    cells.add(
        isMeasured(stage, StageCounts.JOINED)
            ? count(stage, StageCounts.JOINED) + " of " + stage.users()
            : "");
    cells.add(count(stage, StageCounts.DISCONNECTS));
    cells.add(count(stage, StageExtras.RECONNECTS));
    cells.add(count(stage, StageCounts.CONNECT_FAILURES));
    cells.add(count(stage, StageExtras.UNSERVED));
    cells.add(NumberText.rounded(stage.figure(StageExtras.OWED_LOST_PCT)));
    cells.add(NumberText.rounded(stage.figure(StageCounts.LOSS_PCT)));
    cells.add(
        Stream.of(StageExtras.DISCONNECT_CAUSES, StageExtras.CONNECT_FAILURE_CAUSES)
            .map(stage::text)
            .filter(text -> !text.isEmpty())
            .map(DroppedUsersSection::shortened)
            .collect(Collectors.joining("; ")));
    return cells;
  }

  private static String shortened(String causes) {
    return causes.codePointCount(0, causes.length()) <= MOST_LETTERS
        ? causes
        : causes.substring(0, causes.offsetByCodePoints(0, MOST_LETTERS)) + "… (see stages.csv)";
  }

  private static String count(StoredStage stage, Column<StageRecord> figure) {
    return NumberText.count(stage.figure(figure));
  }

  private static boolean isMeasured(StoredStage stage, Column<StageRecord> figure) {
    return !Double.isNaN(stage.figure(figure));
  }
}
