package io.github.hubsh.shell.recording;

import io.github.hubsh.core.json.Json;
import io.github.hubsh.core.value.ContentException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a result, as jq writes paths: {@code .time}, {@code .rows[].id}, {@code .rows[0]}, {@code ."Time (s)"}. In a
 * name {@code *} and {@code ?} are wildcards, {@code []} is any element, row or key, {@code ..time} is that name at any
 * depth, and {@code .} is everything. What lies below a part belongs to it.
 */
public record PathPattern(List<Step> steps) {
    /**
     * One step.
     *
     * @param name {@code null} for any
     * @param exact whether wildcards of the name are characters as others
     * @param deep whether any steps may come before it
     */
    public record Step(@Nullable String name, boolean exact, boolean deep) {
        boolean fits(Object step) {
            String found = String.valueOf(step);
            return name == null || (exact ? name.equals(found) : new NamePattern(name).fits(found));
        }
    }

    /**
     * Reads a pattern.
     *
     * @throws ContentException if it is none
     */
    public static PathPattern parse(String text) throws ContentException {
        return text.equals(".") ? new PathPattern(List.of()) : new Reader(text).read();
    }

    public boolean fits(ValuePath path) {
        return fits(0, path.steps(), 0);
    }

    private boolean fits(int at, List<Object> path, int from) {
        if (at == steps.size()) {
            return true;
        }
        Step step = steps.get(at);
        int last = step.deep() ? path.size() - 1 : Math.min(from, path.size() - 1);
        for (int i = from; i <= last; i++) {
            if (step.fits(path.get(i)) && fits(at + 1, path, i + 1)) {
                return true;
            }
        }
        return false;
    }

    /** Reads a pattern from its beginning to its end. */
    private static final class Reader {
        private final String text;
        private final List<Step> steps = new ArrayList<>();

        // Mutable state
        private int at;

        Reader(String text) {
            this.text = text;
        }

        PathPattern read() throws ContentException {
            while (at < text.length()) {
                boolean deep = text.startsWith("..", at);
                if (text.charAt(at) == '.') {
                    at += deep ? 2 : 1;
                } else if (text.charAt(at) != '[') {
                    throw wrong();
                }
                steps.add(step(deep));
            }
            if (steps.isEmpty()) {
                throw wrong();
            }
            return new PathPattern(List.copyOf(steps));
        }

        private Step step(boolean deep) throws ContentException {
            if (at < text.length() && text.charAt(at) == '[') {
                return bracket(deep);
            } else if (at < text.length() && text.charAt(at) == '"') {
                return new Step(quoted(), true, deep);
            }
            int from = at;
            while (at < text.length() && ".[\"]".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            if (at == from) {
                throw wrong();
            }
            return new Step(text.substring(from, at), false, deep);
        }

        private Step bracket(boolean deep) throws ContentException {
            at++;
            String name = null;
            if (at < text.length() && text.charAt(at) == '"') {
                name = quoted();
            } else {
                int end = Math.max(at, text.indexOf(']', at));
                String inside = text.substring(at, end);
                name = inside.isEmpty() || inside.equals("*") ? null : inside;
                at = end;
            }
            if (at >= text.length() || text.charAt(at) != ']') {
                throw wrong();
            }
            at++;
            return new Step(name, true, deep);
        }

        private String quoted() throws ContentException {
            int end = at + 1;
            while (end < text.length() && text.charAt(end) != '"') {
                end += text.charAt(end) == '\\' ? 2 : 1;
            }
            Object name = Json.parse(text.substring(at, Math.min(text.length(), end + 1)));
            at = end + 1;
            return String.valueOf(name);
        }

        private ContentException wrong() {
            return new ContentException("expected a path such as .time or .rows[].id, found '" + text + "'");
        }
    }
}
