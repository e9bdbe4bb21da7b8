package dev.wadachi.code;

import dev.wadachi.digest.Digest;
import java.util.ArrayList;
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

/// Turns what is reached into what is kept and shown: the manifest, the warnings, the origins. Not thread-safe.
final class Summary {

    private static final Set<Warning.Kind> EXCUSED_BY_NONDETERMINISTIC =
            Set.of(Warning.Kind.CLOCK, Warning.Kind.RANDOMNESS);

    private final Reach reach;
    private final Classes classes;
    private final CanonicalNames names;
    private final Bodies bodies;

    Summary(Reach reach, Classes classes, CanonicalNames names, Bodies bodies) {
        this.reach = reach;
        this.classes = classes;
        this.names = names;
        this.bodies = bodies;
    }

    Manifest manifest() {
        SortedMap<String, Digest> digests = new TreeMap<>();
        for (MethodKey method : reach.methods().keySet()) {
            if (isWritten(method)) {
                digests.merge(nameOf(method), bodies.digest(method), Summary::both);
            }
        }
        for (String type : reach.types()) {
            classes.own(type).ifPresent(facts -> digests.merge(nameOf(type), bodies.type(facts), Summary::both));
        }
        return new Manifest(digests, missing());
    }

    private boolean isWritten(MethodKey method) {
        return bodies.facts(method).orElseThrow().kind() == MethodFacts.Kind.WRITTEN;
    }

    /// A bridge differs from what it leads to by what it returns alone. The snippets that declare jshell's variables
    /// differ by nothing but these.
    private String nameOf(MethodKey method) {
        ClassFacts owner = classes.own(method.owner()).orElseThrow();
        String name = names.of(method);
        if (Names.isSnippet(method.owner()) && method.name().equals("do_it$")) {
            return name + " " + String.join(", ", owner.staticFields());
        }
        String returned = method.descriptor().substring(method.descriptor().indexOf(')') + 1);
        return isBridge(method) ? name + " returning " + Types.spelled(names.in(returned)) : name;
    }

    private String nameOf(String type) {
        return "type " + names.of(type).replace('/', '.');
    }

    /// Two things of one name can only come from compilers that we do not know; their order must not matter.
    private static Digest both(Digest one, Digest other) {
        Encoding encoding = new Encoding();
        return one.compareTo(other) < 0
                ? encoding.digest(one).digest(other).finish()
                : encoding.digest(other).digest(one).finish();
    }

    private SortedSet<String> missing() {
        SortedSet<String> missing = new TreeSet<>();
        reach.missing().forEach(name -> missing.add(names.of(name).replace('/', '.')));
        return missing;
    }

    List<Warning> warnings(String task, Hierarchy hierarchy) {
        Set<Warning.Kind> excused = new HashSet<>();
        if (hierarchy.upwards(task).contains("dev/wadachi/task/Source")) {
            excused.add(Warning.Kind.FILE);
        }
        if (classes.own(task)
                .flatMap(facts -> facts.annotation("Ldev/wadachi/task/Nondeterministic;"))
                .isPresent()) {
            excused.addAll(EXCUSED_BY_NONDETERMINISTIC);
        }
        SortedSet<Warning> warnings = new TreeSet<>();
        for (MethodKey method : reach.methods().keySet()) {
            for (MethodFacts part : bodies.parts(method)) {
                for (Sighting sighting : part.sightings()) {
                    if (!excused.contains(sighting.kind())) {
                        warnings.add(new Warning(
                                sighting.kind(),
                                sighting.call(),
                                Display.simpleMethod(names.of(method)),
                                place(part.key().owner(), sighting.line())));
                    }
                }
            }
        }
        return List.copyOf(warnings);
    }

    Origins origins() {
        Map<String, Origins.Origin> origins = new HashMap<>();
        for (MethodKey method : reach.methods().keySet()) {
            int line = bodies.facts(method).map(MethodFacts::line).orElse(0);
            origins.put(nameOf(method), new Origins.Origin(Optional.of(place(method.owner(), line)), callers(method)));
        }
        for (String type : reach.types()) {
            origins.put(nameOf(type), new Origins.Origin(Optional.of(place(type, 0)), List.of()));
        }
        return new Origins(origins);
    }

    /// Bridges are on the way, and nobody wrote them.
    private List<String> callers(MethodKey method) {
        List<String> callers = new ArrayList<>();
        Optional<MethodKey> caller = callerOf(method);
        while (caller.isPresent()) {
            if (!isBridge(caller.get())) {
                callers.add(nameOf(caller.get()));
            }
            caller = callerOf(caller.get());
        }
        return callers;
    }

    private Optional<MethodKey> callerOf(MethodKey method) {
        return reach.methods().getOrDefault(method, Optional.empty());
    }

    private boolean isBridge(MethodKey method) {
        return classes.own(method.owner()).orElseThrow().isSynthetic(method.selector());
    }

    private String place(String type, int line) {
        String file = classes.own(type).map(ClassFacts::sourceFile).orElse("");
        return line == 0 ? file : file + ":" + line;
    }
}
