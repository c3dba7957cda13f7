package io.github.hubsh.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Executable;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of the Python package in PYTHON.md, compared with the code and with the package's own names. */
final class ReferenceTableTest {
    private static final Pattern ROW = Pattern.compile("\\| `(zmq_plugin\\.[^`]+)` \\| `([^`]+)` \\|(.*)\\|");
    private static final Pattern COUNTERPART = Pattern.compile("([A-Z]\\w*)(?:\\.(\\w+))?(?:\\((\\w*)\\))?");
    private static final List<String> ROOMS =
            List.of("hub", "plugin", "schema", "content", "value", "value.table", "json", "message", "handler");

    @Test
    void every_name_of_the_python_package_is_in_the_table_and_no_other() throws IOException {
        assertThat(rows().keySet()).containsExactlyElementsOf(pythonNames());
    }

    @Test
    void every_counterpart_exists_and_is_public() throws IOException {
        List<String> missing = new ArrayList<>();
        rows().forEach((python, counterpart) -> {
            if (!exists(counterpart)) {
                missing.add(python + " -> " + counterpart);
            }
        });
        assertThat(missing).isEmpty();
    }

    private static Map<String, String> rows() throws IOException {
        Map<String, String> rows = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Path.of("../core/PYTHON.md"))) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                assertThat(rows.put(row.group(1), row.group(2))).isNull();
            }
        }
        return rows;
    }

    private static List<String> pythonNames() throws IOException {
        try (InputStream names =
                Objects.requireNonNull(ReferenceTableTest.class.getResourceAsStream("/reference/names.txt"))) {
            return new String(names.readAllBytes(), UTF_8).lines().toList();
        }
    }

    private static boolean exists(String counterpart) {
        Matcher parts = COUNTERPART.matcher(counterpart);
        if (!parts.matches()) {
            return false;
        }
        String member = parts.group(2);
        String parameter = parts.group(3);
        return ROOMS.stream()
                .flatMap(room -> load(room, parts.group(1)))
                .filter(type -> Modifier.isPublic(type.getModifiers()))
                .anyMatch(type -> (member == null && parameter == null)
                        || executables(type, member).anyMatch(executable -> takes(executable, parameter)));
    }

    private static Stream<? extends Executable> executables(Class<?> type, String member) {
        return member == null
                ? Arrays.stream(type.getConstructors())
                : Arrays.stream(type.getMethods())
                        .filter(method -> method.getName().equals(member));
    }

    private static boolean takes(Executable executable, String parameter) {
        return parameter.isEmpty()
                || Arrays.stream(executable.getParameters())
                        .anyMatch(each -> each.getName().equals(parameter));
    }

    private static Stream<Class<?>> load(String room, String name) {
        try {
            return Stream.of(Class.forName("io.github.hubsh.core." + room + "." + name));
        } catch (ClassNotFoundException e) {
            return Stream.empty();
        }
    }
}
