package io.github.hubsh.core.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which subjects of NATS a hub uses. */
final class SubjectsTest {
    private final Subjects subjects = new Subjects("lab", "roomA");

    @Test
    void the_last_word_of_each_subject_is_the_hub_that_publishes_there() {
        assertThat(subjects.toAll()).isEqualTo("hubsh.lab.all.roomA");
        assertThat(subjects.toHub("roomB")).isEqualTo("hubsh.lab.hub.roomB.roomA");
        assertThat(subjects.broadcasts("")).isEqualTo("hubsh.lab.pub.=.roomA");
        assertThat(subjects.fromAll()).isEqualTo("hubsh.lab.all.*");
        assertThat(subjects.toSelf()).isEqualTo("hubsh.lab.hub.roomA.*");
        assertThat(subjects.broadcastsOfAll("a.b")).isEqualTo("hubsh.lab.pub.=YS5i.*");
    }

    @Test
    void a_hub_cannot_do_without_those_of_its_name() {
        assertThat(subjects.isNeeded(subjects.toAll())).isTrue();
        assertThat(subjects.isNeeded(subjects.toSelf())).isTrue();
        assertThat(subjects.isNeeded(subjects.fromAll())).isTrue();
        assertThat(subjects.isNeeded(subjects.toHub("roomB"))).isFalse();
        assertThat(subjects.isNeeded(subjects.broadcastsOfAll("pump"))).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "roomA, hubsh.lab.all.roomA, true",
        "roomA, hubsh.lab.all.roomB, false",
        "roomA, hubsh.lab.hub.roomA.roomB, false",
        "room A, hubsh.lab.all.=cm9vbSBB, true",
        "roomB, hubsh.lab.all.=cm9vbSBB, false",
        "=cm9vbSBB, hubsh.lab.all.=cm9vbSBB, false",
        "roomA, hubsh.lab.all.=cm9vbUE, false",
    })
    void a_name_belongs_to_the_subjects_that_end_with_it(String hub, String subject, boolean belongs) {
        assertThat(Subjects.isFrom(hub, subject)).isEqualTo(belongs);
    }
}
