# Prints what may stand in the place of the last word, a line each: the word, a tab, what it is. Nothing means: files.
# Arguments: the command as it was typed, then its words up to the one that is being typed.
command=$1
shift
command -v "$command" >/dev/null 2>&1 || command=wadachi

# The project that the words are about: that of a single source file, or the nearest folder upwards that is one.
root= file=
for word in "$@"; do
    case $word in
        *.java) [ -f "$word" ] && root=$(cd "$(dirname "$word")" && pwd) && file=${word##*/} && source=$word ;;
    esac
done
if [ -z "$root" ]; then
    root=$PWD
    while [ ! -f "$root/wadachi.toml" ] && [ ! -f "$root/pom.xml" ] && [ ! -d "$root/src/main/java" ] \
        && [ ! -d "$root/.wadachi" ]; do
        case $root in
            */*) root=${root%/*} ;;
            *) break ;;
        esac
    done
fi
known=$root/.wadachi/completion/${file:-project}

# Without any, the words are looked for now; where a source is newer, in the background, for the next time.
if [ -n "$root" ]; then
    if [ ! -f "$known" ]; then
        "$command" completion --refresh ${file:+"$source"} >/dev/null 2>&1 </dev/null
    elif [ -n "$(find "${source:-$root/src/main/java}" "$root/pom.xml" "$root/wadachi.toml" -newer "$known" \
        -name '*.*' 2>/dev/null | head -n 1)" ]; then
        touch "$known"
        ("$command" completion --refresh ${file:+"$source"} >/dev/null 2>&1 </dev/null &)
    fi
fi
[ -f "$known" ] || known=/dev/null
store=$(sed -n 's/^store	*//p' "$known")

{
    cat <<'VOCABULARY'
@VOCABULARY@
VOCABULARY
    cat "$known"
    # The newest first; other names than those of tasks and runs are left out below.
    ls -t "$store/traces" 2>/dev/null | sed 's/^/result	/'
    ls -r "$store/runs" 2>/dev/null | head -n 200 | sed 's/^/run	/'
    for word in "$@"; do printf 'typed\t%s\n' "$word"; done
} | awk -F '\t' '@WORDS@'
