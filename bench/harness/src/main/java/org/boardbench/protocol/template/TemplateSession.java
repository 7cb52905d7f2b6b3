package org.boardbench.protocol.template;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.boardbench.protocol.FrameKind;
import org.boardbench.protocol.FrameSender;
import org.boardbench.protocol.ProbePauses;
import org.boardbench.protocol.StampForm;
import org.boardbench.protocol.UserIdentity;
import org.boardbench.protocol.UserSession;

/**
 * Joins with one text, and is joined at once, when the server confirms it, or when a probe comes
 * back: a message that is published like any other, with a stamp of no phase. A server may take a
 * probe before the join has had its effect; so another one follows when the last is older than a
 * pause that starts at 200 ms and doubles each time.
 */
final class TemplateSession implements UserSession {
  private static final String PROBE = ".p.0.0";
  private static final Pattern PROBES =
      Pattern.compile(
          StampForm.WORD.opening() + "(\\d+)\\.\\d+" + Pattern.quote(PROBE) + StampForm.WORD_END);

  /** The beginning of a stamp that nobody could read. */
  private static final Pattern DAMAGED = Pattern.compile(StampForm.WORD.opening() + "\\d");

  private final Template template;
  private final UserIdentity user;
  private final MessageForm form;
  private final Optional<Pattern> confirmation;
  private final ProbePauses pauses = new ProbePauses();
  private boolean isJoined;
  private int probes;
  private long nextAliveNs = Long.MIN_VALUE;

  TemplateSession(Template template, UserIdentity user) {
    this.template = template;
    this.user = user;
    this.form = MessageForm.of(template.message(), user);
    this.confirmation =
        template.joined().isEmpty() ? Optional.empty() : Optional.of(template.confirmation(user));
  }

  @Override
  public void opened(FrameSender out) {
    isJoined = template.isJoinedOnceOpen();
    if (!template.join().isEmpty()) {
      send(template.join(), out);
    }
    if (template.isJoinedByProbe()) {
      probe(out);
    }
  }

  @Override
  public boolean isJoinedOnceOpen() {
    return template.isJoinedOnceOpen();
  }

  /** What is in them is looked for as in any other. */
  @Override
  public boolean takesBinary() {
    return true;
  }

  @Override
  public Meaning received(FrameKind kind, byte[] bytes, int offset, int length, FrameSender out) {
    String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
    if (!isJoined && isConfirmation(text)) {
      isJoined = true;
      return Meaning.JOINED;
    }
    boolean isDamaged = DAMAGED.matcher(PROBES.matcher(text).replaceAll("")).find();
    return isDamaged ? Meaning.UNKNOWN : Meaning.HOUSEKEEPING;
  }

  private boolean isConfirmation(String text) {
    if (confirmation.isPresent()) {
      return confirmation.get().matcher(text).find();
    }
    String own = Integer.toString(user.user());
    Matcher probe = PROBES.matcher(text);
    while (probe.find()) {
      if (probe.group(1).equals(own)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String awaited() {
    return confirmation
        .map(pattern -> "frame with the confirmation " + Template.filled(template.joined(), user))
        .orElse("probe of its own back");
  }

  /** A server's refusals are notices like any other. */
  @Override
  public String lastError() {
    return "";
  }

  @Override
  public FrameKind messageKind() {
    return template.frame();
  }

  @Override
  public int messageBytes(int bodyBytes) {
    return form.mostBytes(bodyBytes);
  }

  @Override
  public int message(CharSequence stamp, int bodyBytes, byte[] target, int at) {
    return form.write(stamp, bodyBytes, target, at);
  }

  @Override
  public boolean keepAlive(long nowNs, long lastReceivedNs, long lastSentNs, FrameSender out) {
    if (template.isJoinedByProbe() && !isJoined && pauses.isOver(nowNs)) {
      probe(out);
    }
    if (!template.alive().isEmpty()) {
      if (nextAliveNs != Long.MIN_VALUE && nowNs >= nextAliveNs) {
        send(template.alive(), out);
      }
      if (nowNs >= nextAliveNs) {
        nextAliveNs = nowNs + template.aliveNs();
      }
    }
    return true;
  }

  private void probe(FrameSender out) {
    publish(user.user() + "." + probes++ + PROBE, 0, out);
  }

  private void send(String text, FrameSender out) {
    out.send(template.frame(), Template.filled(text, user).getBytes(StandardCharsets.UTF_8));
  }
}
