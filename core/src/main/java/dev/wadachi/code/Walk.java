package dev.wadachi.code;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
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

    private final Classes classes;
    private final Hierarchy hierarchy;
    private final Bodies bodies;
    private final Values values;

    private final SequencedMap<MethodKey, Optional<MethodKey>> methods = new LinkedHashMap<>();
    private final Deque<MethodKey> ahead = new ArrayDeque<>();
    private final SequencedSet<String> types = new LinkedHashSet<>();
    private final Set<String> touched = new LinkedHashSet<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final Set<String> created = new LinkedHashSet<>();
    private final Map<String, List<String>> createdBelow = new HashMap<>();
    private final Map<String, SequencedSet<MethodKey>> callsOn = new HashMap<>();
    private final SortedSet<Path> jars = new TreeSet<>();
    private final SortedMap<String, Integer> modules = new TreeMap<>();
    private final SortedSet<String> missing = new TreeSet<>();
    private Optional<MethodKey> current = Optional.empty();

    private Walk(Classes classes, Hierarchy hierarchy, Bodies bodies) {
        this.classes = classes;
        this.hierarchy = hierarchy;
        this.bodies = bodies;
        this.values = new Values(hierarchy);
    }

    static Reach from(String task, Collection<String> held, Classes classes, Hierarchy hierarchy, Bodies bodies) {
        Walk walk = new Walk(classes, hierarchy, bodies);
        walk.start(task, held);
        walk.run();
        return new Reach(walk.methods, walk.types, walk.jars, walk.modules, walk.missing);
    }

    private void start(String task, Collection<String> held) {
        classes.own(task).ifPresentOrElse(this::enter, () -> mention(task));
        for (String value : new TreeSet<>(held)) {
            create(value);
        }
    }

    private void enter(ClassFacts task) {
        create(task.name());
        calledFromOutside(task.name());
        reachConstructors(task);
        values.producedBy(task).forEach(this::decode);
        values.declaredBy(task).forEach(this::decode);
    }

    private void run() {
        while (!ahead.isEmpty()) {
            MethodKey method = ahead.remove();
            current = Optional.of(method);
            for (MethodFacts part : bodies.parts(method)) {
                part.references().forEach(this::follow);
            }
        }
    }

    private void follow(Reference reference) {
        switch (reference) {
            case Reference.Exact(MethodKey target) ->
                hierarchy.resolve(target).ifPresentOrElse(this::reach, () -> mention(target.owner()));
            case Reference.Virtual(MethodKey target) -> call(target);
            case Reference.StaticField(String owner, String name) ->
                hierarchy.declaring(owner, name).ifPresentOrElse(facts -> touch(facts.name()), () -> mention(owner));
            case Reference.Created(String type) -> create(type);
            case Reference.Mentioned(String type) -> mention(type);
        }
    }

    /// The method that is named counts even if nothing seems to be created that has it: its object came from outside.
    private void call(MethodKey target) {
        if (classes.own(target.owner()).isEmpty()) {
            mention(target.owner());
            return;
        }
        hierarchy.resolve(target).ifPresent(this::reach);
        if (callsOn.computeIfAbsent(target.owner(), _ -> new LinkedHashSet<>()).add(target)) {
            createdBelow.getOrDefault(target.owner(), List.of()).forEach(type -> answer(type, target));
        }
    }

    private void answer(String type, MethodKey call) {
        hierarchy.select(type, call).forEach(this::reach);
    }

    private void reach(MethodKey method) {
        ClassFacts owner = classes.own(method.owner()).orElseThrow();
        touch(method.owner());
        if (owner.hasCode(method.selector()) && !methods.containsKey(method)) {
            methods.put(method, current);
            ahead.add(method);
        }
    }

    /// An object of this type comes into being, or is there from the start.
    private void create(String type) {
        Optional<ClassFacts> own = classes.own(type);
        if (own.isEmpty()) {
            mention(type);
        } else if (created.add(type)) {
            for (ClassFacts above : hierarchy.ownUpwards(type)) {
                createdBelow
                        .computeIfAbsent(above.name(), _ -> new ArrayList<>())
                        .add(type);
                callsOn.getOrDefault(above.name(), new LinkedHashSet<>()).forEach(call -> answer(type, call));
            }
            if (hierarchy.isTask(type)) {
                // Opaque: its output counts, not its code. What it hands out is decoded here, though.
                values.producedBy(own.get()).forEach(this::decode);
            } else {
                touch(type);
                calledFromOutside(type);
            }
        }
    }

    private void calledFromOutside(String type) {
        Set<String> selectors = hierarchy.callableFromOutside(type);
        for (ClassFacts above : hierarchy.ownUpwards(type)) {
            for (String selector : above.selectors()) {
                if (above.isOverridable(selector) && selectors.contains(selector)) {
                    above.method(selector).ifPresent(facts -> answer(type, facts.key()));
                }
            }
        }
    }

    /// A codec makes such an object, or takes it apart: constructors and accessors run without a call to be seen.
    private void decode(ClassFacts type) {
        create(type.name());
        reachConstructors(type);
        type.components().forEach(component -> {
            String accessor = component.name().stringValue() + "()"
                    + component.descriptor().stringValue();
            if (type.declares(accessor)) {
                type.method(accessor).ifPresent(facts -> reach(facts.key()));
            }
        });
    }

    private void reachConstructors(ClassFacts type) {
        for (String selector : type.selectors()) {
            if (selector.startsWith(MethodKey.CONSTRUCTOR)) {
                type.method(selector).ifPresent(facts -> reach(facts.key()));
            }
        }
    }

    /// The JVM initialises this type, and what it extends.
    private void touch(String type) {
        if (!touched.add(type)) {
            return;
        }
        for (ClassFacts above : hierarchy.ownUpwards(type)) {
            boolean initialised = above.name().equals(type) || !above.isInterface();
            if (initialised) {
                touched.add(above.name());
                initialiser(above).ifPresent(this::reach);
            }
            if (types.add(above.name())) {
                above.supertypes().forEach(this::mention);
                above.uses().forEach(this::use);
            }
        }
    }

    /// A jshell variable's initialiser is a method of the snippet's wrapper.
    private static Optional<MethodKey> initialiser(ClassFacts type) {
        String selector =
                Names.isSnippet(type.name()) ? "do_it$()Ljava/lang/Object;" : MethodKey.STATIC_INITIALISER + "()V";
        return type.method(selector).map(MethodFacts::key);
    }

    /// All of a class that the task says it uses, members included: nobody can see which part of it.
    private void use(String type) {
        Optional<ClassFacts> own = classes.own(type);
        if (own.isEmpty()) {
            mention(type);
            return;
        }
        if (!used.add(type)) {
            return;
        }
        create(type);
        touch(type);
        for (String selector : own.get().selectors()) {
            own.get().method(selector).ifPresent(facts -> reach(facts.key()));
        }
        own.get().memberClasses().forEach(this::use);
    }

    private void mention(String type) {
        switch (classes.find(type)) {
            case KnownClass.InLibrary(Path jar) -> jars.add(jar);
            case KnownClass.InModule(String module, int version) -> modules.put(module, version);
            case KnownClass.Missing() -> missing.add(type);
            case KnownClass.Own _, KnownClass.OfJdk _ -> {}
        }
    }
}
