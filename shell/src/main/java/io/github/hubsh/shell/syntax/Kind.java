package io.github.hubsh.shell.syntax;

/** What an operand or an option's value is: decides how it is checked and what Tab offers. */
public enum Kind {
    /** No value at all: an option that is there or not. */
    FLAG,
    PLUGIN,
    /** A command of the plugin that is named before it. */
    COMMAND,
    URI,
    /** The name of a context. */
    CONTEXT,
    /** A URI, or the name of a context. */
    HUB,
    FILE,
    /** A verb, or a topic of the help. */
    VERB,
    /** The name of a setting. */
    SETTING,
    /** The number of a background job. */
    JOB,
    /** {@code 500ms 5s 2m 1h}, or a plain number of seconds. */
    DURATION,
    /** An amount of memory: {@code 64m 512MB 2g}, or a plain number of bytes. */
    SIZE,
    /** A whole number from 1. */
    COUNT,
    /** A whole statement, with everything behind it: filters too. Always the last operand. */
    STATEMENT,
    /** An item, as a request's arguments are written. */
    ITEM,
    /** One of a few words. */
    CHOICE,
    TEXT
}
