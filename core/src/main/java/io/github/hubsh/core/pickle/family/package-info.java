/**
 * What every family of Python types stands on: the table of names that it answers for, and the budget that a pickle
 * pays from.
 *
 * <p>Families know nothing of the stack machine that calls them, so numpy's and pandas' stand beside Python's own.
 */
@NullMarked
package io.github.hubsh.core.pickle.family;

import org.jspecify.annotations.NullMarked;
