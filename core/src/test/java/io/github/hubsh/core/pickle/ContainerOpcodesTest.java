package io.github.hubsh.core.pickle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hubsh.core.pickle.family.Meter;
import io.github.hubsh.core.pickle.family.PickleBudget;
import io.github.hubsh.core.value.ContentException;
import io.github.hubsh.core.value.FrozenSet;
import io.github.hubsh.core.value.Opaque;
import io.github.hubsh.core.value.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the opcodes of containers make of what stands on the stack. */
final class ContainerOpcodesTest {
    private static final String MARK = "<mark>";

    private final Meter meter = new Meter(PickleBudget.DEFAULT);
    private final PickleStack stack = new PickleStack(meter);
    private final ContainerOpcodes containers = new ContainerOpcodes(stack, new Keys(meter));

    static Stream<Arguments> made() {
        return Stream.of(
                Arguments.of(Opcode.EMPTY_LIST, List.of(), List.of()),
                Arguments.of(Opcode.EMPTY_TUPLE, List.of(), Tuple.of()),
                Arguments.of(Opcode.EMPTY_DICT, List.of(), Map.of()),
                Arguments.of(Opcode.EMPTY_SET, List.of(), Set.of()),
                Arguments.of(Opcode.LIST, List.of(MARK), List.of()),
                Arguments.of(Opcode.LIST, List.of(MARK, 1L, 2L), List.of(1L, 2L)),
                Arguments.of(Opcode.TUPLE, List.of(MARK), Tuple.of()),
                Arguments.of(Opcode.TUPLE, List.of(MARK, 1L, 2L), Tuple.of(1L, 2L)),
                Arguments.of(Opcode.TUPLE1, List.of(1L), Tuple.of(1L)),
                Arguments.of(Opcode.TUPLE2, List.of(1L, 2L), Tuple.of(1L, 2L)),
                Arguments.of(Opcode.TUPLE3, List.of(1L, 2L, 3L), Tuple.of(1L, 2L, 3L)),
                Arguments.of(Opcode.DICT, List.of(MARK), Map.of()),
                Arguments.of(Opcode.DICT, List.of(MARK, "a", 1L, "b", 2L), Map.of("a", 1L, "b", 2L)),
                Arguments.of(Opcode.FROZENSET, List.of(MARK, 1L, 1L), FrozenSet.copyOf(List.of(1L))),
                Arguments.of(Opcode.APPEND, List.of(list(0L), 1L), List.of(0L, 1L)),
                Arguments.of(Opcode.APPENDS, List.of(list(0L), MARK), List.of(0L)),
                Arguments.of(Opcode.APPENDS, List.of(list(0L), MARK, 1L, 2L), List.of(0L, 1L, 2L)),
                Arguments.of(Opcode.SETITEM, List.of(dict(), "a", 1L), Map.of("a", 1L)),
                Arguments.of(Opcode.SETITEMS, List.of(dict(), MARK, "a", 1L, "a", 2L), Map.of("a", 2L)),
                Arguments.of(Opcode.SETITEMS, List.of(dict(), MARK), Map.of()),
                Arguments.of(Opcode.ADDITEMS, List.of(set(), MARK, 1L, 1L), Set.of(1L)));
    }

    @ParameterizedTest
    @MethodSource("made")
    void a_container_takes_the_place_of_its_parts(Opcode opcode, List<Object> before, Object expected)
            throws ContentException {
        push(before);
        containers.run(opcode);
        Object made = stack.pop();
        assertThat(made).isEqualTo(expected);
        assertThat(made instanceof Tuple).isEqualTo(expected instanceof Tuple);
        assertThat(made instanceof FrozenSet).isEqualTo(expected instanceof FrozenSet);
        assertThat(stack.isEmpty()).isTrue();
    }

    @Test
    void what_is_underneath_an_object_is_kept_beside_it() throws ContentException {
        Opaque object = new Opaque("m.C", List.of());
        push(List.of(object, 1L));
        containers.run(Opcode.APPEND);
        push(List.of(MARK, 2L, 3L));
        containers.run(Opcode.APPENDS);
        push(List.of(MARK, 4L));
        containers.run(Opcode.ADDITEMS);
        push(List.of("a", 1L));
        containers.run(Opcode.SETITEM);
        push(List.of(MARK, "b", 2L));
        containers.run(Opcode.SETITEMS);
        assertThat(stack.pop()).isSameAs(object);
        assertThat(object.items()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(object.entries()).isEqualTo(Map.of("a", 1L, "b", 2L));
    }

    @Test
    void containers_are_filled_where_they_stand() throws ContentException {
        for (Object[] row : new Object[][] {
            {Opcode.APPEND, list(), List.of(1L)},
            {Opcode.SETITEM, dict(), List.of("a", 1L)},
            {Opcode.ADDITEMS, set(), List.of(MARK, 1L)}
        }) {
            push(List.of(row[1]));
            push((List<?>) row[2]);
            containers.run((Opcode) row[0]);
            assertThat(stack.pop()).isSameAs(row[1]);
        }
        containers.run(Opcode.EMPTY_LIST);
        containers.run(Opcode.EMPTY_LIST);
        assertThat(stack.pop()).isNotSameAs(stack.pop());
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                refused(Opcode.LIST, "there is no mark", 1L),
                refused(Opcode.TUPLE, "there is no mark", 1L),
                refused(Opcode.DICT, "there is no mark", 1L),
                refused(Opcode.FROZENSET, "there is no mark", 1L),
                refused(Opcode.APPENDS, "there is no mark", list()),
                refused(Opcode.SETITEMS, "there is no mark", dict()),
                refused(Opcode.ADDITEMS, "there is no mark", set()),
                refused(Opcode.TUPLE1, "the stack is too short"),
                refused(Opcode.TUPLE2, "the stack is too short", 1L),
                refused(Opcode.TUPLE3, "the stack is too short", 1L, MARK, 2L, 3L),
                refused(Opcode.APPEND, "the stack is too short"),
                refused(Opcode.APPEND, "the stack is empty", 1L),
                refused(Opcode.APPENDS, "the stack is empty", MARK, 1L),
                refused(Opcode.APPEND, "cannot append to an int", 1L, 2L),
                refused(Opcode.APPEND, "cannot append to a list", Tuple.of(), 2L),
                refused(Opcode.APPEND, "cannot append to None", null, 2L),
                refused(Opcode.APPENDS, "cannot append to a dict", dict(), MARK, 2L),
                refused(Opcode.SETITEM, "cannot set an item of a list", list(), 0L, 1L),
                refused(Opcode.SETITEMS, "cannot set an item of a str", "text", MARK, 0L, 1L),
                refused(Opcode.SETITEMS, "a key without a value", dict(), MARK, 0L),
                refused(Opcode.DICT, "a key without a value", MARK, 1L, 2L, 3L),
                refused(Opcode.ADDITEMS, "cannot add to a list", list(), MARK, 1L),
                refused(Opcode.ADDITEMS, "cannot add to a set", FrozenSet.copyOf(List.of()), MARK, 1L),
                refused(Opcode.SETITEM, "a list cannot be a key", dict(), list(), 1L),
                refused(Opcode.DICT, "a dict cannot be a key", MARK, dict(), 1L),
                refused(Opcode.ADDITEMS, "a set cannot be a key", set(), MARK, set()),
                refused(Opcode.FROZENSET, "a list cannot be a key", MARK, Tuple.of(list())),
                refused(Opcode.MARK, "not a container"),
                refused(Opcode.NONE, "not a container"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("wrong")
    void what_does_not_fit_is_refused(Opcode opcode, String message, List<@Nullable Object> before)
            throws ContentException {
        push(before);
        assertThatThrownBy(() -> containers.run(opcode))
                .isInstanceOf(ContentException.class)
                .hasMessage(message);
    }

    private void push(List<?> values) throws ContentException {
        for (Object value : values) {
            if (MARK.equals(value)) {
                stack.mark();
            } else {
                stack.push(value);
            }
        }
    }

    private static Arguments refused(Opcode opcode, String message, @Nullable Object... before) {
        return Arguments.of(opcode, message, Arrays.asList(before));
    }

    private static List<Object> list(Object... items) {
        return new ArrayList<>(List.of(items));
    }

    private static Map<Object, Object> dict() {
        return new LinkedHashMap<>();
    }

    private static Set<Object> set() {
        return new LinkedHashSet<>();
    }
}
