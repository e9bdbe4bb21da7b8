package dev.wadachi.code;

import dev.wadachi.digest.Digest;
import java.lang.classfile.Attributes;
import java.lang.classfile.attribute.RecordComponentInfo;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Fills the holes of bodies and gives methods and types their digests. Not thread-safe.
///
/// A method that the compiler made up counts where it is used: the body of a lambda is part of the method around it.
final class Bodies {

    private static final int NAME = 1;
    private static final int BODY = 2;
    private static final int CASES = 3;
    private static final int REPEATED = 4;

    private final Classes classes;
    private final CanonicalNames names;
    private final Map<MethodKey, Digest> digests = new HashMap<>();
    private final Map<String, Renames> renames = new HashMap<>();
    private final Map<String, Digest> types = new HashMap<>();
    private final Map<String, Map<String, Map<Integer, String>>> switchMaps = new HashMap<>();

    Bodies(Classes classes, CanonicalNames names) {
        this.classes = classes;
        this.names = names;
    }

    /// The method's own facts and those of the made-up methods within it.
    List<MethodFacts> parts(MethodKey method) {
        MethodFacts own = facts(method).orElseThrow();
        return own.holes().isEmpty() ? List.of(own) : withMadeUp(method);
    }

    private List<MethodFacts> withMadeUp(MethodKey method) {
        Set<MethodKey> seen = new LinkedHashSet<>();
        Deque<MethodKey> ahead = new ArrayDeque<>(List.of(method));
        while (!ahead.isEmpty()) {
            MethodKey next = ahead.pop();
            if (seen.add(next)) {
                facts(next).ifPresent(facts -> madeUp(facts).reversed().forEach(ahead::push));
            }
        }
        return seen.stream().flatMap(part -> facts(part).stream()).toList();
    }

    private static List<MethodKey> madeUp(MethodFacts facts) {
        return facts.holes().stream()
                .filter(Hole.Body.class::isInstance)
                .map(hole -> ((Hole.Body) hole).method())
                .toList();
    }

    /// Whether somebody wrote it, so that it has a line of its own in the manifest.
    boolean isWritten(MethodKey method) {
        return facts(method).orElseThrow().kind() == MethodFacts.Kind.WRITTEN;
    }

    private Optional<MethodFacts> facts(MethodKey method) {
        return classes.own(method.owner()).flatMap(owner -> owner.method(method.selector()));
    }

    private Optional<MethodFacts> withOldNames(MethodKey method) {
        return classes.own(method.owner()).flatMap(owner -> owner.method(method.selector(), renames(owner)));
    }

    private Renames renames(ClassFacts owner) {
        return renames.computeIfAbsent(owner.name(), _ -> Renames.of(owner.spelledClasses(), names));
    }

    /// The digest of a method's body with everything in it.
    Digest digest(MethodKey method) {
        Digest known = digests.get(method);
        if (known == null) {
            known = fill(method, new HashSet<>());
            digests.put(method, known);
        }
        return known;
    }

    /// Lambdas nest as deep as somebody wrote them, so recursion is safe here; compilers other than javac may tie a
    /// knot.
    private Digest fill(MethodKey method, Set<MethodKey> around) {
        MethodFacts facts = withOldNames(method).orElse(null);
        if (facts == null) {
            return Digest.of(names.of(method));
        }
        if (facts.holes().isEmpty()) {
            return facts.body();
        }
        Encoding filled = new Encoding().digest(facts.body());
        around.add(method);
        for (Hole hole : facts.holes()) {
            switch (hole) {
                case Hole.Name(String text) -> filled.tag(NAME).text(names.in(text));
                case Hole.Body(MethodKey part) when around.contains(part) -> filled.tag(REPEATED);
                case Hole.Body(MethodKey part) -> filled.tag(BODY).digest(fill(part, around));
                case Hole.EnumCases cases -> write(cases, filled.tag(CASES));
            }
        }
        around.remove(method);
        return filled.finish();
    }

    private void write(Hole.EnumCases hole, Encoding filled) {
        Map<Integer, String> constants = constants(hole.mapClass()).getOrDefault(hole.field(), Map.of());
        record NamedCase(String constant, int target) {}
        hole.cases().stream()
                .map(one -> new NamedCase(constants.getOrDefault(one.number(), "#" + one.number()), one.target()))
                .sorted(Comparator.comparing(NamedCase::constant))
                .forEach(one -> filled.text(one.constant()).number(one.target()));
        filled.tag(0);
    }

    private Map<String, Map<Integer, String>> constants(String mapClass) {
        return switchMaps.computeIfAbsent(
                mapClass, name -> classes.own(name).map(ClassFacts::switchMaps).orElse(Map.of()));
    }

    /// The digest of what a type says besides its methods: what it extends and implements, a record's components.
    Digest type(ClassFacts type) {
        return types.computeIfAbsent(type.name(), _ -> {
            Encoding shape = new Encoding().number(type.shapeFlags());
            type.superclass().ifPresent(name -> shape.text(names.of(name)));
            type.interfaces().stream().map(names::of).sorted().forEach(shape::text);
            type.components().forEach(component -> {
                shape.tag(1).text(component.name().stringValue()).text(typeOf(component));
            });
            return shape.finish();
        });
    }

    private String typeOf(RecordComponentInfo component) {
        String type = component
                .findAttribute(Attributes.signature())
                .map(signature -> signature.signature().stringValue())
                .orElse(component.descriptor().stringValue());
        return names.in(type);
    }
}
