package org.boardbench.clients;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.results.row.ClientRecord;
import org.boardbench.sut.manifest.ClientManifest;
import org.boardbench.sut.manifest.ClientManifestReader;

/** The clients that this project has: our driver, and every folder in {@code bench/clients/}. */
public final class ClientCatalog {
  private final Path root;

  /**
   * @param root the project's folder
   */
  public ClientCatalog(Path root) {
    this.root = root;
  }

  private Path clients() {
    return root.resolve("bench/clients");
  }

  /** Every client's name: our driver first, the others in alphabetical order. */
  public List<String> names() {
    List<String> names = new ArrayList<>(List.of(ClientRecord.BOARDBENCH));
    if (Files.isDirectory(clients())) {
      try (Stream<Path> folders = Files.list(clients())) {
        folders
            .filter(folder -> Files.isRegularFile(folder.resolve(ClientManifestReader.FILE_NAME)))
            .map(folder -> folder.getFileName().toString())
            .sorted()
            .forEach(names::add);
      } catch (IOException unreadable) {
        throw new UncheckedIOException(unreadable);
      }
    }
    return names;
  }

  /**
   * Refuses names that nobody has.
   *
   * @throws InputException with a problem for each
   */
  public void check(List<String> asked) throws InputException {
    List<String> known = names();
    List<Problem> problems =
        asked.stream()
            .filter(name -> !known.contains(name))
            .map(name ->
                new Problem(
                    "--clients",
                    "unknown client \"" + name + "\"; known: " + String.join(", ", known)))
            .toList();
    if (!problems.isEmpty()) {
      throw new InputException(problems);
    }
  }

  /**
   * Reads one client's manifest.
   *
   * @throws InputException when it has problems
   */
  ClientManifest manifest(String name) throws InputException {
    return ClientManifestReader.read(clients().resolve(name), root.resolve("targets"));
  }
}
