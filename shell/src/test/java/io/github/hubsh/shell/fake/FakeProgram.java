package io.github.hubsh.shell.fake;

import io.github.hubsh.shell.session.Configuration;
import io.github.hubsh.shell.session.HealthCheck;
import io.github.hubsh.shell.session.ProgramServices;
import io.github.hubsh.shell.session.Scripting;
import io.github.hubsh.shell.syntax.Syntax;
import java.util.List;

/** A program that has a version and a few settings, and nothing else. */
public final class FakeProgram implements ProgramServices {
    private final FakeConfiguration configuration;

    public FakeProgram() {
        this(new FakeConfiguration());
    }

    FakeProgram(FakeConfiguration configuration) {
        this.configuration = configuration;
    }

    @Override
    public Syntax syntax() {
        throw new UnsupportedOperationException();
    }

    @Override
    public String version() {
        return "1.2.3";
    }

    @Override
    public Configuration configuration() {
        return configuration;
    }

    @Override
    public List<HealthCheck> checks() {
        return List.of();
    }

    @Override
    public Scripting scripting() {
        throw new UnsupportedOperationException();
    }
}
