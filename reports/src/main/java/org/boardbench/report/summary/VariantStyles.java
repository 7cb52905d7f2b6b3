package org.boardbench.report.summary;

import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What the parameter {@code style} of the servers in {@code targets/} means to readers. */
public final class VariantStyles {
  private static final String PLAIN = "plain";

  private VariantStyles() {}

  /**
   * A sentence after a blank; empty where no variant has that parameter.
   *
   * @param manifest {@code run.json}
   */
  public static String words(JsonNode manifest) {
    List<String> styles =
        StreamSupport.stream(manifest.path("plan").path("targets").spliterator(), false)
            .map(planned -> planned.path("parameters").path("style").asString(""))
            .toList();
    return styles.contains(PLAIN)
        ? " Plain servers are as their framework's own examples have them, the others as one writes"
            + " them for production: order kept, slow readers cut."
        : "";
  }
}
