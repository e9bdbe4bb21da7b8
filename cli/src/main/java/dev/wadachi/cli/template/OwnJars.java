package dev.wadachi.cli.template;

import dev.wadachi.cli.project.Distribution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Where the jar of a module of ours lies, or the folder of its classes.
final class OwnJars {

    /// What runs needs no testkit, so its jar lies beside the others and on no class path.
    private static final String BESIDE = "testkit";

    private OwnJars() {}

    static Optional<Path> find(String artifact, Path home) {
        Pattern jar = Pattern.compile(Pattern.quote(artifact) + "-[0-9].*\\.jar");
        String classes = artifact.substring("wadachi-".length()) + "/target/classes";
        return Stream.concat(Distribution.classPath().stream(), beside(home))
                .filter(path -> jar.matcher(path.getFileName().toString()).matches()
                        || path.toString().replace('\\', '/').endsWith(classes))
                .filter(Files::exists)
                .findFirst();
    }

    private static Stream<Path> beside(Path home) {
        Stream<Path> distribution = Distribution.classPath().stream()
                .map(entry -> entry.resolveSibling(BESIDE))
                .distinct();
        return Stream.concat(distribution, Stream.of(home.resolve(BuiltIn.REPOSITORY)))
                .filter(Files::isDirectory)
                .flatMap(OwnJars::files);
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }
}
