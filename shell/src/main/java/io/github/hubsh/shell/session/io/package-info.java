/** What a verb reads and writes: display, questions, keys, files, commands of the operating system. */
@NullMarked
package io.github.hubsh.shell.session.io;

import org.jspecify.annotations.NullMarked;
