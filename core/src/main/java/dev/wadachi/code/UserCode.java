package dev.wadachi.code;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/// Says which classes are the user's own, so that their bytecode counts method by method.
///
/// Class folders, compiled single files and jshell snippets always are. Jars are libraries, counted by their whole
/// content, unless they or a package in them are named here. Immutable.
///
/// @param jars jars that count as own code: those of the same reactor
/// @param packages packages that count as own code wherever they lie, with their sub-packages: `shop.pricing`
public record UserCode(SortedSet<Path> jars, SortedSet<String> packages) {

    public UserCode {
        SortedSet<Path> absolute = new TreeSet<>();
        jars.forEach(jar -> absolute.add(normalised(jar)));
        jars = Collections.unmodifiableSortedSet(absolute);
        packages = Collections.unmodifiableSortedSet(new TreeSet<>(packages));
    }

    /// Class folders and classes in memory; no jar.
    public static UserCode classFolders() {
        return new UserCode(new TreeSet<>(), new TreeSet<>());
    }

    /// The same, and these jars.
    public UserCode withJars(Collection<Path> more) {
        SortedSet<Path> all = new TreeSet<>(jars);
        all.addAll(more);
        return new UserCode(all, packages);
    }

    /// The same, and these packages with their sub-packages.
    public UserCode withPackages(Collection<String> more) {
        SortedSet<String> all = new TreeSet<>(packages);
        all.addAll(more);
        return new UserCode(jars, all);
    }

    boolean ownsJar(Path jar) {
        return jars.contains(normalised(jar));
    }

    boolean ownsClass(String internalName) {
        String name = internalName.replace('/', '.');
        return packages.stream().anyMatch(own -> name.startsWith(own + "."));
    }

    private static Path normalised(Path jar) {
        return jar.toAbsolutePath().normalize();
    }
}
