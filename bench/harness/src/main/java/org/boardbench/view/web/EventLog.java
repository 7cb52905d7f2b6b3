package org.boardbench.view.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Everything that pages are told, in the format of server-sent events (HTML standard, section 9.2).
 * It is kept from its beginning, so that a page that comes late, or comes back, gets what it has
 * not seen; what later events have made superfluous can be taken out. No page has a queue of its
 * own. Thread-safe.
 */
public final class EventLog {
  private final String name;
  private final NavigableMap<Long, byte[]> events = new TreeMap<>();
  private final List<Runnable> listeners = new ArrayList<>();
  private long last;
  private long bytes;

  /**
   * An empty one.
   *
   * @param name tells this log's events from those of another one that the same page may have seen
   *     at the same address; letters and digits
   */
  public EventLog(String name) {
    this.name = name;
  }

  /**
   * Adds an event.
   *
   * @param kind what listeners in the page ask for
   * @param data a line
   * @return its number, counts from 1
   */
  public long append(String kind, String data) {
    long id;
    synchronized (this) {
      id = ++last;
      byte[] text =
          ("id: " + name + "-" + id + "\nevent: " + kind + "\ndata: " + data + "\n\n")
              .getBytes(StandardCharsets.UTF_8);
      events.put(id, text);
      bytes += text.length;
    }
    tell();
    return id;
  }

  private void tell() {
    List<Runnable> all;
    synchronized (this) {
      all = List.copyOf(listeners);
    }
    all.forEach(Runnable::run);
  }

  /** Takes events out; who has not got them yet does not get them any more. */
  public synchronized void remove(Collection<Long> ids) {
    for (long id : ids) {
      byte[] text = events.remove(id);
      bytes -= text == null ? 0 : text.length;
    }
  }

  /** What it takes. */
  public synchronized long bytes() {
    return bytes;
  }

  /** The number of the newest event; 0 when there is none. */
  synchronized long newest() {
    return last;
  }

  /** Is called whenever there is something new; must return at once. */
  synchronized void listen(Runnable listener) {
    listeners.add(listener);
  }

  /** Number and text of the first event after that one; empty where there is none yet. */
  synchronized Optional<Map.Entry<Long, byte[]>> after(long id) {
    return Optional.ofNullable(events.higherEntry(id));
  }

  /** The number of an event by what a page calls it; 0 when it is none of this log's. */
  long number(String id) {
    String prefix = name + "-";
    if (!id.startsWith(prefix) || !id.substring(prefix.length()).matches("\\d{1,18}")) {
      return 0;
    }
    long number = Long.parseLong(id.substring(prefix.length()));
    synchronized (this) {
      return number <= last ? number : 0;
    }
  }
}
