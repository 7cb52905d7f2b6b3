package org.boardbench.plan.model;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.boardbench.core.Seeds;
import org.boardbench.input.Durations;
import org.boardbench.input.ValueReader;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.Section;
import org.boardbench.plan.reading.SectionValues;

/**
 * Something that is made to fail in a hold, asked for.
 *
 * @param what {@link #TARGET}, {@link #REPLICA}, {@link #WORKER}, {@link #USERS}, {@link #NETWORK}
 *     or a companion's name
 * @param lasts how long it stays so; empty where it ends by itself, or never; of a rolling restart
 *     the pause after each replica
 * @param sharePct how many of the connections, in percent; only of a cut, which has it
 * @param values what only faults of the network and of limits have
 */
public record FaultSpec(
    Moment at,
    Kind kind,
    String what,
    Optional<Duration> lasts,
    Optional<Integer> sharePct,
    SectionValues values) {
  /** The server with all its processes. */
  public static final String TARGET = "target";

  /** One of several servers that share boards. */
  public static final String REPLICA = "replica";

  /** A replica that is ready gets so long to get users before the next one ends. */
  public static final Duration ROLLING_PAUSE = Duration.ofSeconds(1);

  /** One process that the server's first process has started. */
  public static final String WORKER = "worker";

  /** Their connections. */
  public static final String USERS = "users";

  /** What is between the target and the driver, or a companion. */
  public static final String NETWORK = "network";

  /** The side of the network where the users are. */
  public static final String DRIVER = "driver";

  /** Where its keys are in a plan. */
  public static final String SECTION = StageSpec.USERS.section() + ".faults[]";

  public static final Section<FaultSpec> KEYS = new Section<>(FaultSpec::values);

  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";
  private static final Duration LONGEST = Duration.ofHours(24);

  /** What is done. */
  public enum Kind {
    /** SIGKILL: nothing is said to anybody. */
    KILL("kill"),
    /** SIGSTOP, and SIGCONT after a while: connections stay, and nobody is at home. */
    STOP("stop"),
    /** SIGTERM, then a new start: as by who installs a new version. */
    RESTART("restart"),
    /** The same of one replica after the other, each ready before the next one ends. */
    ROLLING_RESTART("rolling-restart", REPLICA),
    /** Connections end without a close frame. */
    CUT("cut", USERS),
    /** Packets are dropped, and nobody is told. */
    PARTITION("partition", NETWORK),
    /** Bytes come late, and no more than so many a second. */
    SLOW("slow", NETWORK),
    /** Less memory or CPU time is allowed than before. */
    FILL("fill");

    private final String key;
    private final String usualWhat;

    Kind(String key) {
      this(key, TARGET);
    }

    Kind(String key, String usualWhat) {
      this.key = key;
      this.usualWhat = usualWhat;
    }

    public String key() {
      return key;
    }

    /** What fails where a plan does not say it. */
    public String usualWhat() {
      return usualWhat;
    }

    /** Whether it is what is between two that fails. */
    public boolean isOfNetwork() {
      return usualWhat.equals(NETWORK);
    }
  }

  /**
   * When it comes, since the hold began: between these, as the repetition's seed decides.
   *
   * @param latest the same as {@code earliest} where nothing is left to chance
   */
  public record Moment(Duration earliest, Duration latest) {
    private static final String BETWEEN = "..";

    /** As a plan has it: {@code 5s} or {@code 5s..15s}. */
    public String text() {
      return Durations.format(earliest)
          + (earliest.equals(latest) ? "" : BETWEEN + Durations.format(latest));
    }

    private static Moment parse(String text) {
      String[] bounds = text.split("\\.\\.", -1);
      Duration earliest = duration(bounds[0]);
      return new Moment(earliest, bounds.length == 2 ? duration(bounds[1]) : earliest);
    }

    private static Duration duration(String text) {
      return Durations.parse(text).orElseThrow(() -> new NumberFormatException(text));
    }

    private static boolean isOne(String text) {
      return text.split("\\.\\.", -1).length <= 2;
    }
  }

  public static final PlanKey<Moment> AT =
      KEYS.add(FaultSpec::at, PlanKey.of(SECTION + ".at", moment(), "When, since the hold began."));

  public static final PlanKey<Kind> KIND =
      KEYS.add(
          FaultSpec::kind,
          PlanKey.of(
              SECTION + ".kind",
              ValueReader.oneOf(Kind.class, Kind::key),
              "kill is SIGKILL, with for a new start after that time; stop is SIGSTOP, for a time;"
                  + " restart is SIGTERM and a new start; rolling-restart is that of one replica after"
                  + " the other, each ready before the next one ends; cut ends connections without a"
                  + " close frame; partition drops packets, slow delays bytes, and fill lowers a limit,"
                  + " each for a time."));

  public static final PlanKey<String> WHAT =
      KEYS.add(
          FaultSpec::what,
          PlanKey.of(
                  SECTION + ".what",
                  ValueReader.matching(
                      NAME, "target, replica, worker, users, network or a companion's name"),
                  "What fails: the whole server with all its replicas, one of these, one of its worker"
                      + " processes, the users' connections, the network, or a companion such as"
                      + " redis.")
              .usuallyAs(
                  "users of a cut, network of partition and slow, replica of a rolling-restart, else"
                      + " target"));

  public static final PlanKey<Duration> FOR =
      KEYS.addOptional(
          FaultSpec::lasts,
          PlanKey.of(
                  SECTION + ".for",
                  ValueReader.duration(Duration.ofMillis(1), LONGEST),
                  "How long it lasts: until it is undone, or until the new start begins; of a"
                      + " rolling-restart the pause between a replica that is ready and the next one's"
                      + " end.")
              .usuallyAs(
                  "needed for stop, partition, slow and fill; 1s of a rolling-restart; else at once,"
                      + " and after kill never"));

  public static final PlanKey<Integer> SHARE =
      KEYS.addOptional(
          FaultSpec::sharePct,
          PlanKey.of(
                  SECTION + ".share",
                  ValueReader.matching("\\d{1,3}%", "from 1% to 100%")
                      .as(FaultSpec::percent, share -> share + "%"),
                  "How many of the connections a cut ends.")
              .usuallyAs("needed for cut"));

  public static final PlanKey<String> BETWEEN =
      KEYS.add(
          PlanKey.of(
                  SECTION + ".between",
                  ValueReader.matching(NAME, "driver or a companion's name"),
                  "Between the server and whom the network fails: the driver with all users, or a"
                      + " companion such as redis.")
              .usuallyAs("driver, of partition and slow"));

  public static final PlanKey<Duration> DELAY =
      KEYS.add(
          PlanKey.of(
                  SECTION + ".delay",
                  ValueReader.duration(Duration.ofMillis(1), Duration.ofMinutes(1)),
                  "How much later than else what is sent arrives, each way.")
              .usuallyAs("needed for slow"));

  public static final PlanKey<ByteRate> RATE =
      KEYS.add(
          PlanKey.of(
                  SECTION + ".rate",
                  ByteRate.reader(),
                  "How much a slow network carries each way, all connections together.")
              .usuallyAs("no limit"));

  public static final PlanKey<Long> MEMORY =
      KEYS.add(
          LimitsSpec.memory(SECTION, "The limit of memory to which fill goes down.")
              .usuallyAs("as it was; fill needs this or cpus"));

  public static final PlanKey<Double> CPUS =
      KEYS.add(
          LimitsSpec.cpus(SECTION, "The limit of CPU time to which fill goes down, in cores.")
              .usuallyAs("as it was; fill needs this or memory"));

  /** One of processes or of connections. */
  public FaultSpec(
      Moment at, Kind kind, String what, Optional<Duration> lasts, Optional<Integer> sharePct) {
    this(at, kind, what, lasts, sharePct, SectionValues.NONE);
  }

  private static ValueReader<Moment> moment() {
    String bound = "a moment of the hold, or two between which it lies";
    return new ValueReader<>(
        "must be " + bound + ", written like 5s or 5s..15s",
        bound,
        text -> {
          if (!Moment.isOne(text)) {
            throw new NumberFormatException(text);
          }
          return Moment.parse(text);
        },
        moment -> moment.earliest().compareTo(moment.latest()) <= 0,
        Moment::text);
  }

  private static int percent(String text) {
    int percent = text.endsWith("%") ? Integer.parseInt(text.substring(0, text.length() - 1)) : 0;
    if (percent < 1 || percent > 100) {
      throw new NumberFormatException(text);
    }
    return percent;
  }

  /** Whether processes are what fails. */
  public boolean isOfProcesses() {
    return switch (kind) {
      case KILL, STOP, RESTART, ROLLING_RESTART -> true;
      case CUT, PARTITION, SLOW, FILL -> false;
    };
  }

  /** {@link #DRIVER} or a companion's name: between whom and the server the network fails. */
  public String between() {
    return values.given(BETWEEN).orElse(DRIVER);
  }

  /** What has failed, in a word: where it is the network, the side that is not the server. */
  public String component() {
    return kind.isOfNetwork() ? between() : what;
  }

  /** How much later what is sent arrives, each way. */
  public Duration delay() {
    return values.given(DELAY).orElse(Duration.ZERO);
  }

  /** What the network carries each way, in bytes a second; empty: as much as ever. */
  public OptionalLong bytesPerSecond() {
    return values
        .given(RATE)
        .map(rate -> OptionalLong.of(rate.bytesPerSecond()))
        .orElseGet(OptionalLong::empty);
  }

  /** What may be used at most while it lasts; what is not limited here stays as it is. */
  public LimitsSpec limits() {
    return new LimitsSpec(
        values.given(CPUS).map(OptionalDouble::of).orElseGet(OptionalDouble::empty),
        values.given(MEMORY).map(OptionalLong::of).orElseGet(OptionalLong::empty));
  }

  /** Whether what has ended is to be started again. */
  public boolean startsAgain() {
    return kind == Kind.RESTART
        || kind == Kind.ROLLING_RESTART
        || (kind == Kind.KILL && lasts.isPresent());
  }

  /**
   * When it comes, in ns since the hold began.
   *
   * @param seed of the repetition
   * @param stage counts from 1
   * @param number of the fault in its stage, counts from 0
   */
  public long atNs(long seed, int stage, int number) {
    long earliestNs = at.earliest().toNanos();
    long rangeNs = at.latest().toNanos() - earliestNs;
    long own = Seeds.mix(Seeds.mix(seed, stage), number);
    return earliestNs + new SplittableRandom(own).nextLong(rangeNs + 1);
  }

  /** {@code kill of redis at 5s}, {@code partition between target and redis at 5s}. */
  public String words() {
    String where = kind.isOfNetwork() ? " between target and " + between() : " of " + what;
    return kind.key() + where + " at " + at.text();
  }

  /** In the shape of a file. */
  public Map<String, Object> tree() {
    return new LinkedHashMap<>(KEYS.tree(this));
  }
}
