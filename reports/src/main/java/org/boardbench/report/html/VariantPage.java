package org.boardbench.report.html;

import java.util.List;
import java.util.regex.Pattern;
import org.boardbench.report.statistics.Variants;
import org.boardbench.report.stored.StoredRun;
import tools.jackson.databind.JsonNode;

/**
 * All that is known of one variant, beside {@code index.html}.
 *
 * @param sections in their order on the page
 */
public record VariantPage(StoredRun run, String variant, List<Section> sections) {
  private static final Pattern NOT_OF_FILE = Pattern.compile("[^A-Za-z0-9@_-]");

  public VariantPage {
    sections = List.copyOf(sections);
  }

  /** Whatever is called so: names of older runs may hold what is no part of a file's name. */
  public static String file(String variant) {
    return "variant-" + NOT_OF_FILE.matcher(variant).replaceAll("_") + ".html";
  }

  public String html() {
    return Templates.html("variantPage", this);
  }

  /** What the plan has to say of it; may be empty. */
  String words() {
    return Variants.of(run).words(variant);
  }

  /** What the run stored of it: launcher, versions, parameters, environment. */
  JsonNode manifest() {
    return run.manifest().path("targets").path(variant);
  }
}
