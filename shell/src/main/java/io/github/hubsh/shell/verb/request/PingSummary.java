package io.github.hubsh.shell.verb.request;

import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.word.Durations;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The summary of several pings. */
final class PingSummary {
    private Duration least = Duration.ofDays(1);
    private Duration most = Duration.ZERO;
    private Duration sum = Duration.ZERO;
    private int answered;
    private int lost;
    private @Nullable ShellException failure;

    /** Pings; returns {@code null} where no answer comes. */
    @Nullable
    Duration add(Network network, String target, Duration timeout) {
        try {
            Duration time = network.ping(target, timeout);
            least = time.compareTo(least) < 0 ? time : least;
            most = time.compareTo(most) > 0 ? time : most;
            sum = sum.plus(time);
            answered++;
            return time;
        } catch (ShellException failed) {
            if (failed.problem() != Problem.TIMEOUT) {
                throw failed;
            }
            failure = failed;
            lost++;
            return null;
        }
    }

    boolean isAnswered() {
        return answered > 0;
    }

    /** Shows the summary; throws the error if no ping was answered. */
    void tell(Display display) {
        if (answered == 0 && failure != null) {
            throw failure;
        }
        display.say(
                MessageLevel.ASIDE,
                "min " + Durations.format(least) + "  avg " + Durations.format(sum.dividedBy(answered)) + "  max "
                        + Durations.format(most) + "  lost " + lost + " of " + (lost + answered));
    }
}
