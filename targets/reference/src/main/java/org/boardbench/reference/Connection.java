package org.boardbench.reference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A client as the server sees it. Used by the server's thread alone. */
final class Connection {
  private static final long TRICKLE_NS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final byte[] NOTHING = {};

  private final SocketChannel channel;
  private final SelectionKey key;
  private final ServerLoop loop;
  private final Outbox out = new Outbox();
  private final List<Board> boards = new ArrayList<>(1);
  private byte[] partial = NOTHING;
  private Fragments fragments;
  private int number;
  private boolean open = true;
  private boolean finishing;
  private boolean trickling;
  private boolean awaited;

  Connection(SocketChannel channel, SelectionKey key, ServerLoop loop) {
    this.channel = channel;
    this.key = key;
    this.loop = loop;
  }

  SocketChannel channel() {
    return channel;
  }

  /** Those that it has joined. */
  List<Board> boards() {
    return boards;
  }

  /** Its opening handshake has been answered; it is the {@code newNumber}-th. */
  void upgraded(int newNumber) {
    number = newNumber;
  }

  /** The number of its opening handshake, from 1; 0 before that. */
  int number() {
    return number;
  }

  boolean isOpen() {
    return open;
  }

  /** Whether what it sends still matters. */
  boolean isHeard() {
    return open && !finishing;
  }

  /** Copies what had come in and was not complete to the beginning of {@code bytes}. */
  int takePartial(byte[] bytes) {
    int length = partial.length;
    System.arraycopy(partial, 0, bytes, 0, length);
    partial = NOTHING;
    return length;
  }

  void keepPartial(byte[] bytes, int from, int to) {
    partial = from == to ? NOTHING : Arrays.copyOfRange(bytes, from, to);
  }

  /** The message whose fragments are coming in; null when none is. */
  Fragments fragments() {
    return fragments;
  }

  void fragments(Fragments newFragments) {
    fragments = newFragments;
  }

  void send(byte[] frames) {
    send(ByteBuffer.wrap(frames));
  }

  /** Writes at once what the socket takes, and keeps the rest. */
  void send(ByteBuffer frames) {
    if (!open) {
      return;
    }
    try {
      boolean waiting = !out.isEmpty();
      if (!waiting) {
        channel.write(frames);
      }
      if (frames.hasRemaining()) {
        if (!out.add(frames)) {
          cut();
        } else if (!waiting) {
          key.interestOpsOr(SelectionKey.OP_WRITE);
        }
      }
    } catch (IOException broken) {
      close();
    }
  }

  private void cut() {
    loop.log("cut: over 1 MiB unread", this);
    close();
  }

  /** Sends byte by byte, after what waits. */
  void trickle(byte[] frames) {
    if (!open) {
      return;
    }
    if (!out.addTrickle(frames)) {
      cut();
    } else if (!trickling) {
      flush();
    }
  }

  /** Writes what waits, as far as the socket takes it. */
  void flush() {
    if (!open) {
      return;
    }
    try {
      out.write(channel);
      trickling = out.trickles();
      if (out.isEmpty() && finishing) {
        close();
      } else if (out.isEmpty() || trickling) {
        key.interestOpsAnd(~SelectionKey.OP_WRITE);
      } else {
        key.interestOpsOr(SelectionKey.OP_WRITE);
      }
      if (trickling) {
        loop.after(TRICKLE_NS, this::flush);
      }
    } catch (IOException broken) {
      close();
    }
  }

  /** A ping, unless it has not answered the previous one: then it is gone. */
  void checkAlive() {
    if (awaited) {
      loop.log("cut: no answer to a ping", this);
      close();
      return;
    }
    awaited = true;
    if (number > 0) {
      send(ServerFrames.frame(ServerFrames.FINAL | ServerFrames.PING, NOTHING));
    }
  }

  void answeredPing() {
    awaited = false;
  }

  /** Closes once what waits has gone. */
  void finish() {
    finishing = true;
    if (out.isEmpty()) {
      close();
    }
  }

  /** Closes now, because a fault wants it. */
  void cutOff() {
    loop.tally().cut();
    close();
  }

  /** Closes now and throws away what is under way, so that the peer's next bytes are refused. */
  void reset() {
    try {
      channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    cutOff();
  }

  /** Closes now. */
  void close() {
    if (!open) {
      return;
    }
    open = false;
    try {
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      loop.closed(this);
    }
  }
}
