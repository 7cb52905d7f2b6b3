package org.boardbench.statistics;

import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A mean, or a difference of two, and how sure it is by Student's t.
 *
 * @param standardError in the unit of the value; 0 where no start differed from another
 * @param degreesOfFreedom more than 0, perhaps no whole number
 */
public record StudentT(double value, double standardError, double degreesOfFreedom) {
  /** Of at least two values. */
  static StudentT ofMean(double[] values) {
    int n = values.length;
    return new StudentT(
        Mean.of(values).getAsDouble(), Math.sqrt(Variance.of(values).getAsDouble() / n), n - 1);
  }

  /** Welch's: the mean of the other less that of the base, whose spreads need not be equal. */
  static StudentT ofDifference(double[] base, double[] other) {
    StudentT left = ofMean(base);
    StudentT right = ofMean(other);
    double ofBase = left.standardError * left.standardError;
    double ofOther = right.standardError * right.standardError;
    double both = ofBase + ofOther;
    double freedom =
        both == 0
            ? left.degreesOfFreedom + right.degreesOfFreedom
            : both
                * both
                / (ofBase * ofBase / left.degreesOfFreedom
                    + ofOther * ofOther / right.degreesOfFreedom);
    return new StudentT(right.value - left.value, Math.sqrt(both), freedom);
  }

  /** The mean of the differences, other less base, of values that belong together. */
  static StudentT ofPairs(double[] base, double[] other) {
    double[] differences = new double[base.length];
    for (int i = 0; i < base.length; i++) {
      differences[i] = other[i] - base[i];
    }
    return ofMean(differences);
  }

  /** Of the interval around the value, in its unit. */
  double halfWidth(double confidence) {
    return quantile(confidence, degreesOfFreedom) * standardError;
  }

  /** How many standard errors an interval of this confidence reaches on either side. */
  static double quantile(double confidence, double degreesOfFreedom) {
    Interval.checkConfidence(confidence);
    return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - confidence) / 2);
  }

  /** How likely a value at least so far from the truth would be, if the truth were this. */
  double p(double truth) {
    if (standardError == 0) {
      return value == truth ? 1 : 0;
    }
    double t = Math.abs(value - truth) / standardError;
    return 2 * TDistribution.of(degreesOfFreedom).survivalProbability(t);
  }
}
