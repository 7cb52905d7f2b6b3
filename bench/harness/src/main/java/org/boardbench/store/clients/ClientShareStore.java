package org.boardbench.store.clients;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.input.InputException;
import org.boardbench.plan.PlanTree;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.results.FileNames;
import org.boardbench.results.Format;
import org.boardbench.results.StoreException;
import org.boardbench.results.column.ClientColumns;
import org.boardbench.results.row.ClientRecord;
import org.boardbench.results.table.TableFile;
import org.boardbench.store.file.JsonText;
import org.boardbench.store.file.RunFolder;
import org.boardbench.store.origin.RunOrigin;
import tools.jackson.databind.node.ObjectNode;

/**
 * The folder of a run of several clients: {@code clients.csv}, a folder for each hold in {@code
 * trials}, and {@code client-share.json} with {@code format}, {@code run_id}, {@code started},
 * {@code complete} (false until every hold has been driven), {@code plan}, {@code environment},
 * {@code git}, {@code driver}, {@code clients} (by name {@code title}, {@code versions}, and why it
 * was {@code skipped}, else null) and {@code targets} (by name {@code versions}). What a method has
 * stored is on the disk when it returns. Not thread-safe.
 *
 * <p>Every {@link IOException} is a {@link StoreException} whose message is one line for a person.
 */
public final class ClientShareStore implements Closeable {
  private static final String NAME = "client-share";

  private final RunFolder folder;
  private final TableFile<ClientRecord> rows;
  private final ObjectNode json = JsonText.MAPPER.createObjectNode();

  private ClientShareStore(RunFolder folder, TableFile<ClientRecord> rows) {
    this.folder = folder;
    this.rows = rows;
  }

  /**
   * A new run.
   *
   * @param results gets a folder named after the start, in UTC
   * @param out the folder to use instead; must be empty or absent
   * @throws InputException when {@code out} has content already
   */
  public static ClientShareStore create(
      Path results, Optional<Path> out, ExperimentPlan plan, RunOrigin origin)
      throws StoreException, InputException {
    RunFolder folder = RunFolder.create(results, out, NAME, origin.epoch());
    ClientShareStore store =
        new ClientShareStore(folder, TableFile.create(folder.path(), ClientColumns.TABLE));
    store.json.put("format", Format.CLIENT_SHARE);
    store.json.put("run_id", folder.runId());
    store.json.put("started", origin.epoch().truncatedTo(ChronoUnit.MILLIS).toString());
    store.json.put("complete", false);
    store.json.set("plan", JsonText.tree(PlanTree.of(plan)));
    store.json.set("environment", JsonText.environment(origin.environment()));
    store.json.set("git", JsonText.git(origin.git()));
    store.json.set("driver", JsonText.driver(origin.driver()));
    store.json.putObject("clients");
    store.json.putObject("targets");
    store.write();
    return store;
  }

  public String runId() {
    return folder.runId();
  }

  public Path folder() {
    return folder.path();
  }

  /** A new folder for what a hold leaves behind. */
  public Path trialFolder(String trial) throws StoreException {
    Path path = folder.path().resolve(FileNames.TRIALS).resolve(trial);
    try {
      return Files.createDirectories(path);
    } catch (IOException e) {
      throw StoreException.writing(path, e);
    }
  }

  /**
   * Adds what a client is made of.
   *
   * @param skipped why it takes no part; empty when it does
   */
  public void client(
      String name, String title, Map<String, String> versions, Optional<String> skipped)
      throws StoreException {
    ObjectNode client = json.withObjectProperty("clients").putObject(name);
    client.put("title", title);
    client.set("versions", JsonText.MAPPER.valueToTree(versions));
    client.put("skipped", skipped.orElse(null));
    write();
  }

  /** Adds what a target is made of. */
  public void target(String name, Map<String, String> versions) throws StoreException {
    json.withObjectProperty("targets")
        .putObject(name)
        .set("versions", JsonText.MAPPER.valueToTree(versions));
    write();
  }

  /** Adds a hold that has ended. */
  public void append(ClientRecord row) throws StoreException {
    rows.append(List.of(row));
  }

  /** Every hold has been driven. */
  public void complete() throws StoreException {
    json.put("complete", true);
    write();
  }

  private void write() throws StoreException {
    JsonText.write(folder.path().resolve(FileNames.CLIENT_SHARE), json);
  }

  @Override
  public void close() throws IOException {
    rows.close();
  }
}
