package dev.wadachi.code;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// Finds everything that a task's code can reach.
///
/// This is rapid type analysis (Bacon and Sweeney, OOPSLA 1996): a virtual call reaches the overrides of classes of
/// which the reached code creates an object, and no others; creating an object of a further class may in turn reach
/// further overrides of calls that were seen before. It stops when nothing new is found, so the result does not depend
/// on the order. Besides what is created, there is what the task holds (its component values) and what it is handed
/// (the values of its upstreams, which a codec decodes: see [Values]).
///
/// Code outside (the JDK, libraries, Wadachi) is not walked. It may call whatever an object overrides of its types: a
/// `compare` that is handed to `List.sort` counts although no call of it is to be seen.
///
/// Work waits in a queue; nothing here recurses, so a long chain of calls overflows nothing.
final class Walk {

    private static final SequencedSet<MethodKey> NO_CALLS = new LinkedHashSet<>();

    private final Classes classes;
    private final Hierarchy hierarchy;
    private final Links links;
    private final Values values;

    private final SequencedMap<MethodKey, Optional<MethodKey>> methods = new LinkedHashMap<>();
    private final Deque<MethodKey> ahead = new ArrayDeque<>();
    private final SequencedSet<String> types = new LinkedHashSet<>();
    private final SequencedSet<String> described = new LinkedHashSet<>();
    private final Set<String> touched = new HashSet<>();
    private final Set<String> created = new HashSet<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> left = new HashSet<>();
    private final Map<String, List<String>> createdBelow = new HashMap<>();
    private final Map<String, SequencedSet<MethodKey>> callsOn = new HashMap<>();
    private final SortedSet<Path> jars = new TreeSet<>();
    private final SortedMap<String, Integer> modules = new TreeMap<>();
    private final SortedSet<String> missing = new TreeSet<>();
    private Optional<MethodKey> current = Optional.empty();

    private Walk(Classes classes, Hierarchy hierarchy, Links links) {
        this.classes = classes;
        this.hierarchy = hierarchy;
        this.links = links;
        this.values = new Values(hierarchy);
    }

    static Reach from(Start start, Classes classes, Hierarchy hierarchy, Links links) {
        Walk walk = new Walk(classes, hierarchy, links);
        walk.start(start);
        walk.run();
        return new Reach(walk.methods, walk.types, walk.described, walk.jars, walk.modules, walk.missing);
    }

    private void start(Start start) {
        classes.own(start.task()).ifPresentOrElse(this::start, () -> leave(start.task()));
        start.held().forEach(this::create);
    }

    private void start(ClassFacts task) {
        create(task.name());
        links.calledFromOutside(task.name()).forEach(this::enter);
        enterConstructors(task);
        values.producedBy(task).forEach(this::decode);
        values.declaredBy(task).forEach(this::decode);
    }

    private void run() {
        while (!ahead.isEmpty()) {
            MethodKey method = ahead.remove();
            current = Optional.of(method);
            links.of(method).forEach(this::take);
        }
    }

    private void take(Step step) {
        switch (step) {
            case Step.Enter(MethodKey method) -> enter(method);
            case Step.Dispatch(MethodKey call) -> dispatch(call);
            case Step.Touch(String type) -> touch(type);
            case Step.Describe(String type) -> describe(type);
            case Step.Create(String type) -> create(type);
            case Step.Leave(String type) -> leave(type);
        }
    }

    private void enter(MethodKey method) {
        if (methods.putIfAbsent(method, current) == null) {
            ahead.add(method);
            touch(method.owner());
        }
    }

    private void dispatch(MethodKey call) {
        if (callsOn.computeIfAbsent(call.owner(), _ -> new LinkedHashSet<>()).add(call)) {
            createdBelow.getOrDefault(call.owner(), List.of()).forEach(type -> answer(type, call));
        }
    }

    private void answer(String type, MethodKey call) {
        hierarchy.select(type, call).forEach(this::enter);
    }

    /// An object of this type comes into being, or is there from the start.
    private void create(String type) {
        Optional<ClassFacts> own = classes.own(type);
        if (own.isEmpty()) {
            leave(type);
        } else if (created.add(type)) {
            for (String above : hierarchy.answeringFor(type)) {
                createdBelow.computeIfAbsent(above, _ -> new ArrayList<>()).add(type);
                callsOn.getOrDefault(above, NO_CALLS).forEach(call -> answer(type, call));
            }
            if (hierarchy.isTask(type)) {
                // Opaque: its output counts, not its code. What it hands out is decoded here, though, and what it says
                // of itself is called in ways that nobody sees: by a concatenation, by a map's keys.
                values.producedBy(own.get()).forEach(this::decode);
                links.writtenFromObject(type).forEach(this::enter);
            } else {
                touch(type);
                links.calledFromOutside(type).forEach(this::enter);
            }
        }
    }

    /// A codec makes such an object, or takes it apart: constructors and accessors run without a call to be seen.
    private void decode(ClassFacts type) {
        create(type.name());
        enterConstructors(type);
        type.components().forEach(component -> {
            String descriptor = "()" + component.descriptor().stringValue();
            MethodKey accessor = new MethodKey(type.name(), component.name().stringValue(), descriptor);
            if (type.hasCode(accessor.selector())) {
                enter(accessor);
            }
        });
    }

    private void enterConstructors(ClassFacts type) {
        type.methods().stream()
                .filter(method -> method.name().equals(MethodKey.CONSTRUCTOR))
                .forEach(this::enter);
    }

    /// Somebody has the class object of this type: `Shop.class.getEnumConstants()`. Whoever is handed the class of a
    /// record may make such records; the class of an enum knows the constants. Of other classes their shape counts.
    private void describe(String type) {
        if (described.add(type)) {
            hierarchy.ownUpwards(type).forEach(above -> types.add(above.name()));
            for (ClassFacts part : values.behind(type)) {
                if (part.isRecord()) {
                    decode(part);
                } else if (part.isEnum()) {
                    touch(part.name());
                }
                describe(part.name());
            }
        }
    }

    /// The JVM initialises this type, and what it extends.
    private void touch(String type) {
        if (touched.add(type)) {
            Links.Touched above = links.touched(type);
            touched.addAll(above.initialised());
            types.addAll(above.types());
            above.steps().forEach(this::take);
            above.uses().forEach(this::use);
        }
    }

    /// All of a class that the task says it uses, members included: nobody can see which part of it.
    private void use(String type) {
        Optional<ClassFacts> own = classes.own(type);
        if (own.isEmpty()) {
            leave(type);
        } else if (used.add(type)) {
            create(type);
            touch(type);
            own.get().methods().stream()
                    .filter(method -> own.get().hasCode(method.selector()))
                    .forEach(this::enter);
            own.get().memberClasses().forEach(this::use);
        }
    }

    private void leave(String type) {
        if (left.add(type)) {
            switch (classes.find(type)) {
                case KnownClass.InLibrary(Path jar) -> jars.add(jar);
                case KnownClass.InModule(String module, int version) -> modules.put(module, version);
                case KnownClass.Missing() -> missing.add(type);
                case KnownClass.Own _, KnownClass.OfJdk _ -> {}
            }
        }
    }
}
