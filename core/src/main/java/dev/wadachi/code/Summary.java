package dev.wadachi.code;

import dev.wadachi.digest.Digest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Turns what is reached into what is kept and shown: the manifest, the warnings, the origins. Not thread-safe.
final class Summary {

    private static final String TYPE = "type ";
    private static final String SOURCE = "dev/wadachi/task/Source";
    private static final String NONDETERMINISTIC = "Ldev/wadachi/task/Nondeterministic;";

    private final Classes classes;
    private final Hierarchy hierarchy;
    private final CanonicalNames names;
    private final Bodies bodies;
    private final Descriptions descriptions;
    private final Map<MethodKey, Listed> listed = new HashMap<>();

    /// What there is to say of one method, worked out once for all tasks that reach it.
    ///
    /// @param digest empty for what nobody wrote
    private record Listed(String name, Optional<Digest> digest, List<Warning> warnings) {}

    Summary(Classes classes, Hierarchy hierarchy, CanonicalNames names, Bodies bodies) {
        this.classes = classes;
        this.hierarchy = hierarchy;
        this.names = names;
        this.bodies = bodies;
        this.descriptions = new Descriptions(names);
    }

    Manifest manifest(Reach reach) {
        SortedMap<String, Digest> digests = new TreeMap<>();
        for (MethodKey method : reach.methods().keySet()) {
            Listed one = list(method);
            one.digest().ifPresent(digest -> digests.merge(one.name(), digest, Digests::both));
        }
        for (String type : reach.types()) {
            classes.own(type).ifPresent(facts -> digests.merge(nameOf(type), bodies.type(facts), Digests::both));
        }
        for (String type : reach.described()) {
            classes.own(type)
                    .flatMap(descriptions::of)
                    .ifPresent(digest -> digests.merge(nameOf(type), digest, Digests::both));
        }
        SortedSet<String> missing = new TreeSet<>();
        reach.missing().forEach(name -> missing.add(names.of(name).replace('/', '.')));
        return new Manifest(digests, missing);
    }

    private String nameOf(String type) {
        return TYPE + names.of(type).replace('/', '.');
    }

    private Listed list(MethodKey method) {
        Listed known = listed.get(method);
        if (known == null) {
            Optional<Digest> digest = bodies.isWritten(method) ? Optional.of(bodies.digest(method)) : Optional.empty();
            known = new Listed(spell(method), digest, warnings(method));
            listed.put(method, known);
        }
        return known;
    }

    /// A bridge differs from what it leads to by what it returns alone. The snippets that declare jshell's variables
    /// differ by nothing but these.
    private String spell(MethodKey method) {
        String name = names.of(method);
        if (Names.isSnippet(method.owner()) && method.name().equals(Names.SNIPPET_METHOD)) {
            return name + " " + String.join(", ", owner(method).staticFields());
        }
        String returned = method.descriptor().substring(method.descriptor().indexOf(')') + 1);
        return isBridge(method) ? name + " returning " + Types.spelled(names.in(returned)) : name;
    }

    private ClassFacts owner(MethodKey method) {
        return classes.own(method.owner()).orElseThrow();
    }

    private boolean isBridge(MethodKey method) {
        return owner(method).isSynthetic(method.selector());
    }

    List<Warning> warnings(String task, Reach reach) {
        Set<Warning.Kind> excused = excused(task);
        SortedSet<Warning> all = new TreeSet<>();
        for (MethodKey method : reach.methods().keySet()) {
            for (Warning warning : list(method).warnings()) {
                if (!excused.contains(warning.kind())) {
                    all.add(warning);
                }
            }
        }
        return List.copyOf(all);
    }

    private Set<Warning.Kind> excused(String task) {
        Set<Warning.Kind> excused = EnumSet.noneOf(Warning.Kind.class);
        if (hierarchy.upwards(task).contains(SOURCE)) {
            excused.add(Warning.Kind.FILE);
        }
        if (classes.own(task)
                .flatMap(facts -> facts.annotation(NONDETERMINISTIC))
                .isPresent()) {
            excused.add(Warning.Kind.CLOCK);
            excused.add(Warning.Kind.RANDOMNESS);
        }
        if (classes.own(task).filter(facts -> !facts.uses().isEmpty()).isPresent()) {
            excused.add(Warning.Kind.REFLECTION);
        }
        return excused;
    }

    private List<Warning> warnings(MethodKey method) {
        List<Warning> found = new ArrayList<>();
        for (MethodFacts part : bodies.parts(method)) {
            boolean told = !owner(part.key()).uses().isEmpty();
            for (Sighting seen : part.sightings()) {
                if (told && seen.kind() == Warning.Kind.REFLECTION) {
                    continue;
                }
                found.add(new Warning(
                        seen.kind(),
                        seen.call(),
                        Display.simpleMethod(names.of(method)),
                        place(part.key().owner(), seen.line())));
            }
        }
        return List.copyOf(found);
    }

    Origins origins(Reach reach, UnaryOperator<Set<String>> declared) {
        Map<String, Origins.Origin> origins = new HashMap<>();
        for (MethodKey method : reach.methods().keySet()) {
            String place = place(method.owner(), owner(method).firstLine(method.selector()));
            Optional<String> caller =
                    callerOf(method, reach).map(found -> list(found).name());
            origins.put(list(method).name(), new Origins.Origin(place, caller));
        }
        for (String type : reach.types()) {
            origins.put(nameOf(type), new Origins.Origin(place(type, Lines.UNKNOWN), Optional.empty()));
        }
        return new Origins(origins, declared);
    }

    /// Those of these names that own classes declare now, whether or not anything reaches them.
    Set<String> declared(Set<String> asked) {
        Set<String> declared = new TreeSet<>();
        Set<String> seen = new HashSet<>();
        for (String name : asked) {
            String host = hostOf(name);
            if (seen.add(host)) {
                classes.own(host)
                        .ifPresent(top -> Stream.concat(Stream.of(host), top.nestMembers().stream())
                                .flatMap(member -> classes.own(member).stream())
                                .forEach(member -> addNames(member, declared)));
            }
        }
        declared.retainAll(asked);
        return declared;
    }

    /// The top-level class of a name as the manifest has it.
    private static String hostOf(String name) {
        String full = name.startsWith(TYPE) ? name.substring(TYPE.length()) : name;
        int end = full.indexOf('(') < 0 ? full.length() : full.indexOf('(');
        int dollar = full.indexOf('$');
        if (dollar >= 0 && dollar < end) {
            return full.substring(0, dollar).replace('.', '/');
        }
        int member = full.lastIndexOf('.', end);
        return (name.startsWith(TYPE) || member < 0 ? full : full.substring(0, member)).replace('.', '/');
    }

    private void addNames(ClassFacts type, Set<String> declared) {
        declared.add(nameOf(type.name()));
        type.methods().stream().map(this::spell).forEach(declared::add);
    }

    /// Bridges are on the way, and nobody wrote them.
    private Optional<MethodKey> callerOf(MethodKey method, Reach reach) {
        Optional<MethodKey> caller = reach.callerOf(method);
        while (caller.isPresent() && isBridge(caller.get())) {
            caller = reach.callerOf(caller.get());
        }
        return caller;
    }

    private String place(String type, int line) {
        String file = classes.own(type).map(ClassFacts::sourceFile).orElse("");
        return line == Lines.UNKNOWN ? file : file + ":" + line;
    }
}
