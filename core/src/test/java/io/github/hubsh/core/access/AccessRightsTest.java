package io.github.hubsh.core.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each key may do: the table of key × name × command. */
final class AccessRightsTest {
    private static final Map<String, String> KEYS = Map.of(
            "lab", "",
            "free", "names=*",
            "operator", "names=op-?,operator;allow=pump/*,*/get_*;deny=pump/reset",
            "guest", "names=guest*;read-only=true",
            "deaf", "subscribe=false",
            "careful", "deny=*/reset, valve",
            "blind", "deny=hub/hub_status");

    @ParameterizedTest
    @CsvSource(textBlock = """
                    lab,      lab,       yes
                    lab,      lab-2,     yes
                    lab,      lab2,      names
                    lab,      Lab,       names
                    lab,      hub,       names
                    free,     anything,  yes
                    operator, op-1,      yes
                    operator, op-12,     names
                    operator, operator,  yes
                    operator, operator-1, names
                    guest,    guest,     yes
                    guest,    guest 7,   yes
                    guest,    a guest,   names
                    """)
    void a_key_may_use_the_names_that_it_is_given(String key, String name, String expected) throws AccessException {
        assertThat(word(rights(key).name(name))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    lab,      pump,  reset,     yes
                    operator, pump,  dispense,  yes
                    operator, pump,  reset,     deny
                    operator, pump2, dispense,  allow
                    operator, pump2, get_state, yes
                    operator, pump2, ping,      yes
                    guest,    pump,  ping,      yes
                    guest,    pump,  describe,  read-only
                    guest,    pump,  get_state, read-only
                    careful,  pump,  reset,     deny
                    careful,  pump,  dispense,  yes
                    careful,  valve, open,      deny
                    careful,  valve, ping,      deny
                    deaf,     pump,  dispense,  yes
                    """)
    void a_key_asks_plugins_for_what_it_is_allowed(String key, String target, String command, String expected)
            throws AccessException {
        assertThat(word(rights(key).request(target, command))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
                    operator, register,   yes
                    operator, ping,       yes
                    operator, hub_status, yes
                    operator, shut_down,  allow
                    guest,    register,   yes
                    guest,    hub_status, yes
                    guest,    shut_down,  read-only
                    careful,  reset,      deny
                    careful,  register,   yes
                    blind,    hub_status, deny
                    blind,    register,   yes
                    lab,      shut_down,  yes
                    """)
    void every_key_may_join_and_look(String key, String command, String expected) throws AccessException {
        assertThat(word(rights(key).requestOfHub("hub", command))).isEqualTo(expected);
    }

    @Test
    void replies_and_broadcasts_have_rules_of_their_own() throws AccessException {
        assertThat(rights("guest").reply("ping")).isNull();
        assertThat(word(rights("guest").reply("dispense"))).isEqualTo("read-only");
        assertThat(rights("operator").reply("anything")).isNull();
        assertThat(word(rights("deaf").subscribe())).isEqualTo("subscribe");
        assertThat(rights("guest").subscribe()).isNull();
    }

    @Test
    void a_refusal_says_which_rule_it_follows_from() throws AccessException {
        assertThat(rights("operator").request("pump", "reset"))
                .isEqualTo(new Refusal(AccessRule.DENY, "this key may not ask 'pump' for 'reset' (deny = pump/reset)"));
        assertThat(rights("operator").request("x", "y"))
                .extracting(Refusal::reason)
                .isEqualTo("this key may not ask 'x' for 'y' (allow = pump/*, */get_*)");
        assertThat(rights("lab").name("pump"))
                .extracting(Refusal::reason)
                .isEqualTo("this key may not use the name 'pump' (names = lab, lab-*)");
    }

    @Test
    void only_what_restricts_nothing_goes_the_short_way() throws AccessException {
        assertThat(AccessRights.ALL.isUnrestricted()).isTrue();
        assertThat(AccessRights.of("a", Map.of("names", "x", "allow", "*")).isUnrestricted())
                .isTrue();
        assertThat(rights("deaf").isUnrestricted()).isTrue();
        for (String key : new String[] {"operator", "guest", "careful"}) {
            assertThat(rights(key).isUnrestricted()).as(key).isFalse();
        }
        assertThat(AccessRights.NONE.isUnrestricted()).isFalse();
        assertThat(AccessRights.NONE.name("a")).isNotNull();
    }

    @Test
    void what_cannot_be_read_gives_no_rights() {
        assertThatThrownBy(() -> AccessRights.of("a", Map.of("read-only", "yes")))
                .isInstanceOf(AccessException.class)
                .hasMessage("read-only is true or false, not 'yes'");
        assertThatThrownBy(() -> AccessRights.of("a", Map.of("names", " , ")))
                .hasMessage("there is no pattern in names");
        assertThatThrownBy(() -> AccessRights.of("a", Map.of("allow", ""))).hasMessage("there is no pattern in allow");
    }

    @Test
    void what_a_certificate_says_of_its_owner_is_no_slip() throws AccessException {
        Map<String, String> owner =
                Map.of("name", "Ada", "email", "ada@lab", "organization", "lab", "dept", "a", "x", "b");
        assertThat(AccessRights.of("ann", owner).isUnrestricted()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "readonly, read-only",
        "read_only, read-only",
        "Read-Only, read-only",
        "Deny, deny",
        "NAMES, names",
        "sub scribe, subscribe",
        "denny, deny",
        "dney, deny",
        "den, deny",
        "allows, allow",
        "alluw, allow",
        "read-onyl, read-only",
    })
    void a_restriction_with_a_slip_gives_no_rights(String written, String meant) {
        assertThatThrownBy(() -> AccessRights.of("a", Map.of(written, "true")))
                .isInstanceOf(AccessException.class)
                .hasMessage("there is no '" + written + "': it is written " + meant);
    }

    @Test
    void what_else_stands_in_a_certificate_means_nothing_here() throws AccessException {
        assertThat(AccessRights.of("a", Map.of("name", "Ann", "email", "ann@lab", "created-by", "zmq.auth"))
                        .isUnrestricted())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    *,     anything, true
                    a*c,   abbbc,    true
                    a*c,   abbb,     false
                    a?c,   abc,      true
                    a?c,   ac,       false
                    *a*b*, xxaxxbxx, true
                    *a*b*, xxbxxa,   false
                    a.c,   abc,      false
                    """)
    void patterns_have_stars_and_question_marks(String pattern, String name, boolean expected) {
        assertThat(new AccessPattern(pattern).matches(name)).isEqualTo(expected);
    }

    @Test
    void no_pattern_takes_long() {
        assertThat(new AccessPattern("*a".repeat(100) + "b").matches("a".repeat(20_000)))
                .isFalse();
    }

    private static AccessRights rights(String key) throws AccessException {
        Map<String, String> metadata = new LinkedHashMap<>();
        for (String line : KEYS.getOrDefault(key, "").split(";", -1)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                metadata.put(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return AccessRights.of(key, metadata);
    }

    private static String word(@Nullable Refusal refusal) {
        return refusal == null ? "yes" : refusal.rule().word();
    }
}
