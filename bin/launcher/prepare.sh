# Chooses the Java and its options, and keeps them for the next starts. Part of the launcher: bin/hubsh reads it at the
# first start of a kind, and at the first one after a change of the installation.

. "$parts/java.sh"
. "$parts/options.sh"

# False when nothing can be written.
save_state() {
    [ -n "$state" ] || return 1
    mask=$(umask)
    umask 077
    write_state
    saved=$?
    umask "$mask"
    return $saved
}

# The file choice is written last, because with it the state is complete.
write_state() {
    mkdir -p "$state" && rm -f "$state/choice" && rm -f "$state/pending" "$state/failed" || return 1
    name_archive
    if same_time "$archive" "$archive.time"; then
        with=$use_archive
    else
        # Java 17 crashes with an archive that is cut short, so one whose time has changed is removed.
        rm -f "$archive" "$archive.time" 2>/dev/null
        with=
        echo 0 >"$state/pending"
    fi
    write_arguments short "$with" && write_arguments long "$with" && write_arguments training '' || return 1
    touch -r "$found/release" "$state/release.time" && touch -r "$jar" "$state/jar.time" &&
        touch -r "$lib" "$state/lib.time" && touch -r "$lib"/hubsh-core-*.jar "$state/core.time" || return 1
    printf '%s\n' "$java" "${HUBSH_JAVA_HOME-}" "${JAVA_HOME-}" "$archive" >"$state/choice.$$" &&
        mv -f "$state/choice.$$" "$state/choice"
} 2>/dev/null

find_java
class_path
if ! save_state; then
    set -f
    exec "$java" $(options $mode) -cp "$path" $extra ${HUBSH_JAVA_OPTS-} $main "$@"
fi
