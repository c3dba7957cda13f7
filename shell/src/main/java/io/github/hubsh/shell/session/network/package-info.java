/** The network as a verb sees it: requests and replies, broadcasts, peers, hubs, and what peers offer. */
@NullMarked
package io.github.hubsh.shell.session.network;

import org.jspecify.annotations.NullMarked;
