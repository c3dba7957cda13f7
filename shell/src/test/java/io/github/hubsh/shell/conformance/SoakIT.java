package io.github.hubsh.shell.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.shell.testkit.ProcessRun;
import io.github.hubsh.shell.testkit.SharedArchives;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A little of {@code bin/soak}: real processes in trouble, and a ledger in which nothing may be missing. */
@EnabledOnOs(OS.LINUX)
final class SoakIT {
    @TempDir
    private Path folder;

    @BeforeAll
    static void needsPython() {
        Requires.python();
    }

    @Test
    void every_request_ends_once_while_plugins_and_the_hub_are_killed_stopped_cut_off_and_doubled() {
        assertThat(soak("plugins", "--for", "12s"))
                .contains("plugin killed", "plugin restarted", "plugin stopped", "cable cut", "hub killed", "double ");
    }

    @Test
    void a_pair_has_every_request_answered_beside_mutated_messages() {
        assertThat(soak("mutated", "--share", "1")).containsPattern("mutated messages +10000\n");
    }

    @Test
    void a_pair_has_every_request_answered_while_a_hub_process_is_attacked() {
        assertThat(soak("attacks", "--share", "1")).doesNotContain("skipped");
    }

    @Test
    void every_request_ends_once_while_hubs_of_a_cluster_and_servers_are_killed_stopped_and_cut_off() {
        Requires.nats();
        assertThat(soak("cluster", "--for", "10s")).contains("hub killed", "NATS killed", "answered wrongly ");
    }

    @Test
    void the_ledger_sees_what_is_missing_doubled_or_wrong() {
        ProcessBuilder builder = new ProcessBuilder(Requires.python(), "-B", "-m", "unittest", "soak.ledger_check");
        builder.environment().put("PYTHONPATH", "../core/src/test/resources/python");
        ProcessRun run = ProcessRun.of(builder, folder);
        assertThat(run.err()).contains("Ran 8 tests").endsWith("\nOK\n");
    }

    /** Returns what the soak has printed. */
    private String soak(String... arguments) {
        List<String> command = new ArrayList<>(List.of("../bin/soak", "--seed", "13"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("XDG_CACHE_HOME", SharedArchives.in(folder));
        ProcessRun run = ProcessRun.of(builder, folder);
        assertThat(run.exit()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).endsWith("\nthe ledger is complete\n");
        return run.out();
    }
}
