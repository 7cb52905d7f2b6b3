package org.boardbench.driver.ws;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.boardbench.core.RunClock;
import org.boardbench.driver.io.ConnectionErrors;
import org.boardbench.driver.io.Transport;
import org.boardbench.protocol.FrameKind;
import org.boardbench.protocol.FrameSender;
import org.java_websocket.WebSocket;
import org.java_websocket.WebSocketImpl;
import org.java_websocket.exceptions.InvalidHandshakeException;
import org.java_websocket.framing.CloseFrame;
import org.java_websocket.framing.Framedata;
import org.java_websocket.handshake.ClientHandshakeBuilder;
import org.java_websocket.handshake.Handshakedata;
import org.java_websocket.protocols.IProtocol;

/**
 * One WebSocket connection: Java-WebSocket's engine between a transport and a listener. Belongs to
 * the loop of its transport; nothing here is thread-safe.
 */
public final class Connection implements Transport.Listener, FrameSender {
  /** Hears of a connection; {@link #ended} is the last call and comes once. */
  public interface Listener {
    /** The opening handshake has been sent. */
    default void handshakeSent() {}

    /** The opening handshake is done. */
    void opened();

    /** A data frame's payload, put together where it came in fragments; for the call only. */
    void frame(FrameKind kind, byte[] bytes, int offset, int length, long receivedNs);

    /** All that was sent has gone to the kernel, after a time when some of it had not. */
    void flushed();

    /**
     * One read is handled.
     *
     * @param bytes of WebSocket frames
     * @param frames completed by it
     * @param ownStamp whether the last of them ended with the read, so that the time of arrival is
     *     its own; of all others it is an upper bound
     * @param receivedNs when the read's last byte arrived; {@code readNs} the moment after the
     *     read, the same where the kernel does not tell
     */
    void read(long bytes, int frames, boolean ownStamp, long receivedNs, long readNs);

    /**
     * A read came so late that more had gathered behind what was already waiting.
     *
     * @param bufferPct how full the socket's receive buffer had become
     */
    default void readLate(double bufferPct, long readNs) {}

    /** {@code bytes} went to the kernel. */
    void wrote(long bytes, long sentNs);

    /**
     * The connection is no more.
     *
     * @param reason short, the same for all connections that ended alike
     */
    void ended(String reason);
  }

  private enum State {
    CONNECTING,
    OPENING,
    OPEN,
    CLOSING,
    ENDED
  }

  private final RunClock clock;
  private final Listener listener;
  private final ClientHandshakeBuilder request;
  private final WebSocketImpl engine;
  private final InPlaceDraft draft;
  private final String subprotocol;

  /** Offered to the server, if it was; from the opening on what it has agreed to. */
  private Optional<MessageDeflate> deflate;

  private OpeningResponse response;
  private Transport transport;
  private State state = State.CONNECTING;
  private boolean backpressured;

  /** How the server has taken its leave; null while it has not. */
  private String farewell;

  private long lastReceivedNs;
  private long lastSentNs;

  /**
   * @param deflate the loop's, where the request offers the server to compress messages
   */
  Connection(
      RunClock clock,
      Listener listener,
      ClientHandshakeBuilder request,
      IProtocol subprotocol,
      Optional<MessageDeflate> deflate) {
    this.deflate = deflate;
    this.subprotocol = subprotocol.getProvidedProtocol();
    this.clock = clock;
    this.listener = listener;
    this.request = request;
    this.engine = InPlaceDraft.engine(new EngineEvents(), subprotocol, new FrameEvents());
    this.draft = (InPlaceDraft) engine.getDraft();
    this.lastReceivedNs = clock.nowNs();
    this.lastSentNs = lastReceivedNs;
  }

  /** To be called once, before the loop's next iteration. */
  void attach(Transport to) {
    transport = to;
  }

  public boolean isOpen() {
    return state == State.OPEN;
  }

  /** Whether the socket takes no more: what is sent now waits in memory. */
  public boolean isBackpressured() {
    return backpressured;
  }

  public long lastReceivedNs() {
    return lastReceivedNs;
  }

  public long lastSentNs() {
    return lastSentNs;
  }

  /** Does nothing when the connection is not open. */
  @Override
  public void send(FrameKind kind, byte[] bytes) {
    if (state != State.OPEN) {
      return;
    }
    if (deflate.isPresent()) {
      send(deflate.get().frame(kind, bytes, 0, bytes.length));
    } else if (kind == FrameKind.TEXT) {
      engine.send(new String(bytes, StandardCharsets.UTF_8));
    } else {
      engine.send(bytes);
    }
  }

  /**
   * Sends the message whose {@code bytes} bytes lie in {@code frame}, compressed where the server
   * has agreed to that; else does what {@link #send(ByteBuffer)} does.
   */
  public void send(OutgoingFrame frame, FrameKind kind, int bytes) {
    if (deflate.isPresent()) {
      byte[] payload = frame.room(bytes);
      send(deflate.get().frame(kind, payload, OutgoingFrame.PAYLOAD_AT, bytes));
    } else {
      send(frame.frame(kind, bytes));
    }
  }

  /**
   * Sends a frame that is ready for the wire, or does nothing when the connection is not open. The
   * frame is the caller's again when this returns.
   */
  public void send(ByteBuffer frame) {
    if (state != State.OPEN) {
      return;
    }
    if (engine.outQueue.isEmpty() && !backpressured) {
      write(frame);
    }
    if (frame.hasRemaining()) {
      engine.outQueue.add(ByteBuffer.allocate(frame.remaining()).put(frame).flip());
    }
  }

  /** Says good-bye; the listener hears of the end once the server has ended its side too. */
  public void close() {
    if (state == State.OPEN) {
      state = State.CLOSING;
      engine.close(CloseFrame.NORMAL);
    } else {
      end(EndReasons.GIVEN_UP);
    }
  }

  /** Ends the connection at once and without a word to the server. */
  public void abort(String reason) {
    end(refusal().orElse(reason));
  }

  /** A refusal by the server is the reason, though the wait for its words has ended it. */
  private Optional<String> refusal() {
    return response == null ? Optional.empty() : response.refusal();
  }

  @Override
  public void connected() {
    state = State.OPENING;
    try {
      engine.startHandshake(request);
      String key = request.getFieldValue("Sec-WebSocket-Key");
      response = new OpeningResponse(new HandshakeRules(key, subprotocol, deflate.isPresent()));
    } catch (InvalidHandshakeException e) {
      end(EndReasons.inHandshake(e.getMessage()));
    }
    if (state == State.OPENING) {
      listener.handshakeSent();
    }
  }

  @Override
  public void received(ByteBuffer bytes, long receivedNs, long readNs) {
    lastReceivedNs = receivedNs;
    if (state == State.OPENING) {
      open(bytes);
    }
    if (state == State.OPEN && bytes.hasRemaining()) {
      int count = bytes.remaining();
      long framesBefore = draft.frames();
      engine.decode(bytes);
      int frames = (int) (draft.frames() - framesBefore);
      boolean ownStamp = frames > 0 && !draft.hasCarried();
      listener.read(count, frames, ownStamp, receivedNs, readNs);
    }
  }

  @Override
  public void readLate(double bufferPct, long readNs) {
    listener.readLate(bufferPct, readNs);
  }

  private void open(ByteBuffer bytes) {
    OpeningResponse answer = response;
    switch (answer.take(bytes)) {
      case INCOMPLETE -> {}
      case ACCEPTED -> {
        response = null;
        deflate = deflate.filter(_ -> answer.agreesToDeflate());
        deflate.ifPresent(draft::inflateBy);
        engine.decode(answer.forEngine());
      }
      case REFUSED -> end(answer.refusal().orElseThrow());
    }
  }

  @Override
  public void writable() {
    backpressured = false;
    flush();
    if (!backpressured && state == State.OPEN) {
      listener.flushed();
    }
  }

  private void flush() {
    for (ByteBuffer next = engine.outQueue.peek();
        next != null && !backpressured && state != State.ENDED;
        next = engine.outQueue.peek()) {
      write(next);
      if (!next.hasRemaining()) {
        engine.outQueue.poll();
      }
    }
  }

  private void write(ByteBuffer bytes) {
    try {
      int before = bytes.remaining();
      backpressured = !transport.write(bytes);
      lastSentNs = clock.nowNs();
      if (state != State.OPENING) {
        listener.wrote(before - bytes.remaining(), lastSentNs);
      }
    } catch (IOException e) {
      ended(ConnectionErrors.of(e));
    }
  }

  @Override
  public void ended(String reason) {
    switch (state) {
      case CONNECTING -> end(reason);
      case OPENING -> end(refusal().orElseGet(() -> EndReasons.inHandshake(reason)));
      case OPEN -> end(EndReasons.broken(reason));
      case CLOSING -> end(EndReasons.closedByDriver());
      case ENDED -> {}
    }
  }

  /** Handles now what has come and was not handled yet; whether there was something. */
  public boolean takeWaiting() {
    return state != State.ENDED && transport.takeWaiting();
  }

  private void end(String reason) {
    if (state != State.ENDED) {
      state = State.ENDED;
      transport.close();
      listener.ended(farewell == null ? reason : farewell);
    }
  }

  /** What comes in frames that the engine need not see. */
  private final class FrameEvents implements InPlaceDraft.Sink {
    @Override
    public void frame(FrameKind kind, byte[] bytes, int offset, int length) {
      if (state == State.OPEN) {
        listener.frame(kind, bytes, offset, length, lastReceivedNs);
      }
    }

    /** The answer to it may find the transport broken, which would hide why. */
    @Override
    public void closing(int code, String reason) {
      farewell = EndReasons.closedByServer(code, reason);
    }
  }

  /** What the engine has to say. */
  private final class EngineEvents extends EngineListener {
    @Override
    public void onWebsocketOpen(WebSocket socket, Handshakedata handshake) {
      state = State.OPEN;
      listener.opened();
    }

    /** Text that came in fragments. */
    @Override
    public void onWebsocketMessage(WebSocket socket, String message) {
      whole(FrameKind.TEXT, message.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes that came in fragments. */
    @Override
    public void onWebsocketMessage(WebSocket socket, ByteBuffer message) {
      byte[] bytes = new byte[message.remaining()];
      message.get(bytes);
      whole(FrameKind.BINARY, bytes);
    }

    private void whole(FrameKind kind, byte[] bytes) {
      if (state == State.OPEN) {
        listener.frame(kind, bytes, 0, bytes.length, lastReceivedNs);
      }
    }

    /** A server that does not read gets no pongs, or they would pile up here. */
    @Override
    public void onWebsocketPing(WebSocket socket, Framedata ping) {
      if (state == State.OPEN && !backpressured) {
        super.onWebsocketPing(socket, ping);
      }
    }

    @Override
    public void onWriteDemand(WebSocket socket) {
      flush();
    }

    @Override
    public void onWebsocketClosing(WebSocket socket, int code, String reason, boolean remote) {
      if (state == State.OPENING) {
        end(EndReasons.inHandshake(reason));
      } else if (state == State.OPEN) {
        // A server's own words have come before this; the driver's say what it could not take.
        end(EndReasons.closedByEngine(code, reason, remote));
      }
    }
  }
}
