package io.github.hubsh.shell.script;

/** A call of a script that has not ended. For the script's thread. */
interface CallUnderWay {
    /** Nothing waits for it any longer. */
    void giveUp();

    /** The script has got what became of it. */
    default void ended() {}
}
