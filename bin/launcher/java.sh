# Finds a Java on this machine. Part of the launcher: bin/hubsh reads it when a start has to choose a Java.

oldest=17

say() {
    printf 'hubsh: %s\n' "$*" >&2
}

fail() {
    say "$@"
    exit 2
}

# Sets found, number, major and rank when $1 holds a Java that is new enough. Reads the file release, because to ask java
# itself takes 40 ms.
try_java() {
    [ -x "$1/bin/java" ] && [ -r "$1/release" ] || return 1
    number=
    while IFS= read -r line; do
        case $line in
            JAVA_VERSION=*)
                number=${line#*\"}
                number=${number%%[!0-9.]*}
                break
                ;;
        esac
    done <"$1/release"
    rank "$number"
    [ "$major" -ge $oldest ] || return 1
    found=$1
}

# Sets major and rank from a version: 25.0.3 has major 25 and rank 25000003.
rank() {
    IFS=.
    set -- $1
    unset IFS
    major=${1:-0}
    rank=$((major * 1000000 + ${2:-0} * 1000 + ${3:-0}))
}

# Sets found to the newest Java of all usual places for which the command "$@" is true.
newest_java() {
    newest=
    highest=0
    on_path=$(command -v java) && on_path=$(readlink -f "$on_path" 2>/dev/null) || on_path=
    for candidate in /usr/lib/jvm/* /opt/* /opt/java/* "${HOME-}"/.sdkman/candidates/java/* "${HOME-}"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "${on_path%/bin/java}"; do
        if "$@" "$candidate" && try_java "$candidate" && [ "$rank" -gt "$highest" ]; then
            newest=$candidate
            highest=$rank
        fi
    done
    # A version manager puts a script on the PATH, and only that script knows where its Java is.
    [ -n "$newest" ] || newest=$(java -XshowSettings:properties -version 2>&1 | sed -n 's/^ *java.home = //p')
    "$@" "$newest" && try_java "$newest"
}

can_run() {
    [ -x "$1/bin/java" ]
}

can_build() {
    [ -x "$1/bin/javac" ]
}

# Sets java, the one that runs hubsh. An installation may bring its own.
find_java() {
    if [ -n "${HUBSH_JAVA_HOME-}" ]; then
        try_java "$HUBSH_JAVA_HOME" || fail "HUBSH_JAVA_HOME=$HUBSH_JAVA_HOME is not Java $oldest or newer"
    elif ! try_java "$root/runtime" && ! try_java "${JAVA_HOME-}" && ! newest_java can_run; then
        fail "needs Java $oldest or newer and found none; install one (Debian: apt install openjdk-17-jdk)" \
            "or set HUBSH_JAVA_HOME"
    fi
    java=$found/bin/java
}

# Sets found, the one that builds hubsh.
find_jdk() {
    for candidate in "${HUBSH_JAVA_HOME-}" "${JAVA_HOME-}"; do
        can_build "$candidate" && try_java "$candidate" && return
    done
    newest_java can_build ||
        fail "needs a JDK $oldest or newer to build itself and found none (Debian: apt install openjdk-17-jdk)"
}
