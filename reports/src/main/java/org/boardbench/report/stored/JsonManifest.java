package org.boardbench.report.stored;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The JSON file that says how a results folder came to be. */
final class JsonManifest {
  private JsonManifest() {}

  /**
   * @param whenMissing what to say when there is no such file
   */
  static JsonNode read(Path path, String whenMissing) throws StoredRunException {
    String file = path.getFileName().toString();
    try {
      JsonNode manifest = JsonMapper.shared().readTree(Files.readString(path));
      if (!manifest.isObject()) {
        throw new StoredRunException(file + ": must hold one JSON object");
      }
      return manifest;
    } catch (NoSuchFileException e) {
      throw new StoredRunException(whenMissing);
    } catch (JacksonException e) {
      throw new StoredRunException(file + ": not JSON: " + e.getOriginalMessage());
    } catch (IOException e) {
      throw new StoredRunException(file + ": cannot be read: " + e.getMessage());
    }
  }
}
