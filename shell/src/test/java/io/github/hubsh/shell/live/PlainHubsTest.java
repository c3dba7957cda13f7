package io.github.hubsh.shell.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hubsh.shell.session.HubKeys;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PlainHubsTest {
    private static final String LAB = "tcp://lab:31000";

    @TempDir
    private Path folder;

    @Test
    void a_hub_elsewhere_without_keys_gets_one_warning_and_none_in_the_next_shell() {
        PlainHubs hubs = new PlainHubs(folder);

        assertThat(hubs.warning(LAB, HubKeys.NONE)).startsWith("what is sent to tcp://lab:31000 is not encrypted");
        assertThat(hubs.warning(LAB, HubKeys.NONE)).isNull();
        assertThat(new PlainHubs(folder).warning(LAB, HubKeys.NONE)).isNull();
        assertThat(new PlainHubs(folder).warning("tcp://lab:31001", HubKeys.NONE))
                .isNotNull();
    }

    @Test
    void a_hub_with_keys_or_on_this_machine_or_known_to_the_user_gets_no_warning() {
        PlainHubs hubs = new PlainHubs(folder);

        assertThat(hubs.warning(LAB, new HubKeys("hub.pub", "ann.key", false))).isNull();
        assertThat(hubs.warning(LAB, new HubKeys(null, null, true))).isNull();
        assertThat(hubs.warning("tcp://127.0.0.1:31000", HubKeys.NONE)).isNull();
        assertThat(hubs.warning("ipc:///run/hub", HubKeys.NONE)).isNull();
    }

    @Test
    void where_nothing_can_be_kept_each_session_warns() {
        assertThat(new PlainHubs(null).warning(LAB, HubKeys.NONE)).isNotNull();
    }
}
