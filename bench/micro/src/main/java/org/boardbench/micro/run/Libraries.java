package org.boardbench.micro.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What is measured, by version: the build writes it down. */
final class Libraries {
  private Libraries() {}

  /** Version by name, sorted. */
  static Map<String, String> versions() {
    try (InputStream in = Libraries.class.getResourceAsStream("libraries.properties")) {
      Properties properties = new Properties();
      properties.load(in);
      Map<String, String> versions = new TreeMap<>();
      properties.stringPropertyNames().forEach(n -> versions.put(n, properties.getProperty(n)));
      return versions;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
