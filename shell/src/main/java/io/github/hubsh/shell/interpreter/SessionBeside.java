package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.session.Display;
import io.github.hubsh.shell.session.Draft;
import io.github.hubsh.shell.session.Files;
import io.github.hubsh.shell.session.Host;
import io.github.hubsh.shell.session.Language;
import io.github.hubsh.shell.session.Names;
import io.github.hubsh.shell.session.Network;
import io.github.hubsh.shell.session.Questions;
import io.github.hubsh.shell.session.Request;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Settings;
import io.github.hubsh.shell.session.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The same session with a display of its own: a statement beside the prompt has its own format. */
final class SessionBeside implements Session {
    private final Session session;
    private final Display display;

    SessionBeside(Session session, Display display) {
        this.session = session;
        this.display = display;
    }

    @Override
    public Display display() {
        return display;
    }

    @Override
    public Settings settings() {
        return session.settings();
    }

    @Override
    public Workspace workspace() {
        return session.workspace();
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
    public void turn(Settings settings) {
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
    public Draft draft(Request request) {
        return session.draft(request);
    }

    @Override
    public Names names() {
        return session.names();
    }

    @Override
    public List<String> history() {
        return session.history();
    }

    @Override
    public void remember(String line) {
        session.remember(line);
    }

    @Override
    public Files files() {
        return session.files();
    }

    @Override
    public Questions questions() {
        return session.questions();
    }

    @Override
    public void askAt(Questions terminal) {
        session.askAt(terminal);
    }

    @Override
    public Language language() {
        return new SpokenLanguage(session);
    }

    @Override
    public Session another(Settings other) {
        return session.another(other);
    }

    @Override
    public Host host() {
        return session.host();
    }

    @Override
    public void close() {
        session.close();
    }
}
