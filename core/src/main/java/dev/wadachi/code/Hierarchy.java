package dev.wadachi.code;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who extends whom, and which method answers a call (JVM Specification, 5.4.3 and 5.4.6). Not thread-safe.
final class Hierarchy {

    private static final String TASK = "dev/wadachi/task/Task";
    private static final String SOURCE = "dev/wadachi/task/Source";

    private final Classes classes;
    private final ClassLoader loader;
    private final Map<String, List<String>> above = new HashMap<>();
    private final Map<String, List<ClassFacts>> ownAbove = new HashMap<>();
    private final Map<String, Set<String>> outsideSelectors = new HashMap<>();

    Hierarchy(Classes classes, ClassLoader loader) {
        this.classes = classes;
        this.loader = loader;
    }

    /// The type itself and everything above it as far as own code, libraries and Wadachi go; nearer ones first.
    List<String> upwards(String type) {
        List<String> known = above.get(type);
        if (known == null) {
            known = walkUp(type);
            above.put(type, known);
        }
        return known;
    }

    private List<String> walkUp(String type) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> ahead = new ArrayDeque<>(List.of(type));
        while (!ahead.isEmpty()) {
            String next = ahead.remove();
            if (seen.add(next)) {
                classes.facts(next).ifPresent(facts -> ahead.addAll(facts.supertypes()));
            }
        }
        return List.copyOf(seen);
    }

    /// The same, own code only.
    List<ClassFacts> ownUpwards(String type) {
        List<ClassFacts> known = ownAbove.get(type);
        if (known == null) {
            known = upwards(type).stream()
                    .flatMap(name -> classes.own(name).stream())
                    .toList();
            ownAbove.put(type, known);
        }
        return known;
    }

    boolean isTask(String type) {
        return upwards(type).contains(TASK);
    }

    /// Whether this is one of the two interfaces by which tasks are known: calls of their methods can be followed to
    /// the tasks at hand, although they are not own code.
    static boolean isKindOfTask(String type) {
        return type.equals(TASK) || type.equals(SOURCE);
    }

    /// The types above (and with) this one to whose calls an object of it may answer: own ones, and the kinds of tasks.
    List<String> answeringFor(String type) {
        return upwards(type).stream()
                .filter(name -> isKindOfTask(name) || classes.own(name).isPresent())
                .toList();
    }

    /// The class that declares a static field, if that is own code.
    Optional<ClassFacts> declaring(String type, String staticField) {
        return ownUpwards(type).stream()
                .filter(facts -> facts.declaresStaticField(staticField))
                .findFirst();
    }

    /// The own method that a call names, in its class or above it; it may be abstract.
    Optional<MethodKey> resolve(MethodKey call) {
        return inSuperclasses(call.owner(), call.selector())
                .or(() -> inInterfaces(call.owner(), call.selector()).stream().findFirst())
                .map(call::in);
    }

    /// The own methods with code that answer a virtual call on an object of this class: one, as a rule.
    List<MethodKey> select(String type, MethodKey call) {
        Optional<String> declared = inSuperclasses(type, call.selector());
        Collection<String> owners =
                declared.isPresent() ? List.of(declared.get()) : inInterfaces(type, call.selector());
        return owners.stream()
                .filter(owner -> classes.own(owner).orElseThrow().hasCode(call.selector()))
                .map(call::in)
                .toList();
    }

    private Optional<String> inSuperclasses(String type, String selector) {
        Optional<ClassFacts> at = classes.own(type);
        while (at.isPresent()) {
            if (at.get().declares(selector)) {
                return Optional.of(at.get().name());
            }
            at = at.get().superclass().flatMap(classes::own);
        }
        return Optional.empty();
    }

    /// The most specific interfaces that declare it: those that no other one of them extends.
    private List<String> inInterfaces(String type, String selector) {
        List<String> declaring = ownUpwards(type).stream()
                .filter(facts -> facts.isInterface() && facts.declares(selector))
                .map(ClassFacts::name)
                .toList();
        if (declaring.size() < 2) {
            return declaring;
        }
        return declaring.stream()
                .filter(one -> declaring.stream()
                        .noneMatch(other -> !other.equals(one) && upwards(other).contains(one)))
                .toList();
    }

    /// What code outside may call on such an object: the selectors of all overridable methods that its supertypes in
    /// libraries, in Wadachi and in the JDK declare.
    Set<String> callableFromOutside(String type) {
        Set<String> selectors = new LinkedHashSet<>(outside("java/lang/Object"));
        for (String name : upwards(type)) {
            if (!(classes.find(name) instanceof KnownClass.Own)) {
                selectors.addAll(outside(name));
            }
        }
        return selectors;
    }

    private Set<String> outside(String type) {
        Set<String> known = outsideSelectors.get(type);
        if (known == null) {
            known = classes.find(type) instanceof KnownClass.OfJdk ? ofJdk(type) : ofLibrary(type);
            outsideSelectors.put(type, known);
        }
        return known;
    }

    private Set<String> ofLibrary(String type) {
        Set<String> selectors = new LinkedHashSet<>();
        classes.facts(type)
                .ifPresent(facts -> facts.methods().stream()
                        .map(MethodKey::selector)
                        .filter(facts::isOverridable)
                        .forEach(selectors::add));
        return selectors;
    }

    /// The JDK's classes are in this process anyway, and asking them is faster than reading their files.
    private Set<String> ofJdk(String type) {
        Set<String> selectors = new LinkedHashSet<>();
        Deque<Class<?>> ahead = new ArrayDeque<>();
        try {
            ahead.add(Class.forName(type.replace('/', '.'), false, loader));
        } catch (ClassNotFoundException | LinkageError e) {
            return selectors;
        }
        while (!ahead.isEmpty()) {
            Class<?> next = ahead.remove();
            for (Method method : next.getDeclaredMethods()) {
                if (!Modifier.isStatic(method.getModifiers()) && !Modifier.isPrivate(method.getModifiers())) {
                    selectors.add(method.getName() + descriptor(method));
                }
            }
            ahead.addAll(List.of(next.getInterfaces()));
            if (next.getSuperclass() != null) {
                ahead.add(next.getSuperclass());
            }
        }
        return selectors;
    }

    private static String descriptor(Method method) {
        StringBuilder descriptor = new StringBuilder("(");
        for (Class<?> parameter : method.getParameterTypes()) {
            descriptor.append(parameter.descriptorString());
        }
        return descriptor
                .append(')')
                .append(method.getReturnType().descriptorString())
                .toString();
    }

    /// The members of sealed types: the type itself, and what it permits, and what that permits.
    List<ClassFacts> withPermitted(String type) {
        Set<String> seen = new LinkedHashSet<>();
        Deque<String> ahead = new ArrayDeque<>(List.of(type));
        while (!ahead.isEmpty()) {
            String next = ahead.remove();
            if (seen.add(next)) {
                classes.own(next).ifPresent(facts -> ahead.addAll(facts.permitted()));
            }
        }
        List<ClassFacts> all = new ArrayList<>();
        seen.forEach(name -> classes.own(name).ifPresent(all::add));
        return all;
    }
}
