# What each line says, its kind first:
#   command  <first word>|"" <word> <about>      takes  <command> goals|results|published|nothing|files
#   option   <command> <--option> <about> <what> where what is flag, value, tasks, runs, file or choices
#   choice   <command> <--option> <word>
#   pipeline, task  <name> <about>               goal  <pipeline> <name> <about>
#   parameter  <pipeline> <--name> <about>       value <pipeline> <--name> <word>
#   result <task>   run <id>   published <name>  typed <word>
$1 == "typed" { typed[++words] = $2; next }
$1 == "takes" { takes[$2] = $3; next }
$1 == "option" { what[$2 " " $3] = $5 }
$1 == "command" && $2 != "" { isGroup[$2] = 1 }
$1 == "parameter" { what[$2 " " $3] = "value" }
$1 == "pipeline" { isPipeline[$2] = 1 }
{ line[++lines] = $0 }

# A word that begins as what was typed, with what stands before it on the same word.
function offer(word, about) {
    if (index(word, current) == 1 && !(word in said)) {
        said[word] = 1
        print before word "\t" about
    }
}

function offerAll(kind, context,    i, field) {
    for (i = 1; i <= lines; i++) {
        split(line[i], field, "\t")
        if (field[1] != kind) continue
        if (kind == "pipeline" || kind == "task") offer(field[2], field[3])
        else if (kind == "result" || kind == "published") { if (field[2] !~ /[%~]/) offer(field[2], "") }
        else if (kind == "run") offerRun(field[2])
        else if (kind == "choice" || kind == "value") { if (field[2] " " field[3] == context) offer(field[4], "") }
        else if (field[2] == context) offer(field[3], field[4])
    }
}

# 20261104-093012345-7f3a is said as 7f3a, unless two runs are.
function offerRun(id,    short) {
    if (id !~ /^[0-9]+-[0-9]+-[0-9a-f]+$/) return
    short = substr(id, length(id) - 3)
    offer(short in said ? id : short, substr(id, 1, 4) "-" substr(id, 5, 2) "-" substr(id, 7, 2) " " \
        substr(id, 10, 2) ":" substr(id, 12, 2))
}

# What follows an option that takes a value; after a comma, the next value of a sweep.
function offerValue(owner, option,    comma) {
    while ((comma = index(current, ",")) > 0) {
        before = before substr(current, 1, comma)
        current = substr(current, comma + 1)
    }
    if (what[owner " " option] == "tasks") offerAll("task", "")
    else if (what[owner " " option] == "runs") offerAll("run", "")
    else { offerAll("choice", owner " " option); offerAll("value", owner " " option) }
}

function takesValue(owner, option) {
    return (owner " " option) in what && what[owner " " option] != "flag"
}

END {
    current = typed[words]
    if (words == 1) {
        offerAll("command", "")
        for (group in isGroup) offer(group, "")
        exit
    }
    name = typed[1]
    at = 2
    if (name in isGroup) {
        if (words == 2) { offerAll("command", name); exit }
        name = name " " typed[2]
        at = 3
    }
    if (name == "help") {
        if (words == 2) { offerAll("command", "") ; for (group in isGroup) offer(group, "") }
        else if (typed[2] in isGroup) offerAll("command", typed[2])
        exit
    }
    # Some shells split --option=value into three words.
    for (; at < words; at++) {
        word = typed[at]
        if (word == "=") continue
        if (substr(word, 1, 1) == "-") {
            option = word
            isOpen = index(word, "=") == 0 && (takesValue(name, word) || takesValue(pipeline, word))
        } else if (isOpen) {
            isOpen = 0
        } else if (word !~ /\.java$/) {
            if (!positions && word in isPipeline) pipeline = word
            said[word] = 1
            positions++
        }
    }
    if (current == "=") { current = ""; isOpen = 1 }
    equals = index(current, "=")
    if (substr(current, 1, 2) == "--" && equals > 0) {
        option = substr(current, 1, equals - 1)
        before = substr(current, 1, equals)
        current = substr(current, equals + 1)
        isOpen = 1
    }
    if (isOpen) {
        offerValue(takesValue(name, option) ? name : pipeline, option)
    } else if (substr(current, 1, 1) == "-") {
        offerAll("option", name)
        if (takes[name] == "goals" && pipeline != "") offerAll("parameter", pipeline)
    } else if (takes[name] == "goals") {
        if (!positions) offerAll("pipeline", "")
        else if (pipeline != "") offerAll("goal", pipeline)
        offerAll("task", "")
    } else if (takes[name] == "results") {
        offerAll("result", "")
        offerAll("run", "")
    } else if (takes[name] == "words") {
        offerAll("choice", name " ")
    }
}
