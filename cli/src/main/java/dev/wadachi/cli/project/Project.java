package dev.wadachi.cli.project;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A folder that holds pipelines, or their results.
///
/// @param root the folder that paths resolve against, absolute
/// @param layout where the sources are
/// @param configuration what `wadachi.toml` says
public record Project(Path root, Layout layout, Configuration configuration) {

    /// The folder of Wadachi's own in a project.
    public static final String STATE = ".wadachi";

    private static final Path MAVEN_SOURCES = Path.of("src", "main", "java");
    private static final String POM = "pom.xml";

    /// The project that `folder` lies in: the nearest folder upwards with a `wadachi.toml`, a `pom.xml`, a
    /// `src/main/java`, or results.
    ///
    /// @param environment the variables that `wadachi.toml` may name
    /// @throws ProjectProblem if there is none, or its `wadachi.toml` is wrong
    public static Project find(Path folder, Map<String, String> environment) {
        return search(folder, environment)
                .orElseThrow(() ->
                        new ProjectProblem(nothingIn(folder.toAbsolutePath().normalize())));
    }

    /// The same, or nothing.
    ///
    /// @throws ProjectProblem if its `wadachi.toml` is wrong
    public static Optional<Project> search(Path folder, Map<String, String> environment) {
        return Ancestors.of(folder.toAbsolutePath().normalize())
                .filter(Project::isMarked)
                .findFirst()
                .map(root -> in(root, environment));
    }

    /// A folder outside of all projects, from which results are read that lie elsewhere.
    public static Project outside(Path folder) {
        return new Project(folder.toAbsolutePath().normalize(), new Layout.Outside(), Configuration.NONE);
    }

    /// The project of a single source file; its root is the file's folder.
    ///
    /// @throws ProjectProblem if there is no such file
    public static Project ofFile(Path file, Map<String, String> environment) {
        Path absolute = file.toAbsolutePath().normalize();
        Path root = absolute.getParent();
        if (root == null || !Files.isRegularFile(absolute)) {
            throw new ProjectProblem("there is no file " + absolute + JavaFiles.among(root));
        }
        return new Project(root, new Layout.SingleFile(absolute), Configuration.of(root, environment));
    }

    /// The same under a profile of its `wadachi.toml`.
    ///
    /// @throws ProjectProblem if there is no such profile, or it lacks something here
    public Project under(String profile) {
        return new Project(root, layout, configuration.under(profile));
    }

    /// What it is called: of several projects on one store, each sees its own results. Nothing outside of all projects.
    public Optional<String> name() {
        return layout instanceof Layout.Outside ? Optional.empty() : Optional.of(ownName());
    }

    private String ownName() {
        Path folder = root.getFileName();
        return configuration.project().orElse(folder == null ? "root" : folder.toString());
    }

    /// Where results are: the flag, then the variable `WADACHI_STORE`, then `wadachi.toml`, then `.wadachi`.
    /// A flag or variable resolves against the current folder, the file's entry against the project. Who names a folder
    /// by flag or variable means that folder alone; otherwise the team's store that `wadachi.toml` names lies beside.
    public Stores stores(Optional<String> flag, Map<String, String> environment) {
        Optional<String> named = flag.or(
                () -> Optional.ofNullable(environment.get("WADACHI_STORE")).filter(text -> !text.isBlank()));
        if (named.isPresent()) {
            return Stores.named(named.get(), configuration.remote(), environment);
        }
        Path folder = configuration
                .store()
                .map(text -> root.resolve(text).normalize())
                .orElse(root.resolve(STATE));
        return Stores.beside(folder, configuration.remote(), environment);
    }

    /// Whether there is anything to compile.
    public boolean hasSources() {
        return switch (layout) {
            case Layout.SingleFile _, Layout.SourceFolder _, Layout.Maven _ -> true;
            case Layout.ResultsOnly _, Layout.Outside _ -> false;
        };
    }

    /// The project's classes, compiled anew if a source or a library changed.
    ///
    /// Safe for several processes at once: each sees either an older or a newer whole.
    ///
    /// @throws CompileFailed if the sources do not compile
    /// @throws ProjectProblem if there is nothing to compile
    public CompiledProject compile() {
        return switch (layout) {
            case Layout.SingleFile(Path file) -> new Compilation(root).ofFile(file, LibraryFolder.of(root));
            case Layout.SourceFolder(Path sources) -> new Compilation(root).of(sources, LibraryFolder.of(root));
            case Layout.Maven(Path pom, Path sources) -> new MavenCompilation(root, pom, sources).run();
            case Layout.ResultsOnly _, Layout.Outside _ -> throw new ProjectProblem(nothingIn(root));
        };
    }

    /// A folder with the classes that have no package, compiled into a package as if their sources declared it; empty
    /// if there are none.
    ///
    /// @param classes the project's, compiled as they are
    public Optional<Path> compileInto(String packageName, CompiledProject classes) {
        List<Path> candidates = switch (layout) {
            case Layout.SingleFile(Path file) -> List.of(file);
            case Layout.SourceFolder(Path sources) -> JavaFiles.in(sources);
            case Layout.Maven(Path _, Path sources) -> JavaFiles.in(sources);
            case Layout.ResultsOnly _, Layout.Outside _ -> List.of();
        };
        List<Path> files =
                candidates.stream().filter(file -> !JavaFiles.hasPackage(file)).toList();
        return files.isEmpty()
                ? Optional.empty()
                : Optional.of(new Compilation(root).into(packageName, files, classes));
    }

    /// What the doc comments say about pipelines and tasks.
    public SourceDocs docs(List<Catalog.Entry> entries) {
        return SourceDocs.of(entries.stream()
                .flatMap(entry -> source(entry).stream())
                .distinct()
                .toList());
    }

    private Optional<Path> source(Catalog.Entry entry) {
        int name = entry.className().lastIndexOf('.') + 1;
        Path inPackage = Path.of(entry.className().substring(0, name).replace('.', '/'), entry.source());
        Optional<Path> source = switch (layout) {
            case Layout.SingleFile(Path file) -> Optional.of(file);
            case Layout.SourceFolder(Path sources) -> Optional.of(sources.resolve(inPackage));
            case Layout.Maven(Path _, Path sources) -> Optional.of(sources.resolve(inPackage));
            case Layout.ResultsOnly _, Layout.Outside _ -> Optional.empty();
        };
        return source.filter(Files::isRegularFile);
    }

    private static boolean isMarked(Path folder) {
        return Stream.of(Path.of(Configuration.FILE), Path.of(POM), MAVEN_SOURCES, Path.of(STATE))
                .anyMatch(marker -> Files.exists(folder.resolve(marker)));
    }

    private static Project in(Path root, Map<String, String> environment) {
        Configuration configuration = Configuration.of(root, environment);
        return new Project(root, layout(root, configuration), configuration);
    }

    private static Layout layout(Path root, Configuration configuration) {
        Optional<Path> configured =
                configuration.sources().map(text -> root.resolve(text).normalize());
        configured.filter(sources -> !Files.isDirectory(sources)).ifPresent(sources -> {
            throw new ProjectProblem(root.resolve(Configuration.FILE) + " says sources = \""
                    + configuration.sources().orElseThrow() + "\", but there is no folder " + sources);
        });
        Path sources = configured.orElse(root.resolve(MAVEN_SOURCES));
        Path pom = root.resolve(POM);
        if (Files.isRegularFile(pom)) {
            return new Layout.Maven(pom, sources);
        }
        if (Files.isDirectory(sources)) {
            return new Layout.SourceFolder(sources);
        }
        // A wadachi.toml beside plain .java files makes the folder itself the source root.
        return Files.exists(root.resolve(Configuration.FILE))
                ? new Layout.SourceFolder(root)
                : new Layout.ResultsOnly();
    }

    private static String nothingIn(Path folder) {
        return "there is no project in " + folder + " or above it: no " + Configuration.FILE + ", no " + POM + ", no "
                + MAVEN_SOURCES + JavaFiles.among(folder);
    }
}
