package io.github.hubsh.shell.script;

import com.oracle.truffle.api.RootCallTarget;
import com.oracle.truffle.api.Truffle;
import com.oracle.truffle.api.TruffleStackTrace;
import com.oracle.truffle.api.TruffleStackTraceElement;
import com.oracle.truffle.api.frame.FrameInstance;
import com.oracle.truffle.api.frame.MaterializedFrame;
import com.oracle.truffle.api.nodes.Node;
import com.oracle.truffle.api.nodes.RootNode;
import com.oracle.truffle.api.source.Source;
import com.oracle.truffle.api.source.SourceSection;
import com.oracle.truffle.js.runtime.JavaScriptFunctionCallNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The calls that a script is in. They are only taken down, and put in words where an error has to name them: the stack
 * of an {@code Error} of JavaScript is in words at once, which takes a tenth of the time of a call to the hub. The
 * engine has no public API for that; this class uses the one that languages have, and writes what the engine would.
 */
final class CallStack {
    private static final int MAX_TAKEN = 100; // those of the program among them
    private static final int MAX_LINES = 30;

    private final List<TruffleStackTraceElement> calls = new ArrayList<>();

    private CallStack() {}

    /** Takes down where the script is. On the script's thread, inside of a call from the script. */
    static CallStack here() {
        CallStack stack = new CallStack();
        Truffle.getRuntime().iterateFrames(frame -> stack.take(frame) ? null : stack);
        return stack;
    }

    /** Returns a line for each call, the innermost first. On the script's thread, inside of a call from the script. */
    String text() {
        List<String> lines = new ArrayList<>();
        for (TruffleStackTraceElement call : calls) {
            add(lines, call, "");
        }
        for (TruffleStackTraceElement call : calls) {
            continued(call).forEach(waiting -> add(lines, waiting, "async "));
        }
        return String.join("\n", lines.subList(0, Math.min(lines.size(), MAX_LINES)));
    }

    /** Only what the engine calls by itself, without a source, knows which functions wait for it. */
    private boolean take(FrameInstance frame) {
        if (frame.getCallTarget() instanceof RootCallTarget target) {
            SourceSection section = target.getRootNode().getSourceSection();
            boolean isOfScript = section != null && section.isAvailable();
            MaterializedFrame kept = isOfScript
                    ? null
                    : frame.getFrame(FrameInstance.FrameAccess.MATERIALIZE).materialize();
            calls.add(TruffleStackTraceElement.create(frame.getCallNode(), target, kept));
        }
        return calls.size() < MAX_TAKEN;
    }

    /** Returns the functions that wait for the end of a call. */
    private static List<TruffleStackTraceElement> continued(TruffleStackTraceElement call) {
        List<TruffleStackTraceElement> waiting = call.getFrame() == null
                ? null
                : TruffleStackTrace.getAsynchronousStackTrace(call.getTarget(), call.getFrame());
        return waiting == null ? List.of() : waiting;
    }

    private static void add(List<String> lines, TruffleStackTraceElement call, String manner) {
        SourceSection section =
                call.getLocation() == null ? null : call.getLocation().getEncapsulatingSourceSection();
        RootNode root = call.getTarget().getRootNode();
        // A whole function as the place is an asynchronous one that continues: its own call stands above it.
        if (section == null
                || !section.isAvailable()
                || section.getSource().isInternal()
                || section.equals(root.getSourceSection())) {
            return;
        }
        String function = name(root);
        String place = place(section, call.getLocation());
        lines.add("    at " + (function.isEmpty() ? place : manner + function + " (" + place + ")"));
    }

    private static String name(RootNode root) {
        String name = root.getName();
        return name == null || name.startsWith(":") ? "" : name;
    }

    private static String place(SourceSection section, Node call) {
        Source source = section.getSource();
        String file = source.getPath() == null ? source.getName() : source.getPath();
        int at = section.getCharIndex() + start(section, called(call));
        return file + ":" + source.getLineNumber(at) + ":" + source.getColumnNumber(at);
    }

    /** Returns where the name of the called function begins: behind its object, before its arguments. */
    private static int start(SourceSection section, @Nullable SourceSection object) {
        CharSequence text = section.getCharacters();
        int from = object == null ? 0 : Math.max(0, object.getCharEndIndex() - section.getCharIndex());
        int at = text.toString().indexOf('(', from);
        while (at > 0 && isBeforeArguments(text.charAt(at - 1))) {
            at--;
        }
        while (at > 0 && Character.isJavaIdentifierPart(text.charAt(at - 1))) {
            at--;
        }
        return Math.max(at, 0);
    }

    /** {@code execute ()} and {@code execute?.()}. */
    private static boolean isBeforeArguments(char c) {
        return Character.isWhitespace(c) || c == '?' || c == '.';
    }

    /** Returns the object of a call of a method; for another call its function, or {@code null}. */
    private static @Nullable SourceSection called(Node call) {
        Node node = call;
        while (node != null && node.getSourceSection() == null) {
            node = node.getParent();
        }
        Node object = node instanceof JavaScriptFunctionCallNode known ? known.getTarget() : null;
        return object == null ? null : object.getSourceSection();
    }
}
