package org.boardbench.results.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TablesPageTest {
  private static final Path PAGE = Path.of("../../results/README.md");

  @Test
  void thePageSaysWhatIsDeclared() throws IOException {
    if (Boolean.getBoolean("boardbench.renew")) {
      Files.writeString(PAGE, TablesPage.text());
    }

    assertThat(PAGE).as("renew it as it says").hasContent(TablesPage.text());
  }
}
