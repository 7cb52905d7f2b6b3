package org.boardbench.plan;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boardbench.core.RedactedUrl;
import org.boardbench.core.ServerText;
import org.boardbench.input.Entry;
import org.boardbench.input.Problems;
import org.boardbench.plan.model.ExternalSpec;
import org.boardbench.plan.model.TemplateSpec;
import org.boardbench.plan.model.TrustSpec;
import org.boardbench.plan.model.Variant;
import org.boardbench.plan.reading.PlanValues;
import org.boardbench.protocol.Protocols;
import org.boardbench.protocol.template.TemplateProtocol;

/** Reads {@code --url} and the options that say more of its server. */
final class ExternalReader {
  // A header's name is a token of RFC 9110; its value must not break out of its line.
  private static final Pattern HEADER =
      Pattern.compile("([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \\t]*([^\\r\\n]*)");

  private static final String URL = "--url";
  private static final String SHAPE = "must be ws://host[:port]/path or wss://…, was ";
  private static final Pattern PORT = Pattern.compile("(?:^|[^:]|\\]):(\\d+)$");
  private static final Pattern WORD = Pattern.compile("[^\\s:]*:?");
  private static final int LARGEST_PORT = 65_535;

  private final PlanValues values;
  private final Problems problems;

  ExternalReader(PlanValues values) {
    this.values = values;
    this.problems = values.problems();
  }

  Optional<ExternalSpec> read(ExternalOptions options) {
    Optional<URI> url = url(options.url());
    Optional<Entry> templateFile = values.option(Variant.TEMPLATE);
    String protocol =
        options
            .protocol()
            .orElse(templateFile.isPresent() ? TemplateProtocol.NAME : Protocols.USUAL);
    if (!Protocols.names().contains(protocol)) {
      String names = String.join(" or ", Protocols.names());
      problems.add("--protocol", "must be " + names + ", was " + protocol);
    }
    Map<String, String> headers = headers(options.headers());
    TrustSpec trust = new TrustReader(problems).read(options.trust(), url);
    Optional<TemplateSpec> template =
        templateFile.flatMap(option -> TemplateReader.ofFile(option, values));
    boolean isTemplate = protocol.equals(TemplateProtocol.NAME);
    if (isTemplate && templateFile.isEmpty()) {
      problems.add(Variant.TEMPLATE.flag(), "is missing; --protocol template needs it");
    } else if (!isTemplate && templateFile.isPresent()) {
      problems.add(Variant.TEMPLATE.flag(), "needs --protocol template, was " + protocol);
    }
    return url.map(uri -> new ExternalSpec(uri, protocol, headers, trust, template));
  }

  private Optional<URI> url(String text) {
    try {
      URI uri = new URI(text);
      Optional<String> objection = objection(uri);
      objection.ifPresent(bound -> problems.add(URL, bound));
      return objection.isPresent() ? Optional.empty() : Optional.of(uri);
    } catch (URISyntaxException e) {
      String where = e.getIndex() < 0 ? "" : " at character " + (e.getIndex() + 1);
      problems.add(URL, SHAPE + shown(text) + " (" + e.getReason() + where + ")");
      return Optional.empty();
    }
  }

  private static Optional<String> objection(URI uri) {
    String scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    if (!scheme.equals("ws") && !scheme.equals("wss")) {
      String instead = scheme.startsWith("http") ? "; write ws" + scheme.substring(4) + "://" : "";
      return Optional.of(SHAPE + shown(uri.toString()) + instead);
    }
    if (uri.getRawFragment() != null) {
      return Optional.of(
          "must have no fragment, which no WebSocket address has, was " + shown(uri));
    }
    Matcher port = PORT.matcher(Optional.ofNullable(uri.getRawAuthority()).orElse(""));
    if (port.find() && !isPort(port.group(1))) {
      return Optional.of("port must be from 1 to 65535, was " + port.group(1));
    }
    if (uri.getHost() == null) {
      return Optional.of(
          "host must be a name of letters, digits, '-' and '.', or an address, was " + shown(uri));
    }
    return Optional.empty();
  }

  private static boolean isPort(String digits) {
    int number = digits.length() > 5 ? 0 : Integer.parseInt(digits);
    return number >= 1 && number <= LARGEST_PORT;
  }

  private static String shown(URI uri) {
    return shown(uri.toString());
  }

  private static String shown(String url) {
    return ServerText.line(RedactedUrl.of(url));
  }

  private Map<String, String> headers(List<String> texts) {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String text : texts) {
      Matcher matcher = HEADER.matcher(text);
      if (!matcher.matches()) {
        problems.add("--header", "must be 'Name: value', was '" + withoutValue(text) + "'");
      } else if (belongsToHandshake(matcher.group(1))) {
        problems.add("--header", matcher.group(1) + " belongs to the WebSocket handshake itself");
      } else if (headers.putIfAbsent(matcher.group(1), matcher.group(2).strip()) != null) {
        problems.add("--header", "each header once, was " + matcher.group(1) + " again");
      }
    }
    return headers;
  }

  /** The value may be a secret. */
  private static String withoutValue(String header) {
    Matcher beginning = WORD.matcher(header);
    String word = beginning.lookingAt() ? beginning.group() : "";
    return word.length() == header.length() ? word : word + "…";
  }

  private static boolean belongsToHandshake(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals("upgrade")
        || lower.equals("connection")
        || lower.startsWith("sec-websocket-");
  }
}
