package dev.wadachi.code;

import dev.wadachi.digest.Digest;
import java.io.IOException;
import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Tells own code from libraries, Wadachi and the JDK, and reads what has to be read. Not thread-safe.
final class Classes {

    private static final String WADACHI = "dev/wadachi/";
    private static final String BEHAVIOUR = "Ldev/wadachi/task/Behaviour;";

    /// The twin in the module `model`, which depends on nothing of ours.
    private static final String BEHAVIOUR_OF_MODEL = "Ldev/wadachi/model/Behaviour;";

    private final ClassPath path;
    private final UserCode userCode;
    private final CodeCache cache;
    private final Map<String, KnownClass> known = new HashMap<>();
    private final Map<String, Optional<ClassFacts>> facts = new HashMap<>();

    Classes(ClassPath path, UserCode userCode, CodeCache cache) {
        this.path = path;
        this.userCode = userCode;
        this.cache = cache;
    }

    KnownClass find(String internalName) {
        KnownClass known = this.known.get(internalName);
        if (known == null) {
            known = classify(internalName, path.find(internalName));
            this.known.put(internalName, known);
        }
        return known;
    }

    /// The facts of own code; empty for everything else.
    Optional<ClassFacts> own(String internalName) {
        return find(internalName) instanceof KnownClass.Own(ClassFacts own) ? Optional.of(own) : Optional.empty();
    }

    /// The facts of any class that is not the JDK's.
    Optional<ClassFacts> facts(String internalName) {
        Optional<ClassFacts> known = facts.get(internalName);
        if (known == null) {
            known = read(internalName, path.find(internalName));
            facts.put(internalName, known);
        }
        return known;
    }

    /// The digest of a class file that was read.
    Optional<Digest> content(String internalName) {
        return facts(internalName).map(ClassFacts::content);
    }

    private KnownClass classify(String name, Location location) {
        return switch (location) {
            case Location.InJdk _ -> new KnownClass.OfJdk();
            case Location.Nowhere _ -> new KnownClass.Missing();
            case Location.InFolder _, Location.Served _ ->
                module(name, location).orElseGet(() -> asOwn(name));
            case Location.InJar jar -> {
                boolean own = userCode.ownsJar(jar.jar()) || userCode.ownsClass(name);
                yield module(name, location).orElseGet(() -> own ? asOwn(name) : new KnownClass.InLibrary(jar.jar()));
            }
        };
    }

    private KnownClass asOwn(String name) {
        return facts(name).<KnownClass>map(KnownClass.Own::new).orElseGet(KnownClass.Missing::new);
    }

    /// A class is Wadachi's own if the package-info beside it declares a behaviour. Tests and examples in packages of
    /// the same name lie elsewhere, and are user code.
    private Optional<KnownClass> module(String name, Location location) {
        if (!name.startsWith(WADACHI)) {
            return Optional.empty();
        }
        String packageInfo = name.substring(0, name.lastIndexOf('/') + 1) + "package-info";
        if (!isBeside(location, path.find(packageInfo))) {
            return Optional.empty();
        }
        return facts(packageInfo)
                .flatMap(info -> info.annotation(BEHAVIOUR).or(() -> info.annotation(BEHAVIOUR_OF_MODEL)))
                .flatMap(Classes::behaviour);
    }

    private static boolean isBeside(Location location, Location packageInfo) {
        return switch (location) {
            case Location.InFolder(var file, var _) ->
                packageInfo instanceof Location.InFolder(var info, var _)
                        && info.equals(file.resolveSibling("package-info.class"));
            case Location.InJar _ -> packageInfo.equals(location);
            case Location.Served _, Location.InJdk _, Location.Nowhere _ -> false;
        };
    }

    private static Optional<KnownClass> behaviour(Annotation annotation) {
        if (ClassFacts.element(annotation, "value").orElse(null) instanceof AnnotationValue.OfString module
                && ClassFacts.element(annotation, "version").orElse(null) instanceof AnnotationValue.OfInt version) {
            return Optional.of(new KnownClass.InModule(module.stringValue(), version.intValue()));
        }
        return Optional.empty();
    }

    private Optional<ClassFacts> read(String name, Location location) {
        return switch (location) {
            case Location.InJdk _, Location.Nowhere _ -> Optional.empty();
            case Location.InFolder _, Location.InJar _, Location.Served _ -> {
                try {
                    ClassFacts facts = cache.facts(location, () -> path.read(name, location));
                    // Where case does not count in file names, `shop/fit` finds `shop/Fit`; the JVM refuses that, too.
                    yield Optional.of(facts).filter(found -> found.name().equals(name));
                } catch (IOException | IllegalArgumentException e) {
                    // Gone since it was found, or no class file: the JVM cannot load it either.
                    yield Optional.empty();
                }
            }
        };
    }
}
