package io.github.hubsh.shell.syntax;

/** A fact about a verb that other rooms, and the launcher, act on. */
public enum VerbTrait {
    /** What follows is JavaScript and not words of a line. */
    TAKES_CODE,
    /** Its last operand is a whole statement. */
    NESTS_STATEMENT,
    /** It runs what a file says. */
    RUNS_FILES,
    /** It writes a file that an operand or option names. */
    WRITES_FILES,
    /** It judges by --where, and counts by --count, itself: what it shows is something else. */
    JUDGES_CONDITION,
    /** It loads the JavaScript engine. */
    LOADS_JAVASCRIPT,
    /** It runs so long as a subcommand that the optimising compiler is worth its start. */
    RUNS_LONG,
    /** It runs a hub in this process. */
    RUNS_HUB,
    /** As the whole invocation it starts the hub of the demo, for the lines in its options, the prompt or stdin. */
    STARTS_DEMO,
    /**
     * Its results come while it runs, and not at its end. A live verb is another one of these, as long as it is live.
     */
    RESULTS_WHILE_IT_RUNS,
    /** It is about the prompt, or only reads: a session that is saved as a script is the same without it. */
    LEFT_OUT_OF_SAVED,
    /** What it sets is in the requests already that are sent afterwards. */
    RESOLVED_BEFORE_SENDING,
    /** It only shows what is there, which a script may do too. */
    SHOWN_ONLY,
    /** It runs what may be saved as the requests that it sends. */
    SAVED_AS_REQUESTS,
    /** It explains the program or its configuration, so it has to work where the configuration is wrong. */
    EXPLAINS
}
