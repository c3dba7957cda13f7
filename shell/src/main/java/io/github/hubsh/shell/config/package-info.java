/**
 * The settings of the program before its first line: from options, variables and files. Each source overrides those
 * that follow it.
 *
 * <p>A file may come from another person's project. It may say which hub and which words; it never runs anything,
 * writes anything or chooses keys. Nothing of this room is loaded where nothing is configured, and the library that
 * reads TOML only where there is a file.
 */
@NullMarked
package io.github.hubsh.shell.config;

import org.jspecify.annotations.NullMarked;
