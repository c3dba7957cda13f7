/**
 * The arguments of a request: read from items and files, completed by questions, checked against what a plugin
 * published, coerced, written as templates, and kept out of files where they look secret.
 */
@NullMarked
package io.github.hubsh.shell.argument;

import org.jspecify.annotations.NullMarked;
