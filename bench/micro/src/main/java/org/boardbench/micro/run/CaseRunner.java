package org.boardbench.micro.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.boardbench.micro.profile.EncodedSizeProfiler;
import org.boardbench.micro.profile.ThreadProfiler;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.profile.Profiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.ProfilerConfig;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Has JMH run one case at a time, so that a broken one takes no other with it. */
final class CaseRunner {
  /**
   * The collector and the heap of the Spring servers in {@code targets}, all of it taken at once.
   */
  private static final List<String> JVM_ARGUMENTS =
      List.of(
          "-XX:+UseG1GC",
          "-Xms512m",
          "-Xmx512m",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  private static final List<Class<? extends Profiler>> PROFILERS =
      List.of(GCProfiler.class, ThreadProfiler.class, EncodedSizeProfiler.class);

  private static final String JMHS_BOOKS = "org.openjdk.jmh.runner.InfraControl";

  private final Method method;
  private final Options passed;
  private final Path folder;
  private final JmhLog log;

  /**
   * @param method with what the command line says of it
   * @param passed what the command line says beside it
   * @param folder where a JVM that crashes leaves its report
   */
  CaseRunner(Method method, Options passed, Path folder, JmhLog log) {
    this.method = method;
    this.passed = passed;
    this.folder = folder;
    this.log = log;
  }

  /** What a JVM is started with unless the command line says otherwise. */
  static List<String> jvmArguments(Options passed) {
    return passed.getJvmArgs().hasValue() ? List.copyOf(passed.getJvmArgs().get()) : JVM_ARGUMENTS;
  }

  /**
   * Runs all forks of a case.
   *
   * @return a result for each mode, which is one unless the command line asks for more
   */
  Collection<RunResult> run(BenchmarkCase one) throws CaseFailure {
    try {
      VerboseMode verbosity = passed.verbosity().orElse(VerboseMode.NORMAL);
      Collection<RunResult> results = new Runner(options(one), log.format(verbosity)).run();
      if (results.isEmpty()) {
        throw new CaseFailure(one.title() + ": no iteration has ended", null);
      }
      return results;
    } catch (RunnerException e) {
      throw new CaseFailure(one.title() + ": " + reason(e), e);
    }
  }

  private Options options(BenchmarkCase one) {
    ChainedOptionsBuilder options =
        new OptionsBuilder()
            .parent(passed)
            .include("^" + Pattern.quote(one.method()) + "$")
            .forks(method.forks())
            .warmupIterations(method.warmUps())
            .warmupTime(time(method.warmUp()))
            .measurementIterations(method.iterations())
            .measurementTime(time(method.iteration()))
            .jvmArgs(forkArguments())
            // Else the forks that did not fail would count as the whole.
            .shouldFailOnError(true);
    one.parameters().forEach(options::param);
    List<String> already = passed.getProfilers().stream().map(ProfilerConfig::getKlass).toList();
    PROFILERS.stream()
        .filter(profiler -> !already.contains(profiler.getName()))
        .forEach(options::addProfiler);
    return options.build();
  }

  private String[] forkArguments() {
    List<String> arguments = new ArrayList<>(jvmArguments(passed));
    // JMH stores its arguments, and no result should tell where a machine keeps its folders.
    Path here = Path.of("").toAbsolutePath();
    Path report = here.relativize(folder.toAbsolutePath().resolve("hs_err_%p.log"));
    arguments.add("-XX:ErrorFile=" + report);
    arguments.add("-XX:-CreateCoredumpOnCrash");
    return arguments.toArray(String[]::new);
  }

  private static TimeValue time(Duration duration) {
    return new TimeValue(duration.toNanos(), TimeUnit.NANOSECONDS);
  }

  /**
   * JMH wraps what happened, and keeps what the threads of a fork threw as suppressed exceptions.
   * One that throws counts twice in JMH's books, so that a thread which comes later finds "more
   * threads than expected" there: JMH's own exception, and the first when that thread is.
   */
  static String reason(Throwable failure) {
    List<Throwable> causes = new ArrayList<>();
    collectCauses(failure, causes);
    Throwable cause =
        causes.stream().filter(one -> !isOfJmhsBooks(one)).findFirst().orElse(causes.getFirst());
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    return message.lines().findFirst().orElse(cause.toString());
  }

  private static void collectCauses(Throwable failure, List<Throwable> causes) {
    if (failure.getSuppressed().length > 0) {
      for (Throwable suppressed : failure.getSuppressed()) {
        collectCauses(suppressed, causes);
      }
    } else if (failure.getCause() != null) {
      collectCauses(failure.getCause(), causes);
    } else {
      causes.add(failure);
    }
  }

  private static boolean isOfJmhsBooks(Throwable cause) {
    StackTraceElement[] frames = cause.getStackTrace();
    return frames.length > 0 && frames[0].getClassName().startsWith(JMHS_BOOKS);
  }
}
