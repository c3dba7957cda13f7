package io.github.hubsh.shell.script.sandbox;

import io.github.hubsh.shell.session.EmbeddedHubs;
import io.github.hubsh.shell.session.KeyMaker;
import io.github.hubsh.shell.session.ServedHub;
import io.github.hubsh.shell.session.network.FakePlugin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The hubs of this process, of which a script starts none: a hub binds addresses and keeps files. */
record SandboxHubs(EmbeddedHubs hubs) implements EmbeddedHubs {
    @Override
    public void serveHub(ServedHub hub) {
        throw Permissions.refused("run a hub");
    }

    @Override
    public String startDemo(@Nullable String uri, List<FakePlugin> fakes) {
        throw Permissions.refused("start the demo");
    }

    @Override
    public void awaitDemo() {
        throw Permissions.refused("run the demo");
    }

    @Override
    public KeyMaker keys() {
        return new SandboxKeyMaker(hubs.keys());
    }

    @Override
    public boolean isDemo(String uri) {
        return hubs.isDemo(uri);
    }

    @Override
    public boolean playsRecording() {
        return hubs.playsRecording();
    }
}
