# Makes the archive of classes in the background. Part of the launcher: bin/hubsh reads it while an archive is missing.

# Starts the training unless another process does it. One that was killed three times is not tried again.
train_in_background() {
    IFS= read -r tries <"$state/pending" || return
    if ! mkdir "$state/training"; then
        is_abandoned || return
        rm -rf "$state/training"
        mkdir "$state/training" || return
    fi
    if [ "$tries" -ge 3 ]; then
        note_failure "it was stopped three times"
        rm -rf "$state/pending" "$state/training"
        return
    fi
    echo $((tries + 1)) >"$state/pending"
    (
        trap '' HUP INT QUIT
        make_archive >"$state/training/log" 2>&1 || note_failure "$step" "$state/training/log"
        rm -rf "$state/pending" "$state/files" "$state/training"
    ) </dev/null >/dev/null 2>&1 &
    echo $! >"$state/training/pid"
} 2>/dev/null

# Without a pid its owner has only just started, unless that is long ago: no training takes a quarter of an hour, and then
# its pid may be another process's.
is_abandoned() {
    [ -n "$(find "$state/training" -prune -mmin +15)" ] && return
    IFS= read -r owner <"$state/training/pid" && ! kill -0 "$owner"
}

# Writes the day, and why there is no archive: what failed, and the last lines of the log $2. The file is complete when it
# has its name.
note_failure() {
    {
        date +%Y-%m-%d
        echo "$1"
        [ -z "${2-}" ] || tail -n 3 "$2" | cut -c 1-200
    } >"$state/failed.new" && mv -f "$state/failed.new" "$state/failed"
}

# Records which classes a start of this kind loads, makes the archive of them, and tries it before it is used.
make_archive() {
    umask 077
    step="to read what it needs failed"
    . "$parts/java.sh"
    . "$parts/options.sh"
    try_java "${java%/bin/java}" && class_path && name_archive || return 1
    new=$state/training/new
    rm -rf "$state/files" && mkdir "$state/files" || return 1
    step="to record the classes failed"
    if [ "$major" -ge 24 ]; then
        train -XX:AOTMode=record "-XX:AOTConfiguration=$new.conf" &&
            step="to make the archive failed" &&
            nice "$java" -XX:AOTMode=create "-XX:AOTConfiguration=$new.conf" "-XX:AOTCache=$new" \
                @"$state/training.args" &&
            step="to try the archive failed" &&
            train -XX:TieredStopAtLevel=1 -XX:AOTMode=on "-XX:AOTCache=$new"
    else
        train "-XX:ArchiveClassesAtExit=$new" && step="to try the archive failed" && train -XX:TieredStopAtLevel=1 -Xshare:on "-XX:SharedArchiveFile=$new"
    fi && [ -s "$new" ] && touch -r "$new" "$archive.time" && mv -f "$new" "$archive" &&
        write_arguments short "$use_archive" && write_arguments long "$use_archive" && remove_old_files
}

# Runs the program once, with the options "$@" for Java. The class ArchiveTraining adds what a start of this kind does; it
# ends before the optimising compiler is worth its cost. Its files are not in the folder training: a program that has lost
# what started it, which was killed, may write them once more, and would make that folder again.
train() {
    timeout=$(command -v timeout) && timeout="$timeout -s KILL 120"
    nice $timeout "$java" -XX:TieredStopAtLevel=1 @"$state/training.args" io.github.hubsh.shell.app.ArchiveTraining "$kind" \
        "$state/files" "$java" "$@" @"$state/training.args" $main
}

# Keeps the three newest archives, and nothing of installations that no longer exist.
remove_old_files() {
    ls -t "$state"/*.aot "$state"/*.jsa | tail -n +4 | while IFS= read -r each; do
        rm -f "$each" "$each.time"
    done
    # Versions that had one archive for all kinds of start left files beside the folders.
    for each in "${state%/*}"/*; do
        [ -d "$each" ] || rm -f "$each"
    done
    rm -rf "${state%/*}/training"
    printf '%s\n' "$root" >"${state%/*}/root"
    for each in "$state"/../../*/root; do
        IFS= read -r home <"$each" && [ ! -e "$home/bin/hubsh" ] && rm -rf "${each%/root}"
    done
    return 0
}

train_in_background
