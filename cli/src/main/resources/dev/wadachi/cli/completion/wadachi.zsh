#compdef wadachi
# Completion of wadachi for zsh. Put this line into ~/.zshrc, after compinit: source <(wadachi completion zsh)
_wadachi_program='@PROGRAM@'

_wadachi() {
    local line
    local -a found abouts
    for line in "${(@f)$(sh -c "$_wadachi_program" sh "${(@)words[1,CURRENT]}" 2>/dev/null)}"; do
        [[ -n $line ]] || continue
        found+=("${line%%$'\t'*}")
        abouts+=("${line%%$'\t'*}${${line#*$'\t'}:+  -- ${line#*$'\t'}}")
    done
    if (( $#found )); then
        compadd -l -d abouts -a found
    else
        _files
    fi
}
compdef _wadachi wadachi
