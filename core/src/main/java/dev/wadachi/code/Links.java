package dev.wadachi.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Where own methods and types lead, resolved once for all tasks that come by. Not thread-safe.
final class Links {

    private static final String OBJECT = "java/lang/Object";
    private static final List<MethodKey> OF_OBJECT = List.of(
            new MethodKey(OBJECT, "toString", "()Ljava/lang/String;"),
            new MethodKey(OBJECT, "hashCode", "()I"),
            new MethodKey(OBJECT, "equals", "(Ljava/lang/Object;)Z"));

    private final Classes classes;
    private final Hierarchy hierarchy;
    private final Bodies bodies;
    private final Map<MethodKey, List<Step>> methods = new HashMap<>();
    private final Map<String, Touched> touched = new HashMap<>();
    private final Map<String, List<MethodKey>> open = new HashMap<>();

    /// What it means that the JVM initialises a type.
    ///
    /// @param types it and the own types above it
    /// @param initialised those of them that are initialised with it
    /// @param steps their initialisers, and what they extend outside
    /// @param uses what they name in `@Uses`
    record Touched(List<String> types, List<String> initialised, List<Step> steps, List<String> uses) {}

    Links(Classes classes, Hierarchy hierarchy, Bodies bodies) {
        this.classes = classes;
        this.hierarchy = hierarchy;
        this.bodies = bodies;
    }

    /// Where a method leads, with the made-up methods within it.
    List<Step> of(MethodKey method) {
        List<Step> known = methods.get(method);
        if (known == null) {
            Set<Step> steps = new LinkedHashSet<>();
            for (MethodFacts part : bodies.parts(method)) {
                part.references().forEach(reference -> resolve(reference, steps));
            }
            known = List.copyOf(steps);
            methods.put(method, known);
        }
        return known;
    }

    private void resolve(Reference reference, Set<Step> steps) {
        switch (reference) {
            case Reference.Exact(MethodKey target) -> enter(target, steps);
            case Reference.Virtual(MethodKey target) -> {
                // The method that is named counts even if nothing seems to be created that has it, and so does its
                // type (an enum's ordinals): the object may have come from outside.
                enter(target, steps);
                if (Hierarchy.isKindOfTask(target.owner())) {
                    steps.add(new Step.Dispatch(target));
                } else if (classes.own(target.owner()).isPresent()) {
                    steps.add(new Step.Touch(target.owner()));
                    steps.add(new Step.Dispatch(target));
                }
            }
            case Reference.StaticField(String owner, String name) ->
                hierarchy
                        .declaring(owner, name)
                        .ifPresentOrElse(facts -> steps.add(new Step.Touch(facts.name())), () -> leave(owner, steps));
            case Reference.Created(String type) -> {
                if (classes.own(type).isPresent()) {
                    steps.add(new Step.Create(type));
                } else {
                    leave(type, steps);
                }
            }
            case Reference.Mentioned(String type) -> leave(type, steps);
            case Reference.AskedAbout(String type) -> {
                if (classes.own(type).isPresent()) {
                    steps.add(new Step.Describe(type));
                } else {
                    leave(type, steps);
                }
            }
        }
    }

    private void enter(MethodKey target, Set<Step> steps) {
        Optional<MethodKey> method = hierarchy.resolve(target);
        if (method.isEmpty()) {
            leave(target.owner(), steps);
        } else if (classes.own(method.get().owner()).orElseThrow().hasCode(target.selector())) {
            steps.add(new Step.Enter(method.get()));
        } else {
            steps.add(new Step.Touch(method.get().owner()));
        }
    }

    private void leave(String type, Set<Step> steps) {
        switch (classes.find(type)) {
            case KnownClass.InLibrary _, KnownClass.InModule _, KnownClass.Missing _ -> steps.add(new Step.Leave(type));
            case KnownClass.Own _, KnownClass.OfJdk _ -> {}
        }
    }

    Touched touched(String type) {
        Touched known = touched.get(type);
        if (known == null) {
            known = touch(type);
            touched.put(type, known);
        }
        return known;
    }

    private Touched touch(String type) {
        List<String> types = new ArrayList<>();
        List<String> initialised = new ArrayList<>();
        List<String> uses = new ArrayList<>();
        Set<Step> steps = new LinkedHashSet<>();
        for (ClassFacts above : hierarchy.ownUpwards(type)) {
            types.add(above.name());
            uses.addAll(above.uses());
            above.supertypes().forEach(outside -> leave(outside, steps));
            if (above.name().equals(type) || !above.isInterface()) {
                initialised.add(above.name());
                initialiser(above).ifPresent(method -> steps.add(new Step.Enter(method)));
            }
        }
        return new Touched(types, initialised, List.copyOf(steps), uses);
    }

    /// A jshell variable's initialiser is a method of the snippet's wrapper.
    private static Optional<MethodKey> initialiser(ClassFacts type) {
        MethodKey method = Names.isSnippet(type.name())
                ? new MethodKey(type.name(), Names.SNIPPET_METHOD, "()Ljava/lang/Object;")
                : new MethodKey(type.name(), MethodKey.STATIC_INITIALISER, "()V");
        return type.declares(method.selector()) ? Optional.of(method) : Optional.empty();
    }

    /// The `toString`, `hashCode` and `equals` of such an object that somebody wrote.
    List<MethodKey> writtenFromObject(String type) {
        return OF_OBJECT.stream()
                .map(method -> method.in(type))
                .flatMap(method -> hierarchy.select(type, method).stream())
                .filter(bodies::isWritten)
                .toList();
    }

    /// The own methods of such an object that override what it extends outside, so that code there may call them.
    List<MethodKey> calledFromOutside(String type) {
        List<MethodKey> known = open.get(type);
        if (known == null) {
            Set<String> selectors = hierarchy.callableFromOutside(type);
            Set<MethodKey> called = new LinkedHashSet<>();
            for (ClassFacts above : hierarchy.ownUpwards(type)) {
                for (MethodKey method : above.methods()) {
                    if (selectors.contains(method.selector()) && above.isOverridable(method.selector())) {
                        called.addAll(hierarchy.select(type, method));
                    }
                }
            }
            known = List.copyOf(called);
            open.put(type, known);
        }
        return known;
    }
}
