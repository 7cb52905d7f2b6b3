package org.boardbench.springstomp;

import java.util.Optional;

/** Whether Tomcat compresses messages for clients that offer to read them so. */
final class Compression {
  private static final String VARIABLE = "COMPRESSION";

  /** Read by Tomcat once, when it loads the class that lists its extensions of WebSocket. */
  private static final String NO_EXTENSIONS =
      "org.apache.tomcat.websocket.DISABLE_BUILTIN_EXTENSIONS";

  private Compression() {}

  /** To be called before the server starts. */
  static void set() {
    String chosen = Optional.ofNullable(System.getenv(VARIABLE)).orElse("off");
    boolean isOff =
        switch (chosen) {
          case "off" -> true;
          case "on" -> false;
          default ->
              throw new IllegalArgumentException(
                  VARIABLE + " must be one of off, on, was " + chosen);
        };
    System.setProperty(NO_EXTENSIONS, Boolean.toString(isOff));
  }
}
