package io.github.hubsh.shell.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.core.value.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class CarriedValuesTest {
    private static final UUID ID = UUID.fromString("424242aa-0000-4000-8000-000000000001");
    private static final UUID FRESH = UUID.fromString("11111111-0000-4000-8000-000000000002");

    private final CarriedValues values = new CarriedValues();

    @Test
    void an_id_that_a_reply_gave_is_carried_into_later_requests() {
        values.requested(Map.of("method", "cv"));
        values.replied(0, Map.of("experiment", Map.of("uuid", ID)));

        List<CarriedValue> carried = values.requested(Map.of("experiment_id", ID));

        assertThat(carried).hasSize(1);
        CarriedValue id = carried.get(0);
        assertThat(id.exchange()).isZero();
        assertThat(id.from().text()).isEqualTo(".experiment.uuid");
        assertThat(id.to().text()).isEqualTo(".experiment_id");
        assertThat(id.apply(Map.of("experiment_id", ID), Map.of("experiment", Map.of("uuid", FRESH))))
                .isEqualTo(Map.of("experiment_id", FRESH));
        assertThat(id.apply(Map.of("experiment_id", ID), "another reply")).isEqualTo(Map.of("experiment_id", ID));
    }

    @Test
    void a_text_that_contains_the_id_is_made_again_of_the_new_one() {
        values.replied(3, ID);

        CarriedValue name = values.requested(Map.of("files", List.of(Tuple.of("run-" + ID + ".csv"))))
                .get(0);

        assertThat(name.within()).isTrue();
        assertThat(name.to().text()).isEqualTo(".files[0][0]");
        Object sent = name.apply(Map.of("files", List.of(Tuple.of("run-" + ID + ".csv"))), FRESH);
        assertThat(sent).isEqualTo(Map.of("files", List.of(List.of("run-" + FRESH + ".csv"))));
        assertThat(((List<?>) ((Map<?, ?>) sent).get("files")).get(0)).isInstanceOf(Tuple.class);
    }

    @Test
    void a_uuid_that_was_sent_as_its_text_stays_a_text() {
        values.replied(0, ID);

        CarriedValue id = values.requested(Map.of("id", ID.toString())).get(0);

        assertThat(id.apply(Map.of("id", ID.toString()), FRESH)).isEqualTo(Map.of("id", FRESH.toString()));
    }

    @Test
    void a_short_name_or_number_is_carried_only_under_its_own_name_or_as_an_id() {
        values.replied(0, Map.of("job", 7L, "volume", 5L));
        values.replied(1, "e7");

        assertThat(values.requested(Map.of("job", 7L))).hasSize(1);
        assertThat(values.requested(Map.of("count", 5L))).isEmpty();
        assertThat(values.requested(Map.of("experiment_id", "e7"))).hasSize(1);
        assertThat(values.requested(Map.of("name", "e7"))).isEmpty();
    }

    @Test
    void a_number_that_is_an_id_of_something_is_carried_as_an_id() {
        values.replied(0, Map.of("experiment_id", 1L, "grid", 2L));
        values.replied(1, Map.of("nested", Map.of("job_id", 3L)));

        List<CarriedValue> carried = values.requested(Map.of("id", 1L));
        assertThat(carried).hasSize(1);
        assertThat(carried.get(0).from().text()).isEqualTo(".experiment_id");
        assertThat(values.requested(Map.of("id", 2L))).isEmpty();
        assertThat(values.requested(Map.of("id", 3L))).isEmpty();
        assertThat(values.requested(Map.of("x", 1L))).isEmpty();
    }

    @Test
    void what_the_user_said_first_is_not_carried() {
        values.requested(Map.of("name", "batch-2024-01"));
        values.replied(0, Map.of("name", "batch-2024-01"));

        assertThat(values.requested(Map.of("name", "batch-2024-01"))).isEmpty();
    }

    @Test
    void the_names_in_a_list_of_things_are_not_carried() {
        values.replied(0, List.of(Map.of("electrode_id", "electrode043"), Map.of("electrode_id", "electrode044")));

        assertThat(values.requested(Map.of("electrode_id", "electrode043"))).isEmpty();
    }

    @Test
    void a_number_that_the_user_said_under_another_name_is_still_carried_as_the_id() {
        values.requested(Map.of("seconds", 1L));
        values.replied(0, Map.of("experiment_id", 1L));

        assertThat(values.requested(Map.of("experiment_id", 1L))).hasSize(1);
        assertThat(values.requested(Map.of("experiment_id", 1L))).hasSize(1);
    }

    @Test
    void an_id_that_came_as_a_text_and_was_sent_as_a_uuid_stays_a_uuid() {
        values.replied(0, Map.of("uuid", ID.toString()));

        CarriedValue id = values.requested(Map.of("experiment_id", ID)).get(0);

        assertThat(id.within()).isFalse();
        assertThat(id.apply(Map.of("experiment_id", ID), Map.of("uuid", FRESH.toString())))
                .isEqualTo(Map.of("experiment_id", FRESH));
    }

    @Test
    void an_id_within_a_text_of_json_is_replaced_there() {
        values.replied(0, Map.of("uuid", ID));

        CarriedValue id =
                values.requested("{\"experiment_id\": \"" + ID + "\"}").get(0);

        assertThat(id.to().isRoot()).isTrue();
        assertThat(id.apply("{\"experiment_id\": \"" + ID + "\"}", Map.of("uuid", FRESH)))
                .isEqualTo("{\"experiment_id\": \"" + FRESH + "\"}");
    }

    @Test
    void the_last_reply_that_gave_a_value_counts() {
        values.replied(0, Map.of("job", 7L));
        values.replied(5, Map.of("job", 7L));

        assertThat(values.requested(Map.of("job", 7L)).get(0).exchange()).isEqualTo(5);
    }

    @Test
    void the_places_of_what_may_be_carried_are_listed() {
        assertThat(values.replied(0, Map.of("uuid", ID, "points", List.of(1L, 2L))))
                .extracting(ValuePath::text)
                .containsExactly(".uuid");
    }

    @Test
    void a_number_that_was_said_or_given_under_another_name_does_not_hide_an_id() {
        values.requested(Map.of("seconds", 1L));
        values.replied(0, Map.of("experiment_id", 1L));
        values.replied(1, Map.of("state", 1L));
        values.replied(2, List.of(Map.of("experiment_id", 1L)));

        List<CarriedValue> carried = values.requested(Map.of("experiment_id", 1L));

        assertThat(carried).extracting(CarriedValue::exchange).containsExactly(0);
        assertThat(carried.get(0).from().text()).isEqualTo(".experiment_id");
    }
}
