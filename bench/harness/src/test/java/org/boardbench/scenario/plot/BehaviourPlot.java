package org.boardbench.scenario.plot;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntToDoubleFunction;
import org.boardbench.scenario.behaviour.Behaviour;
import org.boardbench.scenario.schedule.Schedule;
import org.boardbench.scenario.schedule.ScheduleCursor;

/**
 * A behaviour's traffic as SVG: six users' messages in a minute, what a board of fifty sends second
 * by second, and in what share of the seconds one user sends at least so many.
 */
final class BehaviourPlot {
  private static final int SHOWN_USERS = 6;
  private static final int BOARD_USERS = 50;
  private static final int SHOWN_S = 60;

  /** After the beginning, and as much as the shares are of. */
  private static final int FROM_S = 60;

  private static final int COUNTED_S = 1_200;

  private static final int WIDTH = 820;
  private static final int HEIGHT = 420;
  private static final int LEFT = 56;

  /** Half of the last second's label. */
  private static final int RIGHT = 20;

  private static final int BINS_A_SECOND = 10;
  private static final String INK = "#1f77b4";

  private final Behaviour behaviour;
  private final Schedule schedule;
  private final StringBuilder svg = new StringBuilder();

  private BehaviourPlot(Behaviour behaviour) {
    this.behaviour = behaviour;
    this.schedule = behaviour.schedule(BOARD_USERS, 0, 42);
  }

  static String of(Behaviour behaviour) {
    return new BehaviourPlot(behaviour).drawn();
  }

  private String drawn() {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\""
            + " font-size=\"12\">%n",
        WIDTH, HEIGHT);
    add("<rect width=\"%d\" height=\"%d\" fill=\"#fff\"/>%n", WIDTH, HEIGHT);
    users(26, 26);
    text(LEFT, 206, "start", boardTitle());
    board(214, 80);
    seconds(309);
    text(LEFT, 340, "start", "share of the seconds in which a user sends at least so many");
    shares(348, 48);
    return svg.append("</svg>\n").toString();
  }

  private String name() {
    return behaviour.kind().name();
  }

  private String usersTitle(int most) {
    return "%s: six users, messages in each tenth of a second (the highest: %d)"
        .formatted(name(), most);
  }

  private String boardTitle() {
    return String.format(
        Locale.ROOT,
        "a board of %d users, messages in each second (the line: the mean, %.1f)",
        BOARD_USERS,
        BOARD_USERS * behaviour.ratePerUser());
  }

  private void users(int top, int height) {
    double most = 1;
    int[][] counts = new int[SHOWN_USERS][];
    for (int user = 0; user < SHOWN_USERS; user++) {
      counts[user] = counts(user, FROM_S, SHOWN_S, BINS_A_SECOND);
      most = Math.max(most, Arrays.stream(counts[user]).max().orElse(1));
    }
    text(LEFT, 18, "start", usersTitle((int) most));
    for (int user = 0; user < SHOWN_USERS; user++) {
      int[] of = counts[user];
      double scale = (height - 6) / most;
      int bottom = top + (user + 1) * height;
      text(LEFT - 6, bottom - 4, "end", "u" + user);
      axis(bottom);
      bars(of.length, bottom, 1, bin -> of[bin] * scale);
    }
  }

  private void board(int top, int height) {
    int[] sums = new int[SHOWN_S];
    for (int user = 0; user < BOARD_USERS; user++) {
      int[] of = counts(user, FROM_S, SHOWN_S, 1);
      Arrays.setAll(sums, second -> sums[second] + of[second]);
    }
    double mean = BOARD_USERS * behaviour.ratePerUser();
    double most = Math.max(mean, Arrays.stream(sums).max().orElse(1));
    int bottom = top + height;
    axis(bottom);
    bars(SHOWN_S, bottom, 3, second -> sums[second] / most * height);
    text(LEFT - 6, top + 10, "end", Long.toString(Math.round(most)));
    text(LEFT - 6, bottom, "end", "0");
    add(
        "<path d=\"M%d %.1fH%d\" stroke=\"#d62728\" stroke-dasharray=\"4 3\"/>%n",
        LEFT, bottom - mean / most * height, WIDTH - RIGHT);
  }

  private void seconds(int y) {
    for (int second = 0; second <= SHOWN_S; second += 10) {
      text(LEFT + second * plotWidth() / SHOWN_S, y, "middle", second + " s");
    }
  }

  private void shares(int top, int height) {
    int[] atLeast = new int[1_000];
    for (int user = 0; user < BOARD_USERS; user++) {
      for (int count : counts(user, FROM_S, COUNTED_S, 1)) {
        for (int number = 1; number <= count; number++) {
          atLeast[number]++;
        }
      }
    }
    double all = BOARD_USERS * (double) COUNTED_S;
    int most = 1;
    while (atLeast[most + 1] >= all / 1_000) {
      most++;
    }
    int bottom = top + height;
    axis(bottom);
    text(LEFT - 6, top + 10, "end", Math.round(100 * atLeast[1] / all) + " %");
    text(LEFT - 6, bottom, "end", "0");
    int step = Math.max(1, most / 15);
    int numbers = Math.max(most, 10);
    bars(numbers, bottom, 4, i -> (double) atLeast[i + 1] / atLeast[1] * height);
    for (int number = 1; number <= most; number += step) {
      double x = LEFT + (number - 0.5) * plotWidth() / numbers;
      text(x, bottom + 14, "middle", Integer.toString(number));
    }
  }

  /** Messages of {@code user} in each part of a second. */
  private int[] counts(int user, int fromS, int seconds, int partsOfASecond) {
    int[] counts = new int[seconds * partsOfASecond];
    ScheduleCursor messages = schedule.messages(user);
    messages.passOver((long) (fromS * 1e9));
    for (; messages.intendedNs() < (fromS + seconds) * 1e9; messages.advance()) {
      counts[(int) ((messages.intendedNs() / 1e9 - fromS) * partsOfASecond)]++;
    }
    return counts;
  }

  private static double plotWidth() {
    return WIDTH - LEFT - RIGHT;
  }

  private void axis(int y) {
    add("<path d=\"M%d %dH%d\" stroke=\"#bbb\"/>%n", LEFT, y, WIDTH - RIGHT);
  }

  private void bars(int number, int bottom, int gap, IntToDoubleFunction height) {
    double width = plotWidth() / number;
    svg.append("<path stroke=\"").append(INK).append("\" d=\"");
    for (int i = 0; i < number; i++) {
      double high = height.applyAsDouble(i);
      if (high > 0) {
        add("M%.1f %dv-%.1f", LEFT + (i + 0.5) * width, bottom, high);
      }
    }
    add("\" stroke-width=\"%.1f\"/>%n", Math.max(1, width - gap));
  }

  private void text(double x, double y, String anchor, String words) {
    add("<text x=\"%.0f\" y=\"%.0f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, words);
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format.replace("%n", "\n"), values));
  }
}
