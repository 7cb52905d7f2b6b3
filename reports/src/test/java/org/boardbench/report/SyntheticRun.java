package org.boardbench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Writes a results folder as the paper's servers might have left it, always the same: steady
 * servers, one with a knee, one that collapses and drops users, companions, cells that were not
 * measured, a trial that failed and one that never ended.
 */
public final class SyntheticRun {
  private static final int[] USERS = {100, 300, 500, 700, 1000};
  private static final String STAGE_HEADER =
      "run_id,trial_id,target,repetition,order,stage,users,boards,rate_per_user,payload_bytes,hold_s,"
          + "joined,connect_failures,disconnects,scheduled,sent,expected,delivered,lost,loss_pct,"
          + "duplicated,reordered,corrupt,misrouted,ramp_sent,ramp_expected,ramp_lost,"
          + "tps_sent,tps_received,tps,"
          + "rtt_mean_ms,rtt_p50_ms,rtt_p95_ms,rtt_p99_ms,rtt_p999_ms,rtt_max_ms,"
          + "delivery_p99_ms,reach_100_p50_ms,reach_100_p95_ms,arrival_clock,receive_delay_max_ms,"
          + "cpu_mean_pct,cpu_max_pct,companion_cpu_mean_pct,memory_mean_mib,memory_max_mib,"
          + "cpu_us_per_delivery,valid,invalid_reasons,shared_stamp_pct";

  /** What no figure shows is there and was not measured. */
  private static final String UNSHOWN =
      ",service_mean_ms,service_p50_ms,service_p95_ms,service_p99_ms,service_max_ms,"
          + "delivery_mean_ms,delivery_p50_ms,delivery_p95_ms,delivery_p999_ms,delivery_max_ms,"
          + "reach_first_p50_ms,reach_50_p50_ms,reach_100_p99_ms,"
          + "send_delay_p50_ms,send_delay_p99_ms,send_delay_max_ms,"
          + "receive_delay_p50_ms,receive_delay_p99_ms,rx_bytes_per_s,tx_bytes_per_s,"
          + "driver_cpu_pct,driver_run_delay_pct,driver_stall_max_ms,frames_per_read,"
          + "machine_idle_pct,steal_pct";

  private static final String TIMELINE_HEADER =
      "run_id,trial_id,target,repetition,stage,second,users,tps_sent,tps_received,"
          + "rtt_mean_ms,rtt_p50_ms,rtt_p95_ms,rtt_p99_ms,rtt_max_ms,expected,lost";
  private static final String RESOURCE_HEADER =
      "run_id,trial_id,target,second,component,cpu_pct,memory_mib,rx_bytes_per_s,tx_bytes_per_s,source";

  /** Of the machine, in {@code run.json}; the same as that of {@link SyntheticMicro}. */
  static final String ENVIRONMENT =
      """
      {"os": "Linux", "kernel": "6.18.44", "arch": "amd64", "cpu": "Synthetic", "cores": 2,
       "memory_mib": 24105, "jdk": "Eclipse Adoptium 25.0.3+9-LTS"}\
      """;

  private static final String SPRING =
      """
      {"versions": {"java": "25.0.3", "spring-boot": "4.1.2", "spring-framework": "7.0.10",
        "tomcat": "11.0.27"}}\
      """;

  private final List<SyntheticServer> servers;
  private final int repetitions;
  private final int stageSeconds;
  private String listed =
      """
      ["spring-websocket", "spring-stomp", "node-ws", "node-ws-cluster-redis", "fastapi",
       "fastapi-workers-redis", "reference"]\
      """;
  private boolean judged = true;
  private boolean tellsOfUsers = true;
  private final Random random = new Random(7);
  private final List<String> trials = new ArrayList<>();
  private final List<String> stages = new ArrayList<>();
  private final List<String> timeline = new ArrayList<>();
  private final List<String> resources = new ArrayList<>();

  private SyntheticRun(List<SyntheticServer> servers, int repetitions, int stageSeconds) {
    this.servers = servers;
    this.repetitions = repetitions;
    this.stageSeconds = stageSeconds;
  }

  /** Writes the run into {@code folder}, which is created. */
  public static Path write(Path folder, int repetitions, int stageSeconds) throws IOException {
    return new SyntheticRun(SyntheticServer.ALL, repetitions, stageSeconds).writeTo(folder);
  }

  /** The same servers and the floor that they are seen against. */
  public static Path writeWithFloor(Path folder, int repetitions, int stageSeconds)
      throws IOException {
    List<SyntheticServer> servers = new ArrayList<>(SyntheticServer.ALL);
    servers.add(SyntheticServer.FLOOR);
    return new SyntheticRun(servers, repetitions, stageSeconds).writeTo(folder);
  }

  /** Each server as {@code variants} of itself. */
  public static Path writeVariants(Path folder, int variants) throws IOException {
    List<SyntheticServer> servers = new ArrayList<>();
    for (int number = 1; number <= variants; number++) {
      for (SyntheticServer server : SyntheticServer.ALL) {
        servers.add(server.named(server.name() + "-" + number));
      }
    }
    return new SyntheticRun(servers, 1, 1).writeTo(folder);
  }

  /**
   * Each server in two groups, in one order, of which the first has it slower and as {@code
   * NAME-slow}, and the floor in none.
   *
   * @param groups their two titles, as in JSON
   */
  public static Path writeInGroups(
      Path folder, List<String> groups, int repetitions, int stageSeconds) throws IOException {
    List<SyntheticServer> servers = new ArrayList<>();
    SyntheticServer.ALL.forEach(server -> servers.add(server.slower(server.name() + "-slow")));
    servers.addAll(SyntheticServer.ALL);
    servers.add(SyntheticServer.FLOOR);
    SyntheticRun run = new SyntheticRun(servers, repetitions, stageSeconds);
    List<String> variants = new ArrayList<>();
    for (SyntheticServer server : servers) {
      String group = groups.get(variants.size() / SyntheticServer.ALL.size() % groups.size());
      String name = server.name();
      variants.add(
          "{\"name\": \"%s\", \"target\": \"%s\", \"place\": %d%s}"
              .formatted(
                  name,
                  name.replace("-slow", ""),
                  variants.size() + 1,
                  server.equals(SyntheticServer.FLOOR) ? "" : ", \"group\": \"" + group + "\""));
    }
    run.listed = variants.toString();
    return run.writeTo(folder);
  }

  /** As runs that do not tell of users whose connection failed, nor of what a server lacked. */
  public static Path writeOlder(Path folder, int repetitions, int stageSeconds) throws IOException {
    SyntheticRun run = new SyntheticRun(SyntheticServer.ALL, repetitions, stageSeconds);
    run.tellsOfUsers = false;
    return run.writeTo(folder);
  }

  /** As runs from before there were verdicts: older still, and no row says whether it is valid. */
  public static Path writeUnjudged(Path folder) throws IOException {
    SyntheticRun run = new SyntheticRun(SyntheticServer.ALL, 1, 2);
    run.tellsOfUsers = false;
    run.judged = false;
    return run.writeTo(folder);
  }

  private Path writeTo(Path folder) throws IOException {
    play();
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("run.json"), manifest());
    Files.write(folder.resolve("trials.csv"), trials);
    Files.write(folder.resolve("stages.csv"), stages);
    Files.write(folder.resolve("timeline.csv"), timeline);
    Files.write(folder.resolve("resources.csv"), resources);
    return folder;
  }

  private String manifest() {
    return """
    {"formatVersion": 1, "seed": 42, "plan": {"name": "paper <synthetic>",
      "targets": %s},
     "calibration": null, "calibration_note": "none there",
     "environment": %s,
     "targets": {"spring-websocket": %s, "spring-stomp": %s,
       "reference": {"versions": {"java": "25.0.3", "jackson": "3.2.4"}}}}
    """
        .formatted(listed, ENVIRONMENT, SPRING, SPRING);
  }

  /** For looking at the figures: {@code FOLDER REPETITIONS STAGE_SECONDS [GROUP GROUP]}. */
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    int repetitions = Integer.parseInt(args[1]);
    int stageSeconds = Integer.parseInt(args[2]);
    if (args.length > 3) {
      writeInGroups(folder, List.of(args[3], args[4]), repetitions, stageSeconds);
    } else {
      writeWithFloor(folder, repetitions, stageSeconds);
    }
  }

  private void play() {
    trials.add("run_id,trial_id,target,repetition,order,status,reason,start,seconds");
    stages.add(STAGE_HEADER + (tellsOfUsers ? SyntheticUsers.STAGE_HEADER : "") + UNSHOWN);
    timeline.add(TIMELINE_HEADER + (tellsOfUsers ? SyntheticUsers.TIMELINE_HEADER : ""));
    resources.add(RESOURCE_HEADER);
    int order = 0;
    for (int repetition = 1; repetition <= repetitions; repetition++) {
      for (SyntheticServer server : servers) {
        order++;
        trial(server, repetition, order);
      }
    }
    trials.add(
        "run,zoo-r1,zoo,1,"
            + (order + 1)
            + ",failed,\"never ready: \"\"port in use\"\"\nlast line\",2026-01-31T12:00:00Z,30");
    stages.add(stageRow("run,node-ws-r9,node-ws,9,99,1,100", SyntheticServer.ALL.get(3), 100, 1));
  }

  private void trial(SyntheticServer server, int repetition, int order) {
    String id = server.name() + "-r" + repetition;
    String key = "run," + id + "," + server.name() + "," + repetition;
    trials.add(key + "," + order + ",ok,,2026-01-31T12:00:00Z,330.5");
    double luck = 1 + 0.25 * random.nextGaussian() * (repetition > 1 ? 1 : 0.2);
    for (int stage = 1; stage <= USERS.length; stage++) {
      int users = USERS[stage - 1];
      stages.add(
          stageRow(key + "," + order + "," + stage + "," + users, server, users, Math.abs(luck)));
      for (int i = 0; i < stageSeconds; i++) {
        int second = (stage - 1) * stageSeconds + i;
        second(key, server, stage, users, second, i);
      }
    }
  }

  private String stageRow(String key, SyntheticServer server, int users, double luck) {
    double overload = server.overload(users);
    SyntheticUsers lived = new SyntheticUsers(server.name(), users, overload);
    double deliveries = lived.expected();
    double sent = users * lived.connected();
    double rtt = server.rtt(users) * luck;
    double loss = overload > 0 ? Math.min(90, 14 * overload * luck) : 0;
    double received = deliveries * (1 - loss / 100);
    String reasons = reasons(key.split(",", -1)[1], users, overload);
    String companion = server.redis() ? number(received / 2500) : "";
    String memory =
        server.name().equals("spring-stomp") && users == 500 ? "" : number(server.mib());
    return key
        + ",10,1,300,60,%d,%d,%d,%d,%s,%s,%s,%s,%s,0,0,0,0,%d,%s,0"
            .formatted(
                users - lived.refused(),
                lived.refused(),
                lived.dropped(),
                users * 60,
                number(sent * 60),
                number(deliveries * 60),
                number(received * 60),
                number((deliveries - received) * 60),
                number(loss),
                users,
                number(deliveries))
        + ","
        + String.join(
            ",",
            number(sent),
            number(received),
            number(sent + received),
            number(rtt),
            number(rtt * 0.8),
            number(rtt * 2.2),
            number(rtt * 3.4),
            number(rtt * 6),
            number(rtt * 11),
            number(rtt * 3.9),
            overload > 4 ? "" : number(rtt * 1.6),
            overload > 4 ? "" : number(rtt * 3.1),
            "kernel",
            number(0.4 + users / 500.0),
            number(server.cpu(received)),
            number(server.cpu(received) * 1.2),
            companion,
            memory,
            memory.isEmpty() ? "" : number(server.mib() * (1 + users / 4000.0)),
            number(server.cpuPerThousand() * 10),
            verdict(server, reasons),
            judged ? reasons : "",
            "0.42")
        + (tellsOfUsers ? lived.stageCells(rtt * 2.2, loss, server.cpu(received)) : "")
        + UNSHOWN.replaceAll("[^,]", "");
  }

  private String verdict(SyntheticServer server, String reasons) {
    return !judged || server.name().equals("node-ws") ? "" : reasons.isEmpty() ? "true" : "false";
  }

  /** Overloaded servers take the core from the driver; one repetition had bad luck. */
  private static String reasons(String trialId, int users, double overload) {
    if (overload > 1.5) {
      return "run-delay "
          + number(3 * overload)
          + " % > 5 %"
          + (overload > 2 ? "; stall 81 ms > 50 ms" : "");
    }
    return trialId.equals("spring-stomp-r2") && users == 1000 ? "send-delay 7.2 ms > 5 ms" : "";
  }

  private void second(String key, SyntheticServer server, int stage, int users, int second, int i) {
    double noise = 1 + 0.05 * random.nextGaussian();
    double ramp = stage == 1 && i < 3 ? (i + 1) / 3.0 : 1;
    double overload = server.overload(users) * Math.min(1, (i + 1) / (stageSeconds * 0.6));
    double lossPct = Math.min(90, 14 * overload * Math.abs(noise)) + (second == 0 ? 2.4 : 0);
    SyntheticUsers lived = new SyntheticUsers(server.name(), users, server.overload(users));
    double held = ramp < 1 ? 0 : i == (stage == 1 ? 2 : 0) ? 0.4 : 1;
    double expected = lived.expected() * ramp;
    double received = expected * (1 - lossPct / 100) * noise;
    double rtt = server.rtt(overload > 0 ? users : Math.min(users, server.kneeUsers())) * noise;
    boolean measured = !(server.name().equals("fastapi") && second % 29 == 28);
    timeline.add(
        key
            + ","
            + String.join(
                ",",
                Integer.toString(stage),
                Integer.toString(second),
                Integer.toString(users),
                number(users * lived.connected() * ramp),
                number(received),
                measured ? number(rtt) : "",
                measured ? number(rtt * 0.8) : "",
                measured ? number(rtt * 2.2) : "",
                measured ? number(rtt * 3.4) : "",
                measured ? number(rtt * (5 + 4 * random.nextDouble())) : "",
                number(expected),
                number(expected * lossPct / 100))
            + (tellsOfUsers ? lived.secondCells(i, stageSeconds, held) : ""));
    resources(key, server, second, received, users * ramp, noise);
  }

  private void resources(
      String key, SyntheticServer server, int second, double received, double sent, double noise) {
    String start = key.substring(0, key.lastIndexOf(',')) + "," + second + ",";
    resources.add(
        start
            + "server,%s,%s,,,procfs"
                .formatted(
                    number(server.cpu(received) * noise),
                    number(server.mib() * (1 + second / 900.0))));
    resources.add(
        start
            + "driver,%s,120,%s,%s,driver"
                .formatted(number(received / 2500), number(received * 300), number(sent * 300)));
    if (server.redis()) {
      resources.add(
          start
              + "redis,%s,9.5,%s,%s,redis-info"
                  .formatted(
                      number(received / 2500 * noise), number(sent * 320), number(sent * 1280)));
    }
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
