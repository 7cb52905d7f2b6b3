package org.boardbench.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.boardbench.input.InputException;
import org.boardbench.plan.model.CpuSpec;
import org.boardbench.results.row.MicroRow;
import org.boardbench.store.origin.GitState;
import org.boardbench.store.origin.RunEnvironment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MicroStoreTest {
  private static final MicroRow FULL =
      new MicroRow(
          new MicroRow.Case(
              "SocketBenchmark.publish",
              "sockets",
              "write-each",
              OptionalInt.of(300),
              OptionalInt.of(1000),
              1),
          new MicroRow.Score("avgt", 1_234_567.8912, OptionalDouble.of(0.5), "ns/op", 9, 3),
          new MicroRow.Costs(
              OptionalDouble.of(0), OptionalInt.of(304), OptionalDouble.of(1_200_000)),
          new MicroRow.Forks(
              OptionalDouble.of(0.75), OptionalDouble.of(-3.25), Optional.of(false)));
  private static final MicroRow BARE =
      new MicroRow(
          new MicroRow.Case(
              "MaskBenchmark.mask",
              "frames",
              "bytewise",
              OptionalInt.empty(),
              OptionalInt.empty(),
              4),
          new MicroRow.Score("thrpt", 7, OptionalDouble.empty(), "ops/ns", 1, 1),
          new MicroRow.Costs(OptionalDouble.empty(), OptionalInt.empty(), OptionalDouble.empty()),
          MicroRow.Forks.UNKNOWN);

  @TempDir private Path results;

  @Test
  void aRunOfTheSameSecondGetsANameOfItsOwn() throws Exception {
    for (String number : List.of("", "-2")) {
      try (MicroStore store = MicroStore.create(results, Optional.empty(), origin(true))) {
        assertThat(store.folder()).hasFileName("micro-20260131-235958" + number);
      }
    }
  }

  @Test
  void whatHasFinishedIsOnTheDiskAtOnceWhateverTheLocale() throws Exception {
    Locale before = Locale.getDefault();
    Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
    try (MicroStore store = MicroStore.create(results, Optional.empty(), origin(true))) {
      Path folder = results.resolve("micro-20260131-235958");
      assertThat(store.folder()).isEqualTo(folder);
      assertThat(folder.resolve("run.json")).content().contains("\"complete\" : false");
      store.append(FULL, "[1]");
      store.append(BARE, "[1, 2]");
      store.fail("a line");
      store.warn("heed");
      store.warn("heed");
      store.setting("blackhole_mode", "compiler");

      assertThat(Files.readString(folder.resolve("micro.csv")))
          .isEqualTo(
              """
              run_id,benchmark,group,library_or_strategy,payload_bytes,members,threads,mode,score,\
              score_error_99_9,unit,samples,forks,alloc_bytes_per_op,encoded_bytes,quick,cpu_ns_per_op,\
              fork_error_95,trend_pct,steady
              micro-20260131-235958,SocketBenchmark.publish,sockets,write-each,300,1000,1,avgt,\
              1234567.891,0.500,ns/op,9,3,0.000,304,true,1200000.000,0.750,-3.25,false
              micro-20260131-235958,MaskBenchmark.mask,frames,bytewise,,,4,thrpt,7.000,,ops/ns,1,1,,,true,,,,
              """
                  .replace("\n", "\r\n"));
      assertThat(folder.resolve("micro.json")).hasContent("[1, 2]");
      store.complete();
      assertThat(folder.resolve("run.json"))
          .hasContent(
              """
              {
                "format" : 1,
                "run_id" : "micro-20260131-235958",
                "kind" : "micro",
                "started" : "2026-01-31T23:59:58Z",
                "quick" : true,
                "complete" : true,
                "failures" : [
                  "a line"
                ],
                "warnings" : [
                  "heed"
                ],
                "jmh" : {
                  "forks" : 3,
                  "blackhole_mode" : "compiler"
                },
                "libraries" : {
                  "jackson" : "3.1.7"
                },
                "environment" : {
                  "os" : "Linux",
                  "kernel" : "6.1",
                  "arch" : "amd64",
                  "cpu" : null,
                  "cores" : 2,
                  "cpus" : {
                    "driver" : "0-1",
                    "target" : "0-1",
                    "companions" : "0-1"
                  },
                  "memory_mib" : 1024,
                  "jdk" : "Vendor 25",
                  "harness_version" : "1"
                },
                "git" : {
                  "commit" : "abc",
                  "dirty" : true
                }
              }
              """);
    } finally {
      Locale.setDefault(before); // complements the change above
    }
  }

  @Test
  void aFolderWithContentIsRefused() throws Exception {
    Files.writeString(results.resolve("mine.txt"), "mine");
    assertThatThrownBy(() -> MicroStore.create(results, Optional.of(results), origin(false)))
        .isInstanceOf(InputException.class)
        .hasMessageContaining("must be an empty or absent folder");
  }

  private static MicroOrigin origin(boolean isQuick) {
    return new MicroOrigin(
        Instant.parse("2026-01-31T23:59:58Z"),
        new RunEnvironment(
            "Linux",
            "6.1",
            "amd64",
            Optional.empty(),
            2,
            new CpuSpec(Optional.of("0-1"), Optional.of("0-1"), Optional.of("0-1")),
            OptionalLong.of(1024),
            "Vendor 25",
            "1"),
        new GitState(Optional.of("abc"), Optional.of(true)),
        isQuick,
        Map.of("forks", 3),
        Map.of("jackson", "3.1.7"));
  }
}
