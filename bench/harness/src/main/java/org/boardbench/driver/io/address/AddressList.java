package org.boardbench.driver.io.address;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.List;
import org.boardbench.driver.io.ConnectionErrors;
import org.boardbench.driver.io.SocketLoop;
import org.boardbench.driver.io.Transport;

/**
 * The addresses of one host. A connection that fails at one of them is tried at the next, unless
 * the driver lacks what it takes to connect at all. Later ones begin where the last one came
 * through, or behind the address that did not answer until its user gave up. Used by all loops.
 */
public final class AddressList {
  private final List<InetSocketAddress> addresses;
  private final SourceAddresses sources;

  /** Where to begin; a loop that sees an old value only tries once more. */
  private volatile int first;

  /**
   * @param addresses at least one
   */
  public AddressList(List<InetSocketAddress> addresses, SourceAddresses sources) {
    this.addresses = List.copyOf(addresses);
    this.sources = sources;
  }

  /** Begins to connect, as {@link SocketLoop#connect}; the listener hears how the last try went. */
  public Transport connect(SocketLoop loop, Transport.Listener listener) {
    if (addresses.size() == 1) {
      return connect(loop, addresses.getFirst(), listener);
    }
    Attempts attempts = new Attempts(loop, listener, first);
    attempts.next();
    return attempts;
  }

  private Transport connect(SocketLoop loop, InetSocketAddress to, Transport.Listener listener) {
    return loop.connect(sources.next(to.getAddress()), to, listener);
  }

  /** A transport that is made anew until it holds. */
  private final class Attempts implements Transport, Transport.Listener {
    private final SocketLoop loop;
    private final Transport.Listener above;
    private final int begin;
    private Transport transport;
    private int tried;
    private boolean isThrough;

    /** What the first server that failed it said; empty while none has. */
    private String ofServer = "";

    Attempts(SocketLoop loop, Transport.Listener above, int begin) {
      this.loop = loop;
      this.above = above;
      this.begin = begin;
    }

    private int place() {
      return (begin + tried) % addresses.size();
    }

    void next() {
      transport = AddressList.this.connect(loop, addresses.get(place()), this);
    }

    @Override
    public void connected() {
      isThrough = true;
      first = place();
      above.connected();
    }

    @Override
    public void ended(String reason) {
      if (isThrough) {
        above.ended(reason);
        return;
      }
      tried++;
      boolean isOfServer = !ConnectionErrors.isOfThisMachine(reason);
      if (isOfServer && ofServer.isEmpty()) {
        ofServer = reason;
      }
      boolean isOfAddress = isOfServer || ConnectionErrors.isOfTheAddress(reason);
      if (isOfAddress && tried < addresses.size()) {
        next();
      } else {
        // That there is no way to its other address is no excuse for a server that refuses at one.
        above.ended(isOfAddress && !ofServer.isEmpty() ? ofServer : reason);
      }
    }

    @Override
    public void received(ByteBuffer bytes, long receivedNs, long readNs) {
      above.received(bytes, receivedNs, readNs);
    }

    @Override
    public void readLate(double bufferPct, long readNs) {
      above.readLate(bufferPct, readNs);
    }

    @Override
    public void writable() {
      above.writable();
    }

    @Override
    public boolean write(ByteBuffer bytes) throws IOException {
      return transport.write(bytes);
    }

    @Override
    public boolean takeWaiting() {
      return transport.takeWaiting();
    }

    @Override
    public void close() {
      if (!isThrough && tried < addresses.size()) {
        first = (place() + 1) % addresses.size();
      }
      transport.close();
    }
  }
}
