package io.github.hubsh.core.access;

import java.util.List;

/** A pattern of commands: that of the target's name, a slash, and that of the command. */
record CommandPattern(AccessPattern target, AccessPattern command) {
    /** Reads patterns that are separated by commas; a target alone means all its commands. */
    static List<CommandPattern> list(String text) {
        return AccessPattern.list(text).stream().map(each -> parse(each.text())).toList();
    }

    private static CommandPattern parse(String text) {
        int slash = text.lastIndexOf('/');
        return slash < 0
                ? new CommandPattern(new AccessPattern(text), new AccessPattern("*"))
                : new CommandPattern(
                        new AccessPattern(text.substring(0, slash)), new AccessPattern(text.substring(slash + 1)));
    }

    boolean matches(String asked, String name) {
        return target.matches(asked) && command.matches(name);
    }

    @Override
    public String toString() {
        return target + "/" + command;
    }
}
