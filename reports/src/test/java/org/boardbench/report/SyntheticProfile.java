package org.boardbench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** Makes a trial of a synthetic run one with a profiler on the server. */
public final class SyntheticProfile {
  private static final String HEADER =
      "run_id,trial_id,target,repetition,stage,users,category,cpu_ms,share_pct,us_per_delivery,samples";

  private SyntheticProfile() {}

  /**
   * Marks all stages of a trial, and writes the profile of its first, at 100 users.
   *
   * @param run its folder
   */
  public static void add(Path run, String trial, String target) throws IOException {
    mark(run.resolve("stages.csv"), trial);
    String key = "run," + trial + "," + target + ",2,1,100,";
    Path profile = run.resolve("profile.csv");
    if (!Files.exists(profile)) {
      Files.write(profile, List.of(HEADER));
    }
    Files.write(
        profile,
        List.of(
            key + "kernel-network,600,60,6,300",
            key + "parsing,300,30,3,150",
            key + "jit,50,5,0.5,0",
            key + "unattributed,50,5,0.5,25"),
        StandardOpenOption.APPEND);
    Path folder = Files.createDirectories(run.resolve("trials").resolve(trial).resolve("profile"));
    Files.write(
        folder.resolve("stage-1.folded"),
        List.of(
            "kernel-network;(main);app <main>;write 600000",
            "parsing;(main);app <main>;json & co 300000",
            "jit;C2 50000",
            "unattributed;(main) 50000"));
  }

  private static void mark(Path stages, String trial) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(stages));
    List<String> header = List.of(lines.getFirst().split(",", -1));
    for (int i = 1; i < lines.size(); i++) {
      String[] cells = lines.get(i).split(",", -1);
      if (cells[header.indexOf("trial_id")].equals(trial)) {
        cells[header.indexOf("valid")] = "false";
        cells[header.indexOf("invalid_reasons")] = "profiled 500 > 0";
        lines.set(i, String.join(",", cells));
      }
    }
    Files.write(stages, lines);
  }
}
