# Builds hubsh with Maven. Part of the launcher: bin/hubsh reads it when the jars are missing or a build is running.

. "$parts/java.sh"

# Builds unless another first start does; then waits for it. A lock whose owner has ended is moved away, which only one
# process can do.
build_once() {
    [ -f "$root/pom.xml" ] || fail "$root is not complete; install hubsh again"
    mkdir -p "$root/target" || fail "cannot build in $root"
    waiting=
    until mkdir "$lock" 2>/dev/null; do
        owner=
        [ ! -r "$lock/pid" ] || IFS= read -r owner <"$lock/pid"
        if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
            # The jar that it left may be incomplete.
            mv "$lock" "$lock.$$" 2>/dev/null && rm -rf "$lock.$$" "$jar"
            continue
        fi
        [ -n "$waiting" ] || say "waiting for another hubsh that is building (remove $lock if there is none)"
        waiting=yes
        sleep 1
    done
    echo $$ >"$lock/pid"
    maven=
    trap 'rm -rf "$lock"' EXIT
    trap '[ -z "$maven" ] || kill "$maven" 2>/dev/null; rm -f "$jar"; exit 130' INT TERM HUP
    is_built || build
    trap - EXIT INT TERM HUP
    rm -rf "$lock"
}

is_built() {
    [ -f "$jar" ] && [ -d "$lib" ]
}

build() {
    find_jdk
    command -v mvn >/dev/null 2>&1 ||
        fail "needs Maven 3.8 or newer to build itself and found no mvn on the PATH (Debian: apt install maven)"
    log=$root/target/hubsh-build.log
    say "first use: building with $found (once; a minute or two)"
    began=$(date +%s)
    JAVA_HOME=$found mvn -B -f "$root/pom.xml" -DskipTests -Darchive.skip=true -Dspotless.check.skip=true package </dev/null >"$log" 2>&1 &
    maven=$!
    show_progress
    if ! wait "$maven"; then
        rm -f "$jar"
        unreachable=$(sed -n -e 's/.*ould not transfer artifact .* from\/to \([^ ]* ([^)]*)\).*/\1/p' \
            -e 's/.* failed to transfer from \([^ ]*\) during a previous attempt.*/\1/p' "$log" | head -n 1)
        [ -z "$unreachable" ] ||
            fail "Maven cannot reach its repository $unreachable; connect to the network," \
                "or name a proxy or mirror in ~/.m2/settings.xml (output of Maven: $log)"
        grep -v '^\[INFO\]' "$log" | tail -n 25 >&2
        fail "the build failed; the output of Maven is in $log"
    fi
    is_built || fail "the build did not make $jar; see $log"
    say "built in $(($(date +%s) - began)) s"
}

# Shows one line that changes on a terminal, and one line for each module elsewhere.
show_progress() {
    shown=
    while kill -0 "$maven" 2>/dev/null; do
        sleep 0.3 2>/dev/null || sleep 1
        module=$(sed -n 's/^\[INFO\] Building \(hubsh.*[^ ]\) *\(\[[0-9/]*\]\).*/\1 \2/p' "$log" | tail -n 1)
        if [ -t 2 ]; then
            printf '\r\033[Khubsh: %s s  %s' "$(($(date +%s) - began))" "$module" >&2
        elif [ "$module" != "$shown" ]; then
            say "building $module"
        fi
        shown=$module
    done
    [ ! -t 2 ] || printf '\r\033[K' >&2
}

build_once
