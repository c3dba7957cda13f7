package io.github.hubsh.core.web;

import static io.github.hubsh.core.testkit.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hubsh.core.hub.Hub;
import io.github.hubsh.core.message.Message;
import io.github.hubsh.core.message.Messages;
import io.github.hubsh.core.message.Payload;
import io.github.hubsh.core.plugin.Plugin;
import io.github.hubsh.core.testkit.HeadlessBrowser;
import io.github.hubsh.core.testkit.RawPeer;
import io.github.hubsh.core.testkit.Requires;
import io.github.hubsh.core.wire.MessageWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, as wide as a phone. */
@TestInstance(Lifecycle.PER_CLASS)
final class HubPageIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int PHONE_WIDTH = 400;
    private static final Path PICTURES = Path.of("target", "pictures");

    /** Names that a hub takes: it refuses control characters, and those that turn text around. */
    private static final List<String> HOSTILE_NAMES = List.of(
            "<script>window.broken=1</script>",
            "<img src=x onerror=window.broken=2>",
            "\" onload=\"window.broken=3",
            "a'b`c${window.broken=4}&lt;&amp;",
            "</td></table><svg onload=window.broken=5>",
            "x".repeat(200));

    private static final List<String> HOSTILE_VALUES = List.of(
            "</script><script>window.broken=6</script>",
            "line\nevent: status\ndata: {}\n\nbroken",
            "\r\rdata: broken",
            "turned \u202e around \u2066 and \u0007\u0000 bell \u2028",
            "<iframe srcdoc='<script>parent.broken=7</script>'>",
            "half of a pair \ud83d");

    private final List<Plugin> plugins = new ArrayList<>();
    private final Hub hub = new Hub("tcp://127.0.0.1:*", "lab <b>one</b>");
    private HubWeb web;
    private HeadlessBrowser browser;

    @BeforeAll
    void start(@TempDir Path profile) throws Exception {
        String program = Requires.browser();
        hub.reset();
        web = HubWeb.open(hub, WebAddress.parse("0"));
        browser = HeadlessBrowser.start(program, profile, PHONE_WIDTH);
        browser.open(web.uri());
        browser.await("document.getElementById('state').textContent === 'live'");
    }

    @AfterAll
    void stop() {
        plugins.forEach(Plugin::close);
        if (browser != null) {
            browser.close();
            web.close();
        }
        hub.close();
    }

    @Test
    void what_happens_is_seen_live_and_fits_a_phone() throws Exception {
        Plugin pump = join("pump");
        Plugin valve = join("valve");
        browser.await("[...document.querySelectorAll('#plugins tr')].some(r => r.innerText.includes('pump'))");
        sayUntilSeen(() -> valve.execute("pump", "echo", Map.of("volume_ul", 5)), "volume_ul");
        browser.await("document.getElementById('figures').innerText.includes('µs')"
                + " || document.getElementById('figures').innerText.includes('ms')");

        assertThat(browser.evaluate("document.querySelector('h1').textContent").asText())
                .isEqualTo("lab <b>one</b>");
        assertThat(browser.evaluate("innerWidth").asInt()).isEqualTo(PHONE_WIDTH);
        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(PHONE_WIDTH);
        assertThat(background("light")).isNotEqualTo(background("dark"));
        pump.close();
        browser.await("[...document.querySelectorAll('#plugins .away')].some(c => c.textContent === 'pump (away)')");
    }

    @Test
    void hostile_names_and_values_are_text_and_never_markup() throws Exception {
        String elements = "[...new Set([...document.body.querySelectorAll('*')].map(e => e.localName))].sort().join()";
        String before = browser.evaluate(elements).asText();
        Plugin asking = join("asking");
        for (String name : HOSTILE_NAMES) {
            Plugin hostile = join(name);
            hostile.execute("asking", "echo", Map.of(name, name));
            asking.execute(name, "echo", Map.of(name, name));
        }
        assertThat(shownCluster(HOSTILE_NAMES.get(4))).contains(HOSTILE_NAMES.get(4), "2.50 ms", "lost 3");
        for (int i = 0; i < HOSTILE_VALUES.size(); i++) {
            String marker = "value" + i + " ";
            Map<String, String> arguments = Map.of(HOSTILE_VALUES.get(i), marker + HOSTILE_VALUES.get(i));
            sayUntilSeen(() -> asking.execute(HOSTILE_NAMES.get(0), "echo", arguments), marker);
        }
        strangerSays("stranger\n<script>window.broken=8</script>\u202e");
        for (String name : HOSTILE_NAMES) {
            browser.await(
                    "[...document.querySelectorAll('#plugins bdi')].some(e => e.textContent === " + quoted(name) + ")");
        }
        browser.await("document.getElementById('broadcasts').innerText.includes('stranger\\\\u000a<script>')");
        browser.picture(PICTURES.resolve("hostile.png"));

        // The same kinds of elements as before: none came from the network, except list items and their parts.
        List<String> added =
                new ArrayList<>(List.of(browser.evaluate(elements).asText().split(",")));
        added.removeAll(List.of(before.split(",")));
        assertThat(added).isSubsetOf("li", "time", "bdi", "span", "tr", "td");
        assertThat(browser.evaluate("typeof window.broken").asText()).isEqualTo("undefined");
        assertThat(browser.evaluate("document.querySelectorAll('script').length")
                        .asInt())
                .isEqualTo(1);
        JsonNode invisible = browser.evaluate("/[\\u0000-\\u0009\\u000b-\\u001f\\u202a-\\u202e\\u2066-\\u2069]/"
                + ".test(document.body.textContent.replace(document.querySelector('script').textContent, ''))");
        assertThat(invisible.asBoolean()).isFalse();
        assertThat(browser.evaluate("document.documentElement.scrollWidth").asInt())
                .isLessThanOrEqualTo(PHONE_WIDTH);
    }

    @Test
    void the_policy_lets_no_other_script_run_and_makes_no_markup_of_text() {
        assertThat(browser.evaluate("(() => { const s = document.createElement('script');"
                                + " try { s.textContent = 'window.broken=9'; document.body.append(s); return 'added'; }"
                                + " catch (e) { return e.name; } finally { s.remove(); } })()")
                        .asText())
                .isEqualTo("TypeError");
        assertThat(browser.evaluate(
                                "(() => { try { document.createElement('p').innerHTML = '<b>x</b>'; return 'made'; }"
                                        + " catch (e) { return e.name; } })()")
                        .asText())
                .isEqualTo("TypeError");
        assertThat(browser.evaluate("typeof window.broken").asText()).isEqualTo("undefined");
    }

    /** Returns the text of the other hubs, of a network and a hub with this name. */
    private String shownCluster(String name) throws Exception {
        return browser.evaluate("(() => { showCluster({name: " + quoted(name) + ", joined: true, server: 'nats://h', "
                        + "hidden: 0, traffic: {lost: 3}, hubs: [{name: " + quoted(name)
                        + ", plugins: 1, round_trip: 0.0025, silent: 1, asked: 1, served: 1}]});"
                        + " return document.getElementById('cluster').innerText; })()")
                .asText();
    }

    private String background(String scheme) throws Exception {
        browser.colours(scheme);
        browser.picture(PICTURES.resolve(scheme + ".png"));
        return browser.evaluate("getComputedStyle(document.body).backgroundColor")
                .asText();
    }

    private Plugin join(String name) {
        Plugin plugin = new Plugin(name, hub.queryUri()).command("echo", Payload.JSON, call -> call.arguments());
        plugin.reset(SOON);
        plugins.add(plugin);
        eventually(() -> hub.plugins().stream().anyMatch(p -> p.name().equals(name) && p.connected()), SOON);
        return plugin;
    }

    /** Every client may ask under any name, and the question is broadcast. */
    private void strangerSays(String name) {
        Message request = Messages.create().connectRequest(name, "hub");
        try (RawPeer stranger = RawPeer.query(hub.queryUri())) {
            byte[] text = MessageWriter.write(request);
            sayUntilSeen(() -> stranger.sendFrames(new byte[0], text), "stranger");
        }
    }

    /** Of a flood the page shows only a part. */
    private void sayUntilSeen(Runnable say, String text) {
        eventually(
                () -> {
                    say.run();
                    return browser.isTrue("document.getElementById('broadcasts').innerText.includes('" + text + "')");
                },
                SOON);
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
