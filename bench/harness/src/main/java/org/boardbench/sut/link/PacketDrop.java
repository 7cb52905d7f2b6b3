package org.boardbench.sut.link;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.boardbench.core.Uninterrupted;
import org.boardbench.host.command.CommandStart;

/**
 * Packets to and from some ports that the kernel drops for a time, without a word to anybody. A
 * small process of its own, the guard, sets the rules and takes them back: when it is told to, and
 * also when it hears nothing any more because the harness has ended, however that was. For one
 * thread.
 */
public final class PacketDrop implements AutoCloseable {
  private static final String BEGUN = "begun";
  private static final String ENDED = "ended";

  /** Its arguments: what sets the rules, what takes them back, and the program that is told so. */
  private static final String GUARD =
      """
      trap '' HUP INT TERM PIPE
      setting=$1 deletion=$2
      shift 2
      read -r begin || exit 0
      printf '%s\\n' "$setting" | "$@" || exit 1
      echo begun
      read -r end
      printf '%s\\n' "$deletion" | "$@" || exit 1
      echo ended
      """;

  private final String deletion;
  private final Process guard;
  private final BufferedReader answers;
  private final Writer questions;
  private boolean hasBegun;

  private PacketDrop(String deletion, Process guard) {
    this.deletion = deletion;
    this.guard = guard;
    this.answers = guard.inputReader(StandardCharsets.UTF_8);
    this.questions = guard.outputWriter(StandardCharsets.UTF_8);
  }

  /**
   * Starts the guard.
   *
   * @param command the program that takes rules on its standard input
   */
  static PacketDrop guarded(String setting, String deletion, List<String> command)
      throws IOException {
    List<String> words =
        new ArrayList<>(List.of("/bin/sh", "-c", GUARD, "boardbench", setting, deletion));
    words.addAll(command);
    // Without a marker: who ends what a killed harness has left must not end its guard.
    Process guard =
        CommandStart.inOwnSession(
                words, Path.of("/"), Map.of("PATH", "/usr/sbin:/usr/bin:/sbin:/bin"))
            .redirectInput(Redirect.PIPE)
            .redirectErrorStream(true)
            .start();
    return new PacketDrop(deletion, guard);
  }

  /**
   * From now on packets are dropped; returns when the kernel has the rules.
   *
   * @throws IOException when they cannot be set, with what is said of that
   */
  public void begin() throws IOException {
    ask("begin", BEGUN);
    hasBegun = true;
  }

  /**
   * From now on they pass again; returns when the rules are gone.
   *
   * @throws IOException when they may still be there, with how to take them back
   */
  public void end() throws IOException {
    try {
      ask("end", ENDED);
      hasBegun = false;
    } catch (IOException failed) {
      throw left(failed.getMessage());
    }
  }

  private void ask(String question, String answer) throws IOException {
    questions.write(question + "\n");
    questions.flush();
    String complaint = "";
    for (String line = answers.readLine(); !answer.equals(line); line = answers.readLine()) {
      if (line == null) {
        throw new IOException(complaint.isEmpty() ? "it has ended without a word" : complaint);
      }
      complaint = complaint.isEmpty() ? line.strip() : complaint;
    }
  }

  private IOException left(String why) {
    return new IOException(
        "rules for packets may still be there (%s); take them back with: %s"
            .formatted(why, deletion.replace("\n", "; ")));
  }

  /** Takes back what is still there, and ends the guard; not cut short by an interrupt. */
  @Override
  public void close() throws IOException {
    questions.close();
    int status = Uninterrupted.call(guard::waitFor);
    if (hasBegun && status != 0) {
      throw left("its guard ended with status " + status);
    }
  }
}
