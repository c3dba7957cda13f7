package io.github.hubsh.shell.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.syntax.VerbName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompletionScriptTest {
    private final ShellBench bench = ShellBench.pipe();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @BeforeEach
    void start() {
        ByteArrayOutputStream none = new ByteArrayOutputStream();
        ProcessEnvironment process = new ProcessEnvironment(
                InputStream.nullInputStream(), none, none, Map.of(), folder, false, false, false);
        bench.session.program().setServices(new Program(process, new OneShot(), "1.2.3"));
    }

    @Test
    void bash_completes_verbs_options_choices_and_files() throws IOException, InterruptedException {
        assertThat(inBash("hubsh", "unt")).isEqualTo("until\n");
        assertThat(inBash("hubsh", "--wait-")).isEqualTo("--wait-for\n");
        assertThat(inBash("hubsh", "--hub", "tcp://lab:1", "ping", "--co")).isEqualTo("--count\n");
        assertThat(inBash("hubsh", "x", "plugin_a", "do_thing", "--mime", "p")).isEqualTo("pickle\n");
        assertThat(inBash("hubsh", "ping", "--count", "")).isEqualTo("\n");
        assertThat(inBash("hubsh", "help", "stat")).isEqualTo("status\n");
        assertThat(inBash("hubsh", "--context", "lab", "context", "us")).isEqualTo("use\n");
        assertThat(inBash("hubsh", "completion", "z")).isEqualTo("zsh\n");
        assertThat(inBash("hubsh", "-f", "scri")).isEqualTo("script\n");
    }

    @Test
    void contexts_are_those_there_are_when_tab_is_pressed() throws IOException, InterruptedException {
        assertThat(inBash("hubsh", "--context", "l")).isEqualTo("lab\nlater\n");
        assertThat(inBash("hubsh", "connect", "")).isEqualTo("lab\nlater\nsim\n");
        assertThat(inBash("hubsh", "context", "use", "s")).isEqualTo("sim\n");
        assertThat(inBash("hubsh", "context", "ad")).isEqualTo("add\n");
        assertThat(script("zsh")).contains("        ,--context) _hubsh_contexts; return ;;\n");
        assertThat(script("fish"))
                .contains(" -l context -x -a '(hubsh context ls --jq \\'.[].name\\' 2>/dev/null)' -d ")
                .contains("seen_subcommand_from connect' -a '(hubsh context ls ");
    }

    @Test
    void every_verb_has_its_case_in_every_script() {
        for (String shell : List.of("bash", "zsh", "fish")) {
            String script = script(shell);
            assertThat(VerbName.texts()).allMatch(name -> script.contains(name));
        }
    }

    @Test
    void zsh_starts_as_zsh_wants_it() {
        assertThat(script("zsh"))
                .startsWith("#compdef hubsh\n")
                .contains("        execute,--mime) _hubsh_words 'pickle json yaml text bytes'; return ;;\n")
                .contains("        ,-f) _hubsh_files; return ;;\n")
                .contains("        ping) _hubsh_words '--count --timeout ")
                .endsWith("}\ncompdef _hubsh hubsh\n");
    }

    @Test
    void fish_gets_facts() {
        assertThat(script("fish"))
                .contains("complete -c hubsh -n __fish_use_subcommand -a ping -d 'measure round trips'\n")
                .contains(
                        "complete -c hubsh -n '__fish_seen_subcommand_from ping' -l count -x -d 'how many; default 1'\n")
                .contains("complete -c hubsh -n '__fish_seen_subcommand_from execute x' -l mime -x -a 'pickle json yaml"
                        + " text bytes' -d ")
                .contains("complete -c hubsh -n __fish_use_subcommand -s f -r -F -d ");
    }

    @Test
    void another_shell_is_refused_with_those_there_are() {
        assertThat(bench.run("completion tcsh")).isEqualTo(2);
        assertThat(bench.screen.messages()).contains("expected bash, zsh or fish, found 'tcsh'");
    }

    @Test
    void the_manual_page_has_every_verb_and_every_exit_code() {
        assertThat(bench.run("man")).isZero();

        assertThat(bench.screen.data())
                .startsWith(".TH HUBSH 1 \"\" \"hubsh 1.2.3\"\n.SH NAME\nhubsh \\- the shell for ZeroMQ plugin hubs\n")
                .contains(".SS ping TARGET\nmeasure round trips\n.TP\n\\-\\-count N\nhow many; default 1\n")
                .contains(".TP\n130 interrupted\n");
        for (String name : VerbName.texts()) {
            assertThat(bench.screen.data()).contains(".SS " + name);
        }
    }

    private String script(String shell) {
        int before = bench.screen.data().length();
        assertThat(bench.run("completion " + shell)).isZero();
        return bench.screen.data().substring(before);
    }

    /** Lets bash complete the last word, and returns what it would offer. */
    private String inBash(String... words) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("script"), script("bash"));
        assertThat(run("-n", script.toString())).isEmpty();
        return run(
                "-c",
                "hubsh() { [ \"$*\" = \"context ls --jq .[].name\" ] && printf '%s\\n' lab later sim; }; source ./script;"
                        + " COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1)); _hubsh; printf '%s\\n' \"${COMPREPLY[@]}\"",
                words);
    }

    private String run(String option, String text, String... words) throws IOException, InterruptedException {
        List<String> command = new java.util.ArrayList<>(List.of("bash", "--norc", option, text, "bash"));
        command.addAll(List.of(words));
        Process bash = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(bash.waitFor()).as(output).isZero();
        return output;
    }
}
