package org.boardbench.report.table.claims;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.boardbench.report.claims.Evidence;
import org.boardbench.report.claims.JudgedClaim;
import org.boardbench.report.claims.JudgedClaim.JudgedStatement;
import org.boardbench.report.claims.JudgedFile;
import org.boardbench.report.claims.JudgedSide;
import org.boardbench.report.table.CsvTable;
import org.boardbench.report.table.NumberText;
import org.boardbench.statistics.Interval;

/** Claims for programs: a row for each number that a claim is about, all digits. */
public final class ClaimsCsv {
  private static final List<String> HEADER =
      List.of(
          "claim",
          "section",
          "says",
          "variants",
          "verdict",
          "p",
          "starts_needed",
          "why",
          "statement",
          "unit",
          "region_low",
          "region_high",
          "estimate",
          "interval_low",
          "interval_high",
          "confidence",
          "noise_floor_pct",
          "starts",
          "rows_used",
          "rows",
          "statement_verdict",
          "starts_left_out",
          "statement_why");

  private ClaimsCsv() {}

  public static String of(JudgedFile judged) {
    List<List<Object>> rows = new ArrayList<>();
    for (JudgedSide side : judged.sides()) {
      side.claims().forEach(claim -> rows.addAll(rows(claim, side.name())));
    }
    return CsvTable.of(HEADER, rows);
  }

  private static List<List<Object>> rows(JudgedClaim claim, String side) {
    List<Object> start =
        List.of(
            claim.claim().id(),
            claim.claim().section(),
            claim.claim().says(),
            side,
            claim.verdict().word(),
            NumberText.exact(claim.p()),
            NumberText.count(claim.startsNeeded()),
            claim.why());
    List<List<Object>> ends =
        claim.statements().isEmpty()
            ? List.of(Collections.nCopies(HEADER.size() - start.size(), ""))
            : claim.statements().stream().map(ClaimsCsv::cells).toList();
    List<List<Object>> rows = new ArrayList<>();
    for (List<Object> end : ends) {
      List<Object> row = new ArrayList<>(start);
      row.addAll(end);
      rows.add(row);
    }
    return rows;
  }

  private static List<Object> cells(JudgedStatement statement) {
    Evidence evidence = statement.evidence();
    Optional<Interval> interval = evidence.seen().bounds(statement.confidence()).interval();
    return List.of(
        evidence.subject(),
        evidence.unit(),
        ClaimText.exact(evidence.region().low()),
        ClaimText.exact(evidence.region().high()),
        ClaimText.exact(evidence.seen().estimate().orElse(Double.NaN)),
        interval.map(known -> ClaimText.exact(known.low())).orElse(""),
        interval.map(known -> ClaimText.exact(known.high())).orElse(""),
        interval.map(known -> ClaimText.exact(known.confidence())).orElse(""),
        ClaimText.exact(100 * evidence.seen().floor(statement.confidence()).orElse(Double.NaN)),
        evidence.seen().starts(),
        evidence.looked().usedRows(),
        evidence.looked().rows(),
        statement.verdict().word(),
        evidence.looked().startsLeftOut(),
        statement.why());
  }
}
