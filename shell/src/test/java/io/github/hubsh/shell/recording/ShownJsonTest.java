package io.github.hubsh.shell.recording;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.Bytes;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.shell.fake.FakeRecording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ShownJsonTest {
    private static final String[] TEXTS = {"", "\"", "\\", "\\\"", ",\"raw\":", "}", "é", "\u0000", "😀", "a,b", "[{"};

    @Test
    void the_keys_that_only_a_recording_has_are_cut_out() {
        assertThat(shown("{\"time\":\"t\",\"since\":1.5,\"source\":\"a\",\"session\":\"s\",\"raw\":\"{\\\"x\\\":1}\"}"))
                .isEqualTo("{\"time\":\"t\",\"source\":\"a\"}");
        assertThat(shown("{\"since\":1,\"data\":{\"raw\":1,\"since\":[2,{\"session\":3}]}}"))
                .isEqualTo("{\"data\":{\"raw\":1,\"since\":[2,{\"session\":3}]}}");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"{}", "{\"a\" :1}", "{ \"a\":1}", "{\"a\":\"\\ud800\"}", "{\"a\":\"\\uDC00 x\"}"},
            delimiter = '|')
    void what_is_written_in_another_way_is_left_to_others(String line) {
        assertThat(shown(line)).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void an_escape_that_is_no_half_of_a_pair_stays(int count) {
        String line = "{\"a\":\"" + "\\\\ud".repeat(count) + "\\u0001\"}";

        assertThat(shown(line)).isEqualTo(line);
    }

    @RepeatedTest(200)
    void it_is_what_the_whole_message_gives(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        Object value = value(random, 3);
        String mime = random.nextBoolean() ? Payload.PICKLE : Payload.JSON;

        RecordingReader reader = new FakeRecording()
                .exchange("pump", text(random), Map.of("x", value), value, mime)
                .reader();

        for (RecordedLine line = reader.next(); line instanceof RecordedMessage message; line = reader.next()) {
            assertThat(message.shownJson())
                    .isEqualTo(Json.write(message.broadcast().facts(ContentData::decodeOrExplain)));
        }
    }

    private static String shown(String line) {
        return ShownJson.of(line.getBytes(UTF_8));
    }

    private static Object value(Random random, int depth) {
        return switch (random.nextInt(depth > 0 ? 9 : 6)) {
            case 0 -> random.nextLong();
            case 1 -> random.nextGaussian();
            case 2 -> random.nextBoolean();
            case 3 -> Double.NaN;
            case 4 -> Bytes.of((byte) random.nextInt(), (byte) '"');
            case 5 -> text(random);
            case 6 -> new ArrayList<>(List.of(value(random, depth - 1), value(random, depth - 1)));
            case 7 -> Tuple.copyOf(List.of(value(random, depth - 1)));
            default -> {
                Map<Object, Object> map = new LinkedHashMap<>();
                map.put(text(random), value(random, depth - 1));
                map.put("raw", value(random, depth - 1));
                yield map;
            }
        };
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder("c");
        for (int i = random.nextInt(4); i > 0; i--) {
            text.append(TEXTS[random.nextInt(TEXTS.length)]);
        }
        return text.toString();
    }
}
