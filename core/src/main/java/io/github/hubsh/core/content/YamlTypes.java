package io.github.hubsh.core.content;

import io.github.hubsh.core.value.Tuple;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.Construct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The types of a YAML document: snakeyaml's safe ones, with dates that keep what was written (a {@code java.util.Date}
 * would not say whether there was a time or an offset), ints of bounded length, and the tags that Python's
 * {@code yaml.dump} puts on plain values.
 */
final class YamlTypes extends SafeConstructor {
    private static final int MAX_DIGITS = 10_000;
    static final String PYTHON = "tag:yaml.org,2002:python/";
    private static final Pattern TIMESTAMP = Pattern.compile("(\\d{4})-(\\d\\d?)-(\\d\\d?)"
            + "(?:(?:[Tt]|[ \\t]+)(\\d\\d?):(\\d\\d):(\\d\\d)(?:\\.(\\d*))?"
            + "[ \\t]*(?:(Z)|([-+])(\\d\\d?)(?::?(\\d\\d))?)?)?");

    YamlTypes(LoaderOptions options) {
        super(options);
        yamlConstructors.put(Tag.TIMESTAMP, new Timestamp());
        yamlConstructors.put(Tag.INT, new BoundedInt());
        yamlConstructors.put(new Tag(PYTHON + "tuple"), new PythonTuple());
        for (String text : new String[] {"str", "unicode"}) {
            yamlConstructors.put(new Tag(PYTHON + text), new ConstructYamlStr());
        }
        for (String number : new String[] {"int", "long"}) {
            yamlConstructors.put(new Tag(PYTHON + number), new BoundedInt());
        }
        yamlConstructors.put(new Tag(PYTHON + "none"), new ConstructYamlNull());
        yamlConstructors.put(new Tag(PYTHON + "bool"), new ConstructYamlBool());
        yamlConstructors.put(new Tag(PYTHON + "float"), new ConstructYamlFloat());
    }

    private static String scalar(Node node) {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new YAMLException("a scalar is needed " + node.getStartMark());
    }

    private final class BoundedInt extends AbstractConstruct {
        private final Construct plain = new ConstructYamlInt();

        @Override
        public Object construct(Node node) {
            if (scalar(node).length() > MAX_DIGITS) {
                throw new YAMLException("an int of more than " + MAX_DIGITS + " digits");
            }
            return plain.construct(node);
        }
    }

    private final class PythonTuple extends AbstractConstruct {
        @Override
        public Object construct(Node node) {
            if (node instanceof SequenceNode sequence) {
                return Tuple.copyOf(constructSequence(sequence));
            }
            throw new YAMLException("a sequence is needed " + node.getStartMark());
        }
    }

    private static final class Timestamp extends AbstractConstruct {
        @Override
        public Object construct(Node node) {
            Matcher fields = TIMESTAMP.matcher(scalar(node));
            if (!fields.matches()) {
                throw new YAMLException("not a timestamp " + node.getStartMark());
            }
            try {
                return timestamp(fields);
            } catch (DateTimeException e) {
                throw new YAMLException(e.getMessage(), e);
            }
        }

        private static Object timestamp(Matcher fields) {
            LocalDate date = LocalDate.of(number(fields, 1), number(fields, 2), number(fields, 3));
            if (fields.group(4) == null) {
                return date;
            }
            String fraction = fields.group(7) == null ? "" : fields.group(7);
            int nano = Integer.parseInt((fraction + "000000000").substring(0, 9));
            LocalDateTime local =
                    date.atTime(LocalTime.of(number(fields, 4), number(fields, 5), number(fields, 6), nano));
            if (fields.group(8) != null) {
                return local.atOffset(ZoneOffset.UTC);
            } else if (fields.group(9) == null) {
                return local;
            }
            int minutes = number(fields, 10) * 60 + (fields.group(11) == null ? 0 : number(fields, 11));
            return local.atOffset(
                    ZoneOffset.ofTotalSeconds(fields.group(9).equals("-") ? -minutes * 60 : minutes * 60));
        }

        private static int number(Matcher fields, int group) {
            return Integer.parseInt(fields.group(group));
        }
    }
}
