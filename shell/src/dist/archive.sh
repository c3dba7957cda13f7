#!/bin/sh
# Makes the archives to install, in shell/target: hubsh-VERSION.tar.gz, and with the word runtime also
# hubsh-VERSION-linux-x64.tar.gz, which brings its own Java. Maven runs it after the jars are made.
#
#   archive.sh VERSION JAVA_HOME [runtime]
#
# The second one takes a minute: it links a small Java, and makes the archives of classes that the launcher else makes at
# the first starts.
set -eu

root=$(cd -- "$(dirname -- "$0")/../../.." && pwd -P)
version=$1
home=$2
target=$root/shell/target
name=hubsh-$version
stage=$target/archive/$name

# The modules of Java that hubsh uses, and the charsets of locales.
modules=java.base,java.logging,java.management,java.xml,jdk.charsets,jdk.jfr,jdk.management,jdk.unsupported,jdk.zipfs

fill() {
    rm -rf "$target/archive" "$target/$name-linux-x64.tar.gz"
    mkdir -p "$stage/bin" "$stage/man" "$stage/completions"
    cp -p "$root/bin/hubsh" "$root/bin/install" "$root/bin/hubsh.cmd" "$stage/bin"
    cp -Rp "$root/bin/launcher" "$stage/bin/launcher"
    cp -p "$target/hubsh.jar" "$stage"
    cp -Rp "$target/lib" "$stage/lib"
    cp -Rp "$root/scripts" "$stage/examples"
    cp -Rp "$root/docs" "$stage/docs"
    cp -Rp "$root/shell/src/dist/licences" "$stage/licences"
    cp -p "$root/LICENSE" "$root/README.md" "$root/CHANGELOG.md" "$root/SECURITY.md" "$stage"
    # Made by a plugin that Maven leaves out where it has no network.
    [ ! -f "$target/hubsh.cdx.json" ] || cp -p "$target/hubsh.cdx.json" "$stage"
    (cd "$stage" && HOME=$target/archive "$home/bin/java" -XX:TieredStopAtLevel=1 -jar hubsh.jar -c "man > man/hubsh.1" \
        -c "completion bash > completions/hubsh.bash" -c "completion zsh > completions/_hubsh" \
        -c "completion fish > completions/hubsh.fish")
    # To write them, hubsh keeps nothing else.
    rm -rf "$target/archive/.cache" "$target/archive/.local"
}

# The jars are compressed already; the archives of classes are not.
pack() {
    tar -C "$target/archive" -cf - "$name" | gzip "-$2" >"$target/$1.tmp"
    mv "$target/$1.tmp" "$target/$1"
}

can_link() {
    [ -x "$1/bin/jlink" ] && { [ -d "$1/jmods" ] || "$1/bin/jlink" --help | grep -q 'image enabled'; }
}

link_runtime() {
    parts=$root/bin/launcher
    . "$parts/java.sh"
    if [ "$(uname -sm)" != "Linux x86_64" ] || ! newest_java can_link; then
        say "no archive with its own Java: that takes Linux on x86-64 and a JDK with jlink"
        exit 0
    fi
    "$found/bin/jlink" --add-modules $modules --strip-debug --no-header-files --no-man-pages --generate-cds-archive \
        --output "$stage/runtime"
    # For heaps above 32 GB only.
    rm -f "$stage/runtime/lib/server/classes_nocoops.jsa"
}

# Makes the archives of classes with what the launcher makes them with.
train_all() {
    main=io.github.hubsh.shell.app.Main
    root=$stage
    parts=$root/bin/launcher
    jar=$root/hubsh.jar
    lib=$root/lib
    java=$root/runtime/bin/java
    mkdir "$stage/archives"
    for kind in short prompt js script hub; do
        state=$target/archive/start/stage/$kind
        mkdir -p "$state/training"
        # Without a file pending it only brings the functions, and its status is not 0.
        set +e
        . "$parts/train.sh"
        set -e
        . "$parts/options.sh"
        try_java "$root/runtime" && class_path && write_arguments training ''
        make_archive >"$target/archive/$kind.log" 2>&1 || {
            cat "$target/archive/$kind.log" >&2
            fail "no archive of classes for $kind: $step"
        }
        umask 022
        mv "$archive" "$stage/archives/$kind"
        chmod 644 "$stage/archives/$kind"
        touch -r "$stage/archives/$kind" "$stage/archives/$kind.time"
    done
}

fill
pack "$name.tar.gz" 1
[ "${3-}" = runtime ] || exit 0
link_runtime
train_all
pack "$name-linux-x64.tar.gz" 6
