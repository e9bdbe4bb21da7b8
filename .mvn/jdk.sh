# Finds the JDK that this project is built and run with, for `wadachi` and `mvnw`. POSIX shell, to be sourced.

jdk_release=25

# A JDK says its release in a file, so none has to be started to ask it. Without javac it is a JRE.
is_jdk() {
    [ -n "$1" ] && [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] && grep -q "^JAVA_VERSION=\"$jdk_release[.\"-]" "$1/release" 2>/dev/null
}

jdk_on_path() {
    local java link
    java=$(command -v java) || return 1
    while [ -L "$java" ]; do
        link=$(readlink "$java")
        case $link in
            /*) java=$link ;;
            *) java=$(dirname "$java")/$link ;;
        esac
    done
    (cd "$(dirname "$java")/.." && pwd -P)
}

find_jdk() {
    local candidate
    for candidate in "${JAVA_HOME:-}" "$(jdk_on_path)" \
        /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* /usr/local/openjdk* \
        "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if is_jdk "$candidate"; then
            printf '%s\n' "$candidate"
            return 0
        fi
    done
    return 1
}

say_no_jdk() {
    printf '%s: no JDK %s was found: install one (https://adoptium.net, or your distribution'\''s openjdk-%s-jdk), or set JAVA_HOME to it.\n' \
        "$1" "$jdk_release" "$jdk_release" >&2
}
