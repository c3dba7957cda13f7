package io.github.hubsh.core.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.pickle.family.PickleBudget;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.Global;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.PythonScalar;
import io.github.hubsh.core.value.Tuple;
import io.github.hubsh.core.value.array.NdArray;
import io.github.hubsh.core.value.table.DataFrame;
import io.github.hubsh.core.value.table.Index;
import io.github.hubsh.core.value.table.RangeLabels;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Names, calls and states: nothing is imported or run, and what is not known is kept. */
final class ObjectOpcodesTest {
    private static final String MARK = "<mark>";
    private static final Global UNKNOWN = new Global("m.C");
    private static final Global DATE = new Global("datetime.date");

    private final Meter meter = new Meter(PickleBudget.DEFAULT);
    private final PickleStack stack = new PickleStack(meter);
    private final Memo memo = new Memo(meter);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            m                  | C                   | m.C
            m.n                | C.D                 | m.n.C.D
            __builtin__        | unicode             | builtins.str
            __builtin__        | long                | builtins.int
            exceptions         | ValueError          | builtins.ValueError
            copy_reg           | _reconstructor      | copyreg._reconstructor
            """)
    void a_name_is_that_of_python_3(String module, String name, String expected) throws ContentException {
        assertThat(run(Opcode.GLOBAL, module + "\n" + name + "\n")).isEqualTo(new Global(expected));
        assertThat(run(Opcode.STACK_GLOBAL, "", module, name)).isEqualTo(new Global(expected));
    }

    @Test
    void the_missing_values_of_pandas_are_bare_names() throws ContentException {
        assertThat(run(Opcode.GLOBAL, "pandas._libs.missing\nNA\n"))
                .isEqualTo(new PythonScalar(null, new Global("pandas.NA")));
    }

    @Test
    void the_length_of_a_name_is_bounded() throws ContentException {
        assertThat(run(Opcode.STACK_GLOBAL, "", "m".repeat(999), "C")).isInstanceOf(Global.class);
        refused(Opcode.STACK_GLOBAL, "", "a name of more than 1000 characters", "m".repeat(1000), "C");
        refused(Opcode.GLOBAL, "m\n" + "C".repeat(1000) + "\n", "a name of more than 1000 characters");
    }

    @Test
    void a_known_call_makes_a_value_in_every_form() throws ContentException {
        Tuple arguments = Tuple.of(2026L, 11L, 22L);
        LocalDate date = LocalDate.of(2026, 11, 22);
        assertThat(run(Opcode.REDUCE, "", DATE, arguments)).isEqualTo(date);
        assertThat(run(Opcode.NEWOBJ, "", DATE, arguments)).isEqualTo(date);
        assertThat(run(Opcode.NEWOBJ_EX, "", DATE, arguments, Map.of())).isEqualTo(date);
        assertThat(run(Opcode.OBJ, "", MARK, DATE, 2026L, 11L, 22L)).isEqualTo(date);
        assertThat(run(Opcode.INST, "datetime\ndate\n", MARK, 2026L, 11L, 22L)).isEqualTo(date);
    }

    @Test
    void an_unknown_call_is_kept_with_the_way_it_was_made() throws ContentException {
        Map<Object, Object> keywords = Map.of("k", 2L);
        kept(run(Opcode.REDUCE, "", UNKNOWN, Tuple.of(1L)), List.of(1L), Opaque.Maker.CALL);
        kept(run(Opcode.NEWOBJ, "", UNKNOWN, Tuple.of(1L, 2L)), List.of(1L, 2L), Opaque.Maker.NEW);
        kept(run(Opcode.NEWOBJ_EX, "", UNKNOWN, Tuple.of(1L), Map.of()), List.of(1L), Opaque.Maker.NEW);
        kept(run(Opcode.NEWOBJ_EX, "", UNKNOWN, Tuple.of(1L), keywords), List.of(1L, keywords), Opaque.Maker.OTHER);
        kept(run(Opcode.OBJ, "", MARK, UNKNOWN, 1L), List.of(1L), Opaque.Maker.CALL);
        kept(run(Opcode.INST, "m\nC\n", MARK, 1L), List.of(1L), Opaque.Maker.CALL);
    }

    @Test
    void a_new_subclass_of_a_text_or_number_is_that_underneath() throws ContentException {
        assertThat(((Opaque) run(Opcode.NEWOBJ, "", UNKNOWN, Tuple.of("text"))).plainValue())
                .isEqualTo("text");
        assertThat(((Opaque) run(Opcode.REDUCE, "", UNKNOWN, Tuple.of("text"))).plainValue())
                .isNull();
    }

    @Test
    void the_result_of_an_object_that_is_called_keeps_both() throws ContentException {
        Opaque callable = new Opaque("m.C", List.of());
        Opaque made = (Opaque) run(Opcode.REDUCE, "", callable, Tuple.of(1L));
        assertThat(made.className()).isEqualTo("m.C");
        assertThat(made.arguments()).containsExactly(callable, Tuple.of(1L));
        Opaque method = new Opaque("builtins.getattr", List.of(callable, "run"));
        assertThat(((Opaque) run(Opcode.REDUCE, "", method, Tuple.of(1L))).arguments())
                .containsExactly(method, Tuple.of(1L));
    }

    @Test
    void a_state_completes_an_object_and_what_it_becomes_is_remembered() throws ContentException {
        Opaque unknown = new Opaque("m.C", List.of());
        assertThat(run(Opcode.BUILD, "", unknown, Map.of("a", 1L))).isSameAs(unknown);
        assertThat(unknown.state()).isEqualTo(Map.of("a", 1L));

        Opaque array = new Opaque(
                "numpy.core.multiarray._reconstruct", List.of(new Global("numpy.ndarray"), Tuple.of(0L), "b"));
        memo.put(3, array);
        Tuple state = Tuple.of(1L, Tuple.of(2L), new Opaque("numpy.dtype", List.of("i1")), false, "\1\2");
        Object built = run(Opcode.BUILD, "", array, state);
        assertThat(built).isInstanceOf(NdArray.class).hasToString("[1, 2]");
        assertThat(memo.get(3)).isSameAs(built);
    }

    @Test
    void the_state_of_a_value_that_is_whole_already_is_left_out() throws ContentException {
        assertThat(run(Opcode.BUILD, "", LocalDate.EPOCH, Map.of("a", 1L))).isEqualTo(LocalDate.EPOCH);
    }

    @Test
    void a_frame_is_renamed_where_it_stands() throws ContentException {
        Index rows = new Index(new RangeLabels(0, 1, 1), null);
        DataFrame frame = DataFrame.of(rows, List.of(NdArray.ofLongs(1)), new Index(NdArray.ofLongs(0), null));
        Index names = new Index(NdArray.ofObjects(List.of("a")), null);
        Global setattr = new Global("builtins.setattr");
        assertThat(run(Opcode.REDUCE, "", frame, setattr, Tuple.of(frame, "columns", names)))
                .isNull();
        DataFrame renamed = (DataFrame) stack.pop();
        assertThat(renamed).isNotNull();
        assertThat(renamed.columns()).containsExactly("a");
        kept(run(Opcode.REDUCE, "", setattr, Tuple.of(frame, "columns", names)), "builtins.setattr");
        kept(run(Opcode.REDUCE, "", frame, setattr, Tuple.of(frame, "index", names)), "builtins.setattr");
    }

    @Test
    void a_persistent_name_is_kept() throws ContentException {
        kept(run(Opcode.PERSID, "name\n"), "pickle.persistent_id");
        Opaque binary = (Opaque) run(Opcode.BINPERSID, "", Tuple.of("a", 1L));
        assertThat(binary.className()).isEqualTo("pickle.persistent_id");
        assertThat(binary.arguments()).containsExactly(Tuple.of("a", 1L));
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                wrong(Opcode.GLOBAL, "m\nC", "needs a line, no line feed is left"),
                wrong(Opcode.PERSID, "name", "needs a line, no line feed is left"),
                wrong(Opcode.STACK_GLOBAL, "", "a name must be text, not an int and a str", 1L, "C"),
                wrong(Opcode.STACK_GLOBAL, "", "a name must be text, not a str and None", "m", null),
                wrong(Opcode.STACK_GLOBAL, "", "the stack is empty", "C"),
                wrong(Opcode.REDUCE, "", "arguments must be a tuple, not a list", UNKNOWN, List.of()),
                wrong(Opcode.REDUCE, "", "the stack is empty", Tuple.of()),
                wrong(Opcode.REDUCE, "", "a str cannot be called", "m.C", Tuple.of()),
                wrong(Opcode.NEWOBJ, "", "arguments must be a tuple, not None", UNKNOWN, null),
                wrong(Opcode.NEWOBJ, "", "None cannot be called", null, Tuple.of()),
                wrong(Opcode.NEWOBJ_EX, "", "arguments must be a tuple and a dict", UNKNOWN, Tuple.of(), null),
                wrong(Opcode.NEWOBJ_EX, "", "arguments must be a tuple and a dict", UNKNOWN, 1L, Map.of()),
                wrong(Opcode.OBJ, "", "there is no class", MARK),
                wrong(Opcode.OBJ, "", "there is no mark", UNKNOWN),
                wrong(Opcode.OBJ, "", "an int cannot be called", MARK, 1L),
                wrong(Opcode.INST, "m\nC\n", "there is no mark"),
                wrong(Opcode.BUILD, "", "None has no state", null, Map.of()),
                wrong(Opcode.BUILD, "", "a float has no state", 1.5, Map.of()),
                wrong(Opcode.BUILD, "", "a str has no state", "text", Map.of()),
                wrong(Opcode.BUILD, "", "the stack is empty", Map.of()),
                wrong(Opcode.APPEND, "", "not an object operation"));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("wrong")
    void what_does_not_fit_is_refused(Opcode opcode, String input, String message, List<@Nullable Object> before) {
        refused(opcode, input, message, before.toArray());
    }

    private @Nullable Object run(Opcode opcode, String input, @Nullable Object... before) throws ContentException {
        for (Object value : before) {
            if (MARK.equals(value)) {
                stack.mark();
            } else {
                stack.push(value);
            }
        }
        PickleInput bytes = new PickleInput(input.getBytes(StandardCharsets.UTF_8));
        new ObjectOpcodes(bytes, stack, memo, meter).run(opcode);
        return stack.pop();
    }

    private void refused(Opcode opcode, String input, String message, @Nullable Object... before) {
        assertThatThrownBy(() -> run(opcode, input, before))
                .isInstanceOf(ContentException.class)
                .hasMessage(message);
    }

    private static void kept(@Nullable Object made, List<?> arguments, Opaque.Maker maker) {
        kept(made, "m.C");
        assertThat(((Opaque) made).arguments()).isEqualTo(arguments);
        assertThat(((Opaque) made).maker()).isEqualTo(maker);
    }

    private static void kept(@Nullable Object made, String className) {
        assertThat(made).isInstanceOf(Opaque.class);
        assertThat(((Opaque) made).className()).isEqualTo(className);
    }

    private static Arguments wrong(Opcode opcode, String input, String message, @Nullable Object... before) {
        return Arguments.of(opcode, input, message, new ArrayList<>(Arrays.asList(before)));
    }
}
