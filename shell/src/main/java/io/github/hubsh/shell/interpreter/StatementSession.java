package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.session.Dialog;
import io.github.hubsh.shell.session.Display;
import io.github.hubsh.shell.session.DraftMessage;
import io.github.hubsh.shell.session.EmbeddedHubs;
import io.github.hubsh.shell.session.FileAccess;
import io.github.hubsh.shell.session.Network;
import io.github.hubsh.shell.session.ProgramAccess;
import io.github.hubsh.shell.session.Request;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.SessionMemory;
import io.github.hubsh.shell.session.SessionSettings;
import io.github.hubsh.shell.session.StatementLanguage;
import org.jspecify.annotations.Nullable;

/** The same session with a display of its own: a statement beside the prompt has its own format. */
final class BackgroundSession implements Session {
    private final Session session;
    private final Display display;

    BackgroundSession(Session session, Display display) {
        this.session = session;
        this.display = display;
    }

    @Override
    public Display display() {
        return display;
    }

    @Override
    public SessionSettings settings() {
        return session.settings();
    }

    @Override
    public SessionMemory memory() {
        return session.memory();
    }

    @Override
    public ProgramAccess program() {
        return session.program();
    }

    @Override
    public Network network() {
        return session.network();
    }

    @Override
    public @Nullable Network joined() {
        return session.joined();
    }

    @Override
    public Network connect(@Nullable String uri) {
        return session.connect(uri);
    }

    @Override
    public void turn(SessionSettings settings) {
        session.turn(settings);
    }

    @Override
    public void permit(Request request, boolean confirmed) {
        session.permit(request, confirmed);
    }

    @Override
    public boolean disconnect() {
        return session.disconnect();
    }

    @Override
    public DraftMessage draft(Request request) {
        return session.draft(request);
    }

    @Override
    public FileAccess files() {
        return session.files();
    }

    @Override
    public Dialog dialog() {
        return session.dialog();
    }

    @Override
    public StatementLanguage language() {
        return new ShellLanguage(session);
    }

    @Override
    public Session another(SessionSettings other) {
        return session.another(other);
    }

    @Override
    public EmbeddedHubs host() {
        return session.host();
    }

    @Override
    public void close() {
        session.close();
    }
}
