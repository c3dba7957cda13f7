# Offers what hubsh remembers: one candidate a line, a tab, a description. It reads files of hubsh only, and runs nothing.
# Arguments: bash|plain, kind or "", the file of the project or "", what separates words in bash, the word at the cursor, the
# words before it. For bash the words are as typed, and the candidates are quoted.
function unquoted(text,   i, c, next_c, out) {
    quote = ""; head = 0
    for (i = 1; i <= length(text); i++) {
        c = substr(text, i, 1); next_c = substr(text, i + 1, 1)
        if (quote == "" && c == "\\" || quote == "\"" && c == "\\" && index("\"\\$`", next_c) > 0) {
            out = out next_c; i++
        } else if (c == quote) {
            quote = ""
        } else if (quote == "" && (c == "\047" || c == "\"")) {
            quote = c; head = length(out)
        } else {
            out = out c
            # Readline leaves an @ in the word that it replaces.
            if (quote == "" && index(breaks, c) > 0) head = length(out) - (c == "@")
        }
    }
    return out
}
function quoted(text,   i, c, out) {
    if (text !~ /[^A-Za-z0-9._=-]/) return text
    for (i = 1; i <= length(text); i++) {
        c = substr(text, i, 1)
        if (quote == "\047") out = out (c == "\047" ? "\047\\\047\047" : c)
        else if (quote == "\"") out = out (index("\"\\$`", c) > 0 ? "\\" c : c)
        else out = out (index(" !\"#$&\047()*;<>?[\\]^`{|}~", c) > 0 ? "\\" c : c)
    }
    return out
}
function offer(word, description) {
    if (word in offers) return
    offers[word]
    if (mode != "bash") print word "\t" description
    else if (index(word, typed) == 1) { print quoted(substr(word, head + 1)) "\t"; offered++ }
    else if (head == 0 && quote == "" && index(word, "." typed) > 0) { within = word; inside++ }
}
function setting(line, key,   rest) {
    rest = line
    gsub(/[ \t]/, "", rest)
    return index(rest, key "=\"") == 1 ? substr(line, index(line, "\"") + 1, length(line)) : ""
}
function toml(file,   line, value) {
    toml_hub = toml_context = ""
    if (file == "") return
    while ((getline line < file) > 0 && line !~ /^[ \t]*\[/) {
        if ((value = setting(line, "hub")) != "") toml_hub = substr(value, 1, index(value, "\"") - 1)
        if ((value = setting(line, "context")) != "") toml_context = substr(value, 1, index(value, "\"") - 1)
    }
    close(file)
}
function contexts(file,   line, part, inside_contexts, name) {
    current = ""
    while ((getline line < file) > 0) {
        split(line, part, "\"")
        if (line ~ /^  "/) inside_contexts = (part[2] == "contexts")
        if (line ~ /^  "current": "/) current = part[4]
        if (inside_contexts && line ~ /^    "/) name = part[2]
        if (inside_contexts && line ~ /^      "uri": "/) uri[name] = part[4]
    }
}
function first(a, b) { return a != "" ? a : b }
function of(layer, name) { return layer != "" && layer == name ? uri[name] : "" }
function memory(   wanted, hub, named, project_hub, project_context) {
    contexts(config "saved.json")
    toml(project); project_hub = toml_hub; project_context = toml_context
    toml(config "config.toml")
    wanted = first(first(option["--context"], ENVIRON["HUBSH_CONTEXT"]), first(project_context, first(current, toml_context)))
    named = wanted in uri ? uri[wanted] : ""
    hub = first(option["--hub"], of(option["--context"], wanted))
    hub = first(hub, first(ENVIRON["HUBSH_HUB"], of(ENVIRON["HUBSH_CONTEXT"], wanted)))
    hub = first(hub, first(project_hub, of(project_context, wanted)))
    hub = first(hub, first(named, first(toml_hub, "tcp://localhost:31000")))
    if (named != "" && hub == named && wanted !~ /[^A-Za-z0-9._-]/) return cache "contexts/" wanted
    if (hub ~ /^tcp:/) hub = tolower(hub)
    sub(/\/\/(127[.]0[.]0[.]1|[[]::1[]]):/, "//localhost:", hub)
    hub = substr(hub, 1, 200)
    gsub(/[^A-Za-z0-9.-]/, "_", hub)
    return cache hub
}
function item_name(item,   name) {
    name = substr(item, 1, index(item, "=") - 1)
    sub(/:$/, "", name)
    return index(name, "[") > 1 ? substr(name, 1, index(name, "[") - 1) : name
}
function kind_at(kinds, n,   kind) {
    kind = substr(kinds, n + 1, 1)
    return kind == "" ? substr(kinds, length(kinds), 1) == "I" ? "I" : "" : kind
}
# Takes the words before the cursor; returns the kind of the word at it.
function place(   i, word, name, pending, scope, kinds, n, kind) {
    scope = ""
    for (i = 6; i < ARGC; i++) {
        word = mode == "bash" ? unquoted(ARGV[i]) : ARGV[i]
        if (pending != "") {
            option[pending] = word; pending = ""
        } else if (word ~ /^-./) {
            name = word; sub(/=.*/, "", name)
            if (name != word) option[name] = substr(word, length(name) + 2)
            else if ((scope " " name) in valued) { pending = name; kind = valued[scope " " name] }
        } else if (scope == "" || kind_at(kinds, n) == "S") {
            if (scope == "" && word ~ /^[0-9]+$/) continue
            scope = word; kinds = operands[word]; n = 0
        } else {
            if (kind_at(kinds, n) == "P") plugin = word
            if (kind_at(kinds, n) == "C") command = word
            if (kind_at(kinds, n) == "I") given[item_name(word)] = 1
            n++
        }
    }
    return pending != "" ? kind : scope == "" ? "" : kind_at(kinds, n)
}
function word_line(line, kind, typed_name,   part, n) {
    n = kind == "P" ? 0 : kind == "C" ? 1 : 2
    split(line, part, "\t")
    if (n > 0 && part[2] != plugin || n > 1 && part[3] != command) return
    if (kind == "P" && part[1] == "p") offer(part[2], part[3])
    if (kind == "C" && part[1] == "c") offer(part[3], part[4])
    if (kind == "I" && typed_name == "" && part[1] == "a" && !(item_name(part[4]) in given)) offer(part[4], part[5])
    if (kind == "I" && typed_name != "" && part[1] == "v" && part[4] == typed_name) offer(part[4] part[5], part[6])
}
# The index, then what was added since. An addition ends with a line of JSON; one without it is of a process that has died.
function words(name, kind, typed_name,   line, n, i, added) {
    while ((getline line < (name ".words")) > 0) word_line(line, kind, typed_name)
    while ((getline line < (name ".journal")) > 0) {
        if (line ~ /^[{].*[}]$/) for (i = 1; i <= n; i++) word_line(added[i], kind, typed_name)
        if (line ~ /^([{].*)?$/) n = 0
        else added[++n] = line
    }
    while (kind == "P" && (getline line < (name ".plugins")) > 0) offer(line, "")
}
BEGIN {
    tables()
    mode = ARGV[1]; project = ARGV[3]; breaks = ARGV[4]
    cache = (ENVIRON["XDG_CACHE_HOME"] ~ /^\// ? ENVIRON["XDG_CACHE_HOME"] : ENVIRON["HOME"] "/.cache") "/hubsh/knowledge/"
    config = (ENVIRON["XDG_CONFIG_HOME"] ~ /^\// ? ENVIRON["XDG_CONFIG_HOME"] : ENVIRON["HOME"] "/.config") "/hubsh/"
    kind = first(ARGV[2], place())
    typed = unquoted(ARGV[5])
    if (kind == "X") {
        contexts(config "saved.json")
        for (name in uri) offer(name, uri[name])
    } else if (kind == "S") {
        for (name in operands) offer(name, "")
    } else if (kind ~ /[PCI]/) {
        words(memory(), kind, kind == "I" && index(typed, "=") > 0 ? item_name(typed) : "")
    }
    if (offered == 0 && inside == 1) print quoted(within) "\t"
}
