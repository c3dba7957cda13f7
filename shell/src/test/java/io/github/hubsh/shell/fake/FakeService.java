package io.github.hubsh.shell.fake;

import io.github.hubsh.shell.session.network.ServedPlugin;

/** A plugin that is on no hub. */
record FakeService(String name, Runnable onClose) implements ServedPlugin {
    static ServedPlugin of(String name, Runnable onClose) {
        return new FakeService(name, onClose);
    }

    @Override
    public void close() {
        onClose.run();
    }
}
