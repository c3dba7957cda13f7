package io.github.hubsh.shell.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Configuration;
import io.github.hubsh.shell.session.HubContext;
import io.github.hubsh.shell.session.HubKeys;
import io.github.hubsh.shell.session.SessionMemory;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.syntax.Setting;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is configured, and what a session gets of it; {@link LayersTest} has what counts more. */
final class LiveConfigurationTest {
    private static final SessionSettings STARTED = new SessionSettings(
            "tcp://started:1", "me", Duration.ofSeconds(7), Duration.ofSeconds(8), List.of("plugin_a"), true);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private final ShellBench bench = ShellBench.pipe();

    /** Columns: the user's file, its lines with semicolons between; hub, name, timeout and keys of a session. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                        | tcp://started:1 me PT7S null null false
            hub = "tcp://a:1"         | tcp://a:1 me PT7S null null false
            name = "ann"              | tcp://started:1 ann PT7S null null false
            timeout = "250ms"         | tcp://started:1 me PT0.25S null null false
            server-key = "s"; key = "k" | tcp://started:1 me PT7S s k false
            insecure = true           | tcp://started:1 me PT7S null null true
            insecure = false          | tcp://started:1 me PT7S null null false
            """)
    void a_session_gets_what_is_configured_and_keeps_the_rest(String own, String expected) throws IOException {
        SessionSettings settings = open(own).setup().applyTo(STARTED);

        HubKeys keys = settings.keys();
        assertThat(settings.hub() + " " + settings.name() + " " + settings.timeout() + " " + keys.serverKey() + " "
                        + keys.ownKey() + " " + keys.insecure())
                .isEqualTo(expected);
        assertThat(settings.patience()).isEqualTo(STARTED.patience());
        assertThat(settings.awaited()).isEqualTo(STARTED.awaited());
        assertThat(settings.observing()).isTrue();
    }

    /** Columns: the user's file; whether requests are checked; the switches that are off. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``                           | true  | ``
            check = true                 | true  | ``
            check = false                | false | check
            pager = false; hints = false | true  | pager hints
            quiet = true                 | true  | ``
            """)
    void a_sessions_memory_gets_the_switches(String own, boolean checking, String off) throws IOException {
        SessionMemory memory = bench.session.memory();

        open(own).setup().applyTo(memory);

        assertThat(memory.preferences().isChecking()).isEqualTo(checking);
        for (Setting setting : Setting.values()) {
            assertThat(memory.preferences().isOff(setting.key()))
                    .as(setting.key())
                    .isEqualTo(List.of(off.split(" ", -1)).contains(setting.key()));
        }
    }

    @Test
    void a_sessions_memory_gets_contexts_and_aliases() throws IOException {
        Configuration configuration = open("alias.led = \"ping pump\"");
        configuration.contexts().put(context("lab", Map.of("led", "ping lab", "fan", "ping fan")));
        configuration.contexts().put(context("home", Map.of()));
        SessionMemory memory = bench.session.memory();

        configuration.setup().applyTo(memory);
        assertThat(memory.context().current()).isNull();
        assertThat(memory.context().names()).containsExactly("lab", "home");
        assertThat(memory.aliases().all()).isEqualTo(Map.of("led", "ping pump"));

        environment.put("HUBSH_CONTEXT", "lab");
        open("alias.led = \"ping pump\"").setup().applyTo(memory);
        assertThat(memory.context().current()).isEqualTo(context("lab", Map.of("led", "ping lab", "fan", "ping fan")));
        assertThat(memory.aliases().all()).isEqualTo(Map.of("led", "ping lab", "fan", "ping fan"));
    }

    /** Columns: the context that is asked for; the hint, or a dash where it is there. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ``      | -
            none    | -
            lab     | -
            lba     | did you mean 'lab'?
            zzzzzzz | context ls shows them; context add zzzzzzz URI makes it
            """)
    void a_context_that_is_asked_for_has_to_be_there(String wanted, String hint) throws IOException {
        open("").contexts().put(context("lab", Map.of()));
        environment.put("HUBSH_CONTEXT", wanted);
        Configuration configuration = open("");

        if (hint.equals("-")) {
            assertThatCode(() -> configuration.setup().requireContext()).doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> configuration.setup().requireContext())
                    .isInstanceOfSatisfying(ShellException.class, wrong -> {
                        assertThat(wrong.problem()).isEqualTo(Problem.USAGE);
                        assertThat(wrong.text()).isEqualTo("there is no context '" + wanted + "' (HUBSH_CONTEXT)");
                        assertThat(wrong.hint()).isEqualTo(hint);
                    });
        }
    }

    /** Columns: what else names a hub; the context that is kept; where another hub is from. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            nothing           | lab     | -
            nothing           | missing | -
            tcp://variable:1  | lab     | HUBSH_HUB
            tcp://lab:1       | lab     | -
            tcp://variable:1  | missing | -
            """)
    void a_context_that_is_kept_may_lead_elsewhere_at_the_next_start(String hub, String kept, String origin)
            throws IOException {
        if (!hub.equals("nothing")) {
            environment.put("HUBSH_HUB", hub);
        }
        Configuration configuration = open("hub = \"tcp://own:1\"");
        configuration.contexts().put(context("lab", Map.of()));

        assertThat(String.valueOf(configuration.contexts().keepCurrent(kept)))
                .isEqualTo(origin.equals("-") ? "null" : origin);
    }

    @Test
    void contexts_are_kept_and_forgotten() throws IOException {
        Configuration configuration = open("");
        assertThat(configuration.contexts().current()).isNull();
        assertThat(configuration.contexts().previous()).isNull();

        configuration.contexts().put(context("lab", Map.of()));
        configuration.contexts().put(context("home", Map.of()));
        configuration.contexts().keepCurrent("lab");
        configuration.contexts().keepCurrent("home");

        assertThat(open("").contexts().current()).isEqualTo("home");
        assertThat(open("").contexts().previous()).isEqualTo("lab");
        configuration.contexts().remove("home");
        assertThat(configuration.contexts().all()).containsOnlyKeys("lab");
        assertThat(open("").contexts().current()).isNull();
    }

    @Test
    void settings_and_aliases_are_saved_for_the_next_start() throws IOException {
        Configuration configuration = open("");
        configuration.saved().saveSetting(Setting.TIMEOUT, "9s");
        configuration.saved().saveAlias("led", "ping pump");

        assertThat(configuration.text(Setting.TIMEOUT)).isNull();
        assertThat(open("").text(Setting.TIMEOUT)).isEqualTo("9s");
        assertThat(open("").aliases()).isEqualTo(Map.of("led", "ping pump"));
        configuration.saved().saveSetting(Setting.TIMEOUT, null);
        assertThat(open("").text(Setting.TIMEOUT)).isNull();
    }

    /** Columns: the context; the URI beside it; the hub, the name in use, and the timeout. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            lab | -            | tcp://lab:1 lab PT4S
            lab | tcp://b:2    | tcp://b:2 lab PT4S
            -   | tcp://b:2    | tcp://b:2 null PT5S
            -   | -            | tcp://own:1 null PT5S
            """)
    void a_session_enters_a_context_or_none(String name, String uri, String expected) throws IOException {
        Configuration configuration = open("hub = \"tcp://own:1\"");
        SessionMemory memory = bench.session.memory();
        memory.context().setFocus("plugin_a");
        HubContext context = name.equals("-")
                ? null
                : new HubContext(name, "tcp://lab:1", null, Duration.ofSeconds(4), Map.of(), false, false);

        configuration.setup().enter(context, uri.equals("-") ? null : uri, bench.session);

        SessionSettings settings = bench.session.settings();
        assertThat(settings.hub() + " " + configuration.contexts().current() + " " + settings.timeout())
                .isEqualTo(expected);
        assertThat(settings.awaited()).isEmpty();
        assertThat(memory.context().current()).isEqualTo(context);
        assertThat(memory.context().focus()).isNull();
    }

    @Test
    void without_a_home_and_a_project_there_are_no_files() {
        Configuration configuration = open(null, null, null);

        assertThat(configuration.saved().files()).isEmpty();
        assertThat(configuration.contexts().all()).isEmpty();
        assertThat(configuration.setup().applyTo(STARTED)).isEqualTo(STARTED);
        assertThatThrownBy(() -> configuration.saved().saveAlias("led", "ping pump"))
                .isInstanceOfSatisfying(ShellException.class, wrong -> {
                    assertThat(wrong.text()).isEqualTo("there is no folder to keep it in");
                    assertThat(wrong.hint()).isEqualTo("set HOME");
                });
    }

    @Test
    void files_are_shown_in_the_order_in_which_they_count() throws IOException {
        Path project = Files.writeString(folder.resolve("project.toml"), "");

        Configuration configuration = open(project, folder.resolve("saved.json"), folder.resolve("own.toml"));

        assertThat(configuration.saved().files())
                .containsExactly(
                        Map.entry(project, true),
                        Map.entry(folder.resolve("saved.json"), false),
                        Map.entry(folder.resolve("own.toml"), false));
    }

    /** Columns: who can write the project's file; what it says; the warning behind its name. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            rw-r--r-- | hub = "tcp://a:1" | ``
            rw-rw-rw- | hub = "tcp://a:1" | ` can be changed by other users, and chooses the hub tcp://a:1; chmod go-w, or move it away`
            rw-rw-rw- | timeout = "3s"    | ` can be changed by other users; chmod go-w, or move it away`
            """)
    void a_project_that_others_can_change_is_warned_of(String permissions, String text, String warning)
            throws IOException {
        Path project = Files.writeString(folder.resolve("project.toml"), text + "\n");
        Files.setPosixFilePermissions(project, PosixFilePermissions.fromString(permissions));

        open(project, null, null);

        assertThat(warnings).isEqualTo(warning.isEmpty() ? List.of() : List.of(project + warning));
    }

    @Test
    void the_users_own_file_may_be_writable_by_others() throws IOException {
        Path own = Files.writeString(folder.resolve("own.toml"), "timeout = \"3s\"\n");
        Files.setPosixFilePermissions(own, PosixFilePermissions.fromString("rw-rw-rw-"));

        assertThat(open(null, null, own).text(Setting.TIMEOUT)).isEqualTo("3s");
        assertThat(warnings).isEmpty();
    }

    private static HubContext context(String name, Map<String, String> aliases) {
        return new HubContext(name, "tcp://" + name + ":1", null, null, aliases, false, false);
    }

    private Configuration open(String own) throws IOException {
        Path file = Files.writeString(folder.resolve("own.toml"), own.replace("; ", "\n"));
        return open(null, folder.resolve("saved.json"), file);
    }

    private Configuration open(@Nullable Path project, @Nullable Path saved, @Nullable Path own) {
        ConfigSources sources = new ConfigSources(
                new Arguments(List.of(), List.of(), Map.of()),
                environment,
                project,
                own,
                saved,
                "hubsh-ann-bench",
                warnings::add);
        return LiveConfiguration.open(sources, LayersTest::text);
    }
}
