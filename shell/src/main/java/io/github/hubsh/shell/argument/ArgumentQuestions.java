package io.github.hubsh.shell.argument;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.io.Questions;
import io.github.hubsh.shell.session.network.ArgumentSchema;
import io.github.hubsh.shell.session.network.KnownArgument;
import io.github.hubsh.shell.session.network.KnownCommand;
import io.github.hubsh.shell.word.JsonInput;
import io.github.hubsh.shell.word.Scalar;
import io.github.hubsh.shell.word.ShellException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Asks for the arguments of a request, one after the other: those that are known and were not given as items. */
final class ArgumentQuestions {
    private final Questions questions;
    private final Display display;

    private ArgumentQuestions(Questions questions, Display display) {
        this.questions = questions;
        this.display = display;
    }

    static Map<String, @Nullable Object> complete(
            Map<String, @Nullable Object> given, Arguments arguments, Session session) {
        Questions questions = session.io().dialog().questions();
        String target = arguments.operand(0);
        session.hub().network().peers().inquire(target);
        KnownCommand known = session.memory().catalog().command(target, arguments.operand(1));
        if (known == null || (known.arguments().isEmpty() && !known.published())) {
            throw ShellException.at(
                            arguments.operandWord(1).place(0), "no arguments are known for " + arguments.operand(1))
                    .hint("give them as items, see help items");
        }
        return new ArgumentQuestions(questions, session.io().display()).complete(given, known.arguments());
    }

    private Map<String, @Nullable Object> complete(Map<String, @Nullable Object> given, List<KnownArgument> known) {
        Map<String, @Nullable Object> all = new LinkedHashMap<>(given);
        for (KnownArgument argument : known) {
            if (!all.containsKey(argument.name())) {
                ask(argument, all);
            }
        }
        return all;
    }

    /** Asks until the answer fits; an empty one leaves the argument out, if it may be. */
    private void ask(KnownArgument argument, Map<String, @Nullable Object> all) {
        while (true) {
            String answer = questions.ask(question(argument)).strip();
            if (answer.isEmpty() && !argument.required()) {
                return;
            }
            SchemaCoercion.Fit fit =
                    answer.isEmpty() ? new SchemaCoercion.Fit(null, "an answer") : read(answer, argument);
            if (fit.expected() == null) {
                all.put(argument.name(), fit.value());
                return;
            }
            display.say(MessageLevel.WARNING, "expected " + fit.expected());
        }
    }

    private static SchemaCoercion.Fit read(String answer, KnownArgument argument) {
        char first = answer.charAt(0);
        if (first != '[' && first != '{') {
            return SchemaCoercion.fit(Scalar.of(answer), answer, argument.schema());
        }
        try {
            return SchemaCoercion.fit(JsonInput.parse(answer), answer, argument.schema());
        } catch (JsonInput.WrongJson wrong) {
            return new SchemaCoercion.Fit(null, "JSON: " + wrong.getMessage());
        }
    }

    private static String question(KnownArgument argument) {
        ArgumentSchema schema = argument.schema();
        StringBuilder question = new StringBuilder(argument.name()).append(" (").append(schema.type());
        question.append(schema.unit().isEmpty() ? "" : " in " + schema.unit());
        question.append(argument.required() ? ", required" : "");
        question.append(schema.documentation().isEmpty() ? "" : "; " + schema.documentation());
        question.append(')');
        if (schema.hasDefault()) {
            question.append(" [").append(schema.otherwise()).append(']');
        }
        return question.append(": ").toString();
    }
}
