package dev.wadachi.cli.handover;

import dev.wadachi.cli.project.Pom;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Looks at what builds the project anywhere: exact versions, a lock, continuous integration, an image.
final class Build {

    private static final String POM = "pom.xml";
    private static final String LOCK = ".mvn/checksums/checksums.sha256";
    private static final String WRITE_LOCK =
            "./mvnw verify -Daether.artifactResolver.postProcessor.trustedChecksums.record=true";
    private static final List<String> INTEGRATIONS = List.of(
            ".github/workflows",
            ".gitlab-ci.yml",
            "Jenkinsfile",
            ".circleci/config.yml",
            "azure-pipelines.yml",
            "bitbucket-pipelines.yml",
            ".buildkite/pipeline.yml");

    private Build() {}

    static List<Lack> lacks(Path root) {
        List<Lack> lacks = new ArrayList<>();
        if (Files.isRegularFile(root.resolve(POM))) {
            versions(root, lacks);
        }
        if (INTEGRATIONS.stream().map(root::resolve).noneMatch(Build::holdsSomething)) {
            lacks.add(new Lack(
                    ".github/workflows",
                    "no continuous integration builds the project",
                    "let one run ./mvnw verify at every push"));
        }
        if (!Files.isRegularFile(root.resolve("Dockerfile"))) {
            lacks.add(new Lack("Dockerfile", "there is none", "write one, or take that of a project of wadachi new"));
        }
        return lacks;
    }

    private static void versions(Path root, List<Lack> lacks) {
        List<Pom.Version> versions = Pom.versions(root.resolve(POM));
        for (Pom.Version version : versions) {
            if (!version.isExact()) {
                lacks.add(new Lack(
                        POM,
                        version.artifact() + " has "
                                + (version.text().isEmpty() ? "no version" : "the version " + version.text()),
                        "write an exact one"));
            }
        }
        Path lock = root.resolve(LOCK);
        if (!Files.isRegularFile(lock)) {
            lacks.add(new Lack(LOCK, "no file has the digests of what the versions resolve to", WRITE_LOCK));
            return;
        }
        String locked = text(lock);
        versions.stream()
                .filter(Pom.Version::isExact)
                .filter(version -> !locked.contains("  " + version.path() + "/"))
                .forEach(version -> lacks.add(new Lack(
                        LOCK, version.artifact() + " " + version.text() + " has no digest there", WRITE_LOCK)));
    }

    private static boolean holdsSomething(Path place) {
        if (!Files.isDirectory(place)) {
            return Files.isRegularFile(place);
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.findAny().isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + place, e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
