package io.github.hubsh.shell.argument;

import io.github.hubsh.core.content.ContentData;
import io.github.hubsh.core.json.ExactJson;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Series;
import io.github.hubsh.shell.session.Arguments;
import io.github.hubsh.shell.word.Item;
import io.github.hubsh.shell.word.Place;
import io.github.hubsh.shell.word.ShellException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Refuses arguments that would arrive as something else than they are, before anything is sent. */
final class FaithfulArguments {
    private FaithfulArguments() {}

    /**
     * Checks arguments that are not plainly JSON.
     *
     * @throws ShellException USAGE, pointing at the first item whose value the encoding cannot carry
     */
    static void require(@Nullable Object body, String mimeType, Arguments line) {
        if (!(body instanceof Map<?, ?> arguments)) {
            return;
        }
        for (Map.Entry<?, ?> argument : arguments.entrySet()) {
            String name = String.valueOf(argument.getKey());
            if (mimeType.equals(Payload.PICKLE)) {
                requirePickle(name, argument.getValue(), line);
            } else if (mimeType.equals(Payload.JSON) && !isKept(argument.getValue())) {
                throw wrong(name, line, name + ": JSON would change this value")
                        .hint("leave out --mime json, and it goes as a pickle, as what it is");
            }
        }
    }

    private static void requirePickle(String name, @Nullable Object value, Arguments line) {
        if (ExactJson.isExact(value)) {
            return;
        }
        try {
            ContentData.encode(value, Payload.PICKLE);
        } catch (ContentException unwritable) {
            throw wrong(name, line, name + ": " + unwritable.getMessage()).hint("send a part of it or its text");
        }
    }

    /** The JSON of the field has a form of its own for tables. */
    private static boolean isKept(@Nullable Object value) {
        return value instanceof Series || value instanceof DataFrame || ExactJson.isExact(value);
    }

    private static ShellException wrong(String name, Arguments line, String message) {
        Item item = line.item(name);
        Place place = item == null ? line.operandWord(1).place(0) : item.valuePlace();
        return ShellException.at(place, message);
    }
}
