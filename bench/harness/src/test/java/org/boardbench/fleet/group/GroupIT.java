package org.boardbench.fleet.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.boardbench.fleet.FreePorts;
import org.boardbench.fleet.wire.FleetSecret;
import org.boardbench.fleet.wire.Wire;
import org.boardbench.junit.Patience;
import org.jgroups.JChannel;
import org.jgroups.Message;
import org.jgroups.ObjectMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Groups of real sockets at the loopback address. */
@Timeout(600)
class GroupIT {
  private static final FleetSecret SECRET = FleetSecret.of("only the tests know this");

  private final InetSocketAddress at =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), FreePorts.withNeighbours());
  private final List<AutoCloseable> open = new ArrayList<>();

  @AfterEach
  void closeAll() throws Exception {
    for (AutoCloseable one : open.reversed()) {
      one.close();
    }
  }

  /** Keeps what it hears. */
  private static final class Heard implements Wire.Receiver {
    private final BlockingQueue<byte[]> messages = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> losses = new LinkedBlockingQueue<>();

    @Override
    public void received(byte[] message) {
      messages.add(message);
    }

    @Override
    public void lost(String why) {
      losses.add(why);
    }

    byte[] next() throws InterruptedException {
      byte[] message = messages.poll(Patience.TIME.toSeconds(), TimeUnit.SECONDS);
      assertThat(message).as("a message").isNotNull();
      return message;
    }

    String loss() throws InterruptedException {
      return losses.poll(Patience.TIME.toSeconds(), TimeUnit.SECONDS);
    }
  }

  /** Says back what it hears, and keeps it. */
  private AgentGroup echo(Heard heard) throws IOException {
    AgentGroup group =
        AgentGroup.listen(
            at,
            SECRET,
            back ->
                new Wire.Receiver() {
                  @Override
                  public void received(byte[] message) {
                    heard.received(message);
                    back.send(message);
                  }

                  @Override
                  public void lost(String why) {
                    heard.lost(why);
                  }
                });
    open.add(group);
    return group;
  }

  private JoinedGroup join(FleetSecret secret, Wire.Receiver receiver) throws IOException {
    JoinedGroup joined = JoinedGroup.join(at, secret, receiver);
    open.add(joined);
    return joined;
  }

  @Test
  void messagesOfAnyLengthComeOnceAndInOrder() throws Exception {
    Heard agent = new Heard();
    Heard coordinator = new Heard();
    echo(agent);
    JoinedGroup way = join(SECRET, coordinator);
    List<byte[]> sent = new ArrayList<>();
    for (int length : new int[] {1, 9_000_000, 60_000, 61_440, 2}) {
      byte[] message = new byte[length];
      Arrays.fill(message, (byte) sent.size());
      sent.add(message);
    }

    sent.forEach(way::send);

    for (byte[] message : sent) {
      assertThat(agent.next()).isEqualTo(message);
      assertThat(coordinator.next()).isEqualTo(message);
    }
    assertThat(agent.messages).isEmpty();
    assertThat(coordinator.messages).isEmpty();
  }

  @Test
  void eachHearsWhenTheOtherOneHasEnded() throws Exception {
    Heard agent = new Heard();
    Heard coordinator = new Heard();
    AgentGroup group = echo(agent);
    JoinedGroup way = join(SECRET, coordinator);
    JoinedGroup other = join(SECRET, new Heard());
    way.send(new byte[1]);
    agent.next();
    other.send(new byte[2]);
    agent.next();

    other.close();
    assertThat(agent.loss()).isEqualTo("its coordinator has gone");
    group.close();

    assertThat(coordinator.loss()).isEqualTo("it has ended, or was not heard for seconds");
    assertThat(agent.losses).isEmpty();
  }

  @Test
  void whoHasAnotherSecretIsTold() throws Exception {
    echo(new Heard());

    assertThatThrownBy(() -> join(FleetSecret.of("a secret of somebody else"), new Heard()))
        .isInstanceOf(IOException.class)
        .hasMessage("has another secret");
  }

  @Test
  void aForeignClusterAtThePortIsNoAgent() throws Exception {
    JChannel foreign = GroupStack.channel(at, at, SECRET);
    open.add(foreign);
    foreign.connect("somebody-elses-cluster");

    assertThatThrownBy(() -> join(SECRET, new Heard()))
        .isInstanceOf(IOException.class)
        .hasMessage("does not answer as an agent of this version does");
    assertThat(foreign.getView().size()).isEqualTo(1);
  }

  @Test
  void nobodyAtThePortIsToldByTheSystemsReason() {
    assertThatThrownBy(() -> join(SECRET, new Heard()))
        .isInstanceOf(IOException.class)
        .hasMessageStartingWith("cannot be reached (Connection refused");
  }

  @Test
  void aMessageThatIsAnObjectIsHeardByNobody() throws Exception {
    Heard agent = new Heard();
    echo(agent);
    JChannel member = GroupStack.channel(own(), at, SECRET);
    open.add(member);
    member.connect(AgentGroup.NAME);

    // So that nobody waits for it to be read after all.
    member.send(
        new ObjectMessage(member.getView().getCoord(), new ArrayList<>(List.of("x")))
            .setFlag(Message.Flag.NO_RELIABILITY, Message.Flag.NO_FC));
    member.send(member.getView().getCoord(), new byte[] {7});

    assertThat(agent.next()).containsExactly(7);
    assertThat(agent.messages).isEmpty();
  }

  private static InetSocketAddress own() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), FreePorts.withNeighbours());
  }
}
