package org.boardbench.report.stored;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.boardbench.results.StoreException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON file that says how a results folder came to be. */
final class JsonManifest {
  private JsonManifest() {}

  /**
   * @param whenMissing what to say when there is no such file
   */
  static JsonNode read(Path path, String whenMissing) throws StoreException {
    JsonNode manifest = parse(path, whenMissing);
    if (!manifest.isObject()) {
      throw new StoreException(path.getFileName() + ": must hold one JSON object");
    }
    return manifest;
  }

  /**
   * Reads any JSON.
   *
   * @param whenMissing what to say when there is no such file
   */
  static JsonNode parse(Path path, String whenMissing) throws StoreException {
    String file = path.getFileName().toString();
    try {
      return JsonMapper.shared().readTree(Files.readString(path));
    } catch (NoSuchFileException e) {
      throw new StoreException(whenMissing);
    } catch (JacksonException e) {
      throw new StoreException(file + ": not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new StoreException(file + ": cannot be read: " + e.getMessage());
    }
  }

  /** A list of texts that must be there. */
  static List<String> texts(JsonNode manifest, String file, String key) throws StoreException {
    JsonNode list = manifest.path(key);
    if (!list.isArray()) {
      throw new StoreException(file + ": " + key + " must be a list");
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode entry : list) {
      if (!entry.isString()) {
        throw new StoreException(file + ": " + key + " must be texts");
      }
      texts.add(entry.asString());
    }
    return texts;
  }

  /** {@code true} or {@code false}, which must be there. */
  static boolean flag(JsonNode manifest, String file, String key) throws StoreException {
    JsonNode flag = manifest.path(key);
    if (!flag.isBoolean()) {
      throw new StoreException(file + ": " + key + " must be true or false");
    }
    return flag.asBoolean();
  }
}
