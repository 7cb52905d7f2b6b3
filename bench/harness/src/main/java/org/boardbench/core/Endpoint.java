package org.boardbench.core;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where virtual users connect.
 *
 * @param uri {@code ws://} or {@code wss://}
 * @param headers extra headers of the opening handshake
 * @param otherPorts of the same host, where more servers are that share its boards: each user has
 *     one of all these
 */
public record Endpoint(URI uri, Map<String, String> headers, List<Integer> otherPorts) {
  private static final int WS_PORT = 80;
  private static final int WSS_PORT = 443;
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  public Endpoint {
    headers = Map.copyOf(headers);
    otherPorts = List.copyOf(otherPorts);
  }

  /** With one server, or something in front of several. */
  public Endpoint(URI uri, Map<String, String> headers) {
    this(uri, headers, List.of());
  }

  /** All its servers, each with an endpoint of its own. */
  public List<Endpoint> servers() {
    List<Endpoint> servers = new ArrayList<>();
    servers.add(new Endpoint(uri, headers));
    otherPorts.forEach(port -> servers.add(new Endpoint(at(port), headers)));
    return servers;
  }

  private URI at(int port) {
    return URI.create(
        uri.getScheme()
            + "://"
            + uri.getHost()
            + ":"
            + port
            + Optional.ofNullable(uri.getRawPath()).orElse(""));
  }

  /** Whether the host is an address of this machine. Looks the name up. */
  public boolean isOnThisMachine() {
    try {
      InetAddress address = InetAddress.getByName(uri.getHost());
      return address.isLoopbackAddress()
          || address.isAnyLocalAddress()
          || NetworkInterface.getByInetAddress(address) != null;
    } catch (IOException unknown) {
      return false;
    }
  }

  public boolean isSecure() {
    return uri.getScheme().toLowerCase(Locale.ROOT).equals("wss");
  }

  /** The one that the address names, or its scheme's. */
  public int port() {
    return uri.getPort() >= 0 ? uri.getPort() : isSecure() ? WSS_PORT : WS_PORT;
  }

  /** Path and query as the opening handshake asks for them: in ASCII. */
  public String requestTarget() {
    String path = Optional.ofNullable(uri.getRawPath()).filter(p -> !p.isEmpty()).orElse("/");
    return encoded(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
  }

  /** What is beyond ASCII becomes the percent signs of its UTF-8. */
  private static String encoded(String text) {
    StringBuilder ascii = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> {
          if (c < 0x80) {
            ascii.append((char) c);
          } else {
            for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
              ascii.append('%').append(HEX.toHexDigits(b));
            }
          }
        });
    return ascii.toString();
  }

  /** The address for people and files, without what may be a secret. */
  public String shown() {
    return RedactedUrl.of(uri.toString());
  }

  /** Does not tell secrets either. */
  @Override
  public String toString() {
    return shown();
  }
}
