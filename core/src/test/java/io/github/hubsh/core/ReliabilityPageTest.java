package io.github.hubsh.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** RELIABILITY.md names tests that exist. */
final class ReliabilityPageTest {
    private static final Pattern NAMED = Pattern.compile("`(\\w+(?:Test|IT|Contract))(?:\\.(\\w+))?`");
    private static final Pattern SUPERCLASS = Pattern.compile("class \\w+ extends (\\w+)");

    private final Map<String, String> tests = new HashMap<>();

    @Test
    void each_test_that_proves_a_promise_is_there() throws IOException {
        read(Path.of("../core/src/test/java"));
        read(Path.of("../shell/src/test/java"));
        List<String> missing = new ArrayList<>();
        int found = 0;
        Matcher named = NAMED.matcher(Files.readString(Path.of("../RELIABILITY.md")));
        while (named.find()) {
            found++;
            if (!exists(named.group(1), named.group(2))) {
                missing.add(named.group());
            }
        }
        assertThat(missing).isEmpty();
        assertThat(found).isGreaterThan(30);
    }

    /** Whether the class, or one that it extends, has the method. */
    private boolean exists(String type, String method) {
        String source = tests.get(type);
        if (source == null || method == null || source.contains(" void " + method + "(")) {
            return source != null;
        }
        Matcher parent = SUPERCLASS.matcher(source);
        return parent.find() && exists(parent.group(1), method);
    }

    private void read(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(this::add);
        }
    }

    private void add(Path file) {
        try {
            String name = String.valueOf(file.getFileName());
            tests.put(name.substring(0, name.length() - ".java".length()), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
