package io.github.hubsh.shell.verb.network;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.shell.argument.Template;
import io.github.hubsh.shell.recording.RecordingSequence;
import io.github.hubsh.shell.recording.fake.RecordedKnowledge;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.io.Display;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.memory.Catalog;
import io.github.hubsh.shell.session.network.ArgumentSchema;
import io.github.hubsh.shell.session.network.KnowledgeOrigin;
import io.github.hubsh.shell.session.network.KnownArgument;
import io.github.hubsh.shell.session.network.KnownCommand;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.ConstructorText;
import io.github.hubsh.shell.word.Problem;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Suggestion;
import io.github.hubsh.shell.word.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows what a plugin's commands take, and where that knowledge comes from. */
public final class DescribeVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.DESCRIBE, "arguments, types, examples")
            .operand("TARGET", Kind.PLUGIN)
            .optional("COMMAND", Kind.COMMAND)
            .option("--from", "RECORDING", Kind.FILE, "as a recording shows it; needs no hub")
            .flag("--template", "print a line to fill in")
            .example("describe plugin_a")
            .example("describe plugin_a do_thing")
            .example("describe plugin_a do_thing --template")
            .example("describe heater --from session.jsonl")
            .detail("If a plugin cannot describe itself, this shows what was seen of it.")
            .detail("--from learns all that a recording shows: from then on Tab completes its plugins")
            .detail("at the prompt too, also while their hub is not there.")
            .build();

    private static final int MAX_SEEN = 5;

    /**
     * What is described.
     *
     * @param catalog where it is known from
     */
    private record Described(String target, Catalog catalog) {
        static Described recorded(List<Word> files, Word target, Session session) {
            RecordedKnowledge shown = RecordingSequence.read(
                    files,
                    session,
                    recording -> RecordedKnowledge.learn(
                            recording, session.memory().catalog().learner()));
            String name = shown.addressee(target.text());
            if (!shown.catalog().commands(name).isEmpty()) {
                return new Described(name, shown.catalog());
            }
            String meant = Suggestion.of(name, shown.plugins());
            String known = shown.plugins().isEmpty()
                    ? "no plugin has answered in it"
                    : "it shows " + String.join(", ", shown.plugins());
            throw new ShellException(
                            Problem.NO_SUCH_PLUGIN,
                            RecordingSequence.names(files) + " shows nothing of a plugin called '" + name + "'")
                    .pointing(target.place(0))
                    .hint(meant == null ? known : meant);
        }
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        Word recording = arguments.word("--from");
        Described described = recording == null
                ? new Described(
                        TargetResolver.inquire(arguments.operandWord(0), session),
                        session.memory().catalog())
                : Described.recorded(arguments.all("--from"), arguments.operandWord(0), session);
        String target = described.target();
        Catalog catalog = described.catalog();
        boolean template = arguments.has("--template");
        if (arguments.optionalOperand(1) != null) {
            KnownCommand command = command(target, arguments.operandWord(1), catalog);
            return template
                    ? Outcome.value(Template.of(target, command))
                    : one(
                            target,
                            command,
                            catalog.observations().answersNothing(target, command.name()),
                            session.io().display());
        }
        List<@Nullable Object> all = new ArrayList<>();
        for (String name : catalog.commands(target)) {
            KnownCommand command = catalog.command(target, name);
            if (command != null) {
                all.add(template ? Template.of(target, command) : summary(command));
            }
        }
        if (all.isEmpty()) {
            session.io()
                    .display()
                    .say(
                            MessageLevel.NOTE,
                            "nothing is known of " + target + " yet: broadcasts and requests will show more");
        }
        return template ? Outcome.value(String.join("\n", texts(all))) : Outcome.value(all);
    }

    private static KnownCommand command(String target, Word word, Catalog names) {
        KnownCommand command = names.command(target, word.text());
        if (command != null) {
            return command;
        }
        ShellException missing = new ShellException(
                        Problem.NO_SUCH_COMMAND, "nothing is known of a command '" + word.text() + "'")
                .during(target, word.text());
        String hint = Suggestion.of(word.text(), names.commands(target));
        throw hint == null ? missing : missing.hint(hint);
    }

    private static Map<String, @Nullable Object> summary(KnownCommand command) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("command", command.name());
        row.put("arguments", Template.usage(command));
        row.put("documentation", emptyToNull(command.documentation()));
        row.put("known_from", command.origin().word());
        return row;
    }

    private static Outcome one(String target, KnownCommand command, boolean answersNothing, Display display) {
        if (!command.documentation().isEmpty()) {
            display.say(MessageLevel.NOTE, command.name() + ": " + command.documentation());
        }
        for (Map<String, @Nullable Object> example : command.examples()) {
            display.say(MessageLevel.NOTE, "example: " + Template.line(target, command, example));
        }
        if (answersNothing) {
            display.say(MessageLevel.NOTE, command.name() + " has always replied without data so far");
        }
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (KnownArgument argument : command.arguments()) {
            rows.add(row(argument));
        }
        if (rows.isEmpty()) {
            display.say(
                    MessageLevel.NOTE, command.published() ? "it takes no arguments" : "its arguments are not known");
        }
        return Outcome.value(rows);
    }

    private static Map<String, @Nullable Object> row(KnownArgument argument) {
        ArgumentSchema schema = argument.schema();
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("argument", argument.name());
        row.put("type", schema.type());
        row.put("required", argument.origin() == KnowledgeOrigin.SEEN ? null : argument.required());
        row.put("default", schema.otherwise());
        row.put("allowed", allowed(schema));
        row.put("seen", emptyToNull(listed(argument.values())));
        row.put("documentation", emptyToNull(schema.documentation()));
        row.put("known_from", argument.origin().word());
        if (argument.form().encodings().contains("pickle")) {
            row.put("carried_by", String.join(" ", argument.form().encodings()));
        }
        return row;
    }

    private static @Nullable String allowed(ArgumentSchema schema) {
        StringBuilder allowed = new StringBuilder(listed(schema.choices()));
        if (schema.minimum() != null || schema.maximum() != null) {
            allowed.append(allowed.length() == 0 ? "" : " ")
                    .append(schema.minimum() == null ? "" : schema.minimum())
                    .append("…")
                    .append(schema.maximum() == null ? "" : schema.maximum());
        }
        String unit = schema.unit();
        return emptyToNull(unit.isEmpty() ? allowed.toString() : (allowed + " " + unit).strip());
    }

    private static String listed(List<Object> values) {
        StringBuilder list = new StringBuilder();
        for (Object value : values.subList(0, Math.min(MAX_SEEN, values.size()))) {
            list.append(list.length() == 0 ? "" : " ").append(text(value));
        }
        return list.append(values.size() > MAX_SEEN ? " …" : "").toString();
    }

    private static String text(Object value) {
        String constructor = ConstructorText.of(value);
        return constructor != null ? constructor : value instanceof String text ? text : Json.write(value);
    }

    private static List<String> texts(List<@Nullable Object> values) {
        List<String> texts = new ArrayList<>(values.size());
        for (Object value : values) {
            texts.add(String.valueOf(value));
        }
        return texts;
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
