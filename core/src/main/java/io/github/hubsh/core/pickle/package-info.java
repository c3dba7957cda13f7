/**
 * Pickles, read without Python and without trust.
 *
 * <p>A pickle is a program for a small stack machine, and the reference runs every program that a peer sends. Here the
 * machine is the same but cannot reach other code: a name is looked up in one fixed table of
 * {@link io.github.hubsh.core.pickle.family.Family families}, and a name that is not there stays a name. Every opcode
 * is charged to a {@link io.github.hubsh.core.pickle.family.PickleBudget}, so that a hostile pickle ends in an error,
 * in time and memory proportional to its length.
 *
 * <p>Reading takes protocols 0 to 5; writing is protocol 2, the last that a Python 2 peer understands.
 */
@NullMarked
package io.github.hubsh.core.pickle;

import org.jspecify.annotations.NullMarked;
