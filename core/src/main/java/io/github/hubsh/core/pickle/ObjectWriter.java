package io.github.hubsh.core.pickle;

import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.Opaque;
import java.time.ZoneId;

/**
 * Writes objects and names as what they came as. Only {@linkplain AllowedGlobals allowed ones} go back: what a
 * stranger's object would do where it is loaded is not known, and must not be passed on in our name.
 */
final class ObjectWriter {
    private final PickleWriter values;
    private final PickleOutput out;

    ObjectWriter(PickleWriter values, PickleOutput out) {
        this.values = values;
        this.out = out;
    }

    void object(Opaque object) throws ContentException {
        if (!AllowedGlobals.isAllowed(object)) {
            throw new ContentException("a pickle cannot hold " + QuotedText.type(object));
        }
        name(AllowedGlobals.portableName(object.className()));
        out.code(Opcode.MARK);
        values.values(object.arguments());
        out.code(Opcode.TUPLE).code(object.maker() == Opaque.Maker.CALL ? Opcode.REDUCE : Opcode.NEWOBJ);
        if (!object.hasNoState()) {
            values.value(object.state());
            out.code(Opcode.BUILD);
        }
    }

    void global(Global global) throws ContentException {
        if (!AllowedGlobals.contains(global.name())) {
            throw new ContentException("a pickle cannot hold " + QuotedText.type(global));
        }
        name(AllowedGlobals.portableName(global.name()));
    }

    /** A zone of {@code zoneinfo}: all that is known of it is its name. */
    void zone(ZoneId zone) throws ContentException {
        out.global("zoneinfo", "ZoneInfo").code(Opcode.MARK).text(zone.getId());
        out.code(Opcode.TUPLE).code(Opcode.REDUCE);
    }

    private void name(String className) throws ContentException {
        int dot = className.lastIndexOf('.');
        String module = className.substring(0, dot);
        String name = className.substring(dot + 1);
        if (className.equals(AllowedGlobals.INTERVALS_OF)) {
            out.global("__builtin__", "getattr").code(Opcode.MARK);
            name(module);
            out.text(name).code(Opcode.TUPLE).code(Opcode.REDUCE);
        } else if (ExceptionNames.isBuiltin(className)) {
            out.global(ExceptionNames.module(name), name);
        } else if (module.equals("builtins")) {
            out.global("__builtin__", name.equals("range") ? "xrange" : name);
        } else {
            out.global(module, name);
        }
    }
}
