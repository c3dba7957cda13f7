package io.github.hubsh.core.value;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A dict of the module {@code collections}: {@code OrderedDict}, {@code defaultdict}, {@code Counter}. */
public final class NamedDict extends LinkedHashMap<@Nullable Object, @Nullable Object> {
    private static final long serialVersionUID = 1L;

    private final String className;
    private final transient @Nullable Global factory;

    /**
     * @param className in the module {@code collections}
     * @param factory of a {@code defaultdict}: what makes the value of a new key, or {@code null}
     */
    public NamedDict(String className, @Nullable Global factory, Map<?, ?> entries) {
        super(entries);
        this.className = className;
        this.factory = factory;
    }

    public String className() {
        return className;
    }

    public @Nullable Global factory() {
        return factory;
    }
}
