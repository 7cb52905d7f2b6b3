package org.boardbench.driver.io;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Users who write in pieces of any size to a server that sends everything back, and of whom some
 * leave early, as the server leaves some: what chance decides, by a seed.
 */
final class LoopMuddle {
  private static final int USERS = 40;
  private static final int MOST_BYTES = 300_000;
  private static final int MOST_PIECE = 20_000;
  private static final int VALUES = 251;

  private final Random random;
  private final CountDownLatch gone = new CountDownLatch(USERS);
  private final List<User> users = new ArrayList<>();
  private int cuts;

  LoopMuddle(long seed) {
    random = new Random(seed);
  }

  /** Runs until every user has gone, or for {@code patienceS}; whether they had. */
  boolean run(SocketLoop loop, ServerSocketChannel server, long patienceS)
      throws IOException, InterruptedException {
    InetSocketAddress address = (InetSocketAddress) server.getLocalAddress();
    for (int i = 0; i < USERS; i++) {
      User user = new User(i, random.nextLong());
      users.add(user);
      loop.execute(() -> user.transport = loop.connect(address, user));
      int most = random.nextInt(4) == 0 ? random.nextInt(MOST_BYTES) : Integer.MAX_VALUE;
      cuts += most == Integer.MAX_VALUE ? 0 : 1;
      SocketChannel peer = server.accept();
      Thread.ofVirtual().start(() -> answer(peer, most));
    }
    return gone.await(patienceS, TimeUnit.SECONDS);
  }

  /** Sends back what comes, and closes once that was {@code most} bytes. */
  private static void answer(SocketChannel peer, int most) {
    ByteBuffer bytes = ByteBuffer.allocate(8_192);
    int count = 0;
    try (peer) {
      while (count < most && peer.read(bytes.clear()) >= 0) {
        count += bytes.flip().remaining();
        while (bytes.hasRemaining()) {
          peer.write(bytes);
        }
      }
    } catch (IOException e) {
      // The user has left with bytes unread.
    }
  }

  /** What went wrong, in words; empty when nothing did. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    for (User user : users) {
      if (user.hasWrongBytes) {
        faults.add("user " + user.number + " got what was not its own");
      }
      if (user.heardAfterTheEnd) {
        faults.add("user " + user.number + " heard more after its end");
      }
    }
    long cut = users.stream().filter(user -> user.wasCut).count();
    if (cut > cuts) {
      faults.add(cut + " users were cut, and the server cut " + cuts);
    }
    return faults;
  }

  /** Byte n of user u is u + n, so that no byte can be taken for another's that is near it. */
  private final class User implements Transport.Listener {
    private final int number;
    private final Random chance;
    private final int total;
    private final int leavesAt;
    private Transport transport;
    private ByteBuffer piece = ByteBuffer.allocate(0);
    private int made;
    private int received;
    private boolean isOver;
    private volatile boolean hasWrongBytes;
    private volatile boolean heardAfterTheEnd;
    private volatile boolean wasCut;

    User(int number, long seed) {
      this.number = number;
      this.chance = new Random(seed);
      this.total = 1 + chance.nextInt(MOST_BYTES);
      this.leavesAt = chance.nextInt(4) == 0 ? 1 + chance.nextInt(total) : total;
    }

    @Override
    public void connected() {
      writable();
    }

    @Override
    public void writable() {
      heardAfterTheEnd |= isOver;
      try {
        boolean hasRoom = transport.write(piece);
        while (hasRoom && made < total) {
          piece = nextPiece();
          hasRoom = transport.write(piece);
        }
      } catch (IOException e) {
        end(true);
      }
    }

    private ByteBuffer nextPiece() {
      int count = Math.min(1 + chance.nextInt(MOST_PIECE), total - made);
      ByteBuffer next = ByteBuffer.allocate(count);
      while (next.hasRemaining()) {
        next.put(value(made++));
      }
      return next.flip();
    }

    private byte value(int place) {
      return (byte) ((number + place) % VALUES);
    }

    @Override
    public void received(ByteBuffer bytes, long receivedNs, long readNs) {
      heardAfterTheEnd |= isOver;
      while (bytes.hasRemaining()) {
        hasWrongBytes |= bytes.get() != value(received++);
      }
      if (received >= leavesAt) {
        end(false);
      }
    }

    @Override
    public void ended(String reason) {
      heardAfterTheEnd |= isOver;
      end(true);
    }

    private void end(boolean isCut) {
      if (!isOver) {
        isOver = true;
        wasCut = isCut;
        transport.close();
        gone.countDown();
      }
    }
  }
}
