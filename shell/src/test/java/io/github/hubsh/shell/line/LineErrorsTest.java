package io.github.hubsh.shell.line;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.fake.Bench;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with a line, as the user sees it: whole texts. */
final class LineErrorsTest {
    static Stream<Arguments> errors() {
        return Arrays.stream(TABLE.split("\n\n"))
                .map(entry -> Arguments.of(
                        entry.substring(0, entry.indexOf('\n')), entry.substring(entry.indexOf('\n') + 1)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("errors")
    void an_error_points_at_the_place_and_nothing_is_sent(String line, String expected) {
        Bench bench = Bench.terminal();

        int status = bench.run(line);

        assertThat(bench.screen.messages()).isEqualTo(expected.stripTrailing() + "\n");
        assertThat(status).isEqualTo(2);
        assertThat(bench.screen.data()).isEmpty();
        assertThat(bench.session.network.sent).isEmpty();
    }

    private static final String TABLE = """
exeute plugin_a do_thing x=1
error: there is no verb 'exeute'
  exeute plugin_a do_thing x=1
  ^
  did you mean 'execute'?

ping hub; wat
error: there is no verb 'wat'
  ping hub; wat
            ^
  help shows all verbs

execute
error: expected TARGET
  execute
          ^
  usage: execute TARGET COMMAND [ITEM …]

execute plugin_a x=1
error: expected COMMAND before 'x=1'
  execute plugin_a x=1
                   ^
  usage: execute TARGET COMMAND [ITEM …]

execute plugin_a do_thing routes:='["e1",]'
error: expected a JSON value, found ']'
  execute plugin_a do_thing routes:='["e1",]'
                                           ^
  help items shows how arguments are written

execute 電極 go x:={"a" 1}
error: expected ':' after the key, found '1'
  execute 電極 go x:={"a" 1}
                          ^
  help items shows how arguments are written

execute plugin_a do_thing x:=[1, {"a": 2}
error: expected a closing bracket for this one
  execute plugin_a do_thing x:=[1, {"a": 2}
                               ^

execute plugin_a do_thing x:="abc
error: expected a closing " for this JSON string
  execute plugin_a do_thing x:="abc
                               ^

execute plugin_a do_thing x:=1e400
error: expected a number that fits a double, found '1'
  execute plugin_a do_thing x:=1e400
                               ^
  help items shows how arguments are written

execute plugin_a do_thing x=1e400
error: expected a number that fits a double; == sends the text
  execute plugin_a do_thing x=1e400
                              ^
  help items shows how arguments are written

execute plugin_a do_thing x:=series({"e": 1})
error: expected JSON; series(…) and frame(…) are not there yet
  execute plugin_a do_thing x:=series({"e": 1})
                               ^
  help items shows how arguments are written

execute plugin_a do_thing hello
error: expected an item such as name=value, found 'hello'
  execute plugin_a do_thing hello
                            ^
  help items shows how arguments are written

execute plugin_a do_thing =1
error: expected the argument's name before '='
  execute plugin_a do_thing =1
                            ^
  help items shows how arguments are written

execute plugin_a do_thing a[b=1
error: expected ']' before the value
  execute plugin_a do_thing a[b=1
                               ^
  help items shows how arguments are written

execute plugin_a do_thing a[b]c=1
error: expected '[' or the value's '=' after ']'
  execute plugin_a do_thing a[b]c=1
                                ^
  help items shows how arguments are written

execute plugin_a do_thing svg=@
error: expected a file name after '@'
  execute plugin_a do_thing svg=@
                                 ^
  help items shows how arguments are written

execute plugin_a do_thing x=1 y[]=@nope.txt
error: there is no file nope.txt
  execute plugin_a do_thing x=1 y[]=@nope.txt
                                ^
  check the file's path and content

execute plugin_a do_thing x=1 x[a]=2
error: expected an object to nest in, but an earlier item is none
  execute plugin_a do_thing x=1 x[a]=2
                                ^

execute plugin_a do_thing 'x=1
error: expected a closing ' for this quote
  execute plugin_a do_thing 'x=1
                            ^

execute plugin_a do_thing x="a\\qb"
error: expected one of " ' \\ $ n r t u after '\\' inside "…"; '…' needs no escapes
  execute plugin_a do_thing x="a\\qb"
                                 ^

execute plugin_a do_thing x=$y
error: there is no variable $y
  execute plugin_a do_thing x=$y
                              ^
  let and NAME = … make variables; help variables

execute plugin_a do_thing s="a ${y}"
error: JavaScript in ${…} comes later; write \\$ or '$…' for the sign itself
  execute plugin_a do_thing s="a ${y}"
                                 ^

execute plugin_a do_thing --timeout $_3
error: there is no result $_3
  execute plugin_a do_thing --timeout $_3
                                      ^
  $_ is the last result, $_1 the first; the last 100 are kept

let r:={"a":[1,2]}; execute plugin_a do_thing x=$r.a[2]
error: there is no '2' in $r.a
  let r:={"a":[1,2]}; execute plugin_a do_thing x=$r.a[2]
                                                  ^
  if the rest is text, quote the variable: "$r.a".2

let t=soon; execute plugin_a do_thing --timeout $t
error: expected a time such as 500ms, 5s, 2m or 1h for --timeout, found 'soon'
  let t=soon; execute plugin_a do_thing --timeout $t
                                                  ^

let 1x=2
error: expected a variable's name such as x1, found '1x'
  let 1x=2
      ^
  help variables

set json=yes
error: expected on or off for json, found 'yes'
  set json=yes
           ^

set jsno=on
error: there is no setting 'jsno=on'
  set jsno=on
      ^
  did you mean 'json'?

execute plugin_a do_thing |
error: expected a filter after '|'
  execute plugin_a do_thing |
                              ^
  help filters shows them all

execute plugin_a do_thing | haed 3
error: there is no filter 'haed'
  execute plugin_a do_thing | haed 3
                              ^
  did you mean 'head'?

execute plugin_a do_thing | head -1
error: expected a whole number for head, found '-1'
  execute plugin_a do_thing | head -1
                                   ^

execute plugin_a do_thing | jq
error: expected EXPR after jq
  execute plugin_a do_thing | jq
                                 ^

execute plugin_a do_thing | where .x == 3
error: expected no further word, found '=='
  execute plugin_a do_thing | where .x == 3
                                       ^
  quote an expression that has blanks: where '…'

execute plugin_a do_thing; ping hub | jq '.a | )'
error: expected the jq expression to go on, found ')'
  execute plugin_a do_thing; ping hub | jq '.a | )'
                                                 ^
  help filters shows examples

execute plugin_a do_thing | jq '.[.a'
error: expected the jq expression to go on, found the end
  execute plugin_a do_thing | jq '.[.a'
                                       ^
  help filters shows examples

execute plugin_a do_thing | where 'selcet(.a)'
error: jq has no function selcet with 1 arguments here
  execute plugin_a do_thing | where 'selcet(.a)'
                                    ^
  did you mean 'select'?

execute plugin_a do_thing --jq '.a + $x'
error: there is no variable $x
  execute plugin_a do_thing --jq '.a + $x'
                                       ^
  let and NAME = … make variables; help variables

execute plugin_a do_thing | !
error: expected a command of the operating system
  execute plugin_a do_thing | !
                               ^

execute plugin_a do_thing | !echo 'x
error: expected a closing ' for this quote
  execute plugin_a do_thing | !echo 'x
                                    ^

| head 3
error: expected a verb before '|'
  | head 3
  ^

tail &
error: work in the background (&) is not there yet; quote it if it is meant as text
  tail &
       ^

status >
error: expected a file name after '>'
  status >
           ^

status > out.json 3
error: expected no further word, found '3'
  status > out.json 3
                    ^

status > out.json | head 3
error: expected the end of the statement behind the file
  status > out.json | head 3
                    ^

execute plugin_a do_thing; status >> /nowhere/at/all
error: there is no directory /nowhere
  execute plugin_a do_thing; status >> /nowhere/at/all
                                       ^
  check the file's path and content

execute plugin_a do_thing | where .x > 3
error: expected a file name after '>', found '3'
  execute plugin_a do_thing | where .x > 3
                                       ^
  quote an expression that compares: where '.state > 3'

_1 = status
error: expected a variable's name such as x1, found '_1'
  _1 = status
  ^
  help variables

r =
error: expected a verb after '='
  r =
      ^

0 status
error: expected a count from 1 to 999999999, found '0'
  0 status
  ^

.do_thing x=1
error: expected a focused plugin before .command
  .do_thing x=1
  ^
  use TARGET focuses one

execute plugin_a do_thing --tiemout 5s
error: there is no option --tiemout for execute
  execute plugin_a do_thing --tiemout 5s
                            ^
  did you mean '--timeout'?

execute plugin_a do_thing --timeout soon
error: expected a time such as 500ms, 5s, 2m or 1h for --timeout, found 'soon'
  execute plugin_a do_thing --timeout soon
                                      ^

execute plugin_a do_thing --timeout=0x5 x=1
error: expected a time such as 500ms, 5s, 2m or 1h for --timeout, found '0x5'
  execute plugin_a do_thing --timeout=0x5 x=1
                                      ^

execute plugin_a do_thing --timeout --raw
error: expected TIME after --timeout
  execute plugin_a do_thing --timeout --raw
                                      ^

execute plugin_a do_thing --mime xml
error: expected one of pickle, json, yaml, text, bytes for --mime, found 'xml'
  execute plugin_a do_thing --mime xml
                                   ^

execute plugin_a do_thing --silent=yes
error: expected no value for --silent
  execute plugin_a do_thing --silent=yes
                                    ^

ping hub --count 0
error: expected a whole number from 1 for --count, found '0'
  ping hub --count 0
                   ^

ping hub plugin_a
error: expected no further word, found 'plugin_a'
  ping hub plugin_a
           ^
  usage: ping TARGET

connect localhost:31000
error: expected a URI such as tcp://localhost:31000, found 'localhost:31000'
  connect localhost:31000
          ^

help exeucte
error: there is no verb 'exeucte'
  help exeucte
       ^
  did you mean 'execute'?

execute plugin_a do_thing --mime text x=1
error: expected only @FILE or - with --mime text or bytes
  execute plugin_a do_thing --mime text x=1
                                        ^

demo -c status
error: -c and -f belong to the program: hubsh demo -c 'LINE'
  demo -c status
          ^
""";
}
