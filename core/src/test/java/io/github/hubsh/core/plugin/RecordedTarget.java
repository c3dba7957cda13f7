package io.github.hubsh.core.plugin;

import io.github.hubsh.core.message.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** A command socket that writes down what it is asked for. */
final class RecordedTarget implements CommandSender.Target {
    final BlockingQueue<Message> sent = new LinkedBlockingQueue<>();
    final List<String> withdrawn = new ArrayList<>();
    final List<Long> deadlines = new ArrayList<>();

    @Override
    public void send(Message message) {
        sent.add(message);
    }

    @Override
    public void withdraw(String session) {
        withdrawn.add(session);
    }

    @Override
    public void wakeWithin(long nanos) {
        deadlines.add(nanos);
    }
}
