package io.github.hubsh.core.access;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the owner of a key may do. Each question is answered with why not, or with {@code null} for yes.
 *
 * <p>A peer that may use a name may join under it, so the commands of the hub that joining needs are free. Of the rest
 * {@code deny} decides first, then {@code read-only}, then {@code allow}.
 */
public final class AccessRights {
    /** How the refusal of a name begins: the name follows, in quotes. A peer gets the sentence and nothing else. */
    public static final String NAME_REFUSED = "this key may not use the name ";

    /** Everything. */
    public static final AccessRights ALL =
            new AccessRights(List.of(new AccessPattern("*")), Commands.ALL, Restrictions.NONE);

    /** Nothing: of one whose key has just been taken away. */
    public static final AccessRights NONE = new AccessRights(List.of(), Commands.ALL, new Restrictions(true, true));

    private static final String NAMES = AccessRule.NAMES.word();
    private static final String ALLOW = AccessRule.ALLOW.word();
    private static final String DENY = AccessRule.DENY.word();
    private static final String READ_ONLY = AccessRule.READ_ONLY.word();
    private static final String SUBSCRIBE = AccessRule.SUBSCRIBE.word();

    private static final String PING = "ping";
    private static final Set<String> JOINING = Set.of(PING, "register");
    private static final Set<String> LOOKING = Set.of("describe", "hub_status");

    private final List<AccessPattern> names;
    private final Commands commands;
    private final Restrictions restrictions;

    /** @param allowed empty for all */
    private record Commands(List<CommandPattern> allowed, List<CommandPattern> denied) {
        private static final Commands ALL = new Commands(List.of(), List.of());
    }

    private record Restrictions(boolean readOnly, boolean deaf) {
        private static final Restrictions NONE = new Restrictions(false, false);
    }

    private AccessRights(List<AccessPattern> names, Commands commands, Restrictions restrictions) {
        this.names = names;
        this.commands = commands;
        this.restrictions = restrictions;
    }

    /**
     * Reads the rights from the metadata of a certificate: {@code names}, {@code allow}, {@code deny},
     * {@code read-only}, {@code subscribe}. Other names mean nothing here, but one that is written almost like these is
     * refused: a restriction with a slip would be none.
     *
     * @param owner the name that a key without {@code names} may use, also with a hyphen and more behind it
     * @throws AccessException if a value is none that its name can have, or a name has a slip
     */
    public static AccessRights of(String owner, Map<String, String> metadata) throws AccessException {
        for (String name : metadata.keySet()) {
            checkName(name);
        }
        List<AccessPattern> names = AccessPattern.list(metadata.getOrDefault(NAMES, owner + ", " + owner + "-*"));
        if (names.isEmpty()) {
            throw new AccessException("there is no pattern in " + NAMES);
        }
        List<CommandPattern> allowed = CommandPattern.list(metadata.getOrDefault(ALLOW, "*"));
        if (allowed.isEmpty()) {
            throw new AccessException("there is no pattern in " + ALLOW);
        }
        boolean all = allowed.contains(new CommandPattern(new AccessPattern("*"), new AccessPattern("*")));
        return new AccessRights(
                names,
                new Commands(all ? List.of() : allowed, CommandPattern.list(metadata.getOrDefault(DENY, ""))),
                new Restrictions(truth(metadata, READ_ONLY, false), !truth(metadata, SUBSCRIBE, true)));
    }

    // "name", which certificates often have, is near "names"; and a key without those has its own name.
    private static void checkName(String name) throws AccessException {
        for (String known : List.of(NAMES, ALLOW, DENY, READ_ONLY, SUBSCRIBE)) {
            boolean near = plain(name).equals(plain(known)) || (!known.equals(NAMES) && Spelling.isNear(name, known));
            if (!name.equals(known) && near) {
                throw new AccessException("there is no '" + name + "': it is written " + known);
            }
        }
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    /** Whether every request and every reply is allowed, whatever its name. */
    public boolean isUnrestricted() {
        return commands.allowed().isEmpty() && commands.denied().isEmpty() && !restrictions.readOnly();
    }

    /** Whether every reply is allowed: what restricts questions does not restrict answers. */
    public boolean answersFreely() {
        return !restrictions.readOnly();
    }

    /** Asks whether the key may use a name: to register it, to connect as it, to speak as it. */
    public @Nullable Refusal name(String name) {
        return names.stream().anyMatch(each -> each.matches(name))
                ? null
                : new Refusal(AccessRule.NAMES, NAME_REFUSED + "'" + name + "' (names = " + joined(names) + ")");
    }

    /** Asks whether it may ask a plugin for a command. */
    public @Nullable Refusal request(String target, String command) {
        Refusal denied = denied(target, command);
        if (denied != null || command.equals(PING)) {
            return denied;
        }
        return restrictions.readOnly() ? readOnly(target, command) : notAllowed(target, command);
    }

    /** Asks whether it may ask the hub for a command. */
    public @Nullable Refusal requestOfHub(String hub, String command) {
        if (JOINING.contains(command)) {
            return null;
        }
        Refusal denied = denied(hub, command);
        if (denied != null || LOOKING.contains(command)) {
            return denied;
        }
        return restrictions.readOnly() ? readOnly(hub, command) : notAllowed(hub, command);
    }

    /** Asks whether it may answer a command that others ask of it. */
    public @Nullable Refusal reply(String command) {
        return restrictions.readOnly() && !command.equals(PING) && !LOOKING.contains(command)
                ? new Refusal(AccessRule.READ_ONLY, "this key may not answer '" + command + "' (read-only = true)")
                : null;
    }

    /** Asks whether it may hear broadcasts. */
    public @Nullable Refusal subscribe() {
        return restrictions.deaf()
                ? new Refusal(AccessRule.SUBSCRIBE, "this key may not subscribe (subscribe = false)")
                : null;
    }

    private @Nullable Refusal denied(String target, String command) {
        for (CommandPattern each : commands.denied()) {
            if (each.matches(target, command)) {
                return new Refusal(AccessRule.DENY, mayNot(target, command) + "(deny = " + each + ")");
            }
        }
        return null;
    }

    private @Nullable Refusal notAllowed(String target, String command) {
        List<CommandPattern> allowed = commands.allowed();
        return allowed.isEmpty() || allowed.stream().anyMatch(each -> each.matches(target, command))
                ? null
                : new Refusal(AccessRule.ALLOW, mayNot(target, command) + "(allow = " + joined(allowed) + ")");
    }

    private static Refusal readOnly(String target, String command) {
        return new Refusal(AccessRule.READ_ONLY, mayNot(target, command) + "(read-only = true)");
    }

    private static String mayNot(String target, String command) {
        return "this key may not ask '" + target + "' for '" + command + "' ";
    }

    private static String joined(List<?> patterns) {
        return patterns.stream().map(Object::toString).collect(Collectors.joining(", "));
    }

    private static boolean truth(Map<String, String> metadata, String name, boolean otherwise) throws AccessException {
        String value = metadata.get(name);
        if (value == null) {
            return otherwise;
        }
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new AccessException(name + " is true or false, not '" + value + "'");
        };
    }
}
