package io.github.hubsh.shell.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is typed, by what the screen shows. */
final class TrainingTypistTest {
    private static final String REQUEST = "exe\tplugin_a do_thing x=1\r";

    @Test
    void it_waits_for_the_prompt_and_leaves_after_the_reply() {
        assertThat(typed("hub")).isEmpty();
        assertThat(typed("demo> ")).isEqualTo(REQUEST);
        assertThat(typed("demo> ", "{done: thing}")).isEqualTo(REQUEST + "\u0004");
    }

    @Test
    void a_prompt_that_comes_in_pieces_or_twice_is_one_prompt() {
        assertThat(typed("de", "mo> ", "demo> exe")).isEqualTo(REQUEST);
    }

    @Test
    void a_screen_that_shows_all_at_once_gets_all_keys() {
        assertThat(typed("demo> done demo> done")).isEqualTo(REQUEST + "\u0004");
    }

    private static String typed(String... shown) {
        List<InputStream> pieces = Stream.of(shown)
                .<InputStream>map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)))
                .toList();
        ByteArrayOutputStream keys = new ByteArrayOutputStream();
        new TrainingTypist(new SequenceInputStream(Collections.enumeration(pieces)), keys).type();
        return keys.toString(StandardCharsets.US_ASCII);
    }
}
