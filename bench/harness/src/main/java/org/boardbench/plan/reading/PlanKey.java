package org.boardbench.plan.reading;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.boardbench.input.ValueReader;

/**
 * One key of a plan, declared once: files, options, usage help, {@code run.json} and the list of
 * all keys take from here what they need of it.
 *
 * @param path where it is in a file: {@code seed}, {@code workload.rate}, {@code stages[].users}
 * @param readers what it may be, on a machine
 * @param bound the same in words
 * @param usual holds where neither file nor option gives the key
 * @param usualText the same in words; empty when there is none
 * @param stored a value as {@code run.json} has it
 * @param doc what it is for: one sentence, or a few words before a colon
 */
public record PlanKey<T>(
    String path,
    Function<Machine, ValueReader<T>> readers,
    String bound,
    Optional<T> usual,
    String usualText,
    Function<T, Object> stored,
    Optional<PlanOption> option,
    String doc) {

  public static <T> PlanKey<T> of(String path, ValueReader<T> reader, String doc) {
    return new PlanKey<>(
        path,
        anywhere -> reader,
        reader.bound(),
        Optional.empty(),
        "",
        reader.stored(),
        Optional.empty(),
        doc);
  }

  /**
   * A key whose bounds are the machine's.
   *
   * @param bound them in words
   */
  public static <T> PlanKey<T> onMachine(
      String path,
      Function<Machine, ValueReader<T>> readers,
      String bound,
      Function<T, Object> stored,
      String doc) {
    return new PlanKey<>(path, readers, bound, Optional.empty(), "", stored, Optional.empty(), doc);
  }

  /**
   * A key that is read and stored in a way of its own.
   *
   * @param bound its shape in words
   */
  public static PlanKey<String> shaped(String path, String bound, String doc) {
    return onMachine(path, anywhere -> ValueReader.refusing(bound), bound, text -> text, doc);
  }

  public PlanKey<T> usually(T value) {
    Object form = stored.apply(value);
    String text =
        form instanceof Double number
            ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
            : form.toString();
    return new PlanKey<>(path, readers, bound, Optional.of(value), text, stored, option, doc);
  }

  /** What holds by default, in words, where it is no value of its own. */
  public PlanKey<T> usuallyAs(String text) {
    return new PlanKey<>(path, readers, bound, usual, text, stored, option, doc);
  }

  /**
   * Gives it an option.
   *
   * @param label stands for the value in usage help
   */
  public PlanKey<T> option(String label, String... names) {
    PlanOption replacing = new PlanOption(List.of(names), label);
    return new PlanKey<>(
        path, readers, bound, usual, usualText, stored, Optional.of(replacing), doc);
  }

  /** The last word of its path. */
  public String name() {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /** The path of the map that it is in; empty when that is the whole file. */
  public String section() {
    return path.substring(0, Math.max(0, path.lastIndexOf('.')));
  }

  /** Its option's name in problems. */
  public String flag() {
    return option.orElseThrow().flag();
  }
}
