package org.boardbench.report.html;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

/** What is in {@code src/main/jte}; the build makes each file there a class of this package. */
final class Templates {
  private static final TemplateEngine ENGINE =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, null, Templates.class.getPackageName());

  private Templates() {}

  /** What a section writes below its title, into the page that is under way. */
  static Content content(Section section) {
    return page -> ENGINE.render(section.template() + ".jte", section, page);
  }

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
