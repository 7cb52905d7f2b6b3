package org.boardbench.plan.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.boardbench.input.ValueReader;
import org.boardbench.plan.reading.PlanKey;
import org.boardbench.plan.reading.Section;
import org.boardbench.plan.reading.SectionValues;

/**
 * A target with its parameters, launcher and limits, under a name of its own.
 *
 * @param name by which results call it; no other one of the plan has it
 * @param target the folder in {@code targets/}
 * @param parameters replace its manifest's defaults
 * @param limits of its server and of each companion
 * @param values of its other keys
 */
public record Variant(
    String name,
    String target,
    LauncherChoice launcher,
    Map<String, String> parameters,
    LimitsSpec limits,
    SectionValues values) {
  public static final Section<Variant> KEYS = new Section<>(Variant::values);

  public static final PlanKey<String> NAME =
      KEYS.add(
          Variant::name,
          PlanKey.of(
                  "targets[].name",
                  ValueReader.matching(
                      "[A-Za-z0-9][A-Za-z0-9_@-]{0,59}",
                      "1 to 60 letters, digits, '_', '-' or '@', the first a letter or digit"),
                  "What results call the variant; no two of a plan have one name.")
              .usuallyAs("the target's"));

  public static final PlanKey<String> TARGET =
      KEYS.add(
          Variant::target,
          PlanKey.shaped(
              "targets[].target", "a folder in targets/", "The server of which it is a variant."));

  public static final PlanKey<LauncherChoice> LAUNCHER =
      KEYS.add(
          Variant::launcher,
          PlanKey.of("targets[].launcher", LaunchSpec.LAUNCHERS, "How this variant is brought up.")
              .usuallyAs("the plan's launcher"));

  public static final PlanKey<String> PARAMETERS =
      KEYS.addUnstored(
          PlanKey.shaped(
                  "targets[].parameters",
                  "parameter: value",
                  "Its parameters, in the place of all others.")
              .usuallyAs("those of parameters"));

  public static final PlanKey<String> LIMITS =
      KEYS.addUnstored(
          PlanKey.shaped(
                  "targets[].limits",
                  "a map with the keys of limits",
                  "Its own limits, each in the place of the plan's.")
              .usuallyAs("the plan's limits"));

  public static final PlanKey<Integer> REPLICAS =
      KEYS.add(
          PlanKey.of(
                  "targets[].replicas",
                  ValueReader.wholeNumber(1, ReplicaSpec.MOST),
                  "How many processes or containers of the server share its boards; more than one"
                      + " only of a server that a companion joins (joined-by in target.yaml).")
              .usuallyAs("1"));

  public static final PlanKey<BalancerChoice> BALANCER =
      KEYS.add(
          PlanKey.of(
                  "targets[].balancer",
                  ValueReader.oneOf(BalancerChoice.class, BalancerChoice::key),
                  "What hands users to the replicas; direct: each user has a replica of its own, in"
                      + " turn on each board.")
              .usuallyAs("haproxy of several replicas, else direct"));

  public static final PlanKey<Integer> PLACE =
      KEYS.add(
          PlanKey.of(
                  "targets[].place",
                  ValueReader.wholeNumber(1, 1000),
                  "Decides its colour and mark in reports; it keeps them where an option selects"
                      + " some variants only.")
              .usuallyAs("its position in the list"));

  public static final PlanKey<String> TITLE =
      KEYS.add(line("title", "How the legends of reports call it.", "its name"));

  public static final PlanKey<String> NOTE =
      KEYS.add(line("note", "A sentence that reports show with it.", "none"));

  public static final PlanKey<String> GROUP =
      KEYS.add(
          line(
              "group",
              "Variants of one group are drawn together, each group in figures of its own, with"
                  + " colours and marks by their order in it; a variant without a group is in all"
                  + " of them.",
              "none"));

  public static final PlanKey<TemplateSpec> TEMPLATE =
      KEYS.addOptional(
          variant -> variant.values().given(Variant.TEMPLATE),
          PlanKey.onMachine(
                  TemplateSpec.SECTION,
                  anywhere -> templateInWhole(),
                  "a map with the keys of " + TemplateSpec.SECTION,
                  TemplateSpec::tree,
                  "How to speak to a server whose protocol is template; as an option a file of these"
                      + " keys, for the server of --url.")
              .usuallyAs("none")
              .option("FILE", "--template"));

  public Variant {
    parameters = Map.copyOf(parameters);
    // An empty text says nothing: stored as nothing, it is the same plan to a run that goes on.
    for (PlanKey<String> line : List.of(TITLE, NOTE, GROUP)) {
      if (values.given(line).filter(String::isEmpty).isPresent()) {
        values = values.without(line);
      }
    }
  }

  public Variant(
      String name,
      String target,
      LauncherChoice launcher,
      Map<String, String> parameters,
      LimitsSpec limits,
      int place) {
    this(name, target, launcher, parameters, limits, SectionValues.NONE.with(PLACE, place));
  }

  /** A target under its own name at the first place, as a process without limits. */
  public static Variant of(String target, Map<String, String> parameters) {
    return new Variant(target, target, LauncherChoice.PROCESS, parameters, LimitsSpec.NONE, 1);
  }

  /** Among all variants of the plan, of which a run may have a part; counts from 1. */
  public int place() {
    return values.of(PLACE);
  }

  /** The same at another place. */
  public Variant at(int otherPlace) {
    return with(PLACE, otherPlace);
  }

  /** The same with another value for {@code key}. */
  public <T> Variant with(PlanKey<T> key, T value) {
    return new Variant(name, target, launcher, parameters, limits, values.with(key, value));
  }

  /** How many servers it has, and what is in front of them. */
  public ReplicaSpec replicas() {
    int number = values.given(REPLICAS).orElse(1);
    return new ReplicaSpec(
        number,
        values.given(BALANCER).orElse(number > 1 ? BalancerChoice.HAPROXY : BalancerChoice.DIRECT));
  }

  /** Empty where its server speaks a protocol of its own. */
  public Optional<TemplateSpec> template() {
    return values.given(TEMPLATE);
  }

  /** A map is no single value: it has a reader of its own. */
  private static ValueReader<TemplateSpec> templateInWhole() {
    return ValueReader.writtenLike(
        "message: \"{stamp}\"",
        "a map",
        text -> new TemplateSpec(SectionValues.NONE),
        none -> false);
  }

  private static PlanKey<String> line(String name, String doc, String usualText) {
    return PlanKey.of(
            "targets[]." + name,
            ValueReader.matching(".{0,200}", "up to 200 characters in a line"),
            doc)
        .usuallyAs(usualText);
  }
}
