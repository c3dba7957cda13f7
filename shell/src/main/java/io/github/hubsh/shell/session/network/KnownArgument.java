package io.github.hubsh.shell.session.network;

import java.util.List;

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
}
