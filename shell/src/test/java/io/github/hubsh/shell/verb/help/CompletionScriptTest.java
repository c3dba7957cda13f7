package io.github.hubsh.shell.verb.help;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.shell.fake.ShellBench;
import io.github.hubsh.shell.syntax.VerbName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompletionScriptTest {
    private final ShellBench bench = ShellBench.pipe();

    private static final String PUMP = """
            p\tpump\t1 command
            c\tpump\tset_rate\tset it
            a\tpump\tset_rate\trate=\tnumber
            a\tpump\tset_rate\tVoltage (V)=\tnumber
            v\tpump\tset_rate\trate\t=1\tseen
            v\tpump\tset_rate\trate\t=12.5\tseen
            """;

    private final Map<String, String> variables = new HashMap<>();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

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
        keepContexts("");
        assertThat(inBash("hubsh", "--context", "l").lines()).containsExactlyInAnyOrder("lab", "later");
        assertThat(inBash("hubsh", "connect", "").lines()).containsExactlyInAnyOrder("lab", "later", "sim");
        assertThat(inBash("hubsh", "context", "use", "s")).isEqualTo("sim\n");
        assertThat(inBash("hubsh", "context", "ad")).isEqualTo("add\n");
        assertThat(script("zsh")).contains("        ,--context) _hubsh_contexts; return ;;\n");
        assertThat(script("fish"))
                .contains(" -l context -x -a '(__hubsh_memory X)' -d ")
                .contains("__hubsh_is connect' -a '(__hubsh_memory X)'");
    }

    @Test
    void plugins_commands_arguments_and_values_come_from_what_is_remembered() throws IOException, InterruptedException {
        remember("tcp___localhost_31000", PUMP);

        assertThat(inBash("hubsh", "x", "p")).isEqualTo("pump\n");
        assertThat(inBash("hubsh", "x", "pump", "set")).isEqualTo("set_rate\n");
        assertThat(inBash("hubsh", "x", "pump", "set_rate", "")).isEqualTo("rate=\nVoltage\\ \\(V\\)=\n");
        assertThat(inBash("hubsh", "x", "pump", "set_rate", "rate=1", "")).isEqualTo("Voltage\\ \\(V\\)=\n");
        // Bash replaces only what stands behind the sign.
        assertThat(inBash("hubsh", "x", "pump", "set_rate", "rate=")).isEqualTo("1\n12.5\n");
        assertThat(inBash("hubsh", "--hub", "tcp://127.0.0.1:31000", "ping", "--count", "3", ""))
                .isEqualTo("pump\n");
        assertThat(inBash("hubsh", "watch", "2s", "x", "pump", "set_rate", "rate=12"))
                .isEqualTo("12.5\n");
        assertThat(inBash("hubsh", "tail", "--source", "")).isEqualTo("pump\n");
        assertThat(inBash("hubsh", "ping", "--cou")).as("an option").isEqualTo("--count\n");
        assertThat(inBash("hubsh", "--hub", "tcp://elsewhere:1", "ping", "--c"))
                .as("no memory")
                .isEqualTo("--count\n");
        assertThat(inBash("hubsh", "--hub", "tcp://elsewhere:1", "ping", "pu"))
                .as("no memory")
                .isEqualTo("\n");
    }

    @Test
    void what_was_added_since_is_offered_too_once_and_only_if_it_is_whole() throws IOException, InterruptedException {
        remember("tcp___localhost_31000", PUMP);
        Path memory = folder.resolve("cache/hubsh/knowledge");
        Files.writeString(memory.resolve("tcp___localhost_31000.journal"), """

                p\ttorn\t
                c\tpump\tto

                p\tpump\t1 command
                p\tvalve\t
                c\tvalve\topen\t
                v\tpump\tset_rate\trate\t=7\tseen
                {}

                p\thalf\t
                {"version":1,"plu""");
        Files.writeString(memory.resolve("tcp___localhost_31000.plugins"), "camera\npump\n");

        assertThat(inBash("hubsh", "x", "")).isEqualTo("pump\nvalve\ncamera\n");
        assertThat(inBash("hubsh", "x", "pump", "")).isEqualTo("set_rate\n");
        assertThat(inBash("hubsh", "x", "valve", "")).isEqualTo("open\n");
        assertThat(inBash("hubsh", "x", "pump", "set_rate", "rate=")).isEqualTo("1\n12.5\n7\n");
    }

    @Test
    void the_memory_is_that_of_the_hub_that_the_command_would_use() throws IOException, InterruptedException {
        keepContexts("  \"current\": \"lab\"\n");
        remember("contexts/lab", "p\tof_lab\t\n");
        remember("contexts/sim", "p\tof_sim\t\n");
        remember("tcp___h_1", "p\tof_h\t\n");
        remember("tcp___project_1", "p\tof_project\t\n");

        assertThat(inBash("hubsh", "ping", "")).isEqualTo("of_lab\n");
        assertThat(inBash("hubsh", "--context", "sim", "ping", "")).isEqualTo("of_sim\n");
        assertThat(inBash("hubsh", "--hub=tcp://H:1", "ping", "")).isEqualTo("of_h\n");
        assertThat(inBash("hubsh", "--hub", "tcp://lab:1", "ping", ""))
                .as("the same hub")
                .isEqualTo("of_lab\n");
        assertThat(inBash("hubsh", "--context", "../../x", "ping", "p"))
                .as("no context")
                .isEqualTo("\n");
        variables.put("HUBSH_HUB", "tcp://h:1");
        assertThat(inBash("hubsh", "ping", "")).isEqualTo("of_h\n");
        variables.put("HUBSH_CONTEXT", "sim");
        assertThat(inBash("hubsh", "ping", "")).isEqualTo("of_h\n");
        variables.clear();
        Files.writeString(folder.resolve(".hubsh.toml"), "hub = \"tcp://project:1\"\n[alias]\nhub = \"tcp://h:1\"\n");
        assertThat(inBash("hubsh", "ping", "")).isEqualTo("of_project\n");
    }

    @Test
    void a_hostile_name_runs_nothing_and_is_quoted() throws IOException, InterruptedException {
        String evil = "$(touch pwned)";
        remember(
                "tcp___localhost_31000",
                "p\t" + evil + "\t" + evil + "\np\t`touch pwned`\tx\np\t*\t\np\tit's;a\t\nc\t" + evil + "\t" + evil
                        + "\t" + evil + "\na\t" + evil + "\t" + evil + "\t" + evil + "=\t\nv\t" + evil + "\t" + evil
                        + "\t" + evil + "\t=" + evil + "\t\n");
        String quoted = "\\$\\(touch\\ pwned\\)";

        assertThat(inBash("hubsh", "ping", "")).isEqualTo(quoted + "\n\\`touch\\ pwned\\`\n\\*\nit\\'s\\;a\n");
        assertThat(inBash("hubsh", "ping", "'$(")).as("within quotes").isEqualTo(evil + "\n");
        assertThat(inBash("hubsh", "ping", "\"$(")).isEqualTo("\\$(touch pwned)\n");
        assertThat(inBash("hubsh", "ping", "'it")).isEqualTo("it'\\''s;a\n");
        assertThat(inBash("hubsh", "x", quoted, "")).isEqualTo(quoted + "\n");
        assertThat(inBash("hubsh", "x", quoted, "'" + evil + "'", "")).isEqualTo(quoted + "=\n");
        assertThat(inBash("hubsh", "x", quoted, quoted, quoted + "=")).isEqualTo(quoted + "\n");
        assertThat(folder.resolve("pwned")).doesNotExist();
    }

    @Test
    void fish_asks_the_same_memory() throws IOException, InterruptedException {
        Requires.shell("fish");
        remember("tcp___localhost_31000", PUMP + "p\t$(touch pwned)\t\n");
        Files.writeString(folder.resolve("script"), script("fish"));

        assertThat(inFish("hubsh ping ")).isEqualTo("$(touch pwned)\npump\t1 command\n");
        assertThat(inFish("hubsh --hub tcp://127.0.0.1:31000 x pump se")).isEqualTo("set_rate\tset it\n");
        assertThat(inFish("hubsh x pump set_rate rate=")).isEqualTo("rate=1\tseen\nrate=12.5\tseen\n");
        assertThat(inFish("hubsh --hub tcp://127.0.0.1:31000 unt")).startsWith("until\t");
        assertThat(folder.resolve("pwned")).doesNotExist();
    }

    @Test
    void zsh_asks_the_same_memory() throws IOException, InterruptedException {
        Requires.shell("zsh");
        remember("tcp___localhost_31000", PUMP);
        Files.writeString(folder.resolve("script"), script("zsh"));
        String stub =
                "compdef() :; compadd() { local a=${@[-1]}; (( ${(P)#a} )) && print -l -- ${(P)a} }; source ./script;"
                        + " words=(\"$@\"); CURRENT=$#; PREFIX=${@[-1]}; _hubsh";

        assertThat(process("zsh", "-f", "-c", stub, "zsh", "hubsh", "ping", "")).isEqualTo("pump\n");
        assertThat(process("zsh", "-f", "-c", stub, "zsh", "hubsh", "x", "pump", "set_rate", "rate=1", ""))
                .isEqualTo("Voltage (V)=\n");
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
                .contains("        ping) _hubsh_memory || _hubsh_words '--count --timeout ")
                .endsWith("}\nif [[ ${funcstack[1]} == _hubsh ]]; then _hubsh \"$@\"; else compdef _hubsh hubsh; fi\n");
    }

    @Test
    void fish_gets_facts() {
        assertThat(script("fish"))
                .contains("complete -c hubsh -n __hubsh_is -a ping -d 'measure round trips'\n")
                .contains("complete -c hubsh -n '__hubsh_is ping' -l count -x -d 'how many; default 1'\n")
                .contains("complete -c hubsh -n '__hubsh_is execute x' -l mime -x -a 'pickle json yaml"
                        + " text bytes' -d ")
                .contains("complete -c hubsh -n __hubsh_is -s f -r -F -d ");
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

    private void remember(String hub, String index) throws IOException {
        Path file = folder.resolve("cache/hubsh/knowledge/" + hub + ".words");
        Files.createDirectories(file.getParent());
        Files.writeString(file, index);
    }

    /** As {@code context add} writes it. */
    private void keepContexts(String rest) throws IOException {
        String contexts = List.of("lab", "later", "sim").stream()
                .map(name -> "    \"" + name + "\": {\n      \"uri\": \"tcp://" + name + ":1\"\n    }")
                .collect(Collectors.joining(",\n"));
        Files.createDirectories(folder.resolve("config/hubsh"));
        Files.writeString(
                folder.resolve("config/hubsh/saved.json"),
                "{\n  \"contexts\": {\n" + contexts + "\n  },\n" + rest + "}\n");
    }

    /** Lets bash complete the last word, and returns what it would offer. Bash splits words at = and : as well. */
    private String inBash(String... words) throws IOException, InterruptedException {
        Path script = Files.writeString(folder.resolve("script"), script("bash"));
        assertThat(process("bash", "--norc", "-n", script.toString())).isEmpty();
        List<String> command = new ArrayList<>(List.of(
                "bash",
                "--norc",
                "-c",
                "source ./script; COMP_LINE=$1; COMP_POINT=${#1}; shift; COMP_WORDS=(\"$@\"); COMP_CWORD=$(($# - 1));"
                        + " _hubsh; printf '%s\\n' \"${COMPREPLY[@]}\"",
                "bash",
                String.join(" ", words)));
        for (String word : words) {
            command.addAll(List.of(word.split("(?<=[=:])|(?=[=:])")));
        }
        return process(command.toArray(String[]::new));
    }

    private String inFish(String line) throws IOException, InterruptedException {
        return process("fish", "--no-config", "-c", "source ./script; complete -C $argv[1]", line);
    }

    private String process(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("HUBSH_"));
        builder.environment().putAll(variables);
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        builder.environment().put("XDG_CONFIG_HOME", folder.resolve("config").toString());
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return output;
    }
}
