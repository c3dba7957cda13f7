package io.github.hubsh.shell.fake;

import io.github.hubsh.shell.session.Service;

/** A plugin that is nowhere. */
record FakeService(String name, Runnable onClose) implements Service {
    static Service of(String name, Runnable onClose) {
        return new FakeService(name, onClose);
    }

    @Override
    public void close() {
        onClose.run();
    }
}
