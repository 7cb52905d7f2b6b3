package org.boardbench.report.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.boardbench.findings.noise.NoiseFloors;
import org.boardbench.findings.starts.StageFigure;
import org.boardbench.report.SyntheticStarts;
import org.boardbench.report.stored.RunReader;
import org.boardbench.statistics.NoiseFloor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FamilyTest {
  private static final List<StageFigure> RTT = List.of(StageFigure.of("rtt_p95_ms").orElseThrow());

  @TempDir private Path results;

  /** One load differs by a fifth; all others are as noisy and equal. */
  private SyntheticStarts run(String id, int loads, double factor) {
    SyntheticStarts run = new SyntheticStarts(id).with("seed", id.equals("a") ? "1" : "2");
    for (int load = 1; load <= loads; load++) {
      double own = load == 1 ? factor : 1;
      run.figure("zoo", 100 * load, "rtt_p95_ms", own * 2.0, own * 2.1, own * 1.9);
    }
    return run;
  }

  private Comparison compare(int loads, Map<String, NoiseFloor> floors) throws Exception {
    Path base = run("a", loads, 1).writeTo(results.resolve("a" + loads));
    Path other = run("b", loads, 1.2).writeTo(results.resolve("b" + loads));
    return Comparison.of(
        side(base, floors), side(other, floors), new Question(RTT, 0.05, List.of()), false);
  }

  private static ComparedRun side(Path folder, Map<String, NoiseFloor> floors) throws Exception {
    return new ComparedRun(RunReader.readTrialsAndStages(folder), new NoiseFloors(floors, ""));
  }

  @Test
  void aDifferenceThatIsSureAloneIsNotSureAmongMany() throws Exception {
    assertThat(compare(1, Map.of()).figures().getFirst().words()).isEqualTo("slower");

    ComparedFigure among = compare(20, Map.of()).figures().getFirst();

    assertThat(among.state()).isEqualTo(ComparedFigure.State.UNKNOWN);
    assertThat(among.words())
        .startsWith("cannot tell: slower by itself, among 20 comparisons p = ")
        .contains("needs n = ");
    assertThat(among.adjustedP().orElseThrow()).isGreaterThan(among.p().orElseThrow());
  }

  @Test
  void whatTheMachineMakesOfNothingIsNoDifference() throws Exception {
    NoiseFloor noisy = new NoiseFloor(0.2, 7);

    ComparedFigure figure = compare(1, Map.of("rtt_p95_ms", noisy)).figures().getFirst();

    assertThat(figure.state()).isEqualTo(ComparedFigure.State.UNKNOWN);
    assertThat(figure.floorDifference().orElseThrow()).isGreaterThan(0.2);
  }

  /** Tables of ten loads, always the same ones; of 300 they are 15, give or take eleven. */
  @Test
  void ofTablesOfEqualFiguresFiveInAHundredAtMostCallOneChanged() throws Exception {
    Random random = new Random(7);
    int wrong = 0;
    for (int table = 0; table < 300; table++) {
      SideBuilder base = new SideBuilder(1);
      SideBuilder run = new SideBuilder(2);
      for (int load = 1; load <= 10; load++) {
        base.load(load, starts(random, 0.1, 1));
        run.load(load, starts(random, 0.1, 1));
      }
      if (!compare(base, run).in(ComparedFigure.State.CHANGED).isEmpty()) {
        wrong++;
      }
    }

    assertThat(wrong).isBetween(1, 26);
  }

  /** One of ten loads differs by just what counts, and starts so little that it can be seen. */
  @Test
  void ofTablesWithAFigureThatDiffersFiveInAHundredAtMostCallAllUnchanged() throws Exception {
    Random random = new Random(7);
    int wrong = 0;
    for (int table = 0; table < 300; table++) {
      SideBuilder base = new SideBuilder(1);
      SideBuilder run = new SideBuilder(2);
      for (int load = 1; load <= 10; load++) {
        base.load(load, starts(random, 0.01, 1));
        run.load(load, starts(random, 0.01, load == 1 ? 1.05 : 1));
      }
      if (compare(base, run).in(ComparedFigure.State.UNCHANGED).size() == 10) {
        wrong++;
      }
    }

    assertThat(wrong).isBetween(1, 26);
  }

  /** Starts that hardly differ, on a machine whose equal starts differ by 5 %. */
  @Test
  void whatTheMachineMakesOfNothingCountsAmongManyToo() throws Exception {
    NoiseFloor noisy = new NoiseFloor(0.05, 7);

    for (int loads : new int[] {1, 10}) {
      SideBuilder base = new SideBuilder(1).floor(noisy);
      SideBuilder run = new SideBuilder(2).floor(noisy);
      for (int load = 1; load <= loads; load++) {
        double factor = load == 1 ? 1.15 : 1;
        base.load(load, 2, 2.0001, 2.0002);
        run.load(load, factor * 2, factor * 2.0001, factor * 2.0002);
      }
      assertThat(compare(base, run).figures().getFirst().state())
          .isEqualTo(loads == 1 ? ComparedFigure.State.CHANGED : ComparedFigure.State.UNKNOWN);
    }
  }

  private static Comparison compare(SideBuilder base, SideBuilder run) throws Exception {
    return Comparison.of(base.build(), run.build(), new Question(RTT, 0.05, List.of()), false);
  }

  private static double[] starts(Random random, double spread, double factor) {
    return random.doubles(5).map(_ -> factor * Math.exp(spread * random.nextGaussian())).toArray();
  }
}
