/**
 * JavaScript: GraalJS inside the process, loaded by the first verb that wants it.
 *
 * <p>Each script has a thread of its own ({@link io.github.hubsh.shell.script.ScriptThread}) with one inbox; nothing
 * else ever enters its context. A script reaches the outside by the functions of
 * {@link io.github.hubsh.shell.script.HostFunctions} only, which take and give texts, so that no Java object is ever
 * within its reach; the JavaScript beside these classes builds the API from them, and real errors that know the
 * script's lines. What a call does, it does with the same {@code Session} as a typed verb.
 *
 * <p>What JavaScript has no notion of, such as a tuple or a table, crosses with its
 * {@link io.github.hubsh.shell.script.ValueOrigin}, and goes back as what it was.
 *
 * <p>The caller of a run waits in {@link io.github.hubsh.shell.script.Watchdog}, which also watches the time and the
 * memory, and stops the script where it is.
 */
@NullMarked
package io.github.hubsh.shell.script;

import org.jspecify.annotations.NullMarked;
