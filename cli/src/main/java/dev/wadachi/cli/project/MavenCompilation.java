package dev.wadachi.cli.project;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.Hasher;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Compiles a Maven project: in this process where that gives the same classes, else by Maven.
final class MavenCompilation {

    /// More sources than this take longer to compile whole than Maven takes to compile what changed.
    private static final int MOST_SOURCES = 2_000;

    private final Path root;
    private final Path pom;
    private final Path sources;

    MavenCompilation(Path root, Path pom, Path sources) {
        this.root = root;
        this.pom = pom;
        this.sources = sources;
    }

    CompiledProject run() {
        if (!Files.isDirectory(sources)) {
            throw new ProjectProblem(pom + " is there, but no sources: there is no folder " + sources
                    + "\nIf this is a project of several modules, go to the folder of the one with the pipelines.");
        }
        Pom read = Pom.read(pom);
        keepGitAway();
        List<Path> libraries = MavenLibraries.of(root, pom, read);
        List<Path> files = JavaFiles.below(sources);
        if (read.hasProcessors() || files.size() > MOST_SOURCES) {
            return byMaven(read, files, libraries);
        }
        return new Compilation(root).of(sources, libraries);
    }

    /// What Maven says of the project, and when it last compiled it, is written down before any class is.
    private void keepGitAway() {
        try {
            ClassesFolder.make(ClassesFolder.of(root));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a folder for what is known of " + root, e);
        }
    }

    /// Maven keeps its own account of what is stale; it is called when the sources or poms are not those of last time.
    private CompiledProject byMaven(Pom read, List<Path> files, List<Path> libraries) {
        Path state = ClassesFolder.of(root);
        Path stamp = state.resolve("maven.stamp");
        Path target = root.resolve("target").resolve("classes");
        Hasher hasher = Hasher.create().digest(read.digest());
        SourceIndex.open(state.resolve("sources.index"))
                .digests(root, files)
                .forEach((name, digest) -> hasher.text(name).digest(digest));
        Digest now = hasher.finish();
        if (!Files.isDirectory(target) || !isStamped(stamp, now)) {
            BuildTool.Result result = BuildTool.of(root).run(List.of("-f", pom.toString(), "compile"));
            if (!result.succeeded()) {
                throw new CompileFailed(result.output().stripTrailing());
            }
            AtomicFiles.write(stamp, now.hex());
        }
        List<Path> own = new ArrayList<>(List.of(target));
        return new CompiledProject(root, own, libraries);
    }

    private static boolean isStamped(Path stamp, Digest digest) {
        try {
            return Files.exists(stamp) && Files.readString(stamp).equals(digest.hex());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + stamp, e);
        }
    }
}
