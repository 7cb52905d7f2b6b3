package org.boardbench.view.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boardbench.store.file.JsonText;
import tools.jackson.databind.JsonNode;

/** An event as a page gets it. */
public record Told(String id, String kind, JsonNode data) {
  private static final Pattern EVENT = Pattern.compile("id: (\\S+)\nevent: (\\S+)\ndata: (.*)\n");

  /** All that a page hears that opens now. */
  public static List<Told> by(EventLog log) {
    List<Told> all = new ArrayList<>();
    for (Optional<Map.Entry<Long, byte[]>> next = log.after(0);
        next.isPresent();
        next = log.after(next.get().getKey())) {
      all.addAll(in(new String(next.get().getValue(), StandardCharsets.UTF_8)));
    }
    return all;
  }

  /** Whole events of a stream. */
  public static List<Told> in(String stream) {
    List<Told> all = new ArrayList<>();
    for (Matcher event = EVENT.matcher(stream); event.find(); ) {
      all.add(new Told(event.group(1), event.group(2), JsonText.MAPPER.readTree(event.group(3))));
    }
    return all;
  }

  /** Those of a kind. */
  public static List<JsonNode> all(List<Told> told, String kind) {
    return told.stream().filter(one -> one.kind().equals(kind)).map(Told::data).toList();
  }
}
