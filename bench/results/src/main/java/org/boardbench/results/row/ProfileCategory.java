package org.boardbench.results.row;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a server's CPU time goes into, in the order in which tables and figures have it. */
public enum ProfileCategory {
  KERNEL_NETWORK("reading and writing sockets, in the kernel for the most part"),
  WAKE_UPS("waiting for sockets, parking, waking and handing over between threads"),
  RECEIVE_PATH("the framework's way from the socket to the application"),
  PARSING("reading and writing JSON"),
  APPLICATION("the target's own code, with what it calls and no other category has"),
  SEND_PATH("the framework's way from the application to the socket"),
  JIT("compiling"),
  COLLECTOR("collecting garbage"),
  OTHER_THREADS("threads of the runtime that serve no message, and threads that have ended"),
  COMPANIONS("what runs beside the server, such as Redis"),
  UNATTRIBUTED("what no rule knows, and what no profiler saw");

  private final String meaning;

  ProfileCategory(String meaning) {
    this.meaning = meaning;
  }

  /** By its word in results; empty when it is not known here. */
  public static Optional<ProfileCategory> of(String key) {
    return Arrays.stream(values()).filter(known -> known.key().equals(key)).findFirst();
  }

  /** The word in results, such as {@code send-path}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String meaning() {
    return meaning;
  }
}
