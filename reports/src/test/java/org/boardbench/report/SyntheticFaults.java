package org.boardbench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.boardbench.results.column.EventColumns;
import org.boardbench.results.column.RecoveryColumns;
import org.boardbench.results.table.Column;

/**
 * Makes servers of a synthetic run fail: each is killed in its second stage, and half of its users
 * are cut off in the third. The first repetition of {@link #NEVER} does not get over being killed.
 */
public final class SyntheticFaults {
  public static final String NEVER = "spring-stomp";

  private static final List<String> SERVERS =
      List.of("spring-websocket", "spring-stomp", "node-ws", "node-ws-cluster-redis");

  private static final String PLAN =
      """
      "plan": {"stages": [{},
        {"faults": [{"at": "10s", "kind": "kill", "what": "target", "for": "2s"}]},
        {"faults": [{"at": "10s", "kind": "cut", "what": "users", "share": "50%"}]}], \
      """;

  private final List<String> events = new ArrayList<>();
  private final List<String> recoveries = new ArrayList<>();

  private SyntheticFaults() {
    events.add(header(EventColumns.TABLE.columns()));
    recoveries.add(header(RecoveryColumns.TABLE.columns()));
  }

  private static String header(List<? extends Column<?>> columns) {
    return String.join(",", columns.stream().map(Column::name).toList());
  }

  /** Writes {@code events.csv} and {@code recovery.csv} into the folder of a run. */
  public static void add(Path folder, int repetitions) throws IOException {
    Path manifest = folder.resolve("run.json");
    Files.writeString(manifest, Files.readString(manifest).replace("\"plan\": {", PLAN));
    SyntheticFaults faults = new SyntheticFaults();
    for (int repetition = 1; repetition <= repetitions; repetition++) {
      for (String server : SERVERS) {
        faults.kill(server, repetition);
        faults.cut(server, repetition);
      }
    }
    Files.write(folder.resolve("events.csv"), faults.events);
    Files.write(folder.resolve("recovery.csv"), faults.recoveries);
  }

  private void kill(String server, int repetition) {
    String key = key(server, repetition) + ",2,1";
    events.add(key + ",kill,target,4000,10000,10000.2,12900,4711,");
    boolean isBack = !(server.equals(NEVER) && repetition == 1);
    int back = 2500 + 400 * SERVERS.indexOf(server) + 100 * repetition;
    recoveries.add(
        key
            + ",300,"
            + (isBack
                ? "300,1.5,9.5,%d,%d,%d,%d".formatted(back, back + 400, back + 700, back + 690)
                : "120,1.5,9.5,,,,")
            + ",900,600,280,12.5,0,"
            + 4000 * (1 + SERVERS.indexOf(server))
            + ",520.5,"
            + (isBack ? back + 1000 : "")
            + ",,0");
  }

  private void cut(String server, int repetition) {
    String key = key(server, repetition) + ",3,1";
    events.add(key + ",cut,users,8000,10000,10000.2,,,250");
    recoveries.add(
        key
            + ",250,250,0.1,2.5,900,1400,1500,1497,250,0,190,8.5,10,2500,130.25,"
            + (1500 + 50 * repetition)
            + ",,0");
  }

  private static String key(String server, int repetition) {
    return "run," + server + "-r" + repetition + "," + server + "," + repetition;
  }
}
