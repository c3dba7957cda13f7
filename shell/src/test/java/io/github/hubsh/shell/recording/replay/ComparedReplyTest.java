package io.github.hubsh.shell.recording.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.recording.ValuePath;
import io.github.hubsh.shell.recording.compare.Difference;
import io.github.hubsh.shell.recording.compare.Difference.Kind;
import io.github.hubsh.shell.recording.replay.ComparedReply.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** New replies beside the recorded ones. */
final class ComparedReplyTest {
    private static final ValuePath X = ValuePath.ROOT.then("x");
    private static final ValuePath Y = ValuePath.ROOT.then("y");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SAME       | same       | false
            DIFFERENT  | different  | true
            MISSING    | missing    | true
            UNRECORDED | unrecorded | false
            """)
    void a_reply_that_differs_or_is_missing_is_bad(Verdict verdict, String word, boolean bad) {
        assertThat(verdict.word()).isEqualTo(word);
        assertThat(new ComparedReply(verdict, List.of()).isBad()).isEqualTo(bad);
    }

    @Test
    void without_its_last_difference_a_reply_is_the_same() {
        Difference x = difference(X, Kind.CHANGED, 1L);
        Difference y = difference(Y, Kind.CHANGED, 1L);
        ComparedReply both = ComparedReply.of(List.of(x, y));

        assertThat(ComparedReply.of(List.of()).verdict()).isEqualTo(Verdict.SAME);
        assertThat(both.verdict()).isEqualTo(Verdict.DIFFERENT);
        assertThat(both.without(X)).isEqualTo(new ComparedReply(Verdict.DIFFERENT, List.of(y)));
        assertThat(both.without(X).without(Y)).isEqualTo(new ComparedReply(Verdict.SAME, List.of()));
        assertThat(both.without(ValuePath.ROOT)).isEqualTo(both);
    }

    @Test
    void a_reply_that_is_missing_stays_so() {
        ComparedReply missing =
                new ComparedReply(Verdict.MISSING, List.of(difference(ValuePath.ROOT, Kind.ERROR, "a")));

        assertThat(missing.without(ValuePath.ROOT)).isSameAs(missing);
    }

    /** Columns: how a part differs, what was recorded, and whether later requests may show that it is an id. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CHANGED | 424242 | true
            CHANGED |        | false
            MISSING | 424242 | false
            ADDED   | 424242 | false
            ERROR   | 424242 | false
            """)
    void what_may_be_an_id_is_open(Kind kind, @Nullable String recorded, boolean open) {
        assertThat(ComparedReply.of(List.of(difference(X, kind, recorded))).isOpen())
                .isEqualTo(open);
        assertThat(ComparedReply.of(List.of(difference(X, Kind.CHANGED, 1.5), difference(X, kind, recorded)))
                        .isOpen())
                .isEqualTo(open);
    }

    private static Difference difference(ValuePath path, Kind kind, @Nullable Object recorded) {
        return new Difference(path, kind, recorded, "other");
    }
}
