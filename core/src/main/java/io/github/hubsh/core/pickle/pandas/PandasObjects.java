package io.github.hubsh.core.pickle.pandas;

import io.github.hubsh.core.pickle.family.Family;
import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.array.Column;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.Series;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Series and DataFrame: a block manager each, and a Series' name. */
public final class PandasObjects implements Family {
    private static final String SERIES = "pandas.Series";

    @Override
    public Set<String> names() {
        return Set.of(SERIES, "pandas.TimeSeries", "pandas.DataFrame");
    }

    @Override
    public @Nullable Object call(String name, List<@Nullable Object> arguments, Meter meter) throws ContentException {
        if (arguments.isEmpty()) {
            return null;
        }
        return name.equals(SERIES)
                ? ConstructorCalls.series(arguments, meter)
                : ConstructorCalls.frame(arguments, meter);
    }

    @Override
    public @Nullable Object built(Opaque object, Meter meter) throws ContentException {
        if (!(object.state() instanceof Map<?, ?> state)) {
            return null;
        }
        Object given = state.get("_mgr") == null ? state.get("_data") : state.get("_mgr");
        Blocks blocks = given instanceof Opaque manager ? Blocks.of(manager) : null;
        if (blocks == null) {
            return null;
        }
        return object.className().endsWith("Series") ? series(blocks, state, meter) : frame(blocks, meter);
    }

    private static @Nullable Series series(Blocks blocks, Map<?, ?> state, Meter meter) throws ContentException {
        if (blocks.axes().size() != 1 || blocks.blocks().size() != 1) {
            return null;
        }
        Index index = blocks.axes().get(0);
        List<Column> columns = FrameColumns.ofBlock(blocks.blocks().get(0).values(), meter);
        if (columns == null || columns.size() != 1 || columns.get(0).size() != index.size()) {
            return null;
        }
        return Series.of(index, columns.get(0), state.get("name") == null ? state.get("_name") : state.get("name"));
    }

    private static @Nullable DataFrame frame(Blocks blocks, Meter meter) throws ContentException {
        if (blocks.axes().size() != 2) {
            return null;
        }
        Index names = blocks.axes().get(0);
        Index index = blocks.axes().get(1);
        List<Column> columns = blocks.columns(names.size(), index.size(), meter);
        return columns == null ? null : DataFrame.of(index, columns, names);
    }
}
