package io.github.hubsh.shell.verb.observe.replay;

import io.github.hubsh.shell.recording.replay.PlannedRequest;

/** What is made of the requests of a replay. Called on the thread that replays. */
interface ReplayReport {
    /** A request comes next, and is sent unless the user leaves it out. */
    void sees(PlannedRequest request);

    /** A request has come to its end. */
    void ended(ReplayedRequest request);
}
