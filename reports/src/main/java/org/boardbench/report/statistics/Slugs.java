package org.boardbench.report.statistics;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Parts of files' names made from free text: lower-case letters, digits and single hyphens between
 * them, never empty, and never the same twice.
 */
final class Slugs {
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
  private static final Pattern OUTER_HYPHENS = Pattern.compile("^-+|-+$");
  private static final int MOST_LETTERS = 40;
  private static final String GROUP = "group";

  /** {@code capacity-overview-x} must be the overview of x, and not of another group the rest. */
  private static final String OVERVIEW = "overview";

  private final Set<String> taken = new HashSet<>();

  /** A new one, which resembles the text as far as it can. */
  String next(String text) {
    String base = base(text);
    String slug = base;
    for (int number = 2; !taken.add(slug); number++) {
      slug = base + "-" + number;
    }
    return slug;
  }

  private static String base(String text) {
    String hyphened = OTHERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("-");
    String whole = trimmed(hyphened);
    String cut = trimmed(whole.substring(0, Math.min(MOST_LETTERS, whole.length())));
    if (cut.isEmpty()) {
      return GROUP;
    }
    return cut.startsWith(OVERVIEW) ? GROUP + "-" + cut : cut;
  }

  private static String trimmed(String hyphened) {
    return OUTER_HYPHENS.matcher(hyphened).replaceAll("");
  }
}
