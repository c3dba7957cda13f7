package io.github.hubsh.shell.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.message.ExecuteReply;
import io.github.hubsh.core.message.ExecuteRequest;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.ContentException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What sessions add that have not opened the file, and what others make of it. */
final class KnowledgeJournalTest {
    private final Messages messages = Messages.create();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path path;

    @BeforeEach
    void start() {
        path = folder.resolve("lab.json");
    }

    @Test
    void an_addition_is_read_with_the_file_and_is_in_it_once_that_is_saved() throws ContentException {
        assertThat(KnowledgeFile.exists(path)).isFalse();
        assertThat(add("set_rate", Map.of("rate", 2L), null)).isFalse();
        assertThat(add("set_rate", Map.of("rate", 3L), null)).isFalse();
        assertThat(KnowledgeFile.exists(path)).isTrue();
        assertThat(path).doesNotExist();

        Knowledge reader = nothing();
        KnowledgeFile file = KnowledgeFile.open(path, reader);
        assertThat(rates(reader)).containsExactly(3L, 2L);
        add("stop", Map.of(), null);
        file.saveIfChanged();

        assertThat(journal()).doesNotExist();
        assertThat(folder.resolve("lab.words")).content().contains("c\tpump\tset_rate\t", "c\tpump\tstop\t");
        Knowledge later = nothing();
        KnowledgeFile.open(path, later);
        assertThat(later.commands("pump")).containsExactly("set_rate", "stop");
        assertThat(rates(later)).containsExactly(3L, 2L);
    }

    @Test
    void what_others_added_stays_in_the_file_however_often_it_is_saved() throws ContentException {
        Knowledge prompt = nothing();
        KnowledgeFile file = KnowledgeFile.open(path, prompt);
        add("set_rate", Map.of("rate", 2L), null);
        for (int i = 0; i < 3; i++) {
            exchange(prompt, "level", Map.of(), (long) i);
            file.saveIfChanged();
        }

        Knowledge later = nothing();
        KnowledgeFile.open(path, later);
        assertThat(later.commands("pump")).containsExactly("level", "set_rate");
    }

    @Test
    void a_single_request_looks_at_the_newest_of_its_plugin_only() throws ContentException {
        for (long rate = 1; rate <= 20; rate++) {
            add("set_rate", Map.of("rate", rate), null);
        }
        Knowledge all = nothing();
        all.learn("valve", "open");
        KnowledgeFile.add(path, all);

        Knowledge look = nothing();
        KnowledgeFile.look(path, look);
        assertThat(look.plugins()).isEmpty();
        KnowledgeFile.lookAtNewest(path, "pump", look);
        assertThat(rates(look)).containsExactly(20L, 19L, 18L, 17L);
        KnowledgeFile.lookAtNewest(path, "camera", look);
        assertThat(look.plugins()).containsExactly("pump");
    }

    @Test
    void no_secret_is_in_it() throws IOException, ContentException {
        add("login", Map.of("password", "hunter2", "user", Map.of("api_key", "hunter3")), Map.of("token", "hunter4"));
        add("get_token", Map.of(), "hunter5");

        assertThat(journal()).content().contains("login", "password=").doesNotContain("hunter");
    }

    @Test
    void an_addition_that_was_cut_off_teaches_nothing_and_harms_no_other() throws IOException, ContentException {
        add("set_rate", Map.of("rate", 2L), null);
        byte[] whole = Files.readAllBytes(journal());
        for (int length = 0; length < whole.length - 1; length += 7) {
            byte[] torn = Arrays.copyOf(whole, length);
            Files.write(journal(), torn, StandardOpenOption.TRUNCATE_EXISTING);
            add("stop", Map.of(), null);

            Knowledge reader = nothing();
            KnowledgeFile.open(path, reader);
            assertThat(reader.commands("pump")).as(length + " bytes").containsExactly("stop");
        }
    }

    @Test
    void it_asks_for_a_merge_when_it_is_large_and_then_for_a_long_time_not() throws IOException, ContentException {
        int added = 0;
        while (!add("set_rate", Map.of("rate", (long) added), null)) {
            added++;
        }
        assertThat(added).isBetween(20, 500);
        assertThat(Files.size(journal())).isLessThan(2 * KnowledgeJournal.MERGE_SIZE);

        KnowledgeFile.open(path, nothing()).saveIfChanged();

        assertThat(journal()).doesNotExist();
        assertThat(add("stop", Map.of(), null)).isFalse();
    }

    @Test
    void much_at_once_is_not_added_but_merged_by_its_session() throws IOException {
        Knowledge much = nothing();
        for (int i = 0; i < 400; i++) {
            much.learn("pump", "command_" + i + "-".repeat(150));
        }

        assertThat(KnowledgeFile.add(path, much)).isTrue();
        assertThat(journal()).doesNotExist();
    }

    @Test
    void where_nothing_can_be_written_nothing_fails() throws IOException, ContentException {
        Path file = Files.writeString(folder.resolve("file"), "");
        path = file.resolve("lab.json");

        assertThat(add("stop", Map.of(), null)).isFalse();
        KnowledgeFile.keepRegistry(path, List.of("pump"));
        assertThat(KnowledgeFile.lastRegistry(path)).isEmpty();
        assertThat(KnowledgeFile.exists(path)).isFalse();
    }

    @Test
    void what_is_no_file_in_the_place_of_the_journal_keeps_nothing_from_being_learned()
            throws IOException, ContentException {
        Files.createDirectories(journal());
        Files.createDirectories(folder.resolve("lab.journal.taken"));
        assertThat(add("stop", Map.of(), null))
                .as("to be merged by its session")
                .isTrue();
        Knowledge session = nothing();
        KnowledgeFile file = KnowledgeFile.open(path, session);
        exchange(session, "stop", Map.of(), null);
        file.saveIfChanged();

        Knowledge later = nothing();
        KnowledgeFile.open(path, later);
        assertThat(later.commands("pump")).containsExactly("stop");
        assertThat(journal()).isDirectory();
    }

    @Test
    void the_plugins_of_the_registry_are_kept_for_completion() throws IOException {
        KnowledgeFile.keepRegistry(path, List.of("pump", "camera", "-rf", "a\nb", "x".repeat(201)));
        assertThat(KnowledgeFile.lastRegistry(path)).containsExactly("pump", "camera");
        Path kept = folder.resolve("lab.plugins");
        Object before = Files.readAttributes(kept, BasicFileAttributes.class).fileKey();

        KnowledgeFile.keepRegistry(path, List.of("pump", "camera"));
        assertThat(Files.readAttributes(kept, BasicFileAttributes.class).fileKey())
                .as("not written again")
                .isEqualTo(before);
        KnowledgeFile.keepRegistry(path, List.of("valve"));
        assertThat(KnowledgeFile.lastRegistry(path)).containsExactly("valve");
    }

    private boolean add(String command, Map<String, ?> arguments, @Nullable Object answer) throws ContentException {
        Knowledge seen = nothing();
        exchange(seen, command, arguments, answer);
        return KnowledgeFile.add(path, seen);
    }

    private void exchange(Knowledge learner, String command, Map<String, ?> arguments, @Nullable Object answer)
            throws ContentException {
        ExecuteRequest request = messages.executeRequest(
                "ann", "pump", command, ContentData.encode(arguments, Payload.JSON), false, false);
        ExecuteReply reply = messages.executeReply(request, 1, ContentData.encode(answer, Payload.JSON));
        learner.sent(request);
        learner.heard(reply);
    }

    private static List<Object> rates(Knowledge knowledge) {
        return knowledge.command("pump", "set_rate").argument("rate").values();
    }

    private Path journal() {
        return KnowledgeFile.beside(path, ".journal");
    }

    private static Knowledge nothing() {
        return new Knowledge(Limits.DEFAULT, Clock.systemUTC(), Map.of());
    }
}
