package io.github.hubsh.shell.session.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of one argument.
 *
 * @param required whether the command is known to fail without it
 * @param values seen on the wire, newest first; never those of a name that looks secret
 * @param form how they were carried
 */
public record KnownArgument(
        String name,
        KnowledgeOrigin origin,
        boolean required,
        ArgumentSchema schema,
        List<Object> values,
        SeenForm form) {
    /** An argument of which it is not known how it was carried. */
    public KnownArgument(
            String name, KnowledgeOrigin origin, boolean required, ArgumentSchema schema, List<Object> values) {
        this(name, origin, required, schema, values, SeenForm.UNKNOWN);
    }

    /** Says what it is: {@code number in µL, required: how much}. */
    public String description() {
        String unit = schema.unit().isEmpty() ? "" : " in " + schema.unit();
        String need = required ? ", required" : "";
        String documentation = schema.documentation().isEmpty() ? "" : ": " + schema.documentation();
        return schema.type() + unit + need + documentation;
    }

    /** Returns the values to offer, the likeliest first, each with where it comes from or an empty text. */
    public Map<Object, String> offered() {
        Map<Object, String> offered = new LinkedHashMap<>();
        schema.choices().forEach(value -> offered.put(value, ""));
        if (schema.choices().isEmpty() && schema.types().contains("boolean")) {
            offered.put(true, "");
            offered.put(false, "");
        }
        Object otherwise = schema.otherwise();
        if (otherwise != null) {
            offered.merge(otherwise, "default", (before, now) -> before.isEmpty() ? now : before);
        }
        values.forEach(value -> offered.merge(value, "seen", (before, now) -> before.isEmpty() ? now : before));
        return offered;
    }
}
