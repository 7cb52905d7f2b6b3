package org.boardbench.reference;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/** The server as a program of its own, until a signal ends it. */
public final class ReferenceProgram {
  private static final int BAD_USAGE = 2;
  private static final int FAILED = 1;

  private ReferenceProgram() {}

  public static void main(String[] words) throws InterruptedException {
    // Whatever the user's language: ASCII digits and points in all that is printed.
    Locale.setDefault(Locale.ROOT);
    System.exit(run(words, System.out, System.err));
  }

  /** Returns the exit status, once the server has ended. */
  static int run(String[] words, PrintStream out, PrintStream err) throws InterruptedException {
    try (ReferenceServer server =
        ReferenceServer.start(Parameters.read(words, line -> out.println(line)))) {
      out.println("listening on " + server.uri());
      Runtime.getRuntime().addShutdownHook(new Thread(server::close));
      server.join();
      return FAILED;
    } catch (ParameterException bad) {
      err.println(bad.getMessage());
      return BAD_USAGE;
    } catch (UncheckedIOException occupied) {
      err.println("cannot listen: " + occupied.getMessage());
      return FAILED;
    }
  }
}
