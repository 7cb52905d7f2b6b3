package org.boardbench.profile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.boardbench.results.row.ProfileCategory;

/**
 * Which category a thread or a frame belongs to, as a file of rules for each runtime says. A rule
 * is a line: {@code thread} or {@code frame}, a category, and how a name begins, where {@code *}
 * stands for anything. The first rule that fits a name holds; {@code thread sampled} leaves a
 * thread to the profiler, as all do that no rule names. A stack is of the category of its innermost
 * frame that any rule fits. Not thread-safe.
 */
final class FrameRules {
  /** Of what is not sampled. */
  static final FrameRules NONE = new FrameRules(List.of(), List.of());

  private static final String SAMPLED = "sampled";
  private static final int WORDS = 3;

  private final List<Rule> threads;
  private final List<Rule> frames;
  private final Map<String, Optional<ProfileCategory>> known = new HashMap<>();

  private FrameRules(List<Rule> threads, List<Rule> frames) {
    this.threads = List.copyOf(threads);
    this.frames = List.copyOf(frames);
  }

  /** Those of files beside this class, one after the other. */
  static FrameRules of(List<String> files) {
    StringBuilder rules = new StringBuilder();
    files.forEach(file -> rules.append(text(file)).append('\n'));
    return parse(rules.toString());
  }

  private static String text(String file) {
    try (InputStream in = FrameRules.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @throws IllegalArgumentException for a line that is no rule, which only a programmer writes
   */
  static FrameRules parse(String text) {
    List<Rule> threads = new ArrayList<>();
    List<Rule> frames = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (!line.isBlank() && !line.startsWith("#")) {
        String[] words = line.split(" +", WORDS);
        if (words.length < WORDS) {
          throw new IllegalArgumentException("no rule: " + line);
        }
        switch (words[0]) {
          case "thread" -> threads.add(rule(words));
          case "frame" -> frames.add(rule(words));
          default -> throw new IllegalArgumentException("no rule: " + line);
        }
      }
    }
    return new FrameRules(threads, frames);
  }

  private static Rule rule(String[] words) {
    Optional<ProfileCategory> category = ProfileCategory.of(words[1]);
    if (category.isEmpty() && !words[1].equals(SAMPLED)) {
      throw new IllegalArgumentException("no category: " + words[1]);
    }
    StringBuilder shape = new StringBuilder();
    for (String part : words[2].strip().split("\\*", -1)) {
      shape.append(shape.isEmpty() ? "" : ".*").append(Pattern.quote(part));
    }
    return new Rule(category, Pattern.compile(shape.toString()));
  }

  /** The category of all that a thread does; empty where its stacks say what it does. */
  Optional<ProfileCategory> ofThread(String name) {
    return threads.stream().filter(rule -> rule.fits(name)).findFirst().flatMap(Rule::category);
  }

  /** The category of a stack, from the outermost frame to the innermost. */
  ProfileCategory ofStack(List<String> stack) {
    for (String frame : stack.reversed()) {
      Optional<ProfileCategory> category = known.computeIfAbsent(frame, this::ofFrame);
      if (category.isPresent()) {
        return category.get();
      }
    }
    return ProfileCategory.UNATTRIBUTED;
  }

  private Optional<ProfileCategory> ofFrame(String frame) {
    return frames.stream().filter(rule -> rule.fits(frame)).findFirst().flatMap(Rule::category);
  }

  /**
   * @param category empty where the profiler tells
   */
  private record Rule(Optional<ProfileCategory> category, Pattern beginning) {
    boolean fits(String name) {
      return beginning.matcher(name).lookingAt();
    }
  }
}
