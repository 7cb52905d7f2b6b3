package org.boardbench.protocol.further;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.extensions.permessage_deflate.PerMessageDeflateExtension;

/** A server of the raw protocol that compresses all it sends, whatever its size. */
public final class CompressingServer extends FurtherServer {
  private static final Pattern BOARD = Pattern.compile("\"boardId\":\"(\\w+)\"");

  public CompressingServer() {
    super(new Draft_6455(deflate()));
  }

  private static PerMessageDeflateExtension deflate() {
    PerMessageDeflateExtension deflate = new PerMessageDeflateExtension();
    deflate.setThreshold(0);
    return deflate;
  }

  @Override
  void hears(WebSocket client, String text) {
    Matcher board = BOARD.matcher(text);
    if (!board.find()) {
      wrong(text);
    } else if (text.startsWith("{\"type\":\"join\"")) {
      join(client, board.group(1));
      client.send(text.replace("\"join\"", "\"joined\""));
    } else {
      members(board.group(1)).stream()
          .filter(WebSocket::isOpen)
          .forEach(member -> member.send(text));
    }
  }
}
