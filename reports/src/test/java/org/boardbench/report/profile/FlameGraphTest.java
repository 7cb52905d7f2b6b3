package org.boardbench.report.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class FlameGraphTest {
  private static final List<String> STACKS =
      List.of(
          "parsing;(main);<module>;\"loads\" & co 250",
          "parsing;(main);<module>;other 250",
          "kernel-network;(main);(kernel) 500");

  private static Document drawn(String title, List<String> stacks) throws Exception {
    String svg = new FlameGraph(title, stacks).svg();
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
  }

  private static Element box(Document svg, String name) {
    NodeList titles = svg.getElementsByTagName("title");
    for (int i = 0; i < titles.getLength(); i++) {
      if (titles.item(i).getTextContent().startsWith(name + ": ")) {
        Element group = (Element) titles.item(i).getParentNode();
        return (Element) group.getElementsByTagName("rect").item(0);
      }
    }
    throw new AssertionError("no box " + name);
  }

  private static double number(Element box, String attribute) {
    return Double.parseDouble(box.getAttribute(attribute));
  }

  @Test
  void aBoxIsAsWideAsItsTimeAndStandsOnWhoCalledIt() throws Exception {
    Document svg = drawn("title", STACKS);

    assertThat(number(box(svg, "parsing"), "width")).isEqualTo(600);
    assertThat(number(box(svg, "other"), "width")).isEqualTo(300);
    assertThat(number(box(svg, "<module>"), "width")).isEqualTo(600);
    assertThat(number(box(svg, "other"), "y")).isLessThan(number(box(svg, "<module>"), "y"));
    assertThat(number(box(svg, "parsing"), "x")).isEqualTo(600);
  }

  @Test
  void namesAreTextWhateverTheyHold() throws Exception {
    Document svg = drawn("<script>alert(1)</script> & more \u0001", STACKS);

    assertThat(svg.getElementsByTagName("script").getLength()).isZero();
    assertThat(svg.getElementsByTagName("text").item(0).getTextContent())
        .isEqualTo("<script>alert(1)</script> & more _");
    assertThat(box(svg, "\"loads\" & co")).isNotNull();
  }

  @Test
  void whatIsOfOneCategoryHasOneColour() throws Exception {
    Document svg = drawn("title", STACKS);

    assertThat(box(svg, "other").getAttribute("fill"))
        .isEqualTo(box(svg, "parsing").getAttribute("fill"))
        .isNotEqualTo(box(svg, "kernel-network").getAttribute("fill"));
  }

  @Test
  void linesThatAreNoStacksAreLeftOut() {
    assertThat(new FlameGraph("title", List.of("", "no time", "a;b x")).isEmpty()).isTrue();
    assertThat(new FlameGraph("title", STACKS).isEmpty()).isFalse();
  }
}
