# Starts hubsh with the Graal compiler, which makes machine code of JavaScript. Part of the launcher: bin/hubsh reads it for
# HUBSH_JS_OPTIMISE. Java uses no archive of classes together with the modules of the compiler.

. "$parts/java.sh"
. "$parts/options.sh"

run_optimised() {
    extras=$root/shell/target/optimise
    [ -f "$root/pom.xml" ] || fail "HUBSH_JS_OPTIMISE works in a folder of the sources only; unset it"
    try_java "${java%/bin/java}"
    [ "$major" -eq 25 ] || fail "HUBSH_JS_OPTIMISE needs Java 25, and $java is $number; unset it, or set HUBSH_JAVA_HOME"
    [ -d "$extras/modules" ] ||
        fail "HUBSH_JS_OPTIMISE needs the Graal compiler; get it with" \
            "mvn -q -f '$root/pom.xml' -DskipTests -P optimise package, or unset it"
    class_path
    for each in "$extras"/*.jar; do
        path=$path:$each
    done
    set -f
    exec "$java" $(options optimise) -XX:+UnlockExperimentalVMOptions -XX:+EnableJVMCI "--upgrade-module-path=$extras/modules" \
        -cp "$path" $extra ${HUBSH_JAVA_OPTS-} $main "$@"
}

run_optimised "$@"
