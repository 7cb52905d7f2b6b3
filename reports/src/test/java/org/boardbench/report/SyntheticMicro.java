package org.boardbench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Writes the folder of a run of the microbenchmarks as the machine of {@link SyntheticRun} might
 * have left it, always the same: all groups, an error bar that reaches below zero, an error that
 * could not be computed, memory that is not allocated, and CPU that was not measured.
 */
public final class SyntheticMicro {
  private static final String HEADER =
      "run_id,benchmark,group,library_or_strategy,payload_bytes,members,threads,mode,score,"
          + "score_error_99_9,unit,samples,forks,alloc_bytes_per_op,encoded_bytes,quick,cpu_ns_per_op,"
          + "fork_error_95";

  /**
   * A library that reads and writes messages.
   *
   * @param readNs of 300 bytes
   * @param writeNs of 300 bytes
   * @param sizePct encoded, in percent of JSON
   */
  private record Codec(String name, double readNs, double writeNs, int sizePct) {}

  private static final List<Codec> JSON_CODECS =
      List.of(
          new Codec("jackson-databind", 1150, 640, 100),
          new Codec("jackson-tree", 1420, 910, 100),
          new Codec("jackson-streaming", 880, 520, 100),
          new Codec("fastjson2", 610, 390, 100),
          new Codec("dsl-json", 560, 350, 100),
          new Codec("gson", 1990, 1460, 100));
  private static final List<Codec> BINARY_CODECS =
      List.of(
          new Codec("smile", 790, 560, 74),
          new Codec("cbor", 830, 470, 71),
          new Codec("msgpack", 720, 410, 69),
          new Codec("protobuf", 240, 180, 58));
  private static final List<String> STRATEGIES =
      List.of(
          "caller-lock", "pool-lock", "virtual-lock", "queue-pool", "queue-virtual", "one-writer");

  private final boolean quick;
  private final Random random = new Random(7);
  private final List<String> rows = new ArrayList<>();

  private SyntheticMicro(boolean quick) {
    this.quick = quick;
    rows.add(HEADER);
  }

  /** Writes the run into {@code folder}, which is created. */
  public static Path write(Path folder) throws IOException {
    return new SyntheticMicro(false).writeTo(folder);
  }

  /** One payload and one number of members. */
  public static Path writeQuick(Path folder) throws IOException {
    return new SyntheticMicro(true).writeTo(folder);
  }

  /** For looking at the figures: {@code FOLDER}, and {@code quick} after it. */
  public static void main(String[] args) throws IOException {
    new SyntheticMicro(args.length > 1).writeTo(Path.of(args[0]));
  }

  private String json() {
    return """
    {"format": 1, "run_id": "micro-20260131-180000", "kind": "micro",
     "started": "2026-01-31T18:00:00Z", "quick": %s, "complete": true,
     "failures": [], "warnings": ["JMH <warns> of a turbo"],
     "jmh": {"version": "1.37", "forks": 3},
     "libraries": {"jackson": "3.1.7", "spring-boot": "4.1.2", "spring-framework": "7.0.10",
       "tomcat": "11.0.27"},
     "environment": %s,
     "git": {"commit": "0123456789", "dirty": false}}
    """
        .formatted(quick, SyntheticRun.ENVIRONMENT);
  }

  private Path writeTo(Path folder) throws IOException {
    for (int payload : quick ? new int[] {300} : new int[] {300, 2048, 16384}) {
      codecs(payload);
      frames(payload);
    }
    for (int members : quick ? new int[] {100} : new int[] {10, 100, 1000}) {
      fanOut(members);
    }
    contended();
    tomcat();
    Files.createDirectories(folder);
    Files.write(folder.resolve("micro.csv"), rows);
    Files.writeString(folder.resolve("micro.json"), "[]\n");
    Files.writeString(folder.resolve("run.json"), json());
    return folder;
  }

  private void codecs(int payload) {
    double size = payload / 300.0;
    for (Codec codec : JSON_CODECS) {
      codec(codec, payload, size);
      row(
          "JsonBytesBenchmark.read",
          "serialization",
          codec.name(),
          payload,
          0,
          1,
          codec.readNs() * Math.pow(size, 0.9) * 0.93,
          2.1 * payload,
          payload,
          true);
      row(
          "JsonBytesBenchmark.write",
          "serialization",
          codec.name(),
          payload,
          0,
          1,
          codec.writeNs() * Math.pow(size, 0.9) * 0.9,
          1.1 * payload,
          payload,
          true);
    }
    BINARY_CODECS.forEach(codec -> codec(codec, payload, size));
  }

  private void codec(Codec codec, int payload, double size) {
    int encoded = payload * codec.sizePct() / 100;
    boolean streams = codec.name().equals("jackson-streaming");
    row(
        "CodecBenchmark.read",
        "serialization",
        codec.name(),
        payload,
        0,
        1,
        codec.readNs() * Math.pow(size, 0.9),
        800 + 3.2 * payload,
        encoded,
        true);
    row(
        "CodecBenchmark.readBoardId",
        "serialization",
        codec.name(),
        payload,
        0,
        1,
        codec.readNs() * Math.pow(size, streams ? 0.1 : 0.85) * 0.3,
        streams ? 0.0004 : 200 + payload,
        encoded,
        true);
    row(
        "CodecBenchmark.write",
        "serialization",
        codec.name(),
        payload,
        0,
        1,
        codec.writeNs() * Math.pow(size, 0.9),
        300 + 1.5 * payload,
        encoded,
        true);
  }

  private void frames(int payload) {
    text("Utf8Benchmark.encode", "utf-8", "jdk", payload, 12, 0.05);
    text("Utf8Benchmark.encode", "utf-8", "tomcat", payload, 60, 1.1);
    text("Utf8Benchmark.decode", "utf-8", "jdk", payload, 15, 0.06);
    text("Utf8Benchmark.decode", "utf-8", "tomcat", payload, 70, 1.3);
    text("Utf8ValidationBenchmark.validate", "utf-8", "jdk", payload, 20, 0.9);
    text("Utf8ValidationBenchmark.validate", "utf-8", "driver", payload, 8, 0.12);
    text("FrameEncodeBenchmark.encode", "frames", "draft-6455-server", payload, 55, 0.06);
    text("FrameEncodeBenchmark.encode", "frames", "draft-6455-client", payload, 480, 1.2);
    text("FrameEncodeBenchmark.encode", "frames", "driver", payload, 30, 0.2);
    text("FrameDecodeBenchmark.decode", "frames", "draft-6455-server", payload, 120, 1.4);
    text("FrameDecodeBenchmark.decode", "frames", "draft-6455-client", payload, 100, 0.9);
    text("FrameDecodeBenchmark.decode", "frames", "driver", payload, 18, 0.13);
    for (String method : List.of("mask", "unmask")) {
      text("MaskBenchmark." + method, "frames", "bytewise", payload, 5, 0.7);
      text("MaskBenchmark." + method, "frames", "wordwise", payload, 4, 0.04);
    }
    text("StompBenchmark.encode", "stomp", "plain", payload, 14, 0.05);
    text("StompBenchmark.encode", "stomp", "spring-stomp", payload, 610, 0.3);
    text("StompBenchmark.decode", "stomp", "plain", payload, 16, 0.06);
    text("StompBenchmark.decode", "stomp", "spring-stomp", payload, 1240, 0.5);
  }

  private void text(
      String benchmark, String group, String by, int payload, double fixed, double perByte) {
    row(benchmark, group, by, payload, 0, 1, fixed + perByte * payload, 24 + payload, -1, true);
  }

  private void fanOut(int members) {
    for (int i = 0; i < STRATEGIES.size(); i++) {
      double ns = (160 + 90 * i) * members + (i == 0 ? 0 : 9000);
      row(
          "DispatchBenchmark.oneBoard",
          "fan-out",
          STRATEGIES.get(i),
          0,
          members,
          1,
          ns,
          32.0 * members,
          -1,
          true);
    }
    row(
        "EncodingBenchmark.publish",
        "fan-out",
        "encode-each",
        300,
        members,
        1,
        210.0 * members,
        350.0 * members,
        -1,
        true);
    row(
        "EncodingBenchmark.publish",
        "fan-out",
        "encode-once",
        300,
        members,
        1,
        200 + 6.0 * members,
        350,
        -1,
        true);
    for (String method : List.of("still", "churning")) {
      double slower = method.equals("still") ? 1 : 1.4;
      row(
          "MembershipBenchmark." + method,
          "fan-out",
          "copy-on-write",
          0,
          members,
          1,
          slower * (30 + 2.2 * members),
          24,
          -1,
          true);
      row(
          "MembershipBenchmark." + method,
          "fan-out",
          "concurrent-set",
          0,
          members,
          1,
          slower * (40 + 7.5 * members),
          32,
          -1,
          true);
      row(
          "MembershipBenchmark." + method,
          "fan-out",
          "array-snapshot",
          0,
          members,
          1,
          slower * (20 + 1.6 * members),
          0,
          -1,
          true);
    }
    row(
        "SocketBenchmark.publish",
        "sockets",
        "write-each",
        300,
        members,
        1,
        (2000 + 12_000.0 / members) * members,
        40.0 * members,
        -1,
        true);
    row(
        "SocketBenchmark.publish",
        "sockets",
        "vectored",
        300,
        members,
        1,
        (1500 + 10_000.0 / members) * members,
        48.0 * members,
        -1,
        true);
    // Its CPU was not measured.
    row(
        "SocketBenchmark.publish",
        "sockets",
        "coalesced",
        300,
        members,
        1,
        (1300 + 9_000.0 / members) * members,
        44.0 * members,
        -1,
        false);
  }

  private void contended() {
    for (int boards : new int[] {2, 4}) {
      for (int i = 0; i < STRATEGIES.size(); i++) {
        row(
            "ContendedBenchmark." + (boards == 2 ? "twoBoards" : "fourBoards"),
            "fan-out",
            STRATEGIES.get(i),
            0,
            100,
            boards,
            (160 + 90 * i) * 100.0 * boards * 0.6,
            3200,
            -1,
            true);
      }
    }
  }

  private void tomcat() {
    for (String method : List.of("send", "read")) {
      double ns = method.equals("send") ? 2900 : 2500;
      row("TomcatBenchmark." + method, "tomcat", "tomcat", 300, 100, 1, 100 * ns, 90_000, -1, true);
    }
  }

  /**
   * @param payload 0 when it has none, as {@code members}
   * @param encoded -1 when it encodes nothing
   */
  private void row(
      String benchmark,
      String group,
      String by,
      int payload,
      int members,
      int threads,
      double ns,
      double alloc,
      int encoded,
      boolean withCpu) {
    double score = ns * (1 + 0.03 * random.nextGaussian());
    double error = score * (0.01 + 0.05 * random.nextDouble());
    boolean wide = benchmark.equals("CodecBenchmark.read") && by.equals("gson") && payload == 300;
    boolean unknown = benchmark.equals("MaskBenchmark.mask") && by.equals("wordwise");
    rows.add(
        String.join(
            ",",
            "micro-20260131-180000",
            benchmark,
            group,
            by,
            payload == 0 ? "" : Integer.toString(payload),
            members == 0 ? "" : Integer.toString(members),
            Integer.toString(threads),
            "avgt",
            number(score),
            unknown ? "" : number(error / 2),
            "ns/op",
            "9",
            "3",
            number(alloc),
            encoded < 0 ? "" : Integer.toString(encoded),
            Boolean.toString(quick),
            withCpu ? number(score * (group.equals("fan-out") ? 1.15 : 1)) : "",
            unknown ? "" : number(wide ? 1.2 * score : error)));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3f", value);
  }
}
