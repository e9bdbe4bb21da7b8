package dev.wadachi;

import dev.wadachi.engine.Listener;
import dev.wadachi.store.Remote;
import dev.wadachi.store.StoreOptions;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Which project, which store, and what is outside.
///
/// Immutable; each `with` method answers a changed copy.
///
/// @param project the project's root, against which paths are resolved
/// @param name what the project is called: of several projects on one store, each sees its own results; empty
///     outside of all projects, from where everything is seen and nothing is owned
/// @param store the store's folder
/// @param remote the store that the team shares beside it, or null without one
/// @param resources configured resources by name, such as a `DataSource`
/// @param ownJars jars that count as the project's own code, such as those of its other modules
/// @param ownPackages packages that count as the project's own code wherever they lie
/// @param secrets texts in whose place logs have `***`, such as the passwords of resources
/// @param listener is told what happens in runs whose request names no listener of its own
public record Settings(
        Path project,
        String name,
        Path store,
        @Nullable Remote remote,
        Map<String, Object> resources,
        SortedSet<Path> ownJars,
        SortedSet<String> ownPackages,
        SortedSet<String> secrets,
        Listener listener) {

    /// Keeps unmodifiable copies.
    public Settings {
        resources = Collections.unmodifiableMap(new TreeMap<>(resources));
        ownJars = Collections.unmodifiableSortedSet(new TreeSet<>(ownJars));
        ownPackages = Collections.unmodifiableSortedSet(new TreeSet<>(ownPackages));
        secrets = Collections.unmodifiableSortedSet(new TreeSet<>(secrets));
    }

    /// A project that is called as its folder, with its store in `.wadachi`, and no resources.
    public static Settings of(Path project) {
        return new Settings(
                project,
                nameOf(project),
                project.resolve(".wadachi"),
                null,
                Map.of(),
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeSet<>(),
                Listener.SILENT);
    }

    private static String nameOf(Path project) {
        Path folder = project.toAbsolutePath().normalize().getFileName();
        return folder == null ? "root" : folder.toString();
    }

    /// A store in the project's own folder is its alone: there it sees all, whatever the folder was called before. So
    /// does who stands outside of all projects.
    StoreOptions.Sight sight() {
        Path root = project.toAbsolutePath().normalize();
        boolean seesAll = name.isEmpty()
                || remote == null && store.toAbsolutePath().normalize().startsWith(root);
        return seesAll ? StoreOptions.Sight.ALL : StoreOptions.Sight.OWN;
    }

    /// Another name for the project, which stays when the folder is moved.
    ///
    /// @throws IllegalArgumentException if it is blank
    public Settings withName(String other) {
        if (other.isBlank()) {
            throw new IllegalArgumentException("a project's name must not be blank");
        }
        return new Settings(project, other, store, remote, resources, ownJars, ownPackages, secrets, listener);
    }

    /// No project: the folder is where somebody stands who looks at results that lie elsewhere.
    public Settings outsideOfProjects() {
        return new Settings(project, "", store, remote, resources, ownJars, ownPackages, secrets, listener);
    }

    /// Another store.
    public Settings withStore(Path folder) {
        return new Settings(project, name, folder, remote, resources, ownJars, ownPackages, secrets, listener);
    }

    /// The store that the team shares: what is not in the own one is read from there.
    public Settings withRemote(Remote shared) {
        return new Settings(project, name, store, shared, resources, ownJars, ownPackages, secrets, listener);
    }

    /// The store that the team shares, if there is one.
    public Optional<Remote> shared() {
        return Optional.ofNullable(remote);
    }

    /// One more resource.
    public Settings withResource(String resourceName, Object resource) {
        Map<String, Object> more = new TreeMap<>(resources);
        more.put(resourceName, resource);
        return new Settings(project, name, store, remote, more, ownJars, ownPackages, secrets, listener);
    }

    /// One more jar of the project's own.
    public Settings withOwnJar(Path jar) {
        SortedSet<Path> more = new TreeSet<>(ownJars);
        more.add(jar);
        return new Settings(project, name, store, remote, resources, more, ownPackages, secrets, listener);
    }

    /// One more package of the project's own.
    public Settings withOwnPackage(String packageName) {
        SortedSet<String> more = new TreeSet<>(ownPackages);
        more.add(packageName);
        return new Settings(project, name, store, remote, resources, ownJars, more, secrets, listener);
    }

    /// One more text that stays out of the logs of tasks. One shorter than four characters does not: it would be
    /// everywhere.
    public Settings withSecret(String text) {
        SortedSet<String> more = new TreeSet<>(secrets);
        more.add(text);
        return new Settings(project, name, store, remote, resources, ownJars, ownPackages, more, listener);
    }

    /// Somebody who is told what happens in every run whose request names no listener of its own.
    public Settings withListener(Listener everyRun) {
        return new Settings(project, name, store, remote, resources, ownJars, ownPackages, secrets, everyRun);
    }

    /// Everything but the secrets' own texts and the resources, which may hold them.
    @Override
    public String toString() {
        return "Settings[project=" + project + ", name=" + name + ", store=" + store + ", remote=" + remote
                + ", resources=" + resources.keySet() + ", ownJars=" + ownJars + ", ownPackages=" + ownPackages + "]";
    }
}
