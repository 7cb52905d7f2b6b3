package org.boardbench.report.html;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.html.escape.Escape;
import gg.jte.output.StringOutput;
import java.util.regex.Pattern;
import org.boardbench.results.HiddenCharacters;

/**
 * A page under way. Texts are escaped for where they stand, whoever worded them. In the place of
 * each control character, and of what turns the direction of the text behind it, is the sign for
 * what cannot be shown. Line ends and tabs stay.
 *
 * <p>No template leaves an empty line: where one calls another, the line of the call and the last
 * one of the other both end.
 */
final class PageOutput extends OwaspHtmlTemplateOutput {
  private static final Pattern HIDDEN =
      Pattern.compile("[" + HiddenCharacters.CONTROLS + HiddenCharacters.TURNS + "&&[^\n\r\t]]");
  private static final Pattern LINE_ENDS = Pattern.compile("^\n+");
  private static final String SIGN = "\ufffd";

  private boolean inElement;
  private boolean isAtLineStart = true;

  PageOutput(TemplateOutput html) {
    super(html);
  }

  @Override
  public void setContext(String tagName, String attributeName) {
    super.setContext(tagName, attributeName);
    inElement = attributeName == null && !"script".equals(tagName);
  }

  @Override
  public void writeContent(String text) {
    write(isAtLineStart ? LINE_ENDS.matcher(text).replaceFirst("") : text);
  }

  private void write(String text) {
    if (!text.isEmpty()) {
      super.writeContent(text);
      isAtLineStart = text.endsWith("\n");
    }
  }

  @Override
  public void writeUserContent(String text) {
    if (text == null) {
      return;
    }
    String shown = HIDDEN.matcher(text).replaceAll(SIGN);
    if (inElement) {
      write(quotesToo(shown));
    } else {
      super.writeUserContent(shown);
    }
  }

  /** As in attributes, so that a text has one form wherever it stands. */
  private static String quotesToo(String text) {
    StringOutput escaped = new StringOutput();
    Escape.htmlContent(text, escaped);
    return escaped.toString().replace("\"", "&quot;").replace("'", "&#39;");
  }
}
