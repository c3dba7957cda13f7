package io.github.hubsh.core.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.protocol.Replay.Sent;
import io.github.hubsh.core.testkit.Recording;
import io.github.hubsh.core.testkit.Recording.Event;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Replays every recorded exchange, with our hub in the place of the recorded one. */
final class GoldenReplayTest {
    static final List<Recording> RECORDINGS = Recording.all();

    /** The intended differences: PROTOCOL.md gives the reasons. */
    private static final List<String> OTHERWISE = """
            43-unknown-target-silent.py2: ours [command client execute_reply no_such_plugin>client error], the reference []
            43-unknown-target-silent.py3p5: ours [command client execute_reply no_such_plugin>client error], the reference []
            60-query-invalid-json.py2: ours [query execute_reply hub> error], the reference []
            62-query-invalid-schema.py2: ours [query execute_reply hub> error], the reference []
            64-query-non-utf8.py2: ours [query execute_reply hub> error], the reference []
            66-query-json-list.py2: ours [query execute_reply hub> error], the reference []
            68-query-no-content.py2: ours [query execute_reply hub>newcomer error], the reference [publish execute_request newcomer>hub]
            72-query-version-number.py2: ours [query execute_reply hub>newcomer error], the reference []
            74-query-empty-source.py2: ours [publish connect_request >hub, query execute_reply hub> error, publish execute_reply hub> error], the reference [publish connect_request >hub, query connect_reply hub>, publish connect_reply hub>]
            76-query-utf16.py2: ours [query execute_reply hub> error], the reference []
            84-command-invalid-json.py2: ours [command probe execute_reply hub>probe error], the reference []
            88-command-execute_reply-to-hub.py2: ours [], the reference [publish execute_reply probe>hub]
            90-command-no-silent-to-hub.py2: ours [publish execute_request probe>hub, command probe execute_reply hub>probe, publish execute_reply hub>probe], the reference [publish execute_request probe>hub, command probe execute_reply hub>probe error, publish execute_reply hub>probe error]
            92-command-no-content-unknown-target.py2: ours [command probe execute_reply nobody>probe error], the reference []
            93b-command-non-utf8-in-string-stdin-null.py2: ours [command probe execute_reply hub>probe error], the reference []
            94b-command-non-utf8-in-string-stdin-open.py2: ours [command probe execute_reply hub>probe error], the reference []
            98-command-bad-then-good-burst.py2: ours [command probe execute_reply hub>probe error], the reference []
            A0-plugin-no-silent.py2: ours [command probe execute_reply electrode_controller>probe error, publish execute_reply electrode_controller>probe error], the reference []
            A1b-plugin-no-content-then-ping.py2: ours [command probe execute_reply electrode_controller>probe error], the reference [command electrode_controller execute_request probe>electrode_controller]
            B3-connect_reply-to-plugin.py2: ours [], the reference [command electrode_controller execute_reply probe>electrode_controller, publish execute_reply probe>electrode_controller]
            B5-error-object-reply.py2: ours [], the reference [command electrode_controller execute_reply probe>electrode_controller error, publish execute_reply probe>electrode_controller error]
            B7-non-ascii-target.py2: ours [command probe execute_reply café>probe error], the reference []
            C2-name-hub-hijack.py2: ours [publish execute_request hub>hub, query execute_reply hub>hub error, publish execute_reply hub>hub error], the reference [publish execute_request hub>hub, query execute_reply hub>hub, publish execute_reply hub>hub]
            C2-name-hub-hijack.py2: ours [publish execute_request probe>hub, command probe execute_reply hub>probe, publish execute_reply hub>probe], the reference [command hub execute_request probe>hub, publish execute_request probe>hub]
            C2-name-hub-hijack.py2: ours [publish execute_request probe>hub, command probe execute_reply hub>probe, publish execute_reply hub>probe], the reference [command hub execute_request probe>hub, publish execute_request probe>hub]
            """.lines().toList();

    @ParameterizedTest
    @FieldSource("RECORDINGS")
    void our_hub_sends_what_the_recorded_hub_sent_but_where_that_one_breaks(Recording recording) {
        Replay replay = new Replay(recording);
        List<String> differences = new ArrayList<>();
        for (Exchange exchange : exchanges(recording)) {
            List<Sent> ours = replay.take(exchange.input());
            if (!ours.equals(exchange.sent())) {
                differences.add(recording + ": ours " + ours + ", the reference " + exchange.sent());

                ours.forEach(o -> System.err.println("   OURS " + o.message()));
                exchange.sent().forEach(o -> System.err.println("   THEM " + o.message()));
            }
        }
        assertThat(differences)
                .isEqualTo(OTHERWISE.stream()
                        .filter(line -> line.startsWith(recording + ":"))
                        .toList());
    }

    private record Exchange(Event input, List<Sent> sent) {}

    /** Each input, with all that the hub sent before the next input. */
    private static List<Exchange> exchanges(Recording recording) {
        List<Exchange> exchanges = new ArrayList<>();
        for (Event event : recording.hubEvents()) {
            if (event.incoming()) {
                exchanges.add(new Exchange(event, new ArrayList<>()));
            } else if (!exchanges.isEmpty()) {
                exchanges.get(exchanges.size() - 1).sent().add(Replay.recorded(event));
            }
        }
        return exchanges;
    }
}
