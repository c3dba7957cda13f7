package io.github.hubsh.shell.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.fake.FakeCatalog;
import io.github.hubsh.shell.session.io.Dialog;
import io.github.hubsh.shell.session.memory.ActiveRecording;
import io.github.hubsh.shell.session.memory.Aliases;
import io.github.hubsh.shell.session.memory.JobControl;
import io.github.hubsh.shell.session.memory.RecordingTotals;
import io.github.hubsh.shell.session.network.HubIdentity;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was chosen in a session, over what is configured: aliases, the context, settings, and how to ask the user. */
final class SessionMemoryTest {
    private final Aliases aliases = new Aliases();
    private final ContextInUse context = new ContextInUse();
    private final Preferences preferences = new Preferences();
    private final Dialog dialog = new Dialog();

    @Test
    void an_alias_of_the_session_stands_before_that_of_the_files() {
        aliases.configure(Map.of("a", "ping a", "b", "ping b"));
        aliases.define("a", "status");
        aliases.define("b", " ");
        aliases.define("c", "plugins");
        assertThat(aliases.all()).isEqualTo(Map.of("a", "status", "c", "plugins"));
        assertThat(aliases.defined()).isEqualTo(Map.of("a", "status", "b", " ", "c", "plugins"));
        aliases.configure(Map.of("d", "ping d"));
        assertThat(aliases.all()).isEqualTo(Map.of("a", "status", "c", "plugins", "d", "ping d"));
    }

    @Test
    void the_context_is_that_of_its_hub_only() {
        assertThat(context.at("tcp://lab:1")).isNull();
        HubContext lab = new HubContext("lab", "tcp://lab:1", null, null, Map.of(), false, false);
        context.use(lab);
        assertThat(context.current()).isEqualTo(lab);
        assertThat(context.at("tcp://lab:1")).isEqualTo(lab);
        assertThat(context.at("tcp://lab:2")).isNull();
        assertThat(context.at(null)).isNull();
        context.use(null);
        assertThat(context.at("tcp://lab:1")).isNull();
    }

    @Test
    void the_names_of_contexts_are_a_copy() {
        List<String> names = new ArrayList<>(List.of("lab"));
        context.setNames(names);
        names.add("other");
        assertThat(context.names()).containsExactly("lab");
    }

    @Test
    void one_format_switches_the_others_off() {
        preferences.set("quiet", "on");
        preferences.set("json", "on");
        preferences.set("table", "on");
        assertThat(preferences.changed()).isEqualTo(Map.of("quiet", "on", "table", "on"));
        assertThat(preferences.isOn("json")).isFalse();
        assertThat(preferences.isOn("table")).isTrue();
    }

    @Test
    void what_was_set_holds_against_what_is_configured() {
        assertThat(preferences.isOff("pager")).isFalse();
        preferences.setSwitchedOff(List.of("pager"));
        assertThat(preferences.isOff("pager")).isTrue();
        preferences.set("pager", "on");
        assertThat(preferences.isOff("pager")).isFalse();
        preferences.set("hints", "off");
        assertThat(preferences.isOff("hints")).isTrue();

        assertThat(preferences.isChecking()).isTrue();
        preferences.setChecking(false);
        assertThat(preferences.isChecking()).isFalse();
        preferences.set("check", "on");
        assertThat(preferences.isChecking()).isTrue();
        preferences.set("check", "off");
        preferences.setChecking(true);
        assertThat(preferences.isChecking()).isFalse();
    }

    @Test
    void a_timeout_that_was_set_replaces_the_one_of_the_start() {
        SessionSettings started = SessionSettings.ofHub("tcp://lab:1");
        assertThat(preferences.applyTo(started)).isSameAs(started);
        preferences.set("timeout", "3s");
        assertThat(preferences.applyTo(started).timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(preferences.applyTo(started).hub()).isEqualTo("tcp://lab:1");
    }

    @Test
    void without_a_terminal_there_is_nothing_to_ask_at() {
        assertThatThrownBy(dialog::questions)
                .isInstanceOf(ShellException.class)
                .hasMessage("there is no terminal to ask at");
        dialog.setQuestions(question -> question + " yes");
        assertThat(dialog.questions().ask("sure?")).isEqualTo("sure? yes");
        dialog.setQuestions(null);
        assertThatThrownBy(dialog::questions).isInstanceOf(ShellException.class);
    }

    @Test
    void a_memory_with_other_aliases_sees_the_jobs_and_the_journal_that_come_later() {
        SessionMemory memory = new FakeCatalog(List.of(), List.of()).memory();
        SessionMemory sandboxed = memory.withAliases(new Aliases());
        JobControl jobs = new NoJobs();

        memory.setJobs(jobs);

        assertThat(sandboxed.jobs()).isSameAs(jobs);
        assertThat(sandboxed.journal()).isSameAs(memory.journal());
        assertThat(memory.recordings()).isSameAs(sandboxed.recordings());
        assertThat(sandboxed.aliases()).isNotSameAs(memory.aliases());
        assertThat(sandboxed.variables()).isSameAs(memory.variables());
    }

    @Test
    void nothing_runs_in_the_background_until_something_can_run_it() {
        SessionMemory memory = new FakeCatalog(List.of(), List.of()).memory();

        assertThat(memory.jobs()).isSameAs(JobControl.NONE);
    }

    @Test
    void one_records_as_long_as_a_recording_runs_and_no_longer() {
        SessionMemory memory = new FakeCatalog(List.of(), List.of()).memory();
        SessionMemory sandboxed = memory.withAliases(new Aliases());
        ActiveRecording recording = new Unwritten();
        assertThat(memory.isRecording()).isFalse();

        memory.recordings().add(recording);
        assertThat(memory.isRecording()).isTrue();
        assertThat(sandboxed.isRecording()).isTrue();

        sandboxed.recordings().remove(recording);
        assertThat(memory.isRecording()).isFalse();
    }

    @Test
    void the_journal_and_the_recordings_are_the_same_however_often_they_are_asked_for() {
        SessionMemory memory = new FakeCatalog(List.of(), List.of()).memory();
        SessionMemory sandboxed = memory.withAliases(new Aliases());

        assertThat(sandboxed.recordings()).isSameAs(sandboxed.recordings()).isSameAs(memory.recordings());
        assertThat(memory.journal()).isSameAs(memory.journal()).isSameAs(sandboxed.journal());
    }

    @Test
    void agreeing_in_advance_holds_for_the_session() {
        assertThat(dialog.isConfirmed()).isFalse();
        dialog.confirmAll();
        assertThat(dialog.isConfirmed()).isTrue();
    }

    private static final class Unwritten implements ActiveRecording {
        @Override
        public RecordingTotals totals() {
            throw new AssertionError("an unexpected question");
        }

        @Override
        public void leaveOut(HubIdentity own) {}

        @Override
        public void stop() {}

        @Override
        public boolean awaitEnd(Duration timeout) {
            return true;
        }
    }

    private static final class NoJobs implements JobControl {
        @Override
        public List<Entry> list() {
            return List.of();
        }

        @Override
        public boolean await(int number) {
            return false;
        }

        @Override
        public boolean cancel(int number) {
            return false;
        }
    }
}
