package io.github.hubsh.shell.command;

/** What appears while a statement still runs. */
public interface Display {
    /** Shows a result: data. */
    void show(Outcome outcome);

    /** Tells something that is not data: {@code connected to …}. */
    void note(String text);

    /** Tells something that may be wrong. */
    void warn(String text);
}
