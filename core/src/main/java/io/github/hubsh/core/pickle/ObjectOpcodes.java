package io.github.hubsh.core.pickle;

import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.PythonScalar;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.table.DataFrame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Names, calls and states: where the reference would import and run, and we only look into a table. */
final class ObjectOpcodes {
    private static final int MAX_NAME_LENGTH = 1000;

    private final PickleInput input;
    private final PickleStack stack;
    private final Memo memo;
    private final Meter meter;

    ObjectOpcodes(PickleInput input, PickleStack stack, Memo memo, Meter meter) {
        this.input = input;
        this.stack = stack;
        this.memo = memo;
        this.meter = meter;
    }

    void run(Opcode opcode) throws ContentException {
        switch (opcode) {
            case GLOBAL -> stack.push(globalLines());
            case STACK_GLOBAL -> stackGlobal();
            case REDUCE -> call(stack.pop());
            case NEWOBJ -> newObject(stack.pop());
            case NEWOBJ_EX -> newObjectWithKeywords();
            case INST -> inst();
            case OBJ -> obj();
            case BUILD -> build(stack.pop());
            case PERSID -> stack.push(persistent(new String(input.line(), StandardCharsets.UTF_8)));
            case BINPERSID -> stack.push(persistent(stack.pop()));
            default -> throw new ContentException("not an object operation");
        }
    }

    private @Nullable Object globalLines() throws ContentException {
        return global(PythonText.decode(input.line()), PythonText.decode(input.line()));
    }

    private void stackGlobal() throws ContentException {
        Object name = stack.pop();
        Object module = stack.pop();
        if (!(name instanceof String nameText) || !(module instanceof String moduleText)) {
            throw new ContentException(
                    "a name must be text, not " + QuotedText.type(module) + " and " + QuotedText.type(name));
        }
        stack.push(global(moduleText, nameText));
    }

    private static @Nullable Object global(String module, String name) throws ContentException {
        if (module.length() + name.length() > MAX_NAME_LENGTH) {
            throw new ContentException("a name of more than " + MAX_NAME_LENGTH + " characters");
        }
        return Families.named(Families.currentName(module, name));
    }

    private void call(@Nullable Object arguments) throws ContentException {
        if (!(arguments instanceof Tuple tuple)) {
            throw new ContentException("arguments must be a tuple, not " + QuotedText.type(arguments));
        }
        Object callable = stack.pop();
        if (callable instanceof Global global && global.name().equals("builtins.setattr") && rename(tuple)) {
            return;
        }
        stack.push(instance(callable, tuple));
    }

    /** The one attribute that is set: our own writer names the columns of the frame on top of the stack in this way. */
    private boolean rename(Tuple arguments) throws ContentException {
        DataFrame renamed = stack.isEmpty() ? null : Families.renamed(stack.peek(), arguments);
        if (renamed != null) {
            stack.pop();
            stack.push(renamed);
            stack.push(null);
        }
        return renamed != null;
    }

    private void newObject(@Nullable Object arguments) throws ContentException {
        Object type = stack.pop();
        if (!(arguments instanceof Tuple tuple)) {
            throw new ContentException("arguments must be a tuple, not " + QuotedText.type(arguments));
        }
        Object made = type instanceof Global global ? ObjectMakers.made(global, tuple, meter) : instance(type, tuple);
        stack.push(madeBy(Opaque.Maker.NEW, made));
    }

    private void newObjectWithKeywords() throws ContentException {
        Object keywords = stack.pop();
        Object arguments = stack.pop();
        if (!(keywords instanceof Map<?, ?> map) || !(arguments instanceof Tuple tuple)) {
            throw new ContentException("arguments must be a tuple and a dict");
        }
        List<@Nullable Object> all = new ArrayList<>(tuple);
        meter.values(all.size());
        if (!map.isEmpty()) {
            all.add(map);
        }
        stack.push(madeBy(map.isEmpty() ? Opaque.Maker.NEW : Opaque.Maker.OTHER, instance(stack.pop(), all)));
    }

    private static @Nullable Object madeBy(Opaque.Maker maker, @Nullable Object made) {
        Object object = made instanceof PythonScalar scalar ? scalar.origin() : made;
        if (object instanceof Opaque opaque) {
            opaque.setMaker(maker);
        }
        return made;
    }

    private void inst() throws ContentException {
        Object type = globalLines();
        stack.push(instance(type, stack.popToMark()));
    }

    private void obj() throws ContentException {
        List<@Nullable Object> typeAndArguments = stack.popToMark();
        if (typeAndArguments.isEmpty()) {
            throw new ContentException("there is no class");
        }
        Object type = typeAndArguments.remove(0);
        stack.push(instance(type, typeAndArguments));
    }

    private @Nullable Object instance(@Nullable Object callable, List<@Nullable Object> arguments)
            throws ContentException {
        if (callable instanceof Global global) {
            return Families.call(global.name(), arguments, meter);
        } else if (callable instanceof Opaque opaque) {
            Object result = method(opaque, arguments);
            if (result != null) {
                return result;
            }
            // The result of calling an object that is itself not known: both are kept.
            List<@Nullable Object> parts = new ArrayList<>(List.of(opaque));
            parts.add(arguments);
            return new Opaque(opaque.className(), parts);
        }
        throw new ContentException(QuotedText.type(callable) + " cannot be called");
    }

    private @Nullable Object method(Opaque callable, List<@Nullable Object> arguments) throws ContentException {
        List<@Nullable Object> bound = callable.arguments();
        return callable.className().equals("builtins.getattr")
                        && bound.size() == 2
                        && bound.get(1) instanceof String name
                ? Families.callMethod(bound.get(0), name, arguments, meter)
                : null;
    }

    private void build(@Nullable Object state) throws ContentException {
        Object target = stack.pop();
        if (target == null || target instanceof Number || target instanceof String) {
            throw new ContentException(QuotedText.type(target) + " has no state");
        }
        if (!(target instanceof Opaque opaque)) {
            stack.push(target);
            return;
        }
        opaque.setState(state);
        Object built = Families.built(opaque, meter);
        if (built != opaque) {
            memo.replace(opaque, built);
        }
        stack.push(built);
    }

    private static Opaque persistent(@Nullable Object id) {
        List<@Nullable Object> arguments = new ArrayList<>();
        arguments.add(id);
        return new Opaque("pickle.persistent_id", arguments);
    }
}
