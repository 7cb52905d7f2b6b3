package org.boardbench.report.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** What is in {@code src/main/jte}; the build makes each file there a class of this package. */
final class Templates {
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, null, Templates.class.getPackageName());

  private Templates() {}

  /**
   * Fills in a template that has one parameter.
   *
   * @param template the file's name, without extension
   */
  static String html(String template, Object parameter) {
    StringOutput html = new StringOutput();
    ENGINE.render(template + ".jte", parameter, new PageOutput(html));
    return html.toString();
  }
}
