package dev.wadachi.code;

import dev.wadachi.digest.FileState;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ResolvedModule;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Finds the bytes of classes, in the order in which one class loader would.
///
/// The JVM's own class path and plain [URLClassLoader]s are searched directly, which is many times faster than asking
/// the loader for a resource; all other loaders are asked. Roots are opened only when a name was not found before
/// them. Each name is looked up once. Not thread-safe.
final class ClassPath implements AutoCloseable {

    private static final Location IN_JDK = new Location.InJdk();
    private static final Location NOWHERE = new Location.Nowhere();

    private final ClassLoader loader;
    private final boolean transparent;
    private final List<Path> declared;
    private final Deque<Path> unopened;
    private final Map<Path, Root> opened = new LinkedHashMap<>();
    private final Set<Path> absentRoots = new HashSet<>();
    private final Map<String, Location> found = new HashMap<>();

    private ClassPath(ClassLoader loader, boolean transparent, List<Path> declared) {
        this.loader = loader;
        this.transparent = transparent;
        this.declared = declared;
        this.unopened = new ArrayDeque<>(declared);
    }

    static ClassPath of(ClassLoader loader) {
        Deque<ClassLoader> parentFirst = new ArrayDeque<>();
        for (ClassLoader at = loader; at != null; at = at.getParent()) {
            parentFirst.push(at);
        }
        List<Path> roots = new ArrayList<>();
        boolean transparent = true;
        for (ClassLoader at : parentFirst) {
            Optional<List<Path>> searched = roots(at);
            searched.ifPresent(roots::addAll);
            transparent &= searched.isPresent();
        }
        return new ClassPath(loader, transparent, transparent ? List.copyOf(roots) : List.of());
    }

    private static Optional<List<Path>> roots(ClassLoader loader) {
        if (loader == ClassLoader.getPlatformClassLoader()) {
            return Optional.of(List.of());
        }
        if (loader == ClassLoader.getSystemClassLoader()) {
            return loader.getClass().getName().startsWith("jdk.internal.loader.")
                    ? Optional.of(paths(System.getProperty("java.class.path", "")))
                    : Optional.empty();
        }
        return loader.getClass() == URLClassLoader.class
                ? paths(((URLClassLoader) loader).getURLs())
                : Optional.empty();
    }

    private static List<Path> paths(String classPath) {
        List<Path> paths = new ArrayList<>();
        for (String entry : classPath.split(File.pathSeparator, -1)) {
            paths.add(Path.of(entry).toAbsolutePath());
        }
        return paths;
    }

    private static Optional<List<Path>> paths(URL[] urls) {
        List<Path> paths = new ArrayList<>();
        for (URL url : urls) {
            Optional<Path> file = file(url);
            if (file.isEmpty()) {
                return Optional.empty();
            }
            paths.add(file.get());
        }
        return Optional.of(paths);
    }

    /// The file that a URL names; empty if it names none, or is not written as it should be (a bare space).
    private static Optional<Path> file(URL url) {
        try {
            return "file".equals(url.getProtocol()) ? Optional.of(Path.of(url.toURI())) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    ClassLoader loader() {
        return loader;
    }

    /// Whether all classes come from folders and jars that are known here, so that their files alone decide.
    boolean isTransparent() {
        return transparent;
    }

    /// The folders and jars that are searched first, in order.
    List<Path> declared() {
        return declared;
    }

    /// The folders and jars that were opened.
    Collection<Root> roots() {
        return opened.values();
    }

    /// What was to be opened and was not there.
    Collection<Path> absentRoots() {
        return absentRoots;
    }

    /// All names that were looked up, found or not.
    Map<String, Location> found() {
        return found;
    }

    Location find(String internalName) {
        Location known = found.get(internalName);
        if (known == null) {
            known = search(internalName);
            found.put(internalName, known);
        }
        return known;
    }

    private Location search(String internalName) {
        if (Jdk.PACKAGES.contains(packageOf(internalName))) {
            return IN_JDK;
        }
        for (Root root : opened.values()) {
            Optional<Location> location = root.find(internalName);
            if (location.isPresent()) {
                return location.get();
            }
        }
        while (!unopened.isEmpty()) {
            Optional<Location> location = open(unopened.pop()).flatMap(root -> root.find(internalName));
            if (location.isPresent()) {
                return location.get();
            }
        }
        // An agent may have added to the class path, and other loaders have their own ways.
        return ask(internalName);
    }

    private Optional<Root> open(Path path) {
        if (opened.containsKey(path)) {
            return Optional.empty();
        }
        Optional<Root> root = Root.open(path);
        root.ifPresentOrElse(open -> opened.put(path, open), () -> absentRoots.add(path));
        if (root.isPresent() && root.get() instanceof Root.Jar jar) {
            jar.classPath().reversed().forEach(unopened::push);
        }
        return root;
    }

    private Location ask(String internalName) {
        URL url = loader.getResource(internalName + ".class");
        if (url == null) {
            return NOWHERE;
        }
        try {
            return switch (url.getProtocol()) {
                case "jrt" -> IN_JDK;
                case "file" -> inFolder(url);
                case "jar" -> inJar(url);
                default -> new Location.Served(url);
            };
        } catch (IOException e) {
            return NOWHERE;
        }
    }

    private static Location inFolder(URL url) throws IOException {
        Optional<Path> file = file(url);
        return file.isPresent()
                ? new Location.InFolder(file.get(), FileState.of(file.get()))
                : new Location.Served(url);
    }

    /// A jar that is a file is a jar; a jar within a jar is whatever its loader serves.
    private Location inJar(URL url) throws IOException {
        Optional<Path> jar = file(((JarURLConnection) url.openConnection()).getJarFileURL());
        if (jar.isEmpty()) {
            return new Location.Served(url);
        }
        if (!opened.containsKey(jar.get())) {
            Root.open(jar.get()).ifPresent(root -> opened.put(jar.get(), root));
        }
        return new Location.InJar(jar.get());
    }

    /// The bytes of the class file that was found there.
    byte[] read(String internalName, Location location) throws IOException {
        return switch (location) {
            case Location.InFolder folder -> Files.readAllBytes(folder.file());
            case Location.InJar jar -> {
                if (opened.get(jar.jar()) instanceof Root.Jar root) {
                    yield root.read(internalName);
                }
                throw new IOException("the jar is not open any more: " + jar.jar());
            }
            case Location.Served served -> readAll(served.url());
            case Location.InJdk _, Location.Nowhere _ ->
                throw new IOException("there is no class file of " + internalName + " to be read");
        };
    }

    private static byte[] readAll(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        // A cached connection would serve a snippet's former bytes.
        connection.setUseCaches(false);
        try (InputStream in = connection.getInputStream()) {
            return in.readAllBytes();
        }
    }

    private static String packageOf(String internalName) {
        int slash = internalName.lastIndexOf('/');
        return slash < 0 ? "" : internalName.substring(0, slash).replace('/', '.');
    }

    /// Found out only when a class is looked for: a process whose signatures were kept never does.
    private static final class Jdk {

        /// The packages of the modules that come with the JDK; others on the module path are searched like any class.
        static final Set<String> PACKAGES = packages();

        private static Set<String> packages() {
            Set<String> packages = new HashSet<>();
            for (ResolvedModule module : ModuleLayer.boot().configuration().modules()) {
                Optional<URI> location = module.reference().location();
                if (location.isPresent() && "jrt".equals(location.get().getScheme())) {
                    packages.addAll(module.reference().descriptor().packages());
                }
            }
            return packages;
        }
    }

    @Override
    public void close() {
        opened.values().forEach(Root::close);
    }
}
