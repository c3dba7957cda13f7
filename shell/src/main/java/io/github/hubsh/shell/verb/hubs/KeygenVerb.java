package io.github.hubsh.shell.verb.hubs;

import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.session.Session;
import io.github.hubsh.shell.session.Verb;
import io.github.hubsh.shell.session.io.MessageLevel;
import io.github.hubsh.shell.session.result.Outcome;
import io.github.hubsh.shell.syntax.Kind;
import io.github.hubsh.shell.syntax.Syntax;
import io.github.hubsh.shell.syntax.VerbName;
import io.github.hubsh.shell.word.ShellException;
import io.github.hubsh.shell.word.Word;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the keys of a hub, or of one of its clients. */
public final class KeygenVerb implements Verb {
    private static final Syntax SYNTAX = Syntax.of(VerbName.KEYGEN, "make keys for a hub or a client")
            .operand("NAME", Kind.FILE)
            .flag("--z85", "print the public key alone")
            .example("keygen hub")
            .example("keygen ann --z85")
            .detail("NAME.key holds the secret key, and only you can read it; it stays where it is.")
            .detail("NAME.pub holds the public key: that of a hub goes to its clients, that of a")
            .detail("client into the hub's folder, where it says what the client may do: help curve.")
            .detail("Both are certificates of ZeroMQ, which zmq.auth of pyzmq reads too.")
            .build();

    @Override
    public Syntax syntax() {
        return SYNTAX;
    }

    @Override
    public Outcome run(Arguments arguments, Session session) {
        Word word = arguments.operandWord(0);
        String name = word.text();
        if (name.endsWith("/") || name.endsWith(".key") || name.endsWith(".pub")) {
            throw ShellException.at(word.place(0), "expected the name of the keys, without an ending")
                    .hint("keygen ann makes ann.key and ann.pub");
        }
        String key = session.program().hubs().keys().generate(name);
        if (arguments.has("--z85")) {
            return Outcome.value(key);
        }
        session.io()
                .display()
                .say(MessageLevel.NOTE, "keep " + name + ".key to yourself; " + name + ".pub is for others");
        Map<String, @Nullable Object> made = new LinkedHashMap<>();
        made.put("public_key", key);
        made.put("public_file", name + ".pub");
        made.put("secret_file", name + ".key");
        return Outcome.value(made);
    }
}
