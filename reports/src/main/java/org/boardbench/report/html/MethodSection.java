package org.boardbench.report.html;

import java.util.List;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.summary.Method;

/** How the run was made, in words. */
public record MethodSection(StoredRun run) implements Section {
  @Override
  public String anchor() {
    return "method";
  }

  @Override
  public String title() {
    return "Method";
  }

  @Override
  public boolean isThere() {
    return true;
  }

  @Override
  public String template() {
    return "methodSection";
  }

  List<String> paragraphs() {
    return Method.of(run);
  }
}
