package io.github.hubsh.shell.line;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.syntax.Option;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.Item;
import io.github.hubsh.shell.word.Reference;
import io.github.hubsh.shell.word.Word;

/**
 * A statement as a line that parses to the same statement. Options that are filters ({@code --where --jq}) become
 * filters: they mean the same.
 */
public final class StatementText {
    private final Statement statement;
    private final StringBuilder line = new StringBuilder();

    private StatementText(Statement statement) {
        this.statement = statement;
    }

    /** Writes a statement, without the {@code &} behind it. */
    public static String of(Statement statement) {
        StatementText text = new StatementText(statement);
        text.write();
        return text.line.toString();
    }

    private void write() {
        PipelineSpec pipeline = statement.pipeline();
        if (pipeline != null && pipeline.name() != null) {
            add(pipeline.name() + " =");
        }
        if (pipeline != null && pipeline.times() > 1) {
            add(Integer.toString(pipeline.times()));
        }
        verb();
        if (pipeline == null) {
            return;
        }
        for (Pipe pipe : pipeline.pipes()) {
            pipe(pipe);
        }
        Redirect redirect = pipeline.redirect();
        if (redirect != null) {
            add((redirect.append() ? ">> " : "> ") + WordText.of(redirect.file()));
        }
    }

    private void verb() {
        Syntax syntax = statement.verb().syntax();
        Arguments arguments = statement.arguments();
        int from = 0;
        if (arguments.operandCount() > 0 && isFocus(arguments.operandWord(0))) {
            add("." + WordText.of(arguments.operandWord(1)));
            from = 2;
        } else if (!statement.isVerb(VerbName.VALUE)) {
            add(syntax.name());
        }
        int end = syntax.nests() ? syntax.operands().size() - 1 : arguments.operandCount();
        for (int i = from; i < end; i++) {
            add(WordText.of(arguments.operandWord(i)));
        }
        options(syntax, arguments);
        if (syntax.nests()) {
            add(of(NestedStatement.parse(arguments.operandsFrom(end))));
        }
        for (Item item : arguments.items()) {
            add(WordText.of(item.word()));
        }
    }

    private static boolean isFocus(Word word) {
        return word.isOpen() && word.references().get(0).name().equals(Reference.FOCUS);
    }

    private void options(Syntax syntax, Arguments arguments) {
        for (String name : syntax.optionNames()) {
            Option option = syntax.option(name);
            boolean piped = arguments.has("--where") && !OptionPipes.isOfVerb(statement);
            boolean filter = name.equals("--jq") || (piped && (name.equals("--where") || name.equals("--count")));
            if (option == null || filter) {
                continue;
            }
            for (Word value : arguments.all(name)) {
                add(option.takesValue() ? name + " " + WordText.of(value) : name);
            }
        }
    }

    private void pipe(Pipe pipe) {
        if (pipe.kind() == Pipe.Kind.SYSTEM) {
            add("| !" + pipe.operand().text());
            return;
        } else if (pipe.kind() == Pipe.Kind.EXECUTE) {
            add("| " + of(LineParser.statement(pipe.words())));
            return;
        }
        add("| " + pipe.kind().word());
        String separator = " ";
        for (Word word : pipe.words()) {
            line.append(separator).append(WordText.of(word));
            separator = ",";
        }
    }

    private void add(String text) {
        line.append(line.length() == 0 ? "" : " ").append(text);
    }
}
