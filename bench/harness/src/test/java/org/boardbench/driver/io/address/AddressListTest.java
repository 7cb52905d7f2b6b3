package org.boardbench.driver.io.address;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.boardbench.driver.io.SocketLoop;
import org.boardbench.driver.io.Transport;
import org.boardbench.driver.io.linux.Errno;
import org.junit.jupiter.api.Test;

class AddressListTest {
  private static final String NO_WAY = "driver's machine: " + Errno.ENETUNREACH.text();

  private final HandLoop loop = new HandLoop();
  private final List<String> heard = new ArrayList<>();
  private final AddressList host =
      new AddressList(
          List.of(address("127.0.0.1"), address("127.0.0.2")),
          SourceAddresses.of(1, Long.MAX_VALUE));

  private static InetSocketAddress address(String literal) {
    return new InetSocketAddress(InetAddress.ofLiteral(literal), 9);
  }

  private final Transport.Listener listener =
      new Transport.Listener() {
        @Override
        public void connected() {
          heard.add("connected");
        }

        @Override
        public void received(ByteBuffer bytes, long receivedNs, long readNs) {
          heard.add("received");
        }

        @Override
        public void readLate(double bufferPct, long readNs) {
          heard.add("late at " + bufferPct + " %");
        }

        @Override
        public void writable() {
          heard.add("writable");
        }

        @Override
        public void ended(String reason) {
          heard.add("ended " + reason);
        }
      };

  @Test
  void aFailureAtOneAddressIsHeardOfOnlyWhenAllHaveFailed() {
    host.connect(loop, listener);
    loop.listener.ended("connection refused");
    assertThat(heard).isEmpty();
    loop.listener.ended("connection timed out");

    assertThat(heard).containsExactly("ended connection refused");
    assertThat(loop.tried).containsExactly("127.0.0.1", "127.0.0.2");
  }

  @Test
  void thatThereIsNoWayToOneAddressIsNoReasonNotToTryTheOther() {
    host.connect(loop, listener);
    loop.listener.ended(NO_WAY);
    loop.listener.connected();

    assertThat(heard).containsExactly("connected");
  }

  @Test
  void aServerThatRefusesIsNotExcusedByAnAddressWithoutAWay() {
    for (List<String> reasons :
        List.of(List.of("connection refused", NO_WAY), List.of(NO_WAY, "connection refused"))) {
      heard.clear();
      host.connect(loop, listener);
      reasons.forEach(reason -> loop.listener.ended(reason));

      assertThat(heard).containsExactly("ended connection refused");
    }
  }

  @Test
  void whereNoAddressHasAWayThatIsSaid() {
    host.connect(loop, listener);
    loop.listener.ended(NO_WAY);
    loop.listener.ended(NO_WAY);

    assertThat(heard).containsExactly("ended " + NO_WAY);
  }

  @Test
  void aDriverWithoutDescriptorsIsTheReasonAtWhateverAddress() {
    String descriptors = "driver's machine: " + Errno.EMFILE.text();
    host.connect(loop, listener);
    loop.listener.ended(descriptors);
    host.connect(loop, listener);
    loop.listener.ended("connection refused");
    loop.listener.ended(descriptors);

    assertThat(heard).containsExactly("ended " + descriptors, "ended " + descriptors);
    assertThat(loop.tried).containsExactly("127.0.0.1", "127.0.0.1", "127.0.0.2");
  }

  @Test
  void anAddressThatDoesNotAnswerUntilItsUserGivesUpIsNotTheFirstAgain() {
    host.connect(loop, listener).close();
    host.connect(loop, listener);

    assertThat(loop.tried).containsExactly("127.0.0.1", "127.0.0.2");
  }

  @Test
  void laterConnectionsBeginWhereOneCameThrough() {
    host.connect(loop, listener);
    loop.listener.ended("connection refused");
    loop.listener.connected();
    host.connect(loop, listener);

    assertThat(loop.tried).containsExactly("127.0.0.1", "127.0.0.2", "127.0.0.2");
  }

  @Test
  void whatTheLoopSaysOfALateReadAndKnowsOfWhatWaitsIsTheCallersToo() {
    Transport transport = host.connect(loop, listener);
    loop.listener.connected();
    loop.listener.readLate(60, 1);

    assertThat(transport.takeWaiting()).isTrue();
    assertThat(heard).containsExactly("connected", "late at 60.0 %");
  }

  /** Connections come about by hand. */
  private static final class HandLoop implements SocketLoop {
    private final List<String> tried = new ArrayList<>();
    private Transport.Listener listener;

    @Override
    public void execute(Runnable task) {
      task.run();
    }

    @Override
    public Transport connect(
        Optional<InetAddress> from, InetSocketAddress to, Transport.Listener whoHears) {
      tried.add(to.getAddress().getHostAddress());
      listener = whoHears;
      return new Transport() {
        @Override
        public boolean write(ByteBuffer bytes) {
          return true;
        }

        @Override
        public boolean takeWaiting() {
          return true;
        }

        @Override
        public void close() {}
      };
    }

    @Override
    public void compareClocks() {}

    @Override
    public Throwable failure() {
      return null;
    }

    @Override
    public void close() {}
  }
}
