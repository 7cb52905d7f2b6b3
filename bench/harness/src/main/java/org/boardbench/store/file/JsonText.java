package org.boardbench.store.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.boardbench.results.Format;
import org.boardbench.results.StoreException;
import org.boardbench.results.table.AppendFile;
import org.boardbench.store.origin.DriverRecord;
import org.boardbench.store.origin.GitState;
import org.boardbench.store.origin.RunEnvironment;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectWriter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What the JSON files of results have in common. */
public final class JsonText {
  public static final JsonMapper MAPPER = JsonMapper.builder().build();

  private static final ObjectWriter WRITER = writer();

  private JsonText() {}

  /**
   * Reads a file of ours.
   *
   * @param what it is, for a file that is something else: {@code the description of a run}
   * @param format the newest that this version understands
   */
  public static ObjectNode read(Path file, String what, int format) throws StoreException {
    try {
      JsonNode root = MAPPER.readTree(Files.readString(file));
      if (!(root instanceof ObjectNode object) || !object.path("run_id").isString()) {
        throw new StoreException(file + " is not " + what);
      }
      Format.check(object, file.toString(), format);
      return object;
    } catch (JacksonException e) {
      throw new StoreException(file + " is no JSON: " + e.getOriginalMessage());
    } catch (StoreException e) {
      throw e;
    } catch (IOException e) {
      throw StoreException.reading(file, e);
    }
  }

  /** Another file first, so that a reader never sees half of it and a full disk spares the old. */
  public static void write(Path file, ObjectNode root) throws StoreException {
    write(file, WRITER.writeValueAsString(root) + "\n");
  }

  /** The same for JSON that somebody else has made. */
  public static void write(Path file, String json) throws StoreException {
    Path draft = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.deleteIfExists(draft);
      try (AppendFile out = AppendFile.create(draft)) {
        out.append(json.getBytes(StandardCharsets.UTF_8));
      }
      Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (StoreException e) {
      throw e;
    } catch (IOException e) {
      throw StoreException.writing(file, e);
    }
  }

  public static JsonNode environment(RunEnvironment environment) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("os", environment.os());
    tree.put("kernel", environment.kernel());
    tree.put("arch", environment.arch());
    tree.put("cpu", environment.processor().orElse(null));
    tree.put("cores", environment.cores());
    Map<String, Object> cpus = new LinkedHashMap<>();
    cpus.put("driver", environment.cpus().driver().orElse(null));
    cpus.put("target", environment.cpus().target().orElse(null));
    cpus.put("companions", environment.cpus().companions().orElse(null));
    tree.put("cpus", cpus);
    tree.put(
        "memory_mib",
        environment.memoryMib().isPresent() ? environment.memoryMib().getAsLong() : null);
    tree.put("jdk", environment.jdk());
    tree.put("harness_version", environment.harnessVersion());
    return tree(tree);
  }

  public static JsonNode git(GitState git) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("commit", git.commit().orElse(null));
    tree.put("dirty", git.dirty().orElse(null));
    return tree(tree);
  }

  public static JsonNode driver(DriverRecord driver) {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("loop", driver.loop());
    tree.put("fallback", driver.fallback().orElse(null));
    return tree(tree);
  }

  public static JsonNode tree(Map<String, Object> tree) {
    return MAPPER.valueToTree(tree);
  }

  private static ObjectWriter writer() {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    return MAPPER.writer().with(printer);
  }
}
