package io.github.hubsh.core.protocol;

import io.github.hubsh.core.access.AccessRights;
import io.github.hubsh.core.access.AccessRule;
import io.github.hubsh.core.access.Refusal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a hub accepts from the other hubs of its cluster.
 *
 * <p>No key comes with a message from another hub, only a name. So the name has to be one that some key may use here,
 * and what is asked under it has to be allowed to all keys that may: a name gets no more rights by coming over the
 * cluster than by coming here. Any thread may ask.
 */
public final class ClusterPolicy {
    /** Accepts all: of a hub without keys, or one that lets every key in. */
    public static final ClusterPolicy OPEN = new ClusterPolicy(name -> List.of(AccessRights.ALL));

    private static final int MAX_CACHED_NAMES = 10_000;

    private final Function<String, List<AccessRights>> rightsOfName;
    private final Map<String, List<AccessRights>> known = new ConcurrentHashMap<>();

    /** @param rightsOfName the rights of all keys that may use a name */
    public ClusterPolicy(Function<String, List<AccessRights>> rightsOfName) {
        this.rightsOfName = rightsOfName;
    }

    /** The rights of keys have changed. */
    public void changed() {
        known.clear();
    }

    /** Whether a plugin of another hub may have this name. */
    public boolean accepts(String name) {
        return PluginNames.refusal(name) == null && !rights(name).isEmpty();
    }

    /** Returns why a plugin of another hub may not ask one here, or {@code null} if it may. */
    public @Nullable Refusal refusal(String requester, String target, String command) {
        List<AccessRights> all = rights(requester);
        if (all.isEmpty()) {
            return new Refusal(AccessRule.NAMES, "no client of this hub may use the name '" + requester + "'");
        }
        for (AccessRights each : all) {
            Refusal refusal = each.request(target, command);
            if (refusal != null) {
                return new Refusal(refusal.rule(), "'" + requester + "' is at another hub, and " + refusal.reason());
            }
        }
        return null;
    }

    private List<AccessRights> rights(String name) {
        List<AccessRights> all = known.get(name);
        if (all == null) {
            all = List.copyOf(rightsOfName.apply(name));
            if (known.size() >= MAX_CACHED_NAMES) {
                known.clear();
            }
            known.put(name, all);
        }
        return all;
    }
}
