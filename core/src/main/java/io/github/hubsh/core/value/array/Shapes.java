package io.github.hubsh.core.value.array;

import java.util.List;
import java.util.stream.Collectors;

/** The extents of an array, as numpy counts them. */
final class Shapes {
    private Shapes() {}

    /** Returns the number of elements, or {@link Long#MAX_VALUE} where that is larger than any array. */
    static long count(List<Integer> shape) {
        long count = 1;
        for (int extent : shape) {
            if (extent < 0) {
                return Long.MAX_VALUE;
            } else if (extent == 0) {
                return 0;
            } else if (count > Integer.MAX_VALUE / extent) {
                return Long.MAX_VALUE;
            }
            count *= extent;
        }
        return count;
    }

    /** Returns how many elements to step for one in each direction, last index fastest or first. */
    static int[] strides(List<Integer> shape, boolean fortran) {
        int[] strides = new int[shape.size()];
        int step = 1;
        for (int i = 0; i < strides.length; i++) {
            int axis = fortran ? i : strides.length - 1 - i;
            strides[axis] = step;
            step *= Math.max(1, shape.get(axis));
        }
        return strides;
    }

    static String text(List<Integer> shape) {
        String extents = shape.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return "(" + extents + (shape.size() == 1 ? ",)" : ")");
    }
}
