package org.boardbench.statistics;

import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A mean, or a difference of two, and how sure it is by Student's t. A few starts may agree by
 * chance; where their messages leave more open than the starts show, messages decide.
 *
 * @param standardError in the unit of the value; 0 where no start differed from another
 * @param degreesOfFreedom more than 0, perhaps no whole number
 * @param messagesError the standard error that messages alone make, known without starts; 0 where
 *     nobody can say
 */
public record StudentT(
    double value, double standardError, double degreesOfFreedom, double messagesError) {
  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  StudentT(double value, double standardError, double degreesOfFreedom) {
    this(value, standardError, degreesOfFreedom, 0);
  }

  /** The same, of starts whose messages leave so much open. */
  StudentT with(double ofMessages) {
    return new StudentT(value, standardError, degreesOfFreedom, ofMessages);
  }

  /** Of at least two values. */
  public static StudentT ofMean(double[] values) {
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
  public double halfWidth(double confidence) {
    return Math.max(
        quantile(confidence, degreesOfFreedom) * standardError,
        normalQuantile(confidence) * messagesError);
  }

  /** How many standard errors an interval of this confidence reaches on either side. */
  static double quantile(double confidence, double degreesOfFreedom) {
    Interval.checkConfidence(confidence);
    return TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - confidence) / 2);
  }

  /** The same where the error is known and not found from a few starts. */
  static double normalQuantile(double confidence) {
    Interval.checkConfidence(confidence);
    return NORMAL.inverseSurvivalProbability((1 - confidence) / 2);
  }

  /** How likely a value at least so far from the truth would be, if the truth were this. */
  double p(double truth) {
    double distance = Math.abs(value - truth);
    return Math.max(
        p(TDistribution.of(degreesOfFreedom), distance, standardError),
        messagesError == 0 ? 0 : p(NORMAL, distance, messagesError));
  }

  private static double p(ContinuousDistribution errors, double distance, double standardError) {
    if (standardError == 0) {
      return distance == 0 ? 1 : 0;
    }
    return 2 * errors.survivalProbability(distance / standardError);
  }
}
