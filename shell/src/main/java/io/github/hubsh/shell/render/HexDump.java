package io.github.hubsh.shell.render;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Bytes for people: offset, sixteen bytes, and what of them is ASCII. */
final class HexDump {
    private static final int PER_LINE = 16;

    private HexDump() {}

    static List<StyledLine> of(byte[] bytes, DisplayLimits extent) {
        List<StyledLine> lines = new ArrayList<>();
        int most = extent.whole() ? DisplayLimits.MAX_LINES : DisplayLimits.MAX_ROWS;
        int shown = Math.min(bytes.length, most * PER_LINE);
        for (int from = 0; from < shown; from += PER_LINE) {
            lines.add(line(bytes, from, Math.min(bytes.length, from + PER_LINE)));
        }
        if (shown < bytes.length) {
            lines.add(StyledLine.of(
                    "… " + (bytes.length - shown) + " more bytes " + (extent.whole() ? "(--raw)" : "(--all)"),
                    Role.NOTE));
        }
        if (lines.isEmpty()) {
            lines.add(StyledLine.of("(0 bytes)", Role.NOTE));
        }
        return lines;
    }

    private static StyledLine line(byte[] bytes, int from, int to) {
        StringBuilder hex = new StringBuilder();
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            hex.append(HexFormat.of().toHexDigits(bytes[i])).append(' ');
            text.append(bytes[i] >= ' ' && bytes[i] < 127 ? (char) bytes[i] : '.');
        }
        String padding = " ".repeat(PER_LINE * 3 - hex.length() + 1);
        return StyledLine.of(
                new StyledSpan(HexFormat.of().toHexDigits(from) + "  ", Role.NOTE),
                new StyledSpan(hex + padding + text, Role.PLAIN));
    }
}
