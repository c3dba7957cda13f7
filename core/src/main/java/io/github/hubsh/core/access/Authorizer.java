package io.github.hubsh.core.access;

import io.github.hubsh.core.key.CurveKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says what the owner of a key may do. Any thread may ask, at any time; nothing blocks. */
public interface Authorizer {
    /** Lets every key in, and each do everything. */
    Authorizer ANY = new Authorizer() {
        @Override
        public AccessRights rights(CurveKey key) {
            return AccessRights.ALL;
        }

        @Override
        public List<AccessRights> rightsOfName(String name) {
            return List.of(AccessRights.ALL);
        }
    };

    /** Returns the rights of a key as they are now; {@code null} if it is not let in. */
    @Nullable
    AccessRights rights(CurveKey key);

    /** Returns the rights of all keys that may use a name. Without any, other hubs may have no plugin of this name. */
    default List<AccessRights> rightsOfName(String name) {
        return List.of();
    }

    /** Calls {@code listener} when rights have changed, on any thread; one that never changes calls none. */
    default void onChange(Runnable listener) {}
}
