package io.github.hubsh.shell.render;

/**
 * How many characters one picture may still have. A value of three hundred bytes may hold the same part a million
 * million times; what shows it stops when this is spent, whatever the value looks like. One thread.
 */
final class CharacterBudget {
    // Mutable state
    private int left;

    CharacterBudget(int characters) {
        this.left = characters;
    }

    int left() {
        return left;
    }

    boolean isSpent() {
        return left == 0;
    }

    void take(int characters) {
        left = Math.max(0, left - characters);
    }
}
