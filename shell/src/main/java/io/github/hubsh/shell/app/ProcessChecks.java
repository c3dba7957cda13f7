package io.github.hubsh.shell.app;

import io.github.hubsh.shell.console.TerminalSize;
import io.github.hubsh.shell.render.Ansi;
import io.github.hubsh.shell.session.HealthCheck;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@code doctor} finds out about this process. */
final class ProcessChecks {
    private static final List<String> LIBRARIES =
            List.of("netty-buffer-", "jline-terminal-", "jackson-core-", "jackson-jq-", "HdrHistogram-");

    private final ProcessEnvironment process;
    private final String version;
    private final List<HealthCheck> checks = new ArrayList<>();

    ProcessChecks(ProcessEnvironment process, String version) {
        this.process = process;
        this.version = version;
    }

    List<HealthCheck> checks() {
        terminal();
        java();
        file("history", process.history());
        file("cache", process.cache());
        file("settings", process.configFile("saved.json"));
        return checks;
    }

    private void terminal() {
        String type = process.variable("TERM");
        boolean seen = process.terminalOut() || process.terminalErr();
        String streams = (process.terminalIn() ? "stdin " : "")
                + (process.terminalOut() ? "stdout " : "")
                + (process.terminalErr() ? "stderr " : "");
        checks.add(HealthCheck.warningUnless(
                !seen || !process.isDumb(),
                "terminal",
                (type.isEmpty() ? "TERM is not set" : type)
                        + (streams.isEmpty() ? "; none here" : ": " + streams.strip()),
                "set TERM, for example TERM=xterm-256color"));
        boolean colored = Ansi.wanted(process.terminalOut(), false, process.variable("NO_COLOR"), type);
        checks.add(HealthCheck.ok("colours", colored ? "yes: " + colours(type) : "no" + whyNoColours()));
        size();
        String locale = locale();
        checks.add(HealthCheck.warningUnless(
                locale.toUpperCase(Locale.ROOT).replace("-", "").contains("UTF8"),
                "locale",
                locale.isEmpty() ? "not set" : locale,
                "set LANG=C.UTF-8: the shell writes UTF-8"));
        checks.add(HealthCheck.ok("charset", process.charset().name()));
    }

    private String colours(String type) {
        String more = process.variable("COLORTERM");
        boolean all = more.equals("truecolor") || more.equals("24bit");
        return all ? "all" : type.contains("256") ? "256" : "16";
    }

    private String whyNoColours() {
        return process.variable("NO_COLOR").isEmpty() ? "" : ": NO_COLOR is set";
    }

    /** COLUMNS, if set, wins over the terminal's own size. */
    private void size() {
        boolean asked = process.terminalOut() && process.variable("COLUMNS").isEmpty();
        TerminalSize size = new TerminalSize(process.width());
        checks.add(HealthCheck.ok("width", (asked ? size.columns() : process.width()) + " columns"));
        if (process.terminalOut()) {
            checks.add(HealthCheck.ok("height", size.rows() + " rows"));
        }
    }

    /** The variables in the order in which the C library asks them. */
    private String locale() {
        for (String name : List.of("LC_ALL", "LC_CTYPE", "LANG")) {
            if (!process.variable(name).isEmpty()) {
                return process.variable(name);
            }
        }
        return "";
    }

    private void java() {
        checks.add(HealthCheck.ok("hubsh", version));
        checks.add(HealthCheck.ok(
                "java", System.getProperty("java.vm.version") + " in " + System.getProperty("java.home")));
        checks.add(HealthCheck.warningUnless(
                usesArchive(),
                "class archive",
                usesArchive() ? "in use" : "not in use",
                "start with bin/hubsh, which makes one; without it a start takes longer"));
        String path = System.getProperty("java.class.path", "");
        checks.addAll(ClassArchives.of(process, path).checks());
        List<String> versions = new ArrayList<>();
        for (String jar : path.split(File.pathSeparator, -1)) {
            String name = jar.substring(jar.lastIndexOf(File.separatorChar) + 1);
            if (LIBRARIES.stream().anyMatch(name::startsWith)) {
                versions.add(name.replace(".jar", ""));
            }
        }
        checks.add(HealthCheck.ok("libraries", String.join(" ", versions)));
    }

    private static boolean usesArchive() {
        boolean shared = System.getProperty("java.vm.info", "").contains("sharing");
        for (String option : ManagementFactory.getRuntimeMXBean().getInputArguments()) {
            if (option.startsWith("-XX:SharedArchiveFile=") || option.startsWith("-XX:AOTCache=")) {
                return shared && Files.exists(Path.of(option.substring(option.indexOf('=') + 1)));
            }
        }
        return false;
    }

    /** A missing file is writable if its nearest existing folder is. */
    private void file(String name, @Nullable Path file) {
        if (file == null) {
            checks.add(HealthCheck.warningUnless(false, name, "nowhere", "set HOME; without it nothing is kept"));
            return;
        }
        Path there = file.toAbsolutePath();
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        boolean writable = there != null && Files.isWritable(there) && (there.equals(file) || Files.isDirectory(there));
        checks.add(
                writable
                        ? HealthCheck.ok(name, file + FolderSize.note(file))
                        : new HealthCheck(
                                name,
                                file + " cannot be written",
                                HealthCheck.State.BROKEN,
                                "make " + there + " writable for you"));
    }
}
