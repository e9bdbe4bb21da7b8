package dev.wadachi.cli.project;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// The libraries that a Maven project brings beyond Wadachi's: asked of Maven once for each content of its poms.
final class MavenLibraries {

    private MavenLibraries() {}

    static List<Path> of(Path root, Path pom, Pom read) {
        if (read.dependencies().stream().allMatch(Distribution::brings)) {
            return List.of();
        }
        Path kept = ClassesFolder.of(root).resolve("libraries-" + read.digest().shortHex() + ".txt");
        List<Path> known = read(kept);
        if (!known.isEmpty() && known.stream().allMatch(Files::exists)) {
            return known;
        }
        ask(root, pom, kept);
        return read(kept);
    }

    private static void ask(Path root, Path pom, Path into) {
        try {
            Files.createDirectories(into.getParent());
            Path fresh = Files.createTempFile(into.getParent(), ".new-", ".tmp");
            BuildTool.Result result = BuildTool.of(root)
                    .run(List.of(
                            "-f",
                            pom.toString(),
                            "dependency:build-classpath",
                            "-DincludeScope=runtime",
                            "-Dmdep.outputFile=" + fresh));
            if (!result.succeeded()) {
                Files.deleteIfExists(fresh);
                throw new ProjectProblem("Maven cannot say which libraries " + pom + " needs:\n"
                        + result.output().stripTrailing());
            }
            // Wadachi's own come first on the class path anyway; only others are written down.
            AtomicFiles.write(into, Files.readString(fresh).strip());
            Files.deleteIfExists(fresh);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep the project's class path in " + into, e);
        }
    }

    private static List<Path> read(Path kept) {
        try {
            return Files.exists(kept)
                    ? Arrays.stream(Files.readString(kept).split(File.pathSeparator, -1))
                            .filter(entry -> !entry.isBlank())
                            .map(Path::of)
                            .filter(entry -> !isOurs(entry))
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + kept, e);
        }
    }

    private static boolean isOurs(Path jar) {
        return jar.toString().replace('\\', '/').contains("/dev/wadachi/");
    }
}
