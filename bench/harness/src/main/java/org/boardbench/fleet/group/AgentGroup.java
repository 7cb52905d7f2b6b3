package org.boardbench.fleet.group;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.boardbench.fleet.wire.FleetSecret;
import org.boardbench.fleet.wire.Wire;
import org.jgroups.Address;
import org.jgroups.BytesMessage;
import org.jgroups.JChannel;
import org.jgroups.Message;
import org.jgroups.Receiver;
import org.jgroups.View;

/** An agent's group, in which it waits for coordinators. Thread-safe. */
public final class AgentGroup implements AutoCloseable {
  static final String NAME = "boardbench-fleet";

  private final JChannel channel;
  private final Function<Wire, Wire.Receiver> acceptor;
  private final Map<Address, Wire.Receiver> others = new HashMap<>();

  private AgentGroup(JChannel channel, Function<Wire, Wire.Receiver> acceptor) {
    this.channel = channel;
    this.acceptor = acceptor;
  }

  /**
   * Begins to listen.
   *
   * @param acceptor gets the way back to whoever sends a first message, and says who hears it
   * @throws IOException when the address cannot be had
   */
  public static AgentGroup listen(
      InetSocketAddress at, FleetSecret secret, Function<Wire, Wire.Receiver> acceptor)
      throws IOException {
    AgentGroup group;
    try {
      group = new AgentGroup(GroupStack.channel(at, at, secret), acceptor);
      group.channel.setReceiver(group.new Events());
      group.channel.connect(NAME);
    } catch (Exception e) {
      throw new IOException(
          "cannot listen at %s:%d".formatted(at.getHostString(), at.getPort()), e);
    }
    return group;
  }

  /** What JGroups tells. */
  private final class Events implements Receiver {
    @Override
    public void receive(Message message) {
      if (message instanceof BytesMessage bytes && bytes.hasArray()) {
        receiver(message.getSrc()).received(content(bytes));
      }
    }

    @Override
    public void viewAccepted(View view) {
      gone(view).forEach(receiver -> receiver.lost("its coordinator has gone"));
    }
  }

  static byte[] content(BytesMessage message) {
    byte[] content = new byte[message.getLength()];
    System.arraycopy(message.getArray(), message.getOffset(), content, 0, content.length);
    return content;
  }

  private synchronized Wire.Receiver receiver(Address of) {
    return others.computeIfAbsent(of, other -> acceptor.apply(new WayBack(channel, other)));
  }

  private synchronized List<Wire.Receiver> gone(View view) {
    List<Wire.Receiver> gone = new ArrayList<>();
    others
        .entrySet()
        .removeIf(other -> {
          boolean isGone = !view.containsMember(other.getKey());
          if (isGone) {
            gone.add(other.getValue());
          }
          return isGone;
        });
    return gone;
  }

  @Override
  public void close() {
    channel.close();
  }

  /** To one coordinator; the channel is everybody's, so it stays open. */
  private record WayBack(JChannel channel, Address to) implements Wire {
    @Override
    public void send(byte[] message) {
      Sending.send(channel, to, message);
    }

    @Override
    public void close() {}
  }
}
