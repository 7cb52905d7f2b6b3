package org.boardbench.report.summary;

import java.util.List;
import java.util.regex.Pattern;
import org.boardbench.report.stored.StoredRun;
import org.boardbench.report.table.LatexTableText;
import tools.jackson.databind.JsonNode;

/** What identifies a run in a paper. */
public record Citation(StoredRun run) {
  private static final Pattern NOT_OF_KEY = Pattern.compile("[^A-Za-z0-9._-]");

  /** Name and value, those that are known. */
  public List<List<String>> facts() {
    JsonNode manifest = run.manifest();
    JsonNode environment = manifest.path("environment");
    return List.of(
            List.of("Run", id()),
            List.of("Started", manifest.path("started").asString("")),
            List.of("Commit", commit()),
            List.of("Machine", machine()),
            List.of("JDK of the driver", environment.path("jdk").asString("")),
            List.of("Version", environment.path("harness_version").asString("")))
        .stream()
        .filter(fact -> !fact.getLast().isBlank())
        .toList();
  }

  /** An entry for BibTeX. */
  public String bibtex() {
    String started = run.manifest().path("started").asString("");
    return "@misc{"
        + NOT_OF_KEY.matcher(id()).replaceAll("-")
        + ",\n  title = {{Boardbench run "
        + LatexTableText.escape(id())
        + "}},\n"
        + (started.length() >= 4
            ? "  year = {" + LatexTableText.escape(started.substring(0, 4)) + "},\n"
            : "")
        + "  note = {"
        + LatexTableText.escape(note(started))
        + "}\n}";
  }

  private String note(String started) {
    return List.of(
            started.isEmpty() ? "" : "started " + started,
            commit().isEmpty() ? "" : "commit " + commit(),
            machine())
        .stream()
        .filter(part -> !part.isBlank())
        .reduce((one, other) -> one + ", " + other)
        .orElse("");
  }

  private String id() {
    return run.manifest().path("run_id").asString(run.name());
  }

  private String commit() {
    JsonNode git = run.manifest().path("git");
    return git.path("commit").asString("")
        + (git.path("dirty").asBoolean(false) ? " with changes that were not committed" : "");
  }

  private String machine() {
    JsonNode environment = run.manifest().path("environment");
    return environment.isObject()
        ? environment.path("cpu").asString("")
            + ", "
            + environment.path("cores").asString("?")
            + " cores, "
            + environment.path("memory_mib").asString("?")
            + " MiB, "
            + environment.path("os").asString("")
            + " "
            + environment.path("kernel").asString("")
        : "";
  }
}
