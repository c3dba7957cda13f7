package io.github.hubsh.shell.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of code in a page of the documentation.
 *
 * @param language behind the opening fence
 * @param line of the opening fence, from 1
 * @param text without the fences and without what indents them
 */
public record DocumentedBlock(String language, int line, String text) {
    private static final Pattern BLOCK = Pattern.compile("(?ms)^( *)```(\\w+)\n(.*?)^ *```$");

    /** Returns the blocks of a page, in order. */
    public static List<DocumentedBlock> of(Path page) {
        String text;
        try {
            text = Files.readString(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<DocumentedBlock> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(text);
        while (matcher.find()) {
            int line = 1 + (int) text.substring(0, matcher.start()).lines().count();
            String code = matcher.group(3).replaceAll("(?m)^" + matcher.group(1), "");
            blocks.add(new DocumentedBlock(matcher.group(2), line, code));
        }
        return blocks;
    }
}
