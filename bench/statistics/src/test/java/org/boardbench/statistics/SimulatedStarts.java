package org.boardbench.statistics;

import java.util.Random;

/** How starts of a simulated variant differ; their logarithms have a deviation of about 0.15. */
enum SimulatedStarts {
  NORMAL(0) {
    @Override
    double log(Random random) {
      return DEVIATION * random.nextGaussian();
    }
  },
  /** Every fifth is 1.5 times slower. */
  TWO_KINDS(0.2 * Math.log(1.5)) {
    @Override
    double log(Random random) {
      return NORMAL.log(random) + slower(random);
    }
  },
  /** The same, and those of a kind hardly differ. */
  TWO_SHARP_KINDS(0.2 * Math.log(1.5)) {
    @Override
    double log(Random random) {
      return 0.1 * NORMAL.log(random) + slower(random);
    }
  },
  /** Student's t with three degrees of freedom. */
  HEAVY_TAILED(0) {
    @Override
    double log(Random random) {
      double squares = 0;
      for (int i = 0; i < 3; i++) {
        squares += Math.pow(random.nextGaussian(), 2);
      }
      return DEVIATION * random.nextGaussian() / Math.sqrt(squares);
    }
  };

  private static final double DEVIATION = 0.15;

  private final double meanLog;

  SimulatedStarts(double meanLog) {
    this.meanLog = meanLog;
  }

  abstract double log(Random random);

  private static double slower(Random random) {
    return random.nextInt(5) == 0 ? Math.log(1.5) : 0;
  }

  /** What an interval is to hold. */
  double geometricMean() {
    return Math.exp(meanLog);
  }

  /** Values of so many starts. */
  double[] values(Random random, int starts) {
    return random.doubles(starts).map(ignored -> Math.exp(log(random))).toArray();
  }
}
