package org.boardbench.plan.model;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.boardbench.input.ValueReader;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.Section;
import org.boardbench.plan.reading.SectionValues;
import org.boardbench.protocol.FrameKind;
import org.boardbench.protocol.template.Template;

/**
 * How to speak to a server by the protocol {@code template}.
 *
 * @param values of its keys; those of {@code alive} are among them
 */
public record TemplateSpec(SectionValues values) {
  public static final Section<TemplateSpec> KEYS = new Section<>(TemplateSpec::values);

  /** The keys of the map {@code alive}. */
  public static final Section<TemplateSpec> ALIVE_KEYS = new Section<>(TemplateSpec::values);

  /** Where its keys are in a plan. */
  public static final String SECTION = "targets[].template";

  public static final String ALIVE = "alive";

  private static final ValueReader<String> ANY_TEXT =
      ValueReader.matching("(?s).+", "text, not empty");
  private static final String NONE = "none";

  public static final PlanKey<String> PATH =
      KEYS.add(
          PlanKey.of(
                  SECTION + ".path",
                  ValueReader.matching("[/?][!-~&&[^#]]*", "a path and query in ASCII"),
                  "Goes behind the server's address; may have {board} and {user}.")
              .usuallyAs(NONE));

  public static final PlanKey<String> SUBPROTOCOL =
      KEYS.add(
          PlanKey.of(
                  SECTION + ".subprotocol",
                  ValueReader.matching("[!#$%&'*+.^_`|~0-9A-Za-z-]+", "a word of HTTP"),
                  "What the opening handshake asks for.")
              .usuallyAs(NONE));

  public static final PlanKey<String> JOIN =
      KEYS.add(
          PlanKey.of(
                  SECTION + ".join",
                  ANY_TEXT,
                  "What a user sends first; may have {board} and {user}.")
              .usuallyAs(NONE));

  public static final PlanKey<String> JOINED =
      KEYS.add(
          PlanKey.of(
                  SECTION + ".joined",
                  ANY_TEXT,
                  "What the server's confirmation has in it, with {board} and {user}; a regular"
                      + " expression between slashes.")
              .usuallyAs("a probe that comes back, or nothing where join is not given either"));

  public static final PlanKey<String> MESSAGE =
      KEYS.add(
          PlanKey.of(
                  SECTION + ".message",
                  ANY_TEXT,
                  "What a user publishes: {stamp} once, and {board}, {user}, {seq} and {payload} as"
                      + " the server needs them.")
              .usuallyAs("the content of file"));

  public static final PlanKey<String> FILE =
      KEYS.addUnstored(
          PlanKey.shaped(
                  SECTION + ".file",
                  "a file beside the experiment",
                  "Has the message, in the place of message; one line break at its end is no part of"
                      + " it.")
              .usuallyAs(NONE));

  public static final PlanKey<FrameKind> FRAME =
      KEYS.add(
          PlanKey.of(
                  SECTION + ".frame",
                  ValueReader.oneOf(FrameKind.class, FrameKind::key),
                  "What all that users send goes in.")
              .usually(FrameKind.TEXT));

  public static final PlanKey<String> ALIVE_TEXT =
      ALIVE_KEYS.add(
          PlanKey.of(
              SECTION + "." + ALIVE + ".text",
              ANY_TEXT,
              "What every user sends again and again, to be kept; may have {board} and {user}."));

  public static final PlanKey<Duration> ALIVE_EVERY =
      ALIVE_KEYS.add(
          PlanKey.of(
                  SECTION + "." + ALIVE + ".every",
                  ValueReader.duration(Duration.ofSeconds(1), Duration.ofHours(1)),
                  "How long after the last time.")
              .usually(Duration.ofSeconds(20)));

  /** In the shape of a file; the message is there, wherever it came from. */
  public Map<String, Object> tree() {
    Map<String, Object> tree = new LinkedHashMap<>(KEYS.tree(this));
    if (values.given(ALIVE_TEXT).isPresent()) {
      tree.put(ALIVE, ALIVE_KEYS.tree(this));
    }
    return tree;
  }

  /** As the driver takes it. */
  public Template template() {
    return new Template(
        text(PATH),
        text(SUBPROTOCOL),
        text(JOIN),
        text(JOINED),
        text(MESSAGE),
        values.of(FRAME),
        text(ALIVE_TEXT),
        values.given(ALIVE_EVERY).orElse(Duration.ZERO).toNanos());
  }

  private String text(PlanKey<String> key) {
    return values.given(key).orElse("");
  }
}
