package io.github.hubsh.shell.verb.help;

import io.github.hubsh.shell.syntax.Setting;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Pages of the help about the line itself. Lines that start with two blanks and a verb are examples, and parse. */
public final class HelpTopics {
    /** The topics beside the verbs, each with its summary. */
    public static final Map<String, String> SUMMARIES = summaries();

    private static final List<String> FILTERS = List.of(
            "A filter changes the result of a statement:",
            "",
            "  | jq EXPR          the result of a jq expression, for each result",
            "  | where EXPR       only elements, rows or broadcasts for which it is true",
            "  | select KEY,…     only these keys or columns",
            "  | head N           only the first N; ends a tail",
            "  | count | table    how many elements, rows or results; or as a table",
            "  | plot             numbers as a curve; in a table, each column of numbers",
            "  | bytes            bytes, or a text, as they are: for a file, !COMMAND, a pipe",
            "  | x TARGET …       a request for each result, which is $_ in it",
            "  | !COMMAND         through sh, up to the ';': what a pipe would get",
            "",
            "Examples:",
            "  plugins | where '.name | startswith(\"microdrop.\")' | count",
            "  execute plugin_a do_thing x=1 | jq .x | x plugin_a do_thing y=$_",
            "  tail | where '.command == \"do_thing\"' | head 3",
            "  plugins --ping | select name,round_trip_ms | table",
            "  commands | !sort | head -20",
            "  plugins > plugins.json; plugins --ping >> plugins.csv",
            "",
            "Quote an expression that has blanks, | or >. --jq EXPR is the last filter.",
            "> FILE writes text, bytes or JSON; .json, .jsonl, .csv by name; >> FILE appends.",
            "Columns of one name are a, a.1. One that no row has is an error; .x? is none.");

    private static final List<String> VARIABLES = List.of(
            "A variable keeps a value of this session:",
            "",
            "  NAME = STATEMENT   keeps what a statement gives, instead of showing it",
            "  let NAME=VALUE …   as items are written; let alone lists all variables",
            "  $name $name.key    its value, or a part of it: in operands and in items,",
            "  $name[0] $name[-1]   within \"…\" too, never within '…'",
            "  $_ $_3             the last result, and the third of the session",
            "",
            "Examples:",
            "  r = execute plugin_a do_thing x=1; execute plugin_a do_thing x=$r.x",
            "  let target=plugin_a; execute $target do_thing s=\"to $target\"",
            "  plugins; $_ | select name; $_1 | count",
            "  3 ping hub | jq .round_trip_ms",
            "  use plugin_a; .do_thing x=1",
            "",
            "A variable alone shows its value. x=$r sends any value as it is, x==$r its text.",
            "jq expressions know the variables as $name too. \"$name\".txt ends a name.");

    private static final List<String> JOBS = List.of(
            "A statement that ends with & runs in the background; what it gives is shown",
            "above the line being typed. At the prompt tail always does.",
            "",
            "  STATEMENT &        starts a job; the next statement may follow at once",
            "  jobs               what runs, and since when",
            "  fg [JOB]           waits for one; Ctrl-C then stops it",
            "  cancel [JOB|all]   stops one; the plugin keeps working",
            "",
            "Examples:",
            "  tail --type execute_reply & execute plugin_a do_thing x=1; cancel",
            "  r = execute plugin_a do_thing x=1 & ping hub; fg; $r",
            "",
            "-c, -f and stdin wait for their jobs at the end. At most 20 run at once.");

    private static final List<String> JAVASCRIPT = List.of(
            "import { hub, sleep, expect } from 'hubsh';         (at js> they are there)",
            "",
            "  hub.execute(plugin, command, {x: 1}, {timeout: '2s'})    waits for the reply",
            "  hub.plugin('pump').dispense({volume_ul: 5})              the same",
            "  await hub.async.execute(…)   await hub.plugin('pump').async.dispense(…)",
            "  hub.ping(plugin)  hub.plugins()  hub.describe(plugin)  hub.sh('ping hub')",
            "  hub.until(() => …, {every: '250ms', for: '5m'})    hub.waitFor('pump')",
            "  hub.on('execute_reply', {source: 'pump'}, m => …)  returns a stop function",
            "  for await (const m of hub.tail({where: '.command == \"x\"', count: 3})) …",
            "  hub.serve('fake', {find_liquid() { return ['e1']; }})",
            "  connect('tcp://h:31000')  sleep('1s')  uuid('4242…')  date('2026-01-31')",
            "  series({e1: 5})  series(new Map([[37, 1]]))  frame({a: [1]})  tuple(1, 2)",
            "  args  env('HOME')  readText('a.csv')  writeText('b.csv', text)  inspect(v)",
            "  exit(3)       ends the script at once, with this exit code",
            "",
            "Errors: RemoteError TimeoutError NoSuchPluginError NoSuchCommandError",
            "ConnectionError UsageError. types --api writes all of it for your editor.");

    private static final List<String> TESTS = List.of(
            "import { test, expect, describe, beforeAll, fn } from 'hubsh';",
            "",
            "  test('name', {timeout: '5s', retry: 1}, async ({hub, fake}) => …)",
            "  test.only  test.skip  test.todo  test.skipIf(…)  test.each([[1, 2]])('%d', …)",
            "  test.step('fill', () => …)       a part that has a name in the reports",
            "  expect(v).toEqual({n: expect.any(Number)})      .not  .resolves  .rejects",
            "  expect(v).toMatchSnapshot()      as in FILE.snap; test --update writes it",
            "  await expect.poll(() => …, {timeout: '5s', interval: '100ms'}).toBe(3)",
            "  expect.soft(v)  expect.extend({toBeOpen(v) { return {pass, message}; }})",
            "  expect.assertions(2)  expect.hasAssertions()   count those of the body",
            "  const f = fn(x => x + 1); expect(f).toHaveBeenCalledWith(1)",
            "  const pump = fake('pump', {run: () => 5});   gone when its test ends",
            "  fake.from('session.jsonl', {plugin: 'pump', speed: 'max'})   as recorded; or [files]",
            "  expect(pump).toHaveBeenCalledWith('run', {ml: 5});  pump.calls  pump.commands",
            "",
            "A fixture is set up for the tests that name it, and taken down after them:",
            "",
            "  const rig = test.extend({",
            "    valve: async ({hub}, use) => { open(); await use(v); close(); },",
            "    link: [async ({}, use) => …, {scope: 'file', auto: true}]});",
            "  rig('flows', async ({valve}) => …)",
            "",
            "Files that run in parallel have fakes of their own: see help test.");

    private static final List<String> LAYERS = List.of(
            "If a setting stands in several places, the first of these counts:",
            "",
            "  --hub --name --timeout --json --quiet …   options before the verb",
            "  HUBSH_HUB HUBSH_NAME HUBSH_TIMEOUT …      variables, one for each setting",
            "  .hubsh.toml           of the project: the nearest one, upwards from here",
            "  the context           --context, HUBSH_CONTEXT, or context use NAME",
            "  saved.json            what set --save, alias --save and context keep",
            "  config.toml           yours, beside it in ~/.config/hubsh");

    private static final List<String> FILES = List.of(
            "  [alias]",
            "  led = \"execute plugin_a do_thing\"",
            "",
            "A context that is named in one of these places sets the hub there too. A",
            "project's file and its aliases never run or write anything, and choose no keys.",
            "Each start warns of one that other users can change.",
            "",
            "config shows each setting and its origin, config --files where it looks.");

    private static final List<String> KEYS = List.of(
            "While a line is typed (set editing-mode vi in ~/.inputrc for vi's keys):",
            "",
            "  Tab                 completes; again and the arrows choose",
            "  Right  End          take the grey text;  Alt-F Ctrl-Right  its next word",
            "  Up  Down            lines that begin like this one; or the rows of a long line",
            "  Ctrl-R  Ctrl-S      search what was typed, by words; a list shows what fits",
            "  !12  !!  !x pump    run that line again, by number or how it begins; history",
            "  Alt-Enter           adds a row; so does Enter in an open quote or bracket",
            "  Ctrl-X Ctrl-E       edits the line in $VISUAL or $EDITOR",
            "  Ctrl-A Ctrl-E       begin and end;  Alt-B Alt-F Ctrl-Left Ctrl-Right  by words",
            "  Ctrl-W Alt-D        cut the word before the cursor, and after it",
            "  Ctrl-U Ctrl-K       cut the line, and the rest of it",
            "  Ctrl-Y  Alt-Y       put back what was cut, or what was cut before that",
            "  Ctrl-_  Ctrl-X Ctrl-R   undo and redo;  Ctrl-L  clears the screen",
            "",
            "  Ctrl-C              clears the line; stops a request or the newest job",
            "  Ctrl-D              on an empty line: leaves",
            "",
            "Pasted text runs when you press Enter. A line that begins with a space, or holds",
            "a secret, is not remembered. set suggestions=off hints=off: nothing grey.");

    private static final List<String> CURVE = List.of(
            "A hub with CURVE lets in only those whose keys it knows, and all that is sent is",
            "encrypted. Each side has a pair of keys, and the public key of the other:",
            "",
            "  hubsh keygen hub        makes hub.key (secret) and hub.pub",
            "  hubsh keygen ann        the same for a client; the hub gets ann.pub",
            "  mkdir clients; cp ann.pub clients",
            "  hubsh hub tcp://0.0.0.0:31000 --curve hub.key --clients clients",
            "  hubsh --hub tcp://lab:31000 --server-key hub.pub --key ann.key plugins",
            "  context add lab tcp://lab:31000 --server-key hub.pub --key ann.key",
            "",
            "A key is a name: ann.key is the plugin ann, or ann-2 and so on, unless ann.pub in",
            "the folder says more, under metadata. The hub takes changes up at once:",
            "",
            "  names = \"lab-*, demo\"      which names it may use",
            "  allow = \"pump/*\"           TARGET/COMMAND, with * and ?; else everything",
            "  deny = \"*/reset\"           counts more than allow",
            "  read-only = \"true\"         it subscribes and pings only",
            "",
            "Keys come from files only; HUBSH_SERVER_KEY and HUBSH_KEY name them too, a file",
            "of a project never does. status --refused shows which peers the hub refused,",
            "doctor checks the files. --insecure: no warning of hubs elsewhere without keys.");

    private HelpTopics() {}

    private static Map<String, String> summaries() {
        Map<String, String> summaries = new LinkedHashMap<>();
        summaries.put("items", "how arguments are written");
        summaries.put("filters", "what may follow a |");
        summaries.put("variables", "$name, results and counts");
        summaries.put("jobs", "the background");
        summaries.put("keys", "the keys of the prompt");
        summaries.put("javascript", "what scripts and js> can do");
        summaries.put("tests", "what a test file can do");
        summaries.put("settings", "files, variables and their priority");
        summaries.put("curve", "keys for hubs and clients");
        summaries.put("errors", "kinds and exit codes");
        return Collections.unmodifiableMap(summaries);
    }

    /** Returns the page of that name, or {@code null}. */
    public static @Nullable List<String> of(String topic) {
        return switch (topic) {
            case "filters" -> FILTERS;
            case "variables" -> VARIABLES;
            case "jobs" -> JOBS;
            case "keys" -> KEYS;
            case "curve" -> CURVE;
            case "javascript" -> JAVASCRIPT;
            case "tests" -> TESTS;
            case "settings" -> settings();
            default -> null;
        };
    }

    private static List<String> settings() {
        List<String> page = new ArrayList<>(LAYERS);
        page.add("");
        for (Setting setting : Setting.values()) {
            Object value = setting.defaultValue();
            String given = value == null ? "" : " = " + (value instanceof String ? "\"" + value + "\"" : value);
            String choices = setting.choices().isEmpty() ? "" : ": " + String.join("|", setting.choices());
            page.add(String.format("  %-30s %s%s", setting.key() + given, setting.summary(), choices));
        }
        page.addAll(FILES);
        return page;
    }
}
