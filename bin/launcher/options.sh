# The options of Java and the name of the archive of classes. Part of the launcher; needs the results of java.sh.

# Sets path. Java uses an archive only for the class path that it was made with, so all jars are listed, in a fixed order.
class_path() {
    path=$jar
    for each in "$lib"/*.jar; do
        path=$path:$each
    done
}

# Prints the options for the mode $1. Java writes its warnings to stdout, which is for data: they are switched off, and what
# is left goes to stderr.
options() {
    printf '%s\n' -Xlog:disable -XX:+DisplayVMOutputToStderr
    if [ "$major" -ge 24 ]; then
        # Java 17 has no serial collector here: it loads the heap of an archive only with G1.
        printf '%s\n' -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
    fi
    # Else Java looks for other providers in every jar when it opens its first socket.
    [ "$(uname 2>/dev/null)" != Linux ] || printf '%s\n' -Djava.nio.channels.spi.SelectorProvider=sun.nio.ch.EPollSelectorProvider
    # What the training has compiled would be compiled again at once, a quarter of the time that a script takes to start.
    [ "$1" != long ] || [ "$major" -ne 25 ] || printf '%s\n' -XX:+UnlockDiagnosticVMOptions -XX:-AOTReplayTraining
    [ "$1" = short ] || return 0
    printf '%s\n' -XX:TieredStopAtLevel=1 -XX:-UsePerfData
    # To move the archive to a random address takes 5 of 30 ms, and of a large one 25 ms of processor time. It protects from
    # attacks, which a short run is no target of. A newer Java may not know the option, and would not start.
    [ "$major" -gt 25 ] || printf '%s\n' -XX:+UnlockDiagnosticVMOptions -XX:ArchiveRelocationMode=0
}

# Writes the argument file $1.args for Java, with the option $2 that names the archive, if there is one.
write_arguments() {
    {
        options "$1"
        [ -z "$2" ] || quote "$2"
        echo -cp
        quote "$path"
    } >"$state/$1.args.$$" && mv -f "$state/$1.args.$$" "$state/$1.args"
}

# In an argument file of Java a backslash escapes within quotes.
quote() {
    printf '"%s"\n' "$(printf %s "$1" | sed 's/[\\"]/\\&/g')"
}

# Sets archive and use_archive. The name has a checksum of all that the archive depends on: another Java, another jar or a
# newer time of a jar makes another name.
name_archive() {
    sum=$({ cat "$found/release"; ls -lnL "$jar" "$lib"/*.jar; options long; } | cksum)
    archive=$state/${sum%% *}
    if [ "$found" = "$root/runtime" ] && [ -e "$root/archives/$kind" ]; then
        # Made at build time, for the Java that the installation brings.
        archive=$root/archives/$kind
        use_archive=-XX:AOTCache=$archive
        [ "$major" -ge 24 ] || use_archive=-XX:SharedArchiveFile=$archive
        return
    fi
    if [ "$major" -ge 24 ]; then
        archive=$archive.aot
        use_archive=-XX:AOTCache=$archive
    else
        archive=$archive.jsa
        use_archive=-XX:SharedArchiveFile=$archive
    fi
}
