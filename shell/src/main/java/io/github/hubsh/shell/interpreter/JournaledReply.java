package io.github.hubsh.shell.interpreter;

import io.github.hubsh.shell.session.Journal;
import io.github.hubsh.shell.session.network.PendingReply;
import io.github.hubsh.shell.session.network.Reply;
import io.github.hubsh.shell.session.network.Request;
import io.github.hubsh.shell.word.ShellException;
import java.time.Instant;
import java.util.concurrent.Executor;

/** The reply to a request that is written down with what becomes of it. */
record JournaledReply(PendingReply reply, Request request, Instant sent, Journal.Entry entry) implements PendingReply {
    @Override
    public Reply await() {
        try {
            Reply received = reply.await();
            entry.add(new Journal.Exchange(request, received, null, sent, Instant.now()));
            return received;
        } catch (ShellException failed) {
            entry.add(new Journal.Exchange(request, null, failed, sent, Instant.now()));
            throw failed;
        }
    }

    @Override
    public void onArrival(Runnable work, Executor threads) {
        reply.onArrival(work, threads);
    }

    @Override
    public void giveUp() {
        reply.giveUp();
    }
}
