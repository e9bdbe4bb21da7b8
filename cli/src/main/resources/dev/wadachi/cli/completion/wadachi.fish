# Completion of wadachi for fish. Keep it as ~/.config/fish/completions/wadachi.fish
set -g _wadachi_program '@PROGRAM@'

function _wadachi
    set -l found (sh -c $_wadachi_program sh (commandline -opc) (commandline -ct) 2>/dev/null)
    if test (count $found) -gt 0
        printf '%s\n' $found
    else
        __fish_complete_path (commandline -ct)
    end
end
complete -c wadachi -f -a '(_wadachi)'
