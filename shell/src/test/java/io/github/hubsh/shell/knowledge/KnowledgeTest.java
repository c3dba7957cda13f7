package io.github.hubsh.shell.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.message.RemoteError;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.shell.session.network.KnowledgeOrigin;
import io.github.hubsh.shell.session.network.KnownArgument;
import io.github.hubsh.shell.session.network.KnownCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class KnowledgeTest {
    private static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");

    @TempDir
    private Path folder;

    private final Knowledge knowledge = knowledge(Limits.DEFAULT, Map.of());
    private int sessions;

    @Test
    void a_request_teaches_its_arguments_when_its_reply_has_come() throws ContentException {
        ask(knowledge, "pump", "dispense", Map.of("volume_ul", 5L));
        ask(knowledge, "pump", "dispense", Map.of("volume_ul", 2.5, "mode", "fast"));
        ask(knowledge, "pump", "dispense", Map.of("volume_ul", 5L));

        KnownArgument volume = known("pump", "dispense").argument("volume_ul");
        assertThat(volume.values()).containsExactly(5L, 2.5);
        assertThat(volume.schema().types()).containsExactly("integer", "number");
        assertThat(volume.origin()).isEqualTo(KnowledgeOrigin.SEEN);
        assertThat(known("pump", "dispense").published()).isFalse();
    }

    @Test
    void an_error_teaches_the_command_and_an_unknown_command_nothing() throws ContentException {
        ExecuteRequest request = request("pump", "dispense", Map.of("volume", 5L));
        knowledge.heard(request);
        knowledge.heard(reply(request, null, RemoteError.ofText("too much")));
        ExecuteRequest wrong = request("pump", "dispens", Map.of());
        knowledge.heard(wrong);
        knowledge.heard(reply(wrong, null, RemoteError.ofText("Unrecognized command: dispens")));
        knowledge.heard(request("pump", "never_answered", Map.of()));

        assertThat(knowledge.commands("pump")).containsExactly("dispense");
        assertThat(known("pump", "dispense").arguments()).isEmpty();
    }

    @Test
    void the_last_value_of_a_command_is_the_last() throws ContentException {
        answer(knowledge, "pump", "get_status", Map.of("state", "idle"));
        answer(knowledge, "pump", "get_status", null);
        answer(knowledge, "camera", "snap", "x".repeat(3_000));

        assertThat(knowledge.lastValues())
                .map(last -> last.plugin() + " " + last.command() + " " + last.time() + " " + last.value())
                .containsExactly(
                        "camera snap 2024-05-01T12:00:00Z (too large to keep)",
                        "pump get_status 2024-05-01T12:00:00Z null");
    }

    @Test
    void a_command_that_never_has_data_is_known_after_two_answers_and_in_another_session() throws ContentException {
        answer(knowledge, "pump", "start", null);
        assertThat(knowledge.answersNothing("pump", "start")).isFalse();
        answer(knowledge, "pump", "start", null);
        assertThat(knowledge.answersNothing("pump", "start")).isTrue();

        Knowledge later = knowledge(Limits.DEFAULT, Map.of());
        later.restore(knowledge.snapshot());
        assertThat(later.answersNothing("pump", "start")).isTrue();

        answer(later, "pump", "start", 5L);
        answer(later, "pump", "start", null);
        assertThat(later.answersNothing("pump", "start")).isFalse();
        assertThat(later.lastAnswer("pump")).isEqualTo("2024-05-01T12:00:00Z");
        assertThat(later.lastAnswer("camera")).isNull();
    }

    @Test
    void what_looks_secret_is_not_kept_anywhere() throws ContentException {
        ask(
                knowledge,
                "door",
                "open",
                Map.of("password", "hunter2", "who", Map.of("api_key", "hunter2", "name", "ann")));
        answer(knowledge, "door", "status", Map.of("token", "hunter2", "open", true));
        answer(knowledge, "door", "get_secret", "hunter2");
        answer(knowledge, "door", "urls", List.of("https://ann:hunter2@host"));
        ask(
                knowledge,
                "door",
                "fetch",
                Map.of("url", "https://ann:hunter2@host", "auth", "hunter2", "tokenizer", "bpe"));
        ask(knowledge, "door", "fetch", Map.of("all", Map.of("a", "https://ann:hunter2@host", "dbPass", "hunter2")));

        assertThat(known("door", "open").argumentNames()).containsExactly("password", "who");
        assertThat(Json.write(knowledge.snapshot())).doesNotContain("hunter2").contains("ann", "\"open\":true", "bpe");
    }

    @Test
    void what_is_described_wins_over_what_is_declared_and_that_over_what_was_seen() throws ContentException {
        Knowledge three = knowledge(
                Limits.DEFAULT, Map.of("pump", description("declared", "volume"), "old", description("by hand", "x")));
        ask(three, "pump", "dispense", Map.of("volume_ul", 5L, "extra", true));
        assertThat(three.command("pump", "dispense").origin()).isEqualTo(KnowledgeOrigin.DECLARED);

        three.describe("pump", description("described", "volume_ul"));

        KnownCommand command = three.command("pump", "dispense");
        assertThat(command.origin()).isEqualTo(KnowledgeOrigin.DESCRIBED);
        assertThat(command.documentation()).isEqualTo("described");
        assertThat(command.arguments())
                .map(argument -> argument.name() + " " + argument.origin().word() + " " + argument.values())
                .containsExactly("volume_ul described [5]", "extra seen [true]");
        assertThat(three.command("old", "dispense").documentation()).isEqualTo("by hand");
        three.describesNothing("pump");
        assertThat(three.command("pump", "dispense").origin()).isEqualTo(KnowledgeOrigin.DECLARED);
    }

    @Test
    void a_command_says_how_it_wants_its_arguments_and_the_user_says_it_louder() throws ContentException {
        Map<String, Object> pickle = Map.of("commands", Map.of("set", Map.of("mime", "pickle")));
        Map<String, Object> yaml = Map.of("commands", Map.of("set", Map.of("mime", "yaml"), "get", Map.of()));
        Knowledge described = knowledge(Limits.DEFAULT, Map.of());
        described.describe("pump", pickle);
        Knowledge both = knowledge(Limits.DEFAULT, Map.of("pump", yaml));
        both.describe("pump", pickle);
        ask(both, "pump", "get", Map.of());

        assertThat(described.command("pump", "set").mime()).isEqualTo("pickle");
        assertThat(both.command("pump", "set").mime()).isEqualTo("yaml");
        assertThat(both.command("pump", "get").mime()).isEmpty();
    }

    @Test
    void an_answer_that_is_no_description_is_none() {
        for (Object nonsense : new Object[] {"pong", 1L, List.of(), Map.of("commands", 1L), "x".repeat(1 << 20)}) {
            knowledge.describe("old", nonsense);
        }
        knowledge.describe(
                "odd",
                Map.of("commands", Map.of("a", 1L, "b", Map.of("arguments", Map.of("properties", Map.of("x", 1L))))));

        assertThat(knowledge.commands("old")).isEmpty();
        assertThat(knowledge.commands("odd")).containsExactly("a", "b");
        assertThat(knowledge.command("odd", "b").argumentNames()).containsExactly("x");
    }

    @Test
    void with_any_input_it_stays_within_its_limits() throws ContentException {
        Limits small = new Limits(5, 4, 3, 2, 20, 30, 500, 1_000);
        Knowledge bounded = knowledge(small, Map.of());
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            String plugin = "p" + random.nextInt(9);
            String command = "c" + random.nextInt(9);
            ask(bounded, plugin, command, Map.of("a" + random.nextInt(9), random.nextInt(99) + "v"));
            answer(bounded, plugin, command, "v".repeat(random.nextInt(40)));
            bounded.describe(plugin, description("d".repeat(random.nextInt(400)), "x"));
            assertThat(bounded.length()).isLessThan(2_000);
        }
        Map<?, ?> plugins = (Map<?, ?>) bounded.snapshot().get("plugins");
        assertThat(plugins).hasSizeBetween(1, 5);
        plugins.forEach((name, plugin) -> {
            Map<?, ?> seen = (Map<?, ?>) ((Map<?, ?>) plugin).get("seen");
            assertThat(seen).hasSizeLessThanOrEqualTo(4);
            seen.values().forEach(command -> {
                Map<?, ?> arguments = (Map<?, ?>) ((Map<?, ?>) command).get("arguments");
                assertThat(arguments).hasSizeLessThanOrEqualTo(3);
                arguments
                        .values()
                        .forEach(argument -> assertThat((List<?>) ((Map<?, ?>) argument).get("values"))
                                .hasSizeLessThanOrEqualTo(2));
            });
        });
    }

    @Test
    void the_cache_file_brings_everything_back() throws ContentException, IOException {
        Path path = folder.resolve("below").resolve(KnowledgeFile.nameFor("tcp://lab:31000"));
        KnowledgeFile file = KnowledgeFile.open(path, knowledge);
        file.saveIfChanged();
        assertThat(path).doesNotExist();
        ask(knowledge, "pump", "dispense", Map.of("volume_ul", 5L));
        ask(knowledge, "pump", "dispense", Map.of("volume_ul", 6L));
        answer(knowledge, "pump", "get_status", Map.of("state", "idle"));
        knowledge.describe("pump", description("described", "volume_ul"));

        file.saveIfChanged();
        Knowledge later = knowledge(Limits.DEFAULT, Map.of());
        KnowledgeFile.open(path, later);

        assertThat(later.snapshot()).isEqualTo(knowledge.snapshot());
        assertThat(later.length()).isEqualTo(knowledge.length());
        assertThat(later.command("pump", "dispense")).isEqualTo(knowledge.command("pump", "dispense"));
        assertThat(path.getFileName()).hasToString("tcp___lab_31000.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
        try (var names = Files.list(path.getParent())) {
            assertThat(names.map(name -> name.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "tcp___lab_31000.json",
                            ".tcp___lab_31000.json.lock",
                            "tcp___lab_31000.words",
                            ".tcp___lab_31000.words.lock");
        }
    }

    @Test
    void this_machine_has_one_memory_however_its_address_is_spelled() {
        for (String uri : List.of(
                "tcp://localhost:31000", "tcp://127.0.0.1:31000", "tcp://[::1]:31000", "tcp://LOCALHOST:31000")) {
            assertThat(KnowledgeFile.nameFor(uri)).isEqualTo("tcp___localhost_31000.json");
        }
        assertThat(KnowledgeFile.nameFor("ipc:///tmp/A")).isNotEqualTo(KnowledgeFile.nameFor("ipc:///tmp/a"));
        assertThat(KnowledgeFile.nameFor("tcp://127.0.0.10:1")).isEqualTo("tcp___127.0.0.10_1.json");
    }

    @Test
    void the_index_for_other_shells_has_what_both_shells_know_and_who_is_there() throws ContentException, IOException {
        Path path = folder.resolve("hub.json");
        Knowledge other = knowledge(Limits.DEFAULT, Map.of());
        KnowledgeFile first = KnowledgeFile.open(path, knowledge);
        KnowledgeFile second = KnowledgeFile.open(path, other);
        ask(knowledge, "pump", "dispense", Map.of("volume_ul", 5L));
        first.saveIfChanged(List.of("pump"));
        ask(other, "valve", "open", Map.of("port", 3L));
        second.saveIfChanged(List.of("camera"));

        Path index = folder.resolve("hub.words");
        assertThat(index).content().isEqualTo("""
                        p\tcamera\t
                        p\tpump\t1 command
                        p\tvalve\t1 command
                        c\tpump\tdispense\t
                        c\tvalve\topen\t
                        a\tpump\tdispense\tvolume_ul=\tinteger
                        a\tvalve\topen\tport=\tinteger
                        v\tpump\tdispense\tvolume_ul\t=5\tseen
                        v\tvalve\topen\tport\t=3\tseen
                        """);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(index)))
                .isEqualTo("rw-------");

        Files.delete(index);
        second.saveIfChanged(List.of("camera"));
        assertThat(index).as("one that is missing is written again").exists();
    }

    @Test
    void a_broken_cache_file_is_ignored_and_replaced() throws ContentException, IOException {
        Path path = folder.resolve("hub.json");
        for (String broken : List.of("", "{\"version\":1,", "[]", "{\"version\":1,\"plugins\":[1]}", "\u0000\u00ff")) {
            Files.writeString(path, broken);
            Knowledge fresh = knowledge(Limits.DEFAULT, Map.of());
            KnowledgeFile file = KnowledgeFile.open(path, fresh);
            ask(fresh, "pump", "dispense", Map.of("volume_ul", 5L));
            file.saveIfChanged();

            assertThat(Files.readString(path)).startsWith("{").contains("volume_ul");
        }
    }

    private KnownCommand known(String plugin, String command) {
        return knowledge.command(plugin, command);
    }

    private void ask(Knowledge learner, String plugin, String command, Map<String, ?> arguments)
            throws ContentException {
        ExecuteRequest request = request(plugin, command, arguments);
        learner.heard(request);
        learner.heard(reply(request, null, null));
    }

    @Test
    void two_shells_that_keep_one_file_lose_nothing_of_each_other(@TempDir Path folder) throws ContentException {
        Path path = folder.resolve("lab.json");
        Knowledge one = knowledge(Limits.DEFAULT, Map.of());
        Knowledge other = knowledge(Limits.DEFAULT, Map.of());
        KnowledgeFile first = KnowledgeFile.open(path, one);
        KnowledgeFile second = KnowledgeFile.open(path, other);

        one.describe("pump", description("mine", "volume"));
        answer(one, "pump", "level", 1L);
        first.saveIfChanged();
        answer(other, "pump", "level", 2L);
        ask(other, "valve", "open", Map.of("port", 3L));
        second.saveIfChanged();
        answer(one, "heater", "state", "on");
        first.saveIfChanged();

        Knowledge later = knowledge(Limits.DEFAULT, Map.of());
        KnowledgeFile.open(path, later);
        assertThat(later.commands("pump")).containsExactly("dispense", "level");
        assertThat(later.commands("valve")).containsExactly("open");
        assertThat(later.commands("heater")).containsExactly("state");
        assertThat(later.lastValues()).hasSize(3);
    }

    @Test
    void what_two_shells_keep_together_is_bounded_and_of_the_oldest_is_forgotten(@TempDir Path folder)
            throws ContentException {
        Limits two = new Limits(2, 10, 10, 10, 100, 100, 1000, 10_000);
        Path path = folder.resolve("lab.json");
        Knowledge one = knowledge(two, Map.of());
        Knowledge other = knowledge(two, Map.of());
        KnowledgeFile first = KnowledgeFile.open(path, one);
        KnowledgeFile second = KnowledgeFile.open(path, other);

        ask(one, "a", "go", Map.of());
        ask(one, "b", "go", Map.of());
        first.saveIfChanged();
        ask(other, "c", "go", Map.of());
        second.saveIfChanged();

        Knowledge later = knowledge(two, Map.of());
        KnowledgeFile.open(path, later);
        assertThat(later.commands("a")).isEmpty();
        assertThat(later.commands("b")).hasSize(1);
        assertThat(later.commands("c")).hasSize(1);
    }

    private void answer(Knowledge learner, String plugin, String command, Object value) throws ContentException {
        learner.heard(reply(request(plugin, command, Map.of()), value, null));
    }

    private ExecuteRequest request(String plugin, String command, Map<String, ?> arguments) throws ContentException {
        Header header = new Header(
                "m", "s" + sessions++, "2024-05-01T12:00:00Z", "ann", plugin, MessageType.EXECUTE_REQUEST, "0.4");
        return new ExecuteRequest(header, command, ContentData.encode(arguments, Payload.JSON), false, false);
    }

    private static ExecuteReply reply(ExecuteRequest request, Object value, RemoteError error) throws ContentException {
        Header header = new Header(
                "r",
                request.session(),
                "2024-05-01T12:00:00Z",
                request.target(),
                "ann",
                MessageType.EXECUTE_REPLY,
                "0.4");
        Payload result = ContentData.encode(value, Payload.PICKLE);
        return new ExecuteReply(
                header, request.header(), request.command(), ExecuteReply.Status.OK, 1, result, error, false);
    }

    private static Map<String, Object> description(String documentation, String argument) {
        return Map.of(
                "commands",
                Map.of(
                        "dispense",
                        Map.of(
                                "documentation",
                                documentation,
                                "arguments",
                                Map.of(
                                        "type",
                                        "object",
                                        "properties",
                                        Map.of(argument, Map.of("type", "number")),
                                        "required",
                                        List.of(argument)))));
    }

    private static Knowledge knowledge(Limits limits, Map<?, ?> declared) {
        return new Knowledge(limits, () -> NOON, declared);
    }
}
