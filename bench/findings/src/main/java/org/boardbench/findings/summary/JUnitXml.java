package org.boardbench.findings.summary;

import java.io.StringWriter;
import java.util.List;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** A report as JUnit's Ant task writes it, which CI systems read. */
public final class JUnitXml {
  /** What XML 1.0 cannot say, however it is written. */
  private static final Pattern FORBIDDEN =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private static final Pattern LINE_ENDS = Pattern.compile("\\s*[\\r\\n]+\\s*");

  private final XMLStreamWriter xml;

  private JUnitXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  public static String of(String name, List<JUnitSuite> suites) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new JUnitXml(xml).write(name, suites);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return text.append("\n").toString();
  }

  private void write(String name, List<JUnitSuite> suites) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    newLine();
    xml.writeStartElement("testsuites");
    attribute("name", name);
    for (JUnitSuite suite : suites) {
      write(suite);
    }
    newLine();
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private void write(JUnitSuite suite) throws XMLStreamException {
    newLine();
    xml.writeStartElement("testsuite");
    attribute("name", suite.name());
    attribute("tests", Integer.toString(suite.cases().size()));
    attribute("failures", Long.toString(suite.count(JUnitCase.Outcome.FAILED)));
    attribute("errors", "0");
    attribute("skipped", Long.toString(suite.count(JUnitCase.Outcome.SKIPPED)));
    for (JUnitCase one : suite.cases()) {
      write(one);
    }
    newLine();
    xml.writeEndElement();
  }

  private void write(JUnitCase one) throws XMLStreamException {
    newLine();
    xml.writeStartElement("testcase");
    attribute("classname", one.className());
    attribute("name", one.name());
    switch (one.outcome()) {
      case FAILED -> {
        xml.writeStartElement("failure");
        attribute("message", one.message());
        xml.writeCharacters(legal(one.message()));
        xml.writeEndElement();
      }
      case SKIPPED -> {
        xml.writeEmptyElement("skipped");
        attribute("message", one.message());
      }
      case PASSED -> {}
    }
    xml.writeEndElement();
  }

  /** In one line: a reader would make spaces of line ends anyway. */
  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, LINE_ENDS.matcher(legal(value)).replaceAll(" "));
  }

  private void newLine() throws XMLStreamException {
    xml.writeCharacters("\n");
  }

  private static String legal(String text) {
    return FORBIDDEN.matcher(text).replaceAll("\uFFFD");
  }
}
