package org.boardbench.report.claims;

import java.util.List;
import java.util.Map;
import org.boardbench.findings.starts.Where;

/** One thing that a claim says. */
public sealed interface Statement
    permits BoundStatement,
        EffectStatement,
        KneeStatement,
        OrderStatement,
        RankStatement,
        RatioStatement,
        TrendStatement {
  /** The rows that it looks at. */
  List<Where> where();

  /** What a run says of it: all of that must be as claimed. */
  List<Evidence> evidence(MeasuredRun run);

  /**
   * The same of other variants.
   *
   * @param names a variant → the one in its place; all others stay
   */
  Statement renamed(Map<String, String> names);
}
