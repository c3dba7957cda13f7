package io.github.hubsh.shell.fake;

import io.github.hubsh.shell.app.ProgramOptions;
import io.github.hubsh.shell.session.Configuration;
import io.github.hubsh.shell.session.HealthCheck;
import io.github.hubsh.shell.session.ProgramServices;
import io.github.hubsh.shell.syntax.Syntax;
import java.util.ArrayList;
import java.util.List;

/** A program that has a version, its options and a few settings, and finds what a test lets it find. */
public final class FakeProgram implements ProgramServices {
    public final List<HealthCheck> checks = new ArrayList<>();
    public final FakeScripting scripting = new FakeScripting();
    private Configuration configuration;

    public FakeProgram() {
        this(new FakeConfiguration());
    }

    FakeProgram(FakeConfiguration configuration) {
        this.configuration = configuration;
    }

    /** Gives it another configuration. */
    public void configure(Configuration given) {
        configuration = given;
    }

    @Override
    public Syntax syntax() {
        return ProgramOptions.SYNTAX;
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
        return checks;
    }

    @Override
    public FakeScripting scripting() {
        return scripting;
    }
}
