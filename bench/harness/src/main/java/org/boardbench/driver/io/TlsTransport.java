package org.boardbench.driver.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/**
 * TLS over another transport. Everything that a read decrypts is handed on before the read is over:
 * nothing decrypted ever waits here for the socket to become readable again.
 *
 * <p>The handshake's computing is done by threads of its own, for users reconnect in holds and the
 * loop has messages to send then. The engine holds a lock for as long as that takes, so until it is
 * done the loop does not touch the engine: what comes is kept, with its times, and what is to be
 * written waits.
 */
public final class TlsTransport implements Transport, Transport.Listener {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  /** Far more than a handshake has: a server must not fill the driver's memory meanwhile. */
  private static final int MOST_KEPT_BYTES = 1 << 20;

  /** What the loop leaves to another thread. */
  @FunctionalInterface
  private interface Computing {
    void run() throws IOException;
  }

  private final SSLEngine engine;
  private final SocketLoop loop;
  private final Executor tasks;
  private final Transport.Listener above;
  private Transport below;
  private ByteBuffer encryptedIn;
  private ByteBuffer plainIn;
  private ByteBuffer encryptedOut;

  /** When the latest bytes of {@link #encryptedIn} came. */
  private long receivedNs;

  private long readNs;

  /** The engine is another thread's. */
  private boolean isComputing;

  /** A write found the engine taken. */
  private boolean hasHeldBack;

  /** Why the transport below ended while the engine was taken; null while it has not. */
  private String end;

  private boolean ready;
  private boolean closed;

  /**
   * @param loop that of the transport below
   */
  public TlsTransport(SSLEngine engine, SocketLoop loop, Transport.Listener above) {
    this(engine, loop, TlsTasks.shared(), above);
  }

  /** {@code tasks} does what the handshake computes. */
  TlsTransport(SSLEngine engine, SocketLoop loop, Executor tasks, Transport.Listener above) {
    this.engine = engine;
    this.loop = loop;
    this.tasks = tasks;
    this.above = above;
    int packetBytes = engine.getSession().getPacketBufferSize();
    this.encryptedIn = ByteBuffer.allocate(packetBytes);
    this.encryptedOut = ByteBuffer.allocate(packetBytes);
    this.plainIn = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
  }

  /** To be called once, before the loop's next iteration. */
  public void attach(Transport to) {
    below = to;
  }

  @Override
  public void connected() {
    compute(engine::beginHandshake); // makes the keys of the first message
  }

  private void compute(Computing computing) {
    isComputing = true;
    tasks.execute(() -> {
      try {
        computing.run();
        loop.execute(this::computed);
      } catch (IOException e) {
        loop.execute(() -> computingFailed(e));
      } catch (RuntimeException | Error e) {
        // A fault of this program, which ends the loop wherever it is found.
        loop.execute(() -> {
          throw e;
        });
      }
    });
  }

  private void computingFailed(IOException e) {
    isComputing = false;
    fail(e);
  }

  private void computed() {
    isComputing = false;
    try {
      continueHandshake();
      decrypt();
      if (hasHeldBack && !isComputing && !closed) {
        hasHeldBack = false;
        writable();
      }
    } catch (IOException e) {
      fail(e);
    }
    if (end != null && !isComputing) {
      finish(end);
    }
  }

  @Override
  public void received(ByteBuffer bytes, long atNs, long takenNs) {
    receivedNs = atNs;
    readNs = takenNs;
    try {
      while (bytes.hasRemaining() && !closed) {
        if (!encryptedIn.hasRemaining()) {
          makeRoom();
        }
        int count = Math.min(bytes.remaining(), encryptedIn.remaining());
        encryptedIn.put(encryptedIn.position(), bytes, bytes.position(), count);
        encryptedIn.position(encryptedIn.position() + count);
        bytes.position(bytes.position() + count);
        decrypt();
      }
    } catch (IOException e) {
      fail(e);
    }
  }

  private void makeRoom() throws SSLException {
    if (encryptedIn.capacity() >= MOST_KEPT_BYTES) {
      throw new SSLException("the server sends on and does not wait for the handshake");
    }
    encryptedIn = larger(encryptedIn);
  }

  @Override
  public void readLate(double bufferPct, long lateReadNs) {
    above.readLate(bufferPct, lateReadNs);
  }

  private void decrypt() throws IOException {
    encryptedIn.flip();
    boolean more = encryptedIn.hasRemaining();
    while (more && !isComputing && !closed) {
      SSLEngineResult result = engine.unwrap(encryptedIn, plainIn);
      boolean overflows = result.getStatus() == SSLEngineResult.Status.BUFFER_OVERFLOW;
      if (overflows) {
        plainIn = larger(plainIn);
      }
      handOn();
      noteHandshake(result);
      continueHandshake();
      if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
        finish(END_OF_STREAM);
      }
      more = overflows || (result.bytesConsumed() > 0 && encryptedIn.hasRemaining());
    }
    encryptedIn.compact();
  }

  private void handOn() {
    if (plainIn.position() > 0) {
      above.received(plainIn.flip(), receivedNs, readNs);
      plainIn.clear();
    }
  }

  private void continueHandshake() throws IOException {
    while (!closed && !isComputing) {
      HandshakeStatus status = engine.getHandshakeStatus();
      if (status == HandshakeStatus.NEED_TASK) {
        compute(this::runTasks);
      } else if (status == HandshakeStatus.NEED_WRAP) {
        encrypt(NOTHING);
        drain();
      } else {
        return;
      }
    }
  }

  private void runTasks() {
    for (Runnable task = engine.getDelegatedTask();
        task != null;
        task = engine.getDelegatedTask()) {
      task.run();
    }
  }

  private void noteHandshake(SSLEngineResult result) {
    if (!ready && result.getHandshakeStatus() == HandshakeStatus.FINISHED) {
      ready = true;
      above.connected();
    }
  }

  @Override
  public boolean write(ByteBuffer bytes) throws IOException {
    if (isComputing) {
      hasHeldBack = true;
      return false;
    }
    while (bytes.hasRemaining() && drain()) {
      encrypt(bytes);
    }
    return drain();
  }

  private void encrypt(ByteBuffer bytes) throws SSLException {
    SSLEngineResult result = engine.wrap(bytes, encryptedOut);
    while (result.getStatus() == SSLEngineResult.Status.BUFFER_OVERFLOW) {
      encryptedOut = larger(encryptedOut);
      result = engine.wrap(bytes, encryptedOut);
    }
    if (result.getStatus() == SSLEngineResult.Status.CLOSED && bytes.hasRemaining()) {
      throw new SSLException("closed");
    }
    noteHandshake(result);
  }

  /** Whether all that is encrypted has gone; a transport that has ended takes nothing. */
  private boolean drain() throws IOException {
    encryptedOut.flip();
    boolean gone = !encryptedOut.hasRemaining() || (end == null && below.write(encryptedOut));
    encryptedOut.compact();
    return gone;
  }

  private static ByteBuffer larger(ByteBuffer full) {
    return ByteBuffer.allocate(2 * full.capacity()).put(full.flip());
  }

  @Override
  public void writable() {
    try {
      if (drain() && ready && !isComputing) {
        above.writable();
      }
    } catch (IOException e) {
      fail(e);
    }
  }

  private void fail(IOException e) {
    finish(ConnectionErrors.of(e));
  }

  /** What came before the end is heard first. */
  @Override
  public void ended(String reason) {
    if (isComputing) {
      end = reason;
    } else {
      finish(reason);
    }
  }

  private void finish(String reason) {
    if (!closed) {
      close();
      above.ended(reason);
    }
  }

  /** Bytes that wait for the handshake's computing have come and are not handled. */
  @Override
  public boolean takeWaiting() {
    boolean hadSome = below.takeWaiting();
    return hadSome || isComputing;
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      sayGoodbye();
      below.close();
    }
  }

  /** The alert is a courtesy; the transport is given up whether or not it can be said. */
  private void sayGoodbye() {
    if (isComputing) {
      return;
    }
    engine.closeOutbound();
    try {
      encrypt(NOTHING);
      drain();
    } catch (IOException e) {
      // The courtesy could not be said.
    }
  }
}
