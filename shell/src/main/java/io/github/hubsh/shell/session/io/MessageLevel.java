package io.github.hubsh.shell.session.io;

/** How important a line is that a statement says, and to which readers. */
public enum MessageLevel {
    /** Not data, and nothing is wrong: {@code connected to …}. {@code --quiet} hides it. */
    NOTE,
    /** For people at a terminal; programs find it in the data. */
    ASIDE,
    /** Something may be wrong. */
    WARNING,
    /** A line as it is, which {@code --quiet} does not hide. */
    PLAIN,
    /** A line of a script's output: data, unless data has to be JSON; then it goes where messages go. */
    OUTPUT,
    /** A line of a report for people, which goes where output goes. {@code --quiet} hides it. */
    REPORT,
    /** What has failed in a report: as {@link #REPORT}, but with {@code --quiet} a message. */
    FAILURE
}
