package io.github.hubsh.shell.script;

import com.oracle.truffle.js.runtime.JSRealm;

/**
 * Promise continuations. The engine runs them by itself when the outermost call returns; a script that sleeps, or waits
 * for an asynchronous command of its own, has not returned and needs them all the same. The engine has no public API
 * for that, so this class uses its internals.
 */
final class Microtasks {
    private Microtasks() {}

    /** Runs all that are due. On the script's thread, inside of a call from the script. */
    static void run() {
        JSRealm.get(null).getAgent().processAllPromises(true);
    }
}
