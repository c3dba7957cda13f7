package io.github.hubsh.shell.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a verb takes, as data: the parser, the help and the completion read the same table.
 *
 * @param operands in order; the optional ones last
 * @param items whether request items ({@code x=1}) may follow the operands
 * @param live whether it continues by itself, so that at the prompt it runs beside what is typed
 * @param byteActions first operands with which it gives bytes, which a file gets as they are
 * @param options its own, without those that every verb takes
 * @param examples whole lines that parse
 * @param details paragraphs for the verb's help page
 */
public record Syntax(
        String name,
        List<String> aliases,
        Group group,
        String summary,
        List<Operand> operands,
        boolean items,
        boolean live,
        List<String> byteActions,
        List<Option> options,
        List<String> examples,
        List<String> details) {

    /** Begins the syntax of a verb. */
    public static Builder of(VerbName verb, String summary) {
        return new Builder(verb.text(), verb.aliases(), verb.group(), summary);
    }

    /** Begins the syntax of what is no verb: the program itself, a line of another language. */
    public static Builder of(String name, Group group, String summary) {
        return new Builder(name, List.of(), group, summary);
    }

    /** Returns the option of that name, the common ones included, or {@code null}. */
    public @Nullable Option option(String optionName) {
        for (Option option : options) {
            if (option.name().equals(optionName)) {
                return option;
            }
        }
        for (Option option : Option.FORMATS) {
            if (option.name().equals(optionName)) {
                return option;
            }
        }
        return optionName.equals(Option.HELP.name()) ? Option.HELP : null;
    }

    /** Returns the operand at a position, or {@code null} where no further one is expected. */
    public @Nullable Operand operand(int index) {
        int last = operands.size() - 1;
        if (index <= last) {
            return operands.get(index);
        }
        return last >= 0 && operands.get(last).repeated() ? operands.get(last) : null;
    }

    /** Returns whether what stands at this position, and all behind it, is taken as it is. */
    public boolean isForeign(int index) {
        Operand operand = operand(index);
        return operand != null && operand.repeated() && !operand.required() && operand.kind() == Kind.TEXT;
    }

    /** Returns the names of all options that {@link #option} knows. */
    public List<String> optionNames() {
        List<String> names = new ArrayList<>();
        for (Option option : options) {
            names.add(option.name());
        }
        for (Option option : Option.FORMATS) {
            if (!names.contains(option.name())) {
                names.add(option.name());
            }
        }
        names.add(Option.HELP.name());
        return names;
    }

    /** Returns whether the last operand is a statement. */
    public boolean nests() {
        return !operands.isEmpty() && operands.get(operands.size() - 1).kind() == Kind.STATEMENT;
    }

    /** Returns the verb and its operands on one line: {@code execute TARGET COMMAND [ITEM …]}. */
    public String usage() {
        StringBuilder usage = new StringBuilder(name);
        for (Operand operand : operands) {
            usage.append(' ').append(operand);
        }
        return items ? usage.append(" [ITEM …]").toString() : usage.toString();
    }

    /** Collects a syntax; {@link #build()} ends it. */
    public static final class Builder {
        private final String name;
        private final Group group;
        private final String summary;
        private final List<String> aliases;
        private final List<Operand> operands = new ArrayList<>(2);
        private final List<Option> options = new ArrayList<>();
        private final List<String> examples = new ArrayList<>();
        private final List<String> details = new ArrayList<>();
        private final List<String> byteActions = new ArrayList<>(0);
        private boolean items;
        private boolean live;

        private Builder(String name, List<String> aliases, Group group, String summary) {
            this.name = name;
            this.aliases = aliases;
            this.group = group;
            this.summary = summary;
        }

        public Builder operand(String operandName, Kind kind) {
            operands.add(new Operand(operandName, kind, true, false));
            return this;
        }

        public Builder optional(String operandName, Kind kind) {
            operands.add(new Operand(operandName, kind, false, false));
            return this;
        }

        /** Takes one or more words; comes last. */
        public Builder several(String operandName, Kind kind) {
            operands.add(new Operand(operandName, kind, true, true));
            return this;
        }

        /** Takes any number of words, of which none is an option of another program; comes last. */
        public Builder any(String operandName, Kind kind) {
            operands.add(new Operand(operandName, kind, false, true));
            return this;
        }

        /** Takes all further words, options too: they belong to another program. Comes last. */
        public Builder rest(String operandName) {
            operands.add(new Operand(operandName, Kind.TEXT, false, true));
            return this;
        }

        public Builder items() {
            items = true;
            return this;
        }

        public Builder live() {
            live = true;
            return this;
        }

        /** With this first operand it gives bytes. */
        public Builder givesBytesFor(String action) {
            byteActions.add(action);
            return this;
        }

        public Builder flag(String optionName, String what) {
            options.add(Option.flag(optionName, what));
            return this;
        }

        public Builder option(String optionName, String valueName, Kind kind, String what) {
            options.add(new Option(optionName, valueName, kind, what, List.of()));
            return this;
        }

        /** Takes an option that is a setting too. */
        public Builder setting(Setting setting, String valueName) {
            return setting(setting.option(), setting, valueName);
        }

        /** As {@link #setting(Setting, String)}, under another name. */
        public Builder setting(String optionName, Setting setting, String valueName) {
            Object fallback = setting.defaultValue();
            String what = setting.summary() + "; " + setting.variable() + (fallback == null ? "" : ", or " + fallback);
            return option(optionName, valueName, setting.kind(), what);
        }

        /** Takes a flag that is a setting too. */
        public Builder setting(Setting setting) {
            return flag(setting.option(), setting.summary() + "; " + setting.variable());
        }

        public Builder choice(String optionName, String valueName, List<String> choices, String what) {
            options.add(new Option(optionName, valueName, Kind.CHOICE, what, choices));
            return this;
        }

        public Builder example(String line) {
            examples.add(line);
            return this;
        }

        public Builder detail(String paragraph) {
            details.add(paragraph);
            return this;
        }

        public Syntax build() {
            return new Syntax(
                    name, aliases, group, summary, operands, items, live, byteActions, options, examples, details);
        }
    }
}
