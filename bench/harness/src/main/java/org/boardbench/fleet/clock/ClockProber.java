package org.boardbench.fleet.clock;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import javax.crypto.SecretKey;
import org.boardbench.core.RunClock;

/**
 * Asks another machine for its clock again and again, from a thread of its own until it is closed:
 * quickly at first, then some dozen times a second, so that there are fast probes before, in and
 * after whatever is measured.
 */
public final class ClockProber implements AutoCloseable {
  private static final int FIRST_PROBES = 64;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(2);
  private static final Duration PAUSE = Duration.ofMillis(60);

  /** What takes longer proves next to nothing. */
  private static final int PATIENCE_MS = 200;

  private final DatagramSocket socket;
  private final RunClock clock;
  private final ProbePacket packets;
  private final ClockOffset offset = new ClockOffset();
  private final SecureRandom random = new SecureRandom();
  private final Thread thread =
      Thread.ofPlatform().daemon().name("clock-probes").unstarted(this::run);

  private ClockProber(DatagramSocket socket, SecretKey key, RunClock clock) {
    this.socket = socket;
    this.packets = new ProbePacket(key);
    this.clock = clock;
  }

  /**
   * Begins.
   *
   * @param clock is compared with the other machine's
   * @throws IOException when there is no way to it
   */
  public static ClockProber start(InetSocketAddress to, SecretKey key, RunClock clock)
      throws IOException {
    DatagramSocket socket = new DatagramSocket();
    try {
      socket.connect(to);
      socket.setSoTimeout(PATIENCE_MS);
    } catch (IOException e) {
      socket.close();
      throw e;
    }
    ClockProber prober = new ClockProber(socket, key, clock);
    prober.thread.start();
    return prober;
  }

  /** What is known so far; goes on to become better. */
  public ClockOffset offset() {
    return offset;
  }

  private void run() {
    try {
      for (long n = 0; !socket.isClosed(); n++) {
        probe().ifPresent(offset::add);
        Thread.sleep(n < FIRST_PROBES ? FIRST_PAUSE : PAUSE);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private Optional<ClockProbe> probe() {
    long number = random.nextLong();
    byte[] question = packets.question(number);
    DatagramPacket answer = new DatagramPacket(new byte[ProbePacket.BYTES + 1], 0);
    try {
      long sentNs = clock.nowNs();
      socket.send(new DatagramPacket(question, question.length));
      while (true) {
        answer.setLength(ProbePacket.BYTES + 1);
        socket.receive(answer);
        long receivedNs = clock.nowNs();
        var content = packets.answer(answer.getData(), answer.getLength());
        if (content.isPresent() && content.get().number() == number) {
          return Optional.of(
              new ClockProbe(
                  sentNs, content.get().cameNs(), content.get().answeredNs(), receivedNs));
        }
        if (receivedNs - sentNs > PATIENCE_MS * 1_000_000L) {
          return Optional.empty();
        }
      }
    } catch (SocketTimeoutException lost) {
      return Optional.empty();
    } catch (IOException unreachable) {
      // The next one may come through; who waits for the first one has a deadline.
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    socket.close();
    thread.interrupt();
  }
}
