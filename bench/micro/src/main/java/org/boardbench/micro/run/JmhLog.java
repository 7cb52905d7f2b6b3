package org.boardbench.micro.run;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * All that JMH says, in a file, and of it what a reader of the results has to know. JMH has no
 * other way of saying it.
 */
final class JmhLog implements Closeable {
  private static final Pattern BLACKHOLE = Pattern.compile("# Blackhole mode: (.+)");
  private static final Pattern WARNING = Pattern.compile("(?i).*\\bwarning\\b.*|NOTE: .*");

  /** A note goes on over the lines up to an empty one. */
  private static final String NOTE = "NOTE: ";

  private final OutputStream file;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private final Set<String> warnings = new LinkedHashSet<>();
  private final StringBuilder note = new StringBuilder();
  private Optional<String> blackholeMode = Optional.empty();

  private JmhLog(OutputStream file) {
    this.file = file;
  }

  static JmhLog create(Path file) throws IOException {
    return new JmhLog(new BufferedOutputStream(Files.newOutputStream(file)));
  }

  /** For one run of JMH, which closes it. */
  OutputFormat format(VerboseMode verbosity) {
    return OutputFormatFactory.createFormatInstance(
        new PrintStream(new Lines(), false, StandardCharsets.UTF_8), verbosity);
  }

  /** The warnings and notes so far, each once, in order. */
  synchronized List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** How values are kept from being optimized away, in JMH's words; empty before the first run. */
  synchronized Optional<String> blackholeMode() {
    return blackholeMode;
  }

  private void read(String text) {
    Matcher blackhole = BLACKHOLE.matcher(text);
    if (blackhole.matches()) {
      blackholeMode = Optional.of(blackhole.group(1));
    }
    if (!note.isEmpty()) {
      continueNote(text);
    } else if (text.startsWith(NOTE)) {
      note.append(text);
    } else if (WARNING.matcher(text).matches()) {
      warnings.add(text.replaceFirst("^[# *]+", ""));
    }
  }

  private void continueNote(String text) {
    if (text.isBlank()) {
      warnings.add(note.toString());
      note.setLength(0);
    } else {
      note.append(' ').append(text);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  /** JMH writes from the threads that listen to its forks, too. */
  private final class Lines extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      synchronized (JmhLog.this) {
        file.write(b);
        if (b == '\n') {
          read(line.toString(StandardCharsets.UTF_8).stripTrailing());
          line.reset();
        } else {
          line.write(b);
        }
      }
    }

    @Override
    public void flush() throws IOException {
      synchronized (JmhLog.this) {
        file.flush();
      }
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
