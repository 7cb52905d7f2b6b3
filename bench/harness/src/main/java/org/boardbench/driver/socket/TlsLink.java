package org.boardbench.driver.socket;

import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLException;

/**
 * TLS over another link. Everything that a read decrypts is handed on before the read is over:
 * nothing decrypted ever waits here for the socket to become readable again.
 *
 * <p>The handshake's tasks run on the loop's thread. They take a millisecond or so, once for each
 * connection, and users connect in ramps, never in holds.
 */
public final class TlsLink implements Link, Link.Listener {
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final SSLEngine engine;
  private final Link.Listener above;
  private Link below;
  private ByteBuffer encryptedIn;
  private ByteBuffer plainIn;
  private ByteBuffer encryptedOut;
  private boolean ready;
  private boolean closed;

  public TlsLink(SSLEngine engine, Link.Listener above) {
    this.engine = engine;
    this.above = above;
    int packetBytes = engine.getSession().getPacketBufferSize();
    this.encryptedIn = ByteBuffer.allocate(packetBytes);
    this.encryptedOut = ByteBuffer.allocate(packetBytes);
    this.plainIn = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
  }

  /** To be called once, before the loop's next turn. */
  public void attach(Link to) {
    below = to;
  }

  @Override
  public void connected() {
    try {
      engine.beginHandshake();
      continueHandshake();
    } catch (IOException e) {
      fail(e);
    }
  }

  @Override
  public void received(ByteBuffer bytes, long receivedNs, long readNs) {
    try {
      while (bytes.hasRemaining() && !closed) {
        int count = Math.min(bytes.remaining(), encryptedIn.remaining());
        encryptedIn.put(encryptedIn.position(), bytes, bytes.position(), count);
        encryptedIn.position(encryptedIn.position() + count);
        bytes.position(bytes.position() + count);
        encryptedIn.flip();
        decrypt(receivedNs, readNs);
        encryptedIn.compact();
        if (!encryptedIn.hasRemaining()) {
          encryptedIn = larger(encryptedIn);
        }
      }
    } catch (IOException e) {
      fail(e);
    }
  }

  @Override
  public void readLate(double bufferPct, long readNs) {
    above.readLate(bufferPct, readNs);
  }

  private void decrypt(long receivedNs, long readNs) throws IOException {
    SSLEngineResult result;
    do {
      result = engine.unwrap(encryptedIn, plainIn);
      if (result.getStatus() == SSLEngineResult.Status.BUFFER_OVERFLOW) {
        plainIn = larger(plainIn);
      }
      handOn(receivedNs, readNs);
      noteHandshake(result);
      continueHandshake();
      if (result.getStatus() == SSLEngineResult.Status.CLOSED) {
        ended(END_OF_STREAM);
      }
    } while (!closed
        && (result.getStatus() == SSLEngineResult.Status.BUFFER_OVERFLOW
            || (result.bytesConsumed() > 0 && encryptedIn.hasRemaining())));
  }

  private void handOn(long receivedNs, long readNs) {
    if (plainIn.position() > 0) {
      above.received(plainIn.flip(), receivedNs, readNs);
      plainIn.clear();
    }
  }

  private void continueHandshake() throws IOException {
    while (!closed) {
      HandshakeStatus status = engine.getHandshakeStatus();
      if (status == HandshakeStatus.NEED_TASK) {
        for (Runnable task = engine.getDelegatedTask();
            task != null;
            task = engine.getDelegatedTask()) {
          task.run();
        }
      } else if (status == HandshakeStatus.NEED_WRAP) {
        encrypt(NOTHING);
        drain();
      } else {
        return;
      }
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

  /** Whether all that is encrypted has gone. */
  private boolean drain() throws IOException {
    encryptedOut.flip();
    boolean gone = !encryptedOut.hasRemaining() || below.write(encryptedOut);
    encryptedOut.compact();
    return gone;
  }

  private static ByteBuffer larger(ByteBuffer full) {
    return ByteBuffer.allocate(2 * full.capacity()).put(full.flip());
  }

  @Override
  public void writable() {
    try {
      if (drain() && ready) {
        above.writable();
      }
    } catch (IOException e) {
      fail(e);
    }
  }

  private void fail(IOException e) {
    ended(Reasons.of(e));
  }

  @Override
  public void ended(String reason) {
    if (!closed) {
      close();
      above.ended(reason);
    }
  }

  @Override
  public boolean takeWaiting() {
    return below.takeWaiting();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      engine.closeOutbound();
      try {
        encrypt(NOTHING);
        drain();
      } catch (IOException e) {
        // The alert is a courtesy; the link is given up whether or not it can be said.
      }
      below.close();
    }
  }
}
