# Completion of wadachi for bash. Put this line into ~/.bashrc: source <(wadachi completion bash)
_wadachi_program='@PROGRAM@'

_wadachi() {
    local IFS=$'\n' word
    COMPREPLY=()
    for word in $(sh -c "$_wadachi_program" sh "${COMP_WORDS[@]:0:COMP_CWORD+1}" 2>/dev/null); do
        word=${word%%$'\t'*}
        # bash has cut the word at = and completes what stands behind it.
        [[ $COMP_WORDBREAKS == *=* ]] && word=${word##*=}
        COMPREPLY+=("$word")
    done
}
complete -o default -F _wadachi wadachi
