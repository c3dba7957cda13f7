package io.github.hubsh.core.access;

import io.github.hubsh.core.key.CurveKey;
import org.jspecify.annotations.Nullable;

/** Says what the owner of a key may do. Any thread may ask, at any time; nothing blocks. */
public interface Authorizer {
    /** Lets every key in, and each do everything. */
    Authorizer ANY = key -> AccessRights.ALL;

    /** Returns the rights of a key as they are now; {@code null} if it is not let in. */
    @Nullable
    AccessRights rights(CurveKey key);

    /** Calls {@code listener} when rights have changed, on any thread; one that never changes calls none. */
    default void onChange(Runnable listener) {}
}
