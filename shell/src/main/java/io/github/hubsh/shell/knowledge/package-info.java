/**
 * What is known of plugins, commands, arguments and values.
 *
 * <p>Three sources, the better one first: what a plugin describes about itself, what the user declares for one that
 * cannot, what requests and replies on the wire have shown. A reply proves its command, and a request's arguments count
 * only when its reply has come without an error. Of an argument its Python type, its labels and its encoding are kept
 * too, because a handler that wants a Series often fails silently on a dict. Everything is bounded, because a network
 * may run for months and any peer may send anything; and no value is kept whose name looks secret.
 *
 * <p>A file in the cache directory carries it from one session to the next: one for each context, else for each hub.
 * Shells that write the same one add to it what they know. It is a convenience: if it is broken or cannot be written,
 * only its content is missing.
 *
 * <p>A single request does not pay for that file: it adds what it has seen to a journal beside it, in one write, and
 * completion scripts read both. Who opens the file next learns what the journal has, and merges it when it saves.
 */
@NullMarked
package io.github.hubsh.shell.knowledge;

import org.jspecify.annotations.NullMarked;
