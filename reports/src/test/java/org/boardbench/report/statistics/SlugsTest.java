package org.boardbench.report.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SlugsTest {
  @Test
  void resemblesTheTextInSmallLettersDigitsAndHyphens() {
    assertThat(slugs("plain", "For production, 2 cores", " -- one  choice_alone -- "))
        .containsExactly("plain", "for-production-2-cores", "one-choice-alone");
  }

  @Test
  void isSafeAsAPartOfAFilesNameWhateverTheTextIs() {
    assertThat(
            slugs(
                "../../etc/passwd",
                "a\\b:c*?\"<>|",
                "\u0000\u202e",
                "\uad70",
                "%2e%2e/",
                "x".repeat(200),
                "y ".repeat(100)))
        .allSatisfy(
            slug -> assertThat(slug).matches("[a-z0-9]+(-[a-z0-9]+)*").hasSizeBetween(1, 42));
  }

  @Test
  void neverGivesOneTwice() {
    assertThat(slugs("Plain", "plain!", "plain 2", "PLAIN", "?", "!"))
        .containsExactly("plain", "plain-2", "plain-2-2", "plain-3", "group", "group-2");
  }

  @Test
  void doesNotBeginAsTheNameOfAnotherGroupsOverviewGoesOn() {
    assertThat(slugs("b", "overview b")).containsExactly("b", "group-overview-b");
  }

  private static List<String> slugs(String... texts) {
    Slugs slugs = new Slugs();
    return Stream.of(texts).map(slugs::next).toList();
  }
}
