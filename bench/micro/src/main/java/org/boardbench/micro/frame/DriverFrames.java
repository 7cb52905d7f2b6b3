package org.boardbench.micro.frame;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import org.boardbench.driver.ws.InPlaceDraft;
import org.boardbench.driver.ws.OutgoingFrame;
import org.boardbench.protocol.FrameKind;
import org.boardbench.reference.ServerFrames;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.handshake.ClientHandshakeBuilder;
import org.java_websocket.handshake.HandshakeImpl1Client;
import org.java_websocket.handshake.Handshakedata;
import org.java_websocket.protocols.Protocol;

/**
 * The driver's way of making and reading frames, for a benchmark: one open connection without a
 * socket.
 */
public final class DriverFrames {
  /** Takes a text where it lies; the bytes only last for the call. */
  @FunctionalInterface
  public interface Sink {
    void text(byte[] bytes, int offset, int length);
  }

  private final OutgoingFrame outgoing = new OutgoingFrame();
  private final WebSocketImpl engine;

  private DriverFrames(WebSocketImpl engine) {
    this.engine = engine;
  }

  /** A connection after its opening handshake, whose texts go to {@code sink}. */
  public static DriverFrames open(Sink sink) {
    WebSocketImpl engine =
        InPlaceDraft.engine(
            new Nobody(), new Protocol(""), (kind, of, at, size) -> sink.text(of, at, size));
    ClientHandshakeBuilder request = new HandshakeImpl1Client();
    request.setResourceDescriptor("/ws");
    try {
      engine.startHandshake(request);
    } catch (InvalidHandshakeException e) {
      throw new IllegalStateException(e);
    }
    engine.outQueue.clear();
    engine.decode(ByteBuffer.wrap(ServerFrames.accept(request.getFieldValue("Sec-WebSocket-Key"))));
    return new DriverFrames(engine);
  }

  /** The masked frame of a text; good until the next one. */
  public ByteBuffer encode(byte[] text) {
    byte[] room = outgoing.room(text.length);
    System.arraycopy(text, 0, room, OutgoingFrame.PAYLOAD_AT, text.length);
    return outgoing.frame(FrameKind.TEXT, text.length);
  }

  /** Reads what a socket has brought, in a buffer with an array. */
  public void decode(ByteBuffer read) {
    engine.decode(read);
  }

  /** Nothing but texts comes in, and they go to the sink. */
  private static final class Nobody extends WebSocketAdapter {
    @Override
    public void onWebsocketMessage(WebSocket socket, String message) {
      throw new IllegalStateException("not in place: " + message);
    }

    @Override
    public void onWebsocketMessage(WebSocket socket, ByteBuffer message) {
      throw new IllegalStateException("not in place");
    }

    @Override
    public void onWebsocketOpen(WebSocket socket, Handshakedata handshake) {}

    @Override
    public void onWebsocketClosing(WebSocket socket, int code, String reason, boolean remote) {
      throw new IllegalStateException("closed with " + code);
    }

    @Override
    public void onWebsocketClose(WebSocket socket, int code, String reason, boolean remote) {}

    @Override
    public void onWebsocketCloseInitiated(WebSocket socket, int code, String reason) {}

    @Override
    public void onWebsocketError(WebSocket socket, Exception e) {
      throw new IllegalStateException(e);
    }

    @Override
    public void onWriteDemand(WebSocket socket) {}

    @Override
    public InetSocketAddress getLocalSocketAddress(WebSocket socket) {
      return null;
    }

    @Override
    public InetSocketAddress getRemoteSocketAddress(WebSocket socket) {
      return null;
    }
  }
}
