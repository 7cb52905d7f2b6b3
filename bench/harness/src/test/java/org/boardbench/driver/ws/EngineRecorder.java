package org.boardbench.driver.ws;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.boardbench.protocol.FrameKind;
import org.boardbench.reference.ServerFrames;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketAdapter;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshakeBuilder;
import org.java_websocket.handshake.HandshakeImpl1Client;
import org.java_websocket.handshake.Handshakedata;

/** An open client engine whose every word is written down. */
final class EngineRecorder extends WebSocketAdapter {
  final List<String> events = new ArrayList<>();
  final WebSocketImpl engine;
  String closeWords = "";

  EngineRecorder(Function<EngineRecorder, WebSocketImpl> engineFor)
      throws InvalidHandshakeException {
    engine = engineFor.apply(this);
    ClientHandshakeBuilder request = new HandshakeImpl1Client();
    request.setResourceDescriptor("/ws");
    engine.startHandshake(request);
    engine.outQueue.clear();
    engine.decode(ByteBuffer.wrap(ServerFrames.accept(request.getFieldValue("Sec-WebSocket-Key"))));
  }

  void frame(FrameKind kind, byte[] bytes, int offset, int length) {
    if (kind == FrameKind.TEXT) {
      events.add("text " + new String(bytes, offset, length, StandardCharsets.UTF_8));
    } else {
      events.add("binary " + HexFormat.of().formatHex(bytes, offset, offset + length));
    }
  }

  @Override
  public void onWebsocketMessage(WebSocket socket, String message) {
    events.add("text " + message);
  }

  @Override
  public void onWebsocketMessage(WebSocket socket, ByteBuffer message) {
    byte[] bytes = new byte[message.remaining()];
    message.duplicate().get(bytes);
    events.add("binary " + HexFormat.of().formatHex(bytes));
  }

  @Override
  public void onWebsocketOpen(WebSocket socket, Handshakedata handshake) {
    events.add("open");
  }

  @Override
  public void onWebsocketPing(WebSocket socket, Framedata frame) {
    events.add("ping " + frame.getPayloadData().remaining());
  }

  @Override
  public void onWebsocketPong(WebSocket socket, Framedata frame) {
    events.add("pong " + frame.getPayloadData().remaining());
  }

  @Override
  public void onWebsocketClosing(WebSocket socket, int code, String reason, boolean remote) {
    events.add("closing " + code + " " + remote);
    closeWords = reason;
  }

  @Override
  public void onWebsocketClose(WebSocket socket, int code, String reason, boolean remote) {
    events.add("close " + code);
  }

  @Override
  public void onWebsocketCloseInitiated(WebSocket socket, int code, String reason) {}

  @Override
  public void onWebsocketError(WebSocket socket, Exception e) {}

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
