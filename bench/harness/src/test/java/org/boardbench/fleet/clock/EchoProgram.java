package org.boardbench.fleet.clock;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A program that answers probes with its own monotonic clock until its input ends. */
public final class EchoProgram {
  public static final String LISTENS = "listens";

  private EchoProgram() {}

  public static SecretKey key() {
    byte[] secret = "known to the tests".getBytes(StandardCharsets.UTF_8);
    return new SecretKeySpec(secret, "HmacSHA256");
  }

  /**
   * Answers until nobody can tell it any more.
   *
   * @param args host and port
   */
  public static void main(String[] args) throws Exception {
    InetSocketAddress at = new InetSocketAddress(args[0], Integer.parseInt(args[1]));
    try (ProbeEcho echo = ProbeEcho.start(at, key(), System::nanoTime)) {
      System.out.println(LISTENS + " at " + echo.port());
      while (System.in.read() >= 0) {
        // Only its end says anything.
      }
    }
  }
}
