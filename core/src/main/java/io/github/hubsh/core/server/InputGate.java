package io.github.hubsh.core.server;

/** Whether something lets a connection be read. On the loop. */
interface InputGate {
    void pause();

    void resume();
}
