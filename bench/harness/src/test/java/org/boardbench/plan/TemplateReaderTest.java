package org.boardbench.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.boardbench.input.InputException;
import org.boardbench.input.Problem;
import org.boardbench.plan.model.ExperimentPlan;
import org.boardbench.plan.model.ExternalSpec;
import org.boardbench.plan.model.Variant;
import org.boardbench.protocol.FrameKind;
import org.boardbench.protocol.template.Template;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class TemplateReaderTest {
  @TempDir private Path folder;

  private ExperimentPlan plan(String template) throws InputException {
    return reader()
        .read(
            "chat.yaml",
            """
            stages: [{ users: 20, hold: 5s }]
            targets:
              - target: chat
                template:
            """
                + template.indent(6),
            PlanOverrides.NONE);
  }

  private PlanReader reader() {
    return new PlanReader(Set.of("chat"), Machines.ofCores(4)).beside(folder);
  }

  private static Template templateOf(ExperimentPlan plan) {
    return plan.variants().getFirst().template().orElseThrow().template();
  }

  @Test
  void aVariantsTemplateHasAllThatAServerNeeds() throws InputException {
    Template template =
        templateOf(
            plan(
                """
                path: /rooms/{board}?name={user}
                subprotocol: chat.v2
                join: hello {user}
                joined: /welcome/
                message: '{board} {stamp}'
                frame: binary
                alive: { text: ping, every: 5s }
                """));

    assertThat(template)
        .isEqualTo(
            new Template(
                "/rooms/{board}?name={user}",
                "chat.v2",
                "hello {user}",
                "/welcome/",
                "{board} {stamp}",
                FrameKind.BINARY,
                "ping",
                5_000_000_000L));
  }

  @Test
  void aMessageAloneIsEnough() throws InputException {
    assertThat(templateOf(plan("message: '{board} {stamp}'")))
        .isEqualTo(new Template("", "", "", "", "{board} {stamp}", FrameKind.TEXT, "", 0));
  }

  @Test
  void aPlanIsReadAgainAsItIsStoredWithTheMessageOfAFileInIt() throws InputException, IOException {
    Files.writeString(
        folder.resolve("message.json"), "{\n \"b\": \"{board}\", \"s\": \"{stamp}\"}\n");
    ExperimentPlan plan = plan("file: message.json\njoin: x\nalive: { text: ping }");
    Files.delete(folder.resolve("message.json"));

    assertThat(templateOf(plan).message()).isEqualTo("{\n \"b\": \"{board}\", \"s\": \"{stamp}\"}");
    String stored = new JsonMapper().writeValueAsString(PlanTree.of(plan));
    assertThat(reader().read("run.json", stored, PlanOverrides.NONE)).isEqualTo(plan);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "message: '{board}' | message: must have {stamp} once, so that the driver knows the message again, was without",
        "message: '{stamp} {stamp}' | message: must have {stamp} once, so that the driver knows the message again, was 2 times",
        "message: '{stamp} {payload}{payload}' | message: must have {payload} once at most, was 2 times",
        "message: '{stamp} {room}' | message: has {board}, {user}, {stamp}, {seq}, {payload}, was {room}",
        "join: x | message: is missing, and so is file",
        "{ message: '{stamp}', file: x } | file: cannot go with message, was x",
        "file: no-such-file | file: must be a file of text, was no-such-file (it does not exist)",
        "{ message: '{stamp}', join: '{stamp}' } | join: has {board}, {user}, was {stamp}",
        "{ message: '{stamp}', joined: '/wel(come/' } | joined: must be a text, or a regular expression between slashes, was /wel(come/ (Unclosed group at character 9)",
        "{ message: '{stamp}', frame: json } | frame: must be text or binary, was json",
        "{ message: '{stamp}', alive: { every: 5s } } | alive.text: is missing",
        "{ message: '{stamp}', mesage: x } | mesage: unknown key; did you mean message?"
      })
  void whatIsWrongIsNamedWithItsKey(String template, String problem) {
    InputException thrown =
        catchThrowableOfType(InputException.class, () -> plan(template + "\n").workload().boards());

    assertThat(thrown.problems())
        .extracting(Problem::toString)
        .contains("targets[1].template." + problem);
  }

  @Test
  void usersWhoseServerIsToldOfNoBoardAreAllOnOne() throws InputException {
    assertThat(catchThrowableOfType(InputException.class, () -> plan("message: '{stamp}'")))
        .hasMessage(
            "workload.boards: must be 1 (--boards), since a template has no {board} and all its users"
                + " share one, was 10");

    assertThat(external(Map.of("--boards", "1"), "message: '{stamp}'", Optional.empty()))
        .isNotNull();
  }

  private ExternalSpec external(
      Map<String, String> options, String template, Optional<String> protocol)
      throws InputException {
    Path file = folder.resolve("chat.yaml");
    try {
      Files.writeString(file, template);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    Map<String, String> all =
        new HashMap<>(Map.of("--users", "20", "--hold", "5s", "--template", file.toString()));
    all.putAll(options);
    return reader()
        .readExternal(
            new ExternalOptions("ws://host/ws", protocol, List.of(), TrustOptions.NONE),
            new PlanOverrides(all, List.of()))
        .external()
        .orElseThrow();
  }

  @Test
  void aServerThatAlreadyRunsHasItsTemplateInAFile() throws InputException {
    ExternalSpec external = external(Map.of(), "message: '{board} {stamp}'", Optional.empty());

    assertThat(external.protocol()).isEqualTo("template");
    assertThat(external.template().orElseThrow().template().message()).isEqualTo("{board} {stamp}");
    assertThat(PlanTree.of(external)).containsKey(Variant.TEMPLATE.name());
  }

  @Test
  void aTemplateIsForItsProtocolAndThatNeedsOne() {
    assertThat(
            catchThrowableOfType(
                InputException.class,
                () -> external(Map.of(), "message: '{board} {stamp}'", Optional.of("stomp"))))
        .hasMessage("--template: needs --protocol template, was stomp");
    assertThat(
            catchThrowableOfType(
                InputException.class,
                () ->
                    reader()
                        .readExternal(
                            new ExternalOptions(
                                "ws://host/ws",
                                Optional.of("template"),
                                List.of(),
                                TrustOptions.NONE),
                            new PlanOverrides(Map.of("--users", "20", "--hold", "5s"), List.of()))))
        .hasMessage("--template: is missing; --protocol template needs it");
  }
}
