package io.github.hubsh.shell.script;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** The calls that led to an error, as its stack lists them: those of the script, and none of the program. */
final class StackFrames {
    private static final int MAX_FRAMES = 12;

    private StackFrames() {}

    /** Returns a line for each call, the innermost first; nothing where the place of the error says it all. */
    static List<String> of(String stack, SourceTexts sources) {
        List<String> frames = new ArrayList<>();
        for (String line : stack.split("\n", -1)) {
            Matcher frame = Location.FRAME.matcher(line);
            if (frame.matches() && sources.has(Location.ofFrame(frame))) {
                frames.add(shown(frame, sources));
            }
        }
        if (frames.size() < 2) {
            return List.of();
        }
        int more = frames.size() - MAX_FRAMES;
        if (more > 0) {
            frames.subList(MAX_FRAMES, frames.size()).clear();
            frames.add("… " + more + " more");
        }
        return frames;
    }

    private static String shown(Matcher frame, SourceTexts sources) {
        String place = sources.shown(Location.ofFrame(frame));
        String function = frame.group(1);
        return function == null || function.isEmpty() || function.startsWith(":") || function.endsWith("<anonymous>")
                ? "at " + place
                : "at " + function + " (" + place + ")";
    }
}
