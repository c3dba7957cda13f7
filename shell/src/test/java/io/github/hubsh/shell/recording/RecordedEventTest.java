package io.github.hubsh.shell.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has happened beside the messages, as people and programs get it. */
final class RecordedEventTest {
    /** Columns: the facts as JSON, how many broadcasts are missing, and the sentence. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"event":"missed","count":12345}    | 12345 | 12,345 broadcasts are missing
            {"event":"missed","count":1}        | 1     | 1 broadcast is missing
            {"event":"missed","count":0}        | 0     | some broadcasts are missing
            {"event":"missed","count":"many"}   | 0     | some broadcasts are missing
            {"event":"missed"}                  | 0     | some broadcasts are missing
            {"event":"started","count":5}       | 0     | the recording was continued
            {"event":"hub_lost"}                | 0     | the hub was lost
            {"event":"hub_back"}                | 0     | the hub was back
            {"event":"other"}                   | 0     | other
            {"event":37}                        | 0     | 37
            """)
    void an_event_is_a_sentence(String facts, long missed, String sentence) throws Exception {
        RecordedEvent event = event(facts);
        assertThat(event.missed()).isEqualTo(missed);
        assertThat(event.sentence()).isEqualTo(sentence);
    }

    /** Columns: the facts of the recording as JSON, and what a program gets of them. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"event":"missed","count":1}                         | {"event":"missed","count":1}
            {"time":"then","since":0.5,"event":"missed","a":null} | {"event":"missed","a":null}
            {"hubsh_recording":1,"event":"started","part":1}     | {"event":"started","part":1}
            {"count":1,"event":37}                               | {"event":"37","count":1}
            """)
    void a_program_gets_the_time_then_the_facts(String facts, String shown) throws Exception {
        assertThat(Json.write(event(facts).shown()))
                .isEqualTo(shown.replace("{\"event\"", "{\"time\":\"2024-01-01T10:00:00Z\",\"event\""));
    }

    private static RecordedEvent event(String facts) throws Exception {
        Map<String, @Nullable Object> read = new LinkedHashMap<>();
        ((Map<?, ?>) Json.parse(facts)).forEach((key, value) -> read.put((String) key, value));
        return new RecordedEvent(Instant.parse("2024-01-01T10:00:00Z"), Duration.ZERO, read, new byte[0]);
    }
}
