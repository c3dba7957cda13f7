package io.github.hubsh.shell.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class OptionsTest {
    @RegisterExtension
    final ScriptBench bench = new ScriptBench();

    private static final String SCRIPT = """
            import { hub, connect, sleep, series, frame, writeText, readText, env, UsageError } from 'hubsh';
            const { signal } = new AbortController();
            const calls = [
            %s
            ];
            for (const each of calls) {
              try {
                await each();
                console.log('accepted', String(each));
              } catch (error) {
                console.log(error instanceof UsageError || error instanceof TypeError ? error.message : error);
              }
            }
            """;

    /** Evaluates each call of a script; each has to be refused with the text beside it. */
    private void refuses(String... table) {
        StringBuilder calls = new StringBuilder();
        StringBuilder expected = new StringBuilder();
        for (int i = 0; i < table.length; i += 2) {
            calls.append("() => ").append(table[i]).append(",\n");
            expected.append(table[i + 1]).append('\n');
        }
        bench.prints(SCRIPT.replace("%s", calls), expected.toString());
    }

    @Test
    void a_name_that_is_no_option_is_an_error_that_says_what_was_meant() {
        String tail = "; there are type, count, for, source, target, command, status, where, signal";
        refuses(
                "writeText('f', 'x', { apend: true })",
                "there is no option 'apend' (did you mean 'append'?); there are append",
                "hub.tail({ cuont: 1 })",
                "there is no option 'cuont' (did you mean 'count'?)" + tail,
                "hub.tail({ nonsense: 1 })",
                "there is no option 'nonsense'" + tail,
                "hub.on('*', { Source: 'a' }, () => {})",
                "there is no filter 'Source' (did you mean 'source'?); there are source, target, command, status, where",
                "hub.ping('pump', { signals: signal })",
                "there is no option 'signals' (did you mean 'signal'?); there are timeout, signal",
                "hub.async.plugins({ pings: true })",
                "there is no option 'pings' (did you mean 'ping'?); there are ping, signal",
                "connect({ timout: 5 })",
                "there is no option 'timout' (did you mean 'timeout'?); there are name, timeout, serverKey, key",
                "sleep('1ms', { x: 1 })",
                "there is no option 'x'; there are signal",
                "hub.until(() => 1, { evry: 5 })",
                "there is no option 'evry' (did you mean 'every'?); there are every, for, that, signal",
                "hub.waitFor('pump', { timeot: 5 })",
                "there is no option 'timeot' (did you mean 'timeout'?); there are timeout, signal",
                "series([1], { Dtype: 'int8' })",
                "there is no option 'Dtype' (did you mean 'dtype'?); there are name, dtype, index, indexName",
                "hub.serve('own', { go: { run() {}, documentaton: 'x' } })",
                "there is no part 'documentaton' (did you mean 'documentation'?); there are run, documentation, arguments,"
                        + " examples, more",
                "hub.serve('own', { go: { run() {}, arguments: { x: { requird: true } } } })",
                "there is no keyword 'requird' (did you mean 'required'?); there are type, description, required, default,"
                        + " enum, minimum, maximum, unit");
    }

    @Test
    void a_value_of_the_wrong_type_is_an_error() {
        refuses(
                "hub.tail({ count: 'five' })",
                "option 'count': expected a whole number from 0, found 'five'",
                "hub.tail({ type: 'execute' })",
                "there are no broadcasts 'execute'; there are connect_request, connect_reply, execute_request,"
                        + " execute_reply and * for all",
                "hub.execute('pump', 'ping', {}, { silent: 'yes' })",
                "option 'silent': expected true or false, found 'yes'",
                "hub.execute('pump', 'ping', {}, { mime: 'xml' })",
                "option 'mime': expected 'json' or 'pickle' or 'yaml' or 'text' or 'bytes', found 'xml'",
                "hub.execute('pump', 'ping', {}, 5)",
                "expected an object of options, found 5",
                "hub.execute('pump', 'ping', {}, { signal: {} })",
                "option 'signal': expected an AbortSignal, found {}",
                "hub.until(() => 1, { that: true })",
                "option 'that': expected a function, found true",
                "hub.until(5)",
                "expected a function to call again and again, found 5",
                "hub.on('*', { where: 5 }, () => {})",
                "filter 'where': expected a text or a function, found 5",
                "hub.waitFor(5)",
                "expected a plugin, or a type of broadcast, as a text, found 5",
                "frame({ a: [1] }, { index: 'a' })",
                "option 'index': expected an array, found 'a'",
                "hub.serve('own', { go: { run() {}, documentation: 5 } })",
                "part 'documentation': expected a text, found 5");
    }

    @Test
    void an_operand_that_is_missing_or_of_the_wrong_type_is_an_error() {
        String time = "expected a time such as 250, '500ms', '5s' or '2m', found ";
        refuses(
                "sleep()",
                time + "undefined",
                "sleep.async()",
                time + "undefined",
                "sleep('5 hours')",
                time + "'5 hours'",
                "AbortSignal.timeout()",
                time + "undefined",
                "setTimeout(() => {}, '5s')",
                "expected milliseconds as a number, found '5s'",
                "series(5)",
                "expected an array, an object or a Map in series(…), found 5",
                "frame({ a: 1 })",
                "expected an array, an object or a Map as column a of frame(…), found 1",
                "readText(5)",
                "expected a path as a text, found 5",
                "writeText('f', { a: 1 })",
                "expected what is written as a text, found { a: 1 }",
                "env()",
                "expected the name of a variable as a text, found undefined",
                "connect(5)",
                "expected a URI as a text, found 5",
                "hub.ping(5)",
                "expected a plugin as a text, found 5",
                "hub.sh('')",
                "expected a line of the shell as a text, found ''",
                "hub.describe('pump', 5)",
                "expected a command as a text, found 5");
    }

    @Test
    void a_plugin_may_keep_its_own_state_beside_what_describes_a_command() {
        bench.prints("""
                import { hub } from 'hubsh';
                const own = hub.serve('own', { go: { run() { return ++this.count; }, count: 4, arguments: {} } });
                console.log(hub.execute('own', 'go'));
                own.close();
                """, "5\n");
    }

    @Test
    void a_file_is_not_overwritten_where_an_option_is_misspelt() {
        bench.file("data/log", "first");

        bench.file("script.js", "import { writeText } from 'hubsh'; writeText('data/log', 'x', { apend: true });");
        int status = bench.run("run --allow-write data script.js");

        assertThat(status).isEqualTo(2);
        assertThat(bench.directory.resolve("data/log")).hasContent("first");
    }
}
