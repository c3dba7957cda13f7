package io.github.hubsh.shell.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jline.reader.Candidate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The list below the line that Tab shows. */
final class CandidateListTest {
    private static final String TAB = "\t";

    private final LineDesk desk = new LineDesk(40, 10);

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void candidates_with_descriptions_stand_below_one_another_and_tab_chooses_one() {
        offer(List.of(
                candidate("ping", "measure", null), candidate("plugins", "list", null), candidate("plug", null, null)));
        String list = "\nping     measure\nplug\nplugins  list";

        desk.begin().type(TAB).seesLine("p" + list).type(TAB).seesLine("ping" + list);
        desk.type(TAB).seesLine("plug" + list).type("\r").seesLine("plug ").type("\r");

        assertThat(desk.line()).isEqualTo("plug ");
    }

    @Test
    void candidates_without_descriptions_stand_beside_one_another() {
        offer(List.of(candidate("aone", null, null), candidate("atwo", null, null), candidate("athree", null, null)));

        desk.begin().type(TAB).seesLine("a\naone     athree   atwo");
    }

    @Test
    void a_list_longer_than_the_screen_shows_what_fits_and_is_gone_as_the_user_types_on() {
        offer(numbers(30, null));
        desk.begin().type(TAB).seesLine("""
            each
            each1  number 1
            each2  number 2
            each3  number 3
            each4  number 4
            each5  number 5
            each6  number 6
            … 24 more: type on\
            """);

        desk.type("7").seesLine("each7").type("\r");

        assertThat(desk.line()).isEqualTo("each7");
    }

    @Test
    void the_names_of_groups_take_rows_too() {
        offer(Stream.concat(
                        numbers(3, "first").stream(),
                        numbers(30, "rest").stream().skip(3))
                .toList());

        desk.begin().type(TAB).seesLine("""
            each
            first
            each1  number 1
            each2  number 2
            each3  number 3
            rest
            each4  number 4
            each5  number 5
            … 25 more: type on\
            """);
    }

    @Test
    void tab_goes_through_all_of_a_list_longer_than_the_screen() {
        offer(numbers(30, null));
        desk.begin().type(TAB).seesLine("""
            each
            each1  number 1
            each2  number 2
            each3  number 3
            each4  number 4
            each5  number 5
            each6  number 6
            … 24 more: type on\
            """);

        desk.type(TAB + TAB).type("\r").seesLine("each10 ").type("\r");

        assertThat(desk.line()).isEqualTo("each10 ");
    }

    private void offer(List<Candidate> candidates) {
        desk.reader.setCompleter((reader, line, all) -> all.addAll(candidates));
    }

    private static List<Candidate> numbers(int count, @Nullable String group) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> candidate("each" + i, "number " + i, group))
                .toList();
    }

    private static Candidate candidate(String value, @Nullable String description, @Nullable String group) {
        return new Candidate(value, value, group, description, null, null, true);
    }
}
