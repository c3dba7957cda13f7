package io.github.hubsh.shell.verb.script;

import io.github.hubsh.shell.recording.RecordingSequence;
import io.github.hubsh.shell.recording.fake.RecordedKnowledge;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.network.Network;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.verb.network.DescribeAll;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes what is known of the network as TypeScript declarations, so that editors complete scripts. */
public final class TypesVerb implements Verb {
    static final String FILE = "hubsh-env.d.ts";
    static final String API = "hubsh.d.ts";

    private static final Syntax SYNTAX = Syntax.of(VerbName.TYPES, "TypeScript declarations of the live network")
            .optional("FILE", Kind.FILE)
            .option("--from", "RECORDING", Kind.FILE, "of the network of a recording; needs no hub")
            .flag("--api", "write those of the API: hubsh.d.ts")
            .flag("--print", "print them instead of writing a file")
            .example("types --print")
            .example("types --api --print")
            .example("types --from session.jsonl --print")
            .detail("Writes " + FILE + ": every plugin with its commands and arguments, documented.")
            .detail("Writes hubsh.d.ts of the API beside it: editors complete and check scripts.")
            .detail("Of a recording it writes what was seen; Tab completes that too from then on.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        boolean api = arguments.has("--api");
        Word recording = arguments.word("--from");
        if (api && recording != null) {
            throw ShellException.at(recording.place(0), "expected either --api or --from");
        }
        String text = api
                ? TypeDeclarations.api()
                : recording == null ? network(session) : recorded(arguments.all("--from"), session);
        if (arguments.has("--print")) {
            return new Outcome.Text(List.of(text.split("\n")));
        }
        String given = arguments.optionalOperand(0);
        String file = given != null ? given : api ? API : FILE;
        write(file, text, session);
        // The types of a network are those of the API with more in them.
        String beside = Path.of(file).resolveSibling(API).toString();
        if (!api && !beside.equals(file)) {
            write(beside, TypeDeclarations.api(), session);
        }
        return Outcome.NOTHING;
    }

    private static void write(String file, String text, Session session) {
        session.io().files().write(file, text.getBytes(StandardCharsets.UTF_8), false);
        session.io().display().say(MessageLevel.NOTE, "written: " + file);
    }

    private static String recorded(List<Word> files, Session session) {
        RecordedKnowledge shown = RecordingSequence.read(
                files,
                session,
                recording -> RecordedKnowledge.learn(
                        recording, session.memory().catalog().learner()));
        return new TypeDeclarations(shown.catalog()).of(shown.plugins());
    }

    private static String network(Session session) {
        Network network = session.hub().network();
        List<String> plugins = new ArrayList<>(network.peers().plugins());
        plugins.remove(network.identity().ownName());
        if (!plugins.contains(network.identity().hubName())) {
            plugins.add(0, network.identity().hubName());
        }
        DescribeAll.within(DescribeAll.DEFAULT_TIMEOUT, plugins, network.peers());
        return new TypeDeclarations(session.memory().catalog()).of(plugins);
    }
}
