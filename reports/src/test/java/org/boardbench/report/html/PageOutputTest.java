package org.boardbench.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.output.StringOutput;
import java.util.List;
import org.boardbench.report.chart.Figure;
import org.junit.jupiter.api.Test;

class PageOutputTest {
  @Test
  void endsNoAttributeWithWhatAFileIsNamedAndShowsASignForWhatIsHiddenInIt() {
    Figure figure =
        new Figure("x\" onload='y' \u202e<", "a \"b\" & <c>", 87.5, 50, 1, List.of(), List.of());

    assertThat(Templates.html("figure", figure))
        .contains("alt=\"x&#34; onload=&#39;y&#39; \ufffd&lt;\" style=\"width: 87.5mm\"")
        .contains("<figcaption>a &quot;b&quot; &amp; &lt;c&gt; <a");
  }

  @Test
  void leavesNoEmptyLineWhereATemplateCallsAnother() {
    StringOutput html = new StringOutput();
    PageOutput page = new PageOutput(html);

    page.writeContent("<table>\n");
    page.writeContent("</table>\n");
    page.writeContent("\n");
    page.writeContent("\n<p>");
    page.setContext("p", null);
    page.writeUserContent("a\n\nb");
    page.writeContent("\n</p>\n");

    assertThat(html).hasToString("<table>\n</table>\n<p>a\n\nb\n</p>\n");
  }

  @Test
  void writesNoLinkThatRunsAScript() {
    StringOutput html = new StringOutput();
    PageOutput page = new PageOutput(html);

    page.setContext("a", "href");
    page.writeUserContent("java\u0000script:alert(1)");
    page.writeUserContent("javascript:alert(1)");

    assertThat(html).hasToString("java\ufffdscript:alert(1)");
  }
}
