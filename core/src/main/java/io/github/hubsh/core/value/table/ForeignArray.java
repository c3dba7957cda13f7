package io.github.hubsh.core.value.table;

import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.array.Column;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * An array of numpy or pandas that its values do not fully describe: intervals, periods, a masked array. Its elements
 * are what is shown; it is handed on by the call that makes it in Python.
 */
public final class ForeignArray extends AbstractList<@Nullable Object> implements Column, RandomAccess {
    private final Column shown;
    private final Opaque origin;

    public ForeignArray(Column shown, Opaque origin) {
        this.shown = shown;
        this.origin = origin;
    }

    public Column shown() {
        return shown;
    }

    public Opaque origin() {
        return origin;
    }

    @Override
    public String dtypeName() {
        return shown.dtypeName();
    }

    @Override
    public int size() {
        return shown.size();
    }

    @Override
    public @Nullable Object get(int index) {
        return shown.get(index);
    }

    @Override
    public Collection<? extends @Nullable Object> held() {
        List<@Nullable Object> held = new ArrayList<>(shown.held());
        held.add(origin);
        return held;
    }
}
