package io.github.hubsh.shell.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.shell.session.network.ServedPlugin;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Plugins that the shell itself is. */
final class LiveServiceTest {
    @Test
    void a_name_that_another_plugin_has_is_refused_with_where_to_look() {
        try (Hub hub = new Hub("inproc://live-service")) {
            hub.reset();
            try (ServedPlugin first = LiveService.start(new Plugin("pump", hub.queryUri()), List.of())) {
                assertThat(first.name()).isEqualTo("pump");
                ShellException refused = catchThrowableOfType(
                        ShellException.class, () -> LiveService.start(new Plugin("pump", hub.queryUri()), List.of()));
                assertThat(refused.problem()).isEqualTo(Problem.CANNOT_CONNECT);
                assertThat(refused.text()).contains("NameInUse");
                assertThat(refused.hint()).contains("plugins shows who has the name");
            }
        }
    }
}
