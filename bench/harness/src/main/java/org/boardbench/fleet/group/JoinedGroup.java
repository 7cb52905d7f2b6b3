package org.boardbench.fleet.group;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.boardbench.fleet.wire.FleetSecret;
import org.boardbench.fleet.wire.Wire;
import org.jgroups.Address;
import org.jgroups.BytesMessage;
import org.jgroups.JChannel;
import org.jgroups.Message;
import org.jgroups.View;

/** A coordinator's way to one agent: its membership of that agent's group. Thread-safe. */
public final class JoinedGroup implements Wire {
  private static final int CONNECT_MS = 3_000;

  private final JChannel channel;
  private final Wire.Receiver receiver;
  private volatile Address agent;

  private JoinedGroup(JChannel channel, Wire.Receiver receiver) {
    this.channel = channel;
    this.receiver = receiver;
  }

  /**
   * Joins.
   *
   * @throws IOException when there is no agent, or it lets nobody in who has another secret; the
   *     message is a part of one line
   */
  public static JoinedGroup join(InetSocketAddress to, FleetSecret secret, Wire.Receiver receiver)
      throws IOException {
    requireListener(to);
    JoinedGroup group;
    try {
      group = new JoinedGroup(GroupStack.channel(freeAddress(to), to, secret), receiver);
    } catch (Exception e) {
      throw new IOException("has no way to it (" + e.getMessage() + ")", e);
    }
    boolean isJoined = false;
    try {
      group.connect();
      isJoined = true;
      return group;
    } finally {
      if (!isJoined) {
        group.channel.close();
      }
    }
  }

  private void connect() throws IOException {
    channel.setReceiver(new Events());
    try {
      channel.connect(AgentGroup.NAME);
    } catch (SecurityException e) {
      throw new IOException("has another secret", e);
    } catch (Exception e) {
      if (e.getCause() instanceof SecurityException) {
        throw new IOException("has another secret", e);
      }
      throw new IOException("lets nobody in", e);
    }
    View view = channel.getView();
    if (view.size() < 2) {
      throw new IOException("does not answer as an agent of this version does");
    }
    agent = view.getCoord();
  }

  /** Before the library tries for seconds, and so that the reason is the system's own. */
  private static void requireListener(InetSocketAddress to) throws IOException {
    if (to.isUnresolved()) {
      throw new IOException("has no known host");
    }
    try (Socket socket = new Socket()) {
      socket.connect(to, CONNECT_MS);
    } catch (IOException e) {
      throw new IOException("cannot be reached (" + e.getMessage() + ")", e);
    }
  }

  /**
   * The address that packets to it leave by, and a port that nobody has: with fixed hosts JGroups
   * takes none of the system's choice.
   */
  private static InetSocketAddress freeAddress(InetSocketAddress to) throws IOException {
    try (DatagramSocket way = new DatagramSocket()) {
      way.connect(to);
      try (ServerSocket port = new ServerSocket(0, 1, way.getLocalAddress())) {
        return new InetSocketAddress(way.getLocalAddress(), port.getLocalPort());
      }
    }
  }

  /** What JGroups tells. */
  private final class Events implements org.jgroups.Receiver {
    @Override
    public void receive(Message message) {
      if (message instanceof BytesMessage bytes
          && bytes.hasArray()
          && message.getSrc().equals(agent)) {
        receiver.received(AgentGroup.content(bytes));
      }
    }

    @Override
    public void viewAccepted(View view) {
      if (agent != null && !view.containsMember(agent)) {
        receiver.lost("it has ended, or was not heard for seconds");
      }
    }
  }

  @Override
  public void send(byte[] message) {
    Sending.send(channel, agent, message);
  }

  @Override
  public void close() {
    channel.close();
  }
}
