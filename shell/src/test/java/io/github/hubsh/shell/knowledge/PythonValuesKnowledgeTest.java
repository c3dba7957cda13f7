package io.github.hubsh.shell.knowledge;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Header;
import io.github.hubsh.core.message.MessageType;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.NamedDict;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.shell.argument.Template;
import io.github.hubsh.shell.session.network.KnownArgument;
import io.github.hubsh.shell.session.network.KnownCommand;
import io.github.hubsh.shell.session.network.SeenForm;
import io.github.hubsh.shell.word.ConstructorText;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is learned of pickled arguments: their Python type, how they were carried, and how they are typed. */
final class PythonValuesKnowledgeTest {
    private static final UUID ID = UUID.fromString("4f2a7c3e-9b1d-4c55-8a0e-3d6f1b2c4e5f");

    @TempDir
    private Path folder;

    private final Knowledge knowledge = knowledge();

    @Test
    void a_value_of_python_stays_one_also_in_the_cache_file() throws ContentException {
        Path file = folder.resolve("lab.json");
        KnowledgeFile written = KnowledgeFile.open(file, knowledge);
        hear(Map.of("states", Series.of(labels(NdArray.ofLongs(37)), NdArray.ofLongs(1), null)), Payload.PICKLE);
        hear(Map.of("id", ID), Payload.PICKLE);
        written.saveIfChanged();
        Knowledge again = knowledge();
        KnowledgeFile.open(file, again);

        for (Knowledge each : List.of(knowledge, again)) {
            KnownCommand command = requireNonNull(each.command("pump", "set_states"));
            KnownArgument states = requireNonNull(command.argument("states"));
            assertThat(states.schema().types()).containsExactly("Series");
            assertThat(states.form()).isEqualTo(new SeenForm("int64", List.of("pickle")));
            assertThat(requireNonNull(command.argument("id")).values()).containsExactly(ID);
            assertThat(Template.of("pump", command))
                    .isEqualTo("execute pump set_states id:=uuid(\"" + ID + "\") states:=series({37:1})");
        }
    }

    @Test
    void of_a_series_that_is_too_long_to_keep_the_kind_and_the_labels_are_known() throws ContentException {
        long[] numbers = new long[500];
        hear(
                Map.of("states", Series.of(labels(NdArray.ofLongs(numbers)), NdArray.ofLongs(numbers), null)),
                Payload.PICKLE);

        KnownArgument states = states();
        assertThat(states.values()).isEmpty();
        assertThat(states.schema().types()).containsExactly("Series");
        assertThat(states.form().labels()).isEqualTo("int64");
    }

    @Test
    void a_series_whose_labels_look_secret_is_not_kept() throws ContentException {
        Index secret = labels(NdArray.ofObjects(List.of("password")));
        hear(Map.of("states", Series.of(secret, NdArray.ofLongs(1), null)), Payload.PICKLE);

        assertThat(states().values()).isEmpty();
    }

    @Test
    void a_series_with_a_password_of_a_url_is_not_kept() throws ContentException {
        Index names = labels(NdArray.ofObjects(List.of("host")));
        NdArray urls = NdArray.ofObjects(List.of("https://ann:pw@host"));
        hear(Map.of("states", Series.of(names, urls, null)), Payload.PICKLE);

        assertThat(states().values()).isEmpty();
    }

    @Test
    void a_value_without_a_counterpart_in_java_is_remembered_once() throws ContentException {
        for (int i = 0; i < 2; i++) {
            hear(Map.of("states", new Opaque("builtins.complex", List.of(1.0, 2.0))), Payload.PICKLE);
        }

        assertThat(states().schema().types()).containsExactly("complex");
        assertThat(states().values()).hasSize(1);
        assertThat(ConstructorText.of(states().values().get(0))).isEqualTo("complex(\"1+2j\")");
    }

    @Test
    void the_encodings_that_were_seen_are_all_known() throws ContentException {
        hear(Map.of("states", 1L), Payload.PICKLE);
        hear(Map.of("states", 2L), Payload.JSON);

        assertThat(states().form()).isEqualTo(new SeenForm("", List.of("json", "pickle")));
        assertThat(states().values()).containsExactly(2L, 1L);
    }

    @Test
    void what_we_send_ourselves_teaches_no_other_kind() throws ContentException {
        hear(Map.of("states", ID), Payload.PICKLE);
        hear(true, Map.of("states", Map.of("a", 1L)), Payload.JSON);
        hear(true, Map.of("states", UUID.fromString("00000000-0000-0000-0000-000000000001")), Payload.PICKLE);

        assertThat(states().schema().types()).containsExactly("UUID");
        assertThat(states().form().encodings()).containsExactly("pickle");
        assertThat(states().values()).hasSize(2);
    }

    @Test
    void what_a_plugin_sends_replaces_what_we_have_tried() throws ContentException {
        hear(true, Map.of("states", "abc"), Payload.JSON);
        assertThat(states().schema().types()).containsExactly("string");

        hear(Map.of("states", ID), Payload.PICKLE);

        assertThat(states().schema().types()).containsExactly("UUID");
        assertThat(states().values()).containsExactly(ID);
    }

    @Test
    void what_was_tried_in_another_session_does_not_come_back() throws ContentException {
        Path file = folder.resolve("lab.json");
        KnowledgeFile written = KnowledgeFile.open(file, knowledge);
        hear(true, Map.of("states", "abc"), Payload.JSON);
        written.saveIfChanged();
        Knowledge again = knowledge();
        KnowledgeFile second = KnowledgeFile.open(file, again);
        again.heard(request(Map.of("states", ID), Payload.PICKLE));
        again.heard(reply(request(Map.of("states", ID), Payload.PICKLE)));
        second.saveIfChanged();
        Knowledge third = knowledge();
        KnowledgeFile.open(file, third);

        KnownCommand command = requireNonNull(third.command("pump", "set_states"));
        assertThat(requireNonNull(command.argument("states")).schema().types()).containsExactly("UUID");
    }

    @Test
    void no_look_alike_of_a_value_that_cannot_be_typed_is_kept() throws ContentException {
        hear(Map.of("states", new NamedDict("collections.Counter", null, Map.of("a", 1L))), Payload.PICKLE);
        hear(Map.of("states", Map.of(37L, 1L)), Payload.PICKLE);
        hear(Map.of("states", List.of(ID)), Payload.PICKLE);

        assertThat(states().values()).containsExactly(List.of(ID));
        assertThat(Template.of("pump", requireNonNull(knowledge.command("pump", "set_states"))))
                .isEqualTo("execute pump set_states states:=[uuid(\"" + ID + "\")]");
    }

    private KnownArgument states() {
        KnownCommand command = requireNonNull(knowledge.command("pump", "set_states"));
        return requireNonNull(command.argument("states"));
    }

    private static Index labels(NdArray labels) {
        return new Index(labels, null);
    }

    private static Knowledge knowledge() {
        return new Knowledge(Limits.DEFAULT, () -> Instant.EPOCH, Map.of());
    }

    private void hear(Map<String, ?> arguments, String mimeType) throws ContentException {
        hear(false, arguments, mimeType);
    }

    private void hear(boolean own, Map<String, ?> arguments, String mimeType) throws ContentException {
        ExecuteRequest request = request(arguments, mimeType);
        if (own) {
            knowledge.sent(request);
        } else {
            knowledge.heard(request);
        }
        knowledge.heard(reply(request));
    }

    private static ExecuteRequest request(Map<String, ?> arguments, String mimeType) throws ContentException {
        return new ExecuteRequest(
                header("ann", "pump", MessageType.EXECUTE_REQUEST),
                "set_states",
                ContentData.encode(arguments, mimeType),
                false,
                false);
    }

    private static ExecuteReply reply(ExecuteRequest request) {
        return new ExecuteReply(
                header("pump", "ann", MessageType.EXECUTE_REPLY),
                request.header(),
                "set_states",
                ExecuteReply.Status.OK,
                1,
                Payload.NONE,
                null,
                false);
    }

    private static Header header(String source, String target, MessageType type) {
        return new Header("m", "s", "2024-05-01T12:00:00Z", source, target, type, "0.4");
    }
}
