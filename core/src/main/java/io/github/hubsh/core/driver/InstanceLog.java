package io.github.hubsh.core.driver;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The logger of one hub or plugin: it is named by class and instance, for example
 * {@code io.github.hubsh.core.plugin.Plugin.pump}, so that one of several in a process can be followed, and all by the
 * class. Any thread may call.
 *
 * @param name of the logger
 */
public record InstanceLog(String name) {
    /**
     * Names the logger.
     *
     * @param instance the name of the hub or plugin
     */
    public static InstanceLog of(Class<?> owner, String instance) {
        return new InstanceLog(owner.getName() + "." + DropLog.printable(instance));
    }

    /** Returns the logger; asked for only when there is something to log, because the first one costs start-up time. */
    public Logger logger() {
        return LoggerFactory.getLogger(name);
    }
}
