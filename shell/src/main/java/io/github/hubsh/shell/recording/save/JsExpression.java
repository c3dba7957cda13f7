package io.github.hubsh.shell.recording.save;

import java.util.ArrayList;
import java.util.List;

/**
 * An expression of JavaScript: in one line where it fits, else one part a line.
 *
 * @param open how it begins: all of it, where it has no parts
 */
record JsExpression(String open, List<JsExpression> parts, String close) {
    private static final int WIDTH = 100;
    private static final String INDENT = "  ";

    JsExpression {
        parts = List.copyOf(parts);
    }

    static JsExpression of(String text) {
        return new JsExpression(text, List.of(), "");
    }

    static JsExpression list(List<JsExpression> elements) {
        return new JsExpression("[", elements, "]");
    }

    static JsExpression object(List<JsExpression> entries) {
        return new JsExpression("{", entries, "}");
    }

    /** Returns a call. Where only the last argument has parts, the call opens and closes with it. */
    static JsExpression call(String function, List<JsExpression> arguments) {
        int last = arguments.size() - 1;
        boolean hugs = last >= 0 && !arguments.get(last).parts.isEmpty();
        for (int i = 0; i < last; i++) {
            hugs = hugs && arguments.get(i).parts.isEmpty();
        }
        if (!hugs) {
            return new JsExpression(function + "(", arguments, ")");
        }
        StringBuilder open = new StringBuilder(function).append('(');
        arguments.subList(0, last).forEach(each -> open.append(each.flat()).append(", "));
        JsExpression hugged = arguments.get(last);
        return new JsExpression(open + hugged.open, hugged.parts, hugged.close + ")");
    }

    JsExpression after(String before) {
        return new JsExpression(before + open, parts, close);
    }

    JsExpression before(String after) {
        return parts.isEmpty() && close.isEmpty() ? of(open + after) : new JsExpression(open, parts, close + after);
    }

    /** Returns whether it fits into one line. */
    boolean fits(int indent) {
        return 2 * indent + flat().length() <= WIDTH;
    }

    /** Returns it in one line. */
    String flat() {
        if (parts.isEmpty()) {
            return open + close;
        }
        String end = open.endsWith("{") ? " " : "";
        String start = open.endsWith("=>") ? " " : end;
        List<String> texts = new ArrayList<>();
        parts.forEach(each -> texts.add(each.flat()));
        return open + start + String.join(", ", texts) + end + close;
    }

    /** Returns it with this many steps of indentation before each line, also the first one. */
    String text(int indent) {
        return INDENT.repeat(indent) + lines(indent, 0);
    }

    private String lines(int indent, int after) {
        String flat = flat();
        if (parts.isEmpty() || 2 * indent + flat.length() + after <= WIDTH) {
            return flat;
        }
        String margin = INDENT.repeat(indent + 1);
        StringBuilder text = new StringBuilder(open);
        if (parts.stream().allMatch(each -> each.parts.isEmpty() && !open.endsWith("{"))) {
            filled(text, margin);
        } else {
            parts.forEach(each -> text.append('\n')
                    .append(margin)
                    .append(each.lines(indent + 1, 1))
                    .append(','));
        }
        return text.append('\n').append(INDENT.repeat(indent)).append(close).toString();
    }

    /** As many of the parts in each line as it holds. */
    private void filled(StringBuilder text, String margin) {
        int room = 0;
        for (JsExpression each : parts) {
            String part = each.flat() + ",";
            if (room < part.length() + 1) {
                text.append('\n').append(margin);
                room = WIDTH - margin.length();
            } else {
                text.append(' ');
                room--;
            }
            text.append(part);
            room -= part.length();
        }
    }
}
