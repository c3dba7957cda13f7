package io.github.hubsh.core.access;

/** Whether a word is another one with a slip: a letter too many, one too few, a wrong one, or two that are swapped. */
final class Spelling {
    private Spelling() {}

    static boolean isNear(String written, String meant) {
        int same = 0;
        int shorter = Math.min(written.length(), meant.length());
        while (same < shorter && written.charAt(same) == meant.charAt(same)) {
            same++;
        }
        String writtenRest = written.substring(same);
        String meantRest = meant.substring(same);
        return switch (written.length() - meant.length()) {
            case 1 -> writtenRest.substring(1).equals(meantRest);
            case -1 -> writtenRest.equals(meantRest.substring(1));
            case 0 -> differsOnce(writtenRest, meantRest);
            default -> false;
        };
    }

    /** Of words that differ from their first letter on. */
    private static boolean differsOnce(String written, String meant) {
        if (written.isEmpty() || written.substring(1).equals(meant.substring(1))) {
            return true;
        }
        return written.charAt(0) == meant.charAt(1)
                && written.charAt(1) == meant.charAt(0)
                && written.substring(2).equals(meant.substring(2));
    }
}
