package io.github.hubsh.shell.verb.help;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.SyntaxTable;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Suggestion;
import java.util.List;

/** Shows what verbs there are, and what each takes. */
public final class HelpVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.HELP, "verbs, or what one of them takes")
            .optional("VERB", Kind.VERB)
            .example("help")
            .example("help execute")
            .example("help items")
            .example("help filters")
            .detail("help items: how arguments are written; help errors: kinds and exit codes.")
            .detail("help filters: what may follow a |; help variables: $name and counts.")
            .detail("help keys: the keys of the prompt; help javascript: scripts.")
            .detail("help jobs: the background; help settings: files, variables and their priority.")
            .build();

    private final SyntaxTable verbs;

    public HelpVerb(SyntaxTable verbs) {
        this.verbs = verbs;
    }

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        String topic = arguments.optionalOperand(0);
        if (topic == null) {
            return Outcome.Text.prose(HelpText.overview(verbs));
        }
        if (topic.equals("items")) {
            return Outcome.Text.prose(HelpText.items());
        }
        List<String> page = HelpTopics.of(topic);
        if (page != null) {
            return Outcome.Text.prose(page);
        }
        if (topic.equals("errors")) {
            return Outcome.Text.prose(HelpText.errors());
        }
        VerbName verb = VerbName.of(topic);
        if (verb == null) {
            ShellException unknown =
                    ShellException.at(arguments.operandWord(0).place(0), "there is no verb '" + topic + "'");
            String hint = Suggestion.of(topic, VerbName.texts());
            throw unknown.hint(hint != null ? hint : "help shows all verbs");
        }
        return Outcome.Text.prose(HelpText.verb(verbs.of(verb)));
    }
}
