package io.github.hubsh.shell.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.message.Payload;
import io.github.hubsh.shell.session.network.Reply;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.syntax.VerbName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JournalTest {
    private final Journal journal = new Journal();

    @Test
    void it_knows_what_each_statement_has_sent() {
        Journal.Entry first = begin("x a b");
        Journal.Entry second = begin("x c d");
        second.add(exchange("{}"));
        first.add(exchange("{}"));
        first.end(false);
        second.end(true);

        assertThat(journal.entries()).containsExactly(first, second);
        assertThat(first.exchanges()).hasSize(1);
        assertThat(first.succeeded()).isTrue();
        assertThat(second.succeeded()).isFalse();
    }

    @Test
    void a_statement_that_runs_has_not_succeeded_yet() {
        assertThat(begin("x a b").succeeded()).isFalse();
    }

    @Test
    void the_oldest_exchanges_are_forgotten() {
        Journal.Entry old = begin("x old");
        old.add(exchange("{}"));
        Journal.Entry many = begin("run many.js");
        for (int i = 0; i < 1_500; i++) {
            many.add(exchange("{}"));
        }

        assertThat(journal.entries()).containsExactly(many);
        assertThat(many.exchanges()).hasSize(1_000);
    }

    @Test
    void large_replies_make_others_be_forgotten() {
        String large = "x".repeat(1 << 20);
        Journal.Entry entry = begin("x a b");
        for (int i = 0; i < 100; i++) {
            entry.add(exchange(large));
        }

        assertThat(entry.exchanges()).hasSizeLessThan(10).isNotEmpty();
    }

    @Test
    void statements_are_forgotten_too() {
        for (int i = 0; i < 10_010; i++) {
            begin("status");
        }

        assertThat(journal.entries()).hasSize(10_000);
    }

    private Journal.Entry begin(String text) {
        Arguments none = new Arguments(List.of(), List.of(), Map.of());
        return journal.begin(new JournaledStatement(0, VerbName.EXECUTE, text, none, null, false));
    }

    private static Journal.Exchange exchange(String raw) {
        Request request = new Request("a", "b", Map.of("x", "y"), Payload.JSON, false, Duration.ofSeconds(5));
        return new Journal.Exchange(
                request, new Reply(null, raw, Duration.ofMillis(1)), null, Instant.EPOCH, Instant.EPOCH);
    }
}
