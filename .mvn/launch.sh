# What the launchers of Wadachi's checkout and of the projects made from its template have in common. Bash, to be sourced
# by one that has set `home`, `library` (the folder of jars and native libraries), `lock`, `cache`, `log` and `jdk`.

# A folder is made by one process alone, on every system. One left by a process that is gone is removed.
lock() {
    until mkdir "$lock" 2>/dev/null; do
        local owner
        owner=$(cat "$lock/owner" 2>/dev/null)
        if [ -n "$owner" ] && ! kill -0 "$owner" 2>/dev/null; then
            rm -rf "$lock"
        else
            sleep 0.2
        fi
    done
    echo $$ >"$lock/owner"
}

unlock() {
    rm -rf "$lock"
}

# UTC, no locale and UTF-8 everywhere, so that a result does not depend on whose machine computed it.
#
# Most commands end within a second or two, and compiling their code fully would take longer than running it: the
# optimizing compiler waits until a method has been called ten times as often as it usually does. Bodies that compute
# for longer in Java itself get it then.
java_command() {
    local options jars=("$library"/*.jar)
    read -r -a options <<<"${WADACHI_JAVA_OPTIONS:-}"
    local IFS=:
    java=("$jdk/bin/java"
        --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
        -XX:+UseSerialGC -Xms128m -XX:+UseCompactObjectHeaders -XX:-UsePerfData
        -XX:Tier4InvocationThreshold=50000 -XX:Tier4MinInvocationThreshold=20000
        -XX:Tier4CompileThreshold=100000 -XX:Tier4BackEdgeThreshold=400000
        -Duser.timezone=UTC -Duser.language= -Duser.country= -Duser.variant=
        -Dwadachi.home="$home" -Djava.library.path="$library"
        -Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8 -Dstderr.encoding=UTF-8
        ${options[@]+"${options[@]}"}
        -cp "${jars[*]}")
}

# Makes the cache of what Java loads each time, while these words are rehearsed: loaded and linked classes, and which methods
# are called often enough to be compiled early. Those are compiled simply and stay so, which is right for what carries out
# a command, and wrong for what a body computes with and for digests of large files: it is left out here, and gets the
# optimizing compiler as in any other JVM. One whose cache does not fit (another JDK, another build) goes without.
record_cache() {
    local class left=(-XX:CompileCommand=quiet)
    for class in 'java.util.*' 'java.math.*' 'java.lang.String*' java.lang.AbstractStringBuilder 'sun.nio.cs.*' \
        'sun.security.*' 'jdk.internal.foreign.*' 'jdk.internal.math.*' 'jdk.internal.util.*' \
        'dev.wadachi.digest.*' 'dev.wadachi.table.*' 'dev.wadachi.model.*' 'dev.wadachi.learn.*'; do
        left+=("-XX:CompileCommand=exclude,$class::*")
    done
    "${java[@]}" -XX:TieredStopAtLevel=1 "${left[@]}" -XX:AOTCacheOutput="$cache" dev.wadachi.cli.Rehearsal "$@" \
        >>"$log" 2>&1 </dev/null || rm -f "$cache"
}

# Takes the place of this process: what was typed, in Java.
launch() {
    # File names are bytes, and Java takes their letters from the locale. The one that the environment names need not be
    # installed, and counts as plain C then, under which only ASCII has names: so it is one that is always there. It also
    # gives git, and whatever a body starts, the same language and order of letters on every machine.
    case $(uname -s) in
        Darwin) export LC_ALL=en_US.UTF-8 ;;
        *) export LC_ALL=C.UTF-8 ;;
    esac

    # Java can only tell whether standard input and output both are a terminal; progress goes to standard error.
    if [ -t 2 ]; then export WADACHI_TERMINAL=yes; else export WADACHI_TERMINAL=no; fi

    # Java cannot tell how wide a terminal is.
    if [ -t 1 ]; then
        local size
        size=$(stty size 2>/dev/null </dev/tty)
        export WADACHI_COLUMNS="${size#* }"
    fi

    java_command
    # Whatever of the cache does not fit is done without; Java would say so on standard output, among what is printed here.
    [ -f "$cache" ] && java+=(-XX:AOTCache="$cache" '-Xlog:aot*=off' '-Xlog:cds*=off')
    exec "${java[@]}" dev.wadachi.cli.Main "$@"
}
