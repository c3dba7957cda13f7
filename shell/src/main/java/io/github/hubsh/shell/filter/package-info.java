/**
 * What stands behind {@code |}: stages that take results one at a time and hand on what is left of them.
 *
 * <p>A stage gets a result as soon as there is one, so a verb that never ends can be filtered; a stage that has had
 * enough says so by {@link io.github.hubsh.shell.filter.PipelineClosed}, which ends the verb. The jq library and the
 * tree model that it needs are used here only, and are loaded by the first {@code jq} or {@code where}.
 */
@NullMarked
package io.github.hubsh.shell.filter;

import org.jspecify.annotations.NullMarked;
