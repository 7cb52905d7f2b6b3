package org.boardbench.plan;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.boardbench.core.ServerText;
import org.boardbench.input.Entry;
import org.boardbench.input.Problems;
import org.boardbench.input.YamlMap;
import org.boardbench.plan.model.TemplateSpec;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.PlanValues;
import org.boardbench.plan.reading.SectionValues;
import org.boardbench.protocol.template.Placeholder;
import org.boardbench.protocol.template.Template;

/** Reads the template of a server, from a variant's map or from a file of its own. */
final class TemplateReader {
  private static final Set<Placeholder> OF_A_MESSAGE = EnumSet.allOf(Placeholder.class);

  private final PlanValues values;
  private final Problems problems;
  private final Path folder;

  /**
   * @param folder where the files are that a template names
   */
  TemplateReader(PlanValues values, Path folder) {
    this.values = values;
    this.problems = values.problems();
    this.folder = folder;
  }

  /** The template in the file that an option names, with the same keys as a variant's. */
  static Optional<TemplateSpec> ofFile(Entry option, PlanValues values) {
    return read(option, Path.of(""), values.problems())
        .flatMap(yaml -> YamlMap.parseOneOfSeveral(option.text(), yaml, values.problems()))
        .flatMap(map -> {
          Path folder = Path.of(option.text()).toAbsolutePath().getParent();
          return new TemplateReader(values, folder).read(map);
        });
  }

  /** Empty where there was a problem. */
  Optional<TemplateSpec> read(YamlMap map) {
    values.checked(map, TemplateSpec.SECTION);
    SectionValues read = TemplateSpec.KEYS.read(values, map);
    Optional<YamlMap> alive = map.map(TemplateSpec.ALIVE);
    if (alive.isPresent()) {
      values.checked(alive.get(), TemplateSpec.SECTION + "." + TemplateSpec.ALIVE);
      read = read.with(TemplateSpec.ALIVE_KEYS.read(values, alive.get()));
      check(alive.get(), read, TemplateSpec.ALIVE_TEXT, Placeholder.OF_THE_USER);
    }
    for (PlanKey<String> key : List.of(TemplateSpec.PATH, TemplateSpec.JOIN, TemplateSpec.JOINED)) {
      check(map, read, key, Placeholder.OF_THE_USER);
    }
    read.given(TemplateSpec.JOINED).ifPresent(joined -> checkPattern(map, joined));
    return message(map, read).map(TemplateSpec::new);
  }

  /** The values with the message, wherever that is. */
  private Optional<SectionValues> message(YamlMap map, SectionValues read) {
    String messageKey = map.pathOf(TemplateSpec.MESSAGE.name());
    Optional<Entry> file = map.scalar(TemplateSpec.FILE.name());
    if (map.has(TemplateSpec.MESSAGE.name())) {
      file.ifPresent(
          entry -> problems.add(entry.key(), "cannot go with message, was " + entry.text()));
      return read.given(TemplateSpec.MESSAGE)
          .filter(message -> isMessage(messageKey, message))
          .map(message -> read);
    }
    if (file.isEmpty()) {
      problems.add(messageKey, "is missing, and so is " + TemplateSpec.FILE.name());
      return Optional.empty();
    }
    return read(file.get(), folder, problems)
        .map(text -> text.replaceFirst("\\R\\z", ""))
        .filter(message -> isMessage(file.get().key(), message))
        .map(message -> read.with(TemplateSpec.MESSAGE, message));
  }

  private void checkPattern(YamlMap map, String joined) {
    Template.objection(joined)
        .ifPresent(why ->
            problems.add(
                map.pathOf(TemplateSpec.JOINED.name()),
                "must be a text, or a regular expression between slashes, was %s (%s)"
                    .formatted(shown(joined), why)));
  }

  private boolean isMessage(String key, String message) {
    checkPlaceholders(key, message, OF_A_MESSAGE);
    int stamps = Placeholder.STAMP.countIn(message);
    int payloads = Placeholder.PAYLOAD.countIn(message);
    if (stamps != 1) {
      problems.add(
          key,
          "must have {stamp} once, so that the driver knows the message again, was "
              + (stamps == 0 ? "without" : stamps + " times"));
    }
    if (payloads > 1) {
      problems.add(key, "must have {payload} once at most, was " + payloads + " times");
    }
    return stamps == 1 && payloads <= 1;
  }

  private void check(YamlMap map, SectionValues read, PlanKey<String> key, Set<Placeholder> known) {
    read.given(key).ifPresent(text -> checkPlaceholders(map.pathOf(key.name()), text, known));
  }

  private void checkPlaceholders(String key, String text, Set<Placeholder> known) {
    for (String other : Placeholder.othersIn(text, known)) {
      problems.add(
          key,
          "has "
              + known.stream().map(Placeholder::text).collect(Collectors.joining(", "))
              + ", was "
              + other);
    }
  }

  private static String shown(String text) {
    return ServerText.line(text);
  }

  /** What the file that {@code entry} names has in it. */
  private static Optional<String> read(Entry entry, Path folder, Problems problems) {
    String obstacle;
    try {
      return Optional.of(Files.readString(folder.resolve(entry.text())));
    } catch (NoSuchFileException e) {
      obstacle = "it does not exist";
    } catch (AccessDeniedException e) {
      obstacle = "permission denied";
    } catch (CharacterCodingException e) {
      obstacle = "it is not UTF-8";
    } catch (IOException | InvalidPathException e) {
      obstacle = e.getMessage();
    }
    problems.add(
        entry.key(),
        "must be a file of text, was %s (%s)".formatted(shown(entry.text()), shown(obstacle)));
    return Optional.empty();
  }
}
