package org.boardbench.fleet.clock;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.util.function.LongSupplier;
import javax.crypto.SecretKey;

/** Answers the probes of whoever knows the secret, by UDP, until it is closed. */
public final class ProbeEcho implements AutoCloseable {
  private final DatagramSocket socket;
  private final LongSupplier ownNs;
  private final ProbePacket packets;
  private final Thread thread =
      Thread.ofPlatform().daemon().name("clock-echo").unstarted(this::run);

  private ProbeEcho(DatagramSocket socket, SecretKey key, LongSupplier ownNs) {
    this.socket = socket;
    this.packets = new ProbePacket(key);
    this.ownNs = ownNs;
  }

  /**
   * Begins.
   *
   * @param ownNs the clock that is asked for
   * @throws IOException when the port is taken
   */
  public static ProbeEcho start(InetSocketAddress at, SecretKey key, LongSupplier ownNs)
      throws IOException {
    ProbeEcho echo = new ProbeEcho(new DatagramSocket(at), key, ownNs);
    echo.thread.start();
    return echo;
  }

  /** Where it listens. */
  public int port() {
    return socket.getLocalPort();
  }

  private void run() {
    DatagramPacket packet = new DatagramPacket(new byte[ProbePacket.BYTES + 1], 0);
    boolean isOpen = true;
    while (isOpen) {
      isOpen = isOpenAfter(packet);
    }
  }

  /** Waits for a packet and answers it; one that is not answered is lost, as any may be. */
  private boolean isOpenAfter(DatagramPacket packet) {
    try {
      packet.setLength(ProbePacket.BYTES + 1);
      socket.receive(packet);
      long cameNs = ownNs.getAsLong();
      var question = packets.question(packet.getData(), packet.getLength());
      if (question.isPresent()) {
        long number = question.get().number();
        byte[] answer = packets.answer(new ProbePacket.Content(number, cameNs, ownNs.getAsLong()));
        socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
      }
      return true;
    } catch (IOException e) {
      return !socket.isClosed();
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
