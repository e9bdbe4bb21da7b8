package dev.wadachi.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;

/// Gives classes names that unrelated edits leave alone: numbered ones, and those that `@Was` renames.
///
/// `Fit$3`, the second anonymous class in `Fit.run(Context)`, is called `Fit.run(dev.wadachi.task.Context)$2`: after
/// the method that declares it, and by its rank there. A local class keeps its own name. Not thread-safe.
final class CanonicalNames {

    private final Classes classes;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, Boolean> renamed = new HashMap<>();
    private final Set<String> underWay = new HashSet<>();

    CanonicalNames(Classes classes) {
        this.classes = classes;
    }

    /// The stable name of a class, with slashes between packages.
    String of(String internalName) {
        if (internalName.startsWith("java/")) {
            return internalName;
        }
        String known = names.get(internalName);
        if (known == null) {
            String plain = Names.withoutSnippetNumbers(internalName);
            known = underWay.add(internalName) ? find(internalName, plain) : plain;
            names.put(internalName, known);
        }
        return known;
    }

    /// Whether `@Was` gives this class, or one around it, another name than the one that code spells. The name of a
    /// numbered class is a matter of its own.
    boolean isRenamed(String internalName) {
        Boolean known = renamed.get(internalName);
        if (known == null) {
            String plain = Names.withoutSnippetNumbers(internalName);
            known = !Names.isNumbered(plain) && !of(internalName).equals(plain);
            renamed.put(internalName, known);
        }
        return known;
    }

    /// The same for a class name or for all class names within a descriptor.
    String in(String text) {
        if (text.indexOf(';') < 0) {
            // A descriptor of primitives alone names no class, unless it is a single letter, which may be one.
            return text.startsWith("(") || text.startsWith("[") ? text : of(text);
        }
        return Renames.CLASS.matcher(text).replaceAll(found -> Matcher.quoteReplacement("L" + of(found.group(1))));
    }

    /// A method's full name, as the manifest has it: `shop.Fit.fit(dev.wadachi.table.Table, shop.Algorithm)`.
    String of(MethodKey method) {
        String owner = of(method.owner()).replace('/', '.');
        if (method.name().equals(MethodKey.STATIC_INITIALISER)) {
            return owner + ".static{}";
        }
        String parameters = String.join(", ", Types.parameters(in(method.descriptor())));
        return owner + "." + method.name() + "(" + parameters + ")";
    }

    private String find(String name, String plain) {
        return Names.isNumbered(plain)
                ? ofNumbered(name)
                : classes.own(name).map(facts -> beforeRename(facts, plain)).orElse(plain);
    }

    /// Its old name in the place where it is now, if it is the only class of that name.
    private String beforeRename(ClassFacts facts, String plain) {
        Optional<String> outer = facts.outerClass();
        int simple = plain.lastIndexOf('/') + 1;
        String place = outer.filter(around -> !Names.isSnippet(around))
                .map(around -> of(around) + "$")
                .orElse(plain.substring(0, simple));
        String now = outer.isPresent() ? facts.innerName() : plain.substring(simple);
        String before = facts.name().substring(0, facts.name().length() - now.length());
        return place
                + facts.was().filter(was -> classes.own(before + was).isEmpty()).orElse(now);
    }

    private String ofNumbered(String name) {
        Optional<ClassFacts> found = classes.own(name);
        if (found.isEmpty()) {
            return Names.withoutSnippetNumbers(name);
        }
        ClassFacts facts = found.get();
        Optional<String> declaring = facts.enclosingClass();
        if (declaring.isEmpty()) {
            return facts.outerClass()
                    .map(outer -> of(outer) + "$" + facts.innerName())
                    .orElse(
                            facts.isSynthetic()
                                    ? of(facts.nestHost()) + "$synthetic"
                                    : Names.withoutSnippetNumbers(name));
        }
        String place = facts.enclosingMethod()
                .map(this::of)
                .orElseGet(() -> of(declaring.get()))
                .replace('.', '/');
        return place + "$" + facts.innerName() + rank(facts);
    }

    /// A local class's name is its own within its method, unless blocks beside each other repeat it.
    private String rank(ClassFacts facts) {
        List<String> alike = new ArrayList<>();
        for (String member :
                classes.facts(facts.nestHost()).map(ClassFacts::nestMembers).orElse(List.of())) {
            if (Names.isNumbered(Names.withoutSnippetNumbers(member))
                    && classes.own(member)
                            .filter(other -> isBeside(facts, other))
                            .isPresent()) {
                alike.add(member);
            }
        }
        alike.sort(CanonicalNames::byNumber);
        int rank = alike.indexOf(facts.name());
        return rank == 0 && !facts.innerName().isEmpty() ? "" : String.valueOf(rank + 1);
    }

    private static boolean isBeside(ClassFacts one, ClassFacts other) {
        return other.enclosingClass().equals(one.enclosingClass())
                && other.enclosingMethod().equals(one.enclosingMethod())
                && other.innerName().equals(one.innerName())
                && !other.isSynthetic();
    }

    /// `Fit$2` before `Fit$10`: shorter first, as they differ in that number alone.
    private static int byNumber(String one, String other) {
        return one.length() != other.length() ? one.length() - other.length() : one.compareTo(other);
    }
}
