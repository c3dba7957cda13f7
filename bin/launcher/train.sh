# Makes the archive of classes in the background. Part of the launcher: bin/hubsh reads it while an archive is missing.

# Starts the training unless another process does it. One that was killed three times is not tried again.
train_in_background() {
    IFS= read -r tries <"$state/pending" || return
    if ! mkdir "$state/training"; then
        # Without a pid its owner has only just started.
        IFS= read -r owner <"$state/training/pid" && ! kill -0 "$owner" || return
        rm -rf "$state/training"
        mkdir "$state/training" || return
    fi
    if [ "$tries" -ge 3 ]; then
        : >"$state/failed"
        rm -rf "$state/pending" "$state/training"
        return
    fi
    echo $((tries + 1)) >"$state/pending"
    (
        trap '' HUP INT QUIT
        make_archive || : >"$state/failed"
        rm -rf "$state/pending" "$state/training"
    ) </dev/null >/dev/null 2>&1 &
    echo $! >"$state/training/pid"
} 2>/dev/null

# Records which classes a start of this kind loads, makes the archive of them, and tries it before it is used.
make_archive() {
    umask 077
    . "$parts/java.sh"
    . "$parts/options.sh"
    try_java "${java%/bin/java}" && class_path && name_archive || return 1
    new=$state/training/new
    if [ "$major" -ge 24 ]; then
        train -XX:AOTMode=record "-XX:AOTConfiguration=$new.conf" &&
            nice "$java" -XX:AOTMode=create "-XX:AOTConfiguration=$new.conf" "-XX:AOTCache=$new" \
                @"$state/training.args" &&
            train -XX:AOTMode=on "-XX:AOTCache=$new"
    else
        train "-XX:ArchiveClassesAtExit=$new" && train -Xshare:on "-XX:SharedArchiveFile=$new"
    fi && [ -s "$new" ] && touch -r "$new" "$archive.time" && mv -f "$new" "$archive" &&
        write_arguments short "$use_archive" && write_arguments long "$use_archive" && remove_old_files
}

# Runs the program once as this kind of start does, with the options "$@" for Java. It joins only the hub of the training, and
# keeps no files.
train() {
    own=${XDG_CONFIG_HOME:-${HOME-}/.config}/hubsh/config.toml
    for each in CACHE CONFIG DATA STATE; do
        export "XDG_${each}_HOME=$state/training"
    done
    # Nor does it take a plugin name that a user's own run may want.
    export "XDG_RUNTIME_DIR=$state/training"
    unset HUBSH_HUB HUBSH_NAME HUBSH_CONTEXT HUBSH_TIMEOUT HUBSH_FORMAT HUBSH_QUIET HUBSH_COLOR HUBSH_CHECK
    # Nor is there a project's file to read upwards from here.
    cd / || return
    # What reads a settings file costs as much as the rest of a start. An archive of 17 can hold it and not be slower; with
    # a newer Java only those have it who have such a file.
    if [ "$major" -lt 24 ] || [ -e "$own" ]; then
        mkdir -p "$state/training/hubsh" && echo 'timeout = "5s"' >"$state/training/hubsh/config.toml"
    fi
    set -- "$java" "$@" @"$state/training.args" $main
    case $kind in
        short) set -- run "$@" execute plugin_a do_thing x=1 ;;
        prompt) set -- type "$@" ;;
        script)
            write_scripts && folder=$(quote "$state/training") &&
                set -- run "$@" -c 'js 1 + 1' -c "run $folder/run.mjs" -c "test $folder/test.mjs"
            ;;
    esac
    timeout=$(command -v timeout) && timeout="$timeout 120"
    nice $timeout "$java" @"$state/training.args" io.github.hubsh.shell.app.ArchiveTraining "$@"
}

# A script and a test, with a little of what most of them use.
write_scripts() {
    cat >"$state/training/run.mjs" <<'END' && cat >"$state/training/test.mjs" <<'END'
import { connect, hub, NoSuchPluginError, sleep } from 'hubsh';

class Runs {
  #seen = new Map();
  add({ name, ...rest }) {
    this.#seen.set(name, [...(this.#seen.get(name) ?? []), rest]);
    return [...this.#seen].map(([key, all]) => `${key}: ${JSON.stringify(all)}`).join().replace(/x/g, 'y');
  }
}

const runs = new Runs();
const pluginA = connect().plugin('plugin_a');
const both = async () => Promise.all([pluginA.async.do_thing({ x: 1 }), hub.async.ping('hub')]);

for (const each of [1, 2, 3]) {
  const { x } = pluginA.do_thing({ x: each });
  console.log(runs.add({ name: 'plugin_a', x, at: performance.now() }), { x }, hub.plugins());
}
console.log(await both());
await sleep('5ms');
await new Promise((resolve) => setTimeout(resolve, 1));
try {
  hub.execute('nobody', 'ping');
} catch (error) {
  console.log(error instanceof NoSuchPluginError, error.message);
}
END
import { expect, hub, NoSuchPluginError, test } from 'hubsh';

test('a plugin answers', ({ fake }) => {
  fake('trained', { answer: ({ x }) => x + 1 });
  expect(hub.execute('trained', 'answer', { x: 1 })).toEqual(2);
  expect(hub.execute('plugin_a', 'do_thing', { x: 2 }).x).toBe(2);
  expect(() => hub.execute('nobody', 'ping')).toThrow(NoSuchPluginError);
});
END
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
