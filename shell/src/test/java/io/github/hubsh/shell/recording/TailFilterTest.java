package io.github.hubsh.shell.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.Message;
import io.github.hubsh.shell.fake.FakeBroadcast;
import io.github.hubsh.shell.line.LineParser;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.network.BroadcastFilter;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A request {@code set_rate} from {@code ui} to {@code pump}, and filters. */
final class TailFilterTest {
    private final Message message = FakeBroadcast.request("set_rate", Map.of()).message();

    @ParameterizedTest
    @CsvSource({
        "tail, true",
        "tail pump, true",
        "tail ui, true",
        "tail set_rate, true",
        "tail valve, false",
        "tail 'set_*', true",
        "tail '*m?', true",
        "tail --plugin ui, true",
        "tail --plugin set_rate, false",
        "tail --source ui, true",
        "tail --source pump, false",
        "tail --target 'p*', true",
        "tail --target 'u*', false",
        "tail --command '*rate', true",
        "tail --command rate, false",
        "tail ui --command 'get_*', false",
        "tail --type execute_request, true",
        "tail --type execute_reply, false",
    })
    void a_broadcast_has_to_fit_all_that_is_given(String line, boolean accepted) {
        TailFilter filter = filter(line);

        assertThat(filter.accepts(message)).isEqualTo(accepted);
        assertThat(!accepted || filter.beforeReading().accepts(message)).isTrue();
    }

    @Test
    void names_without_wildcards_are_decided_before_a_message_is_read() {
        TailFilter filter = filter("tail --source ui --target 'p*'");

        assertThat(filter.beforeReading()).isEqualTo(new BroadcastFilter("ui", null, null));
    }

    @ParameterizedTest
    @CsvSource({
        "abc, abc, true", "abc, ab, false", "ab, abc, false", "'', '', true", "'', a, false", "*, '', true",
        "*, abc, true", "a*c, abbc, true", "a*c, abbd, false", "a?c, abc, true", "a?c, ac, false", "**b*, aab, true",
        "*ab, aab, true", "a*b*c, a.b.b.c, true", "???, ab, false", "a*, b, false"
    })
    void a_star_is_any_characters_and_a_question_mark_one(String pattern, String name, boolean fits) {
        assertThat(Objects.requireNonNull(NamePattern.of(pattern)).fits(name)).isEqualTo(fits);
    }

    private static TailFilter filter(String line) {
        Arguments arguments = LineParser.parse(line).get(0).arguments();
        return TailFilter.of(arguments.optionalOperand(0), arguments);
    }
}
