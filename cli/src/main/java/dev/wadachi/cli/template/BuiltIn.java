package dev.wadachi.cli.template;

import dev.wadachi.cli.command.BadInput;
import dev.wadachi.digest.Digest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Wadachi's own template: what all projects share, and what one kind begins with.
final class BuiltIn {

    /// Where a project carries Wadachi's modules.
    static final String REPOSITORY = ".mvn/repository/";

    /// Files of a checkout of Wadachi that a project has as they are.
    private static final Set<String> SHARED =
            Set.of("mvnw", "mvnw.cmd", ".mvn/jdk.sh", ".mvn/launch.sh", ".mvn/wrapper/maven-wrapper.properties");

    private static final Set<String> STARTED = Set.of("mvnw", "wadachi");

    /// What a kind says of itself for the pages that all kinds have, such as the README.
    private static final String SAYINGS = "sayings/";

    /// The digests of all files that Maven resolves for a project, apart from Wadachi's own.
    private static final String LOCK = ".mvn/checksums/checksums.sha256";

    private static final String CARRIED = """
            Wadachi is not in a public Maven repository, so the project carries its jars in `.mvn/repository`. Once your own
            repository has them: delete that folder, and name your repository in `pom.xml` under `<repositories>`.""";
    private static final String NAMED = """
            Wadachi comes from the Maven repository that `pom.xml` names under `<repositories>`.""";

    private BuiltIn() {}

    /// All files of a new project.
    ///
    /// @param repository the address of a Maven repository that has Wadachi; nothing for a project that carries it
    /// @param home where Wadachi was unpacked or checked out to
    static List<ProjectFile> files(Answers answers, Optional<String> repository, Path home) {
        Optional<OwnModules> carried =
                repository.isPresent() ? Optional.empty() : Optional.of(OwnModules.of(REPOSITORY, home));
        List<ProjectFile> kind = Resources.below("kinds/" + answers.kind().word() + "/");
        Map<String, String> values = new HashMap<>(Map.of(
                "name", answers.name(),
                "package", answers.packageName(),
                "packagePath", answers.packageName().replace('.', '/'),
                "kind", answers.kind().word(),
                "pipeline", answers.kind().pipeline(),
                "carried", carried.isPresent() ? CARRIED : NAMED,
                "repository", repository.orElse("${project.baseUri}" + REPOSITORY),
                "wadachiVersion", carried.map(OwnModules::version).orElseGet(OwnModules::writtenVersion)));
        kind.stream()
                .filter(file -> file.path().startsWith(SAYINGS))
                .forEach(file -> values.put(saying(file.path()), file.text().stripTrailing()));
        Placeholders placeholders = new Placeholders(values);
        List<ProjectFile> files = new ArrayList<>(Stream.of(
                        Resources.below("common/").stream(),
                        kind.stream().filter(file -> !file.path().startsWith(SAYINGS)))
                .flatMap(each -> each)
                .map(ProjectFile::withHiddenNames)
                .map(placeholders::fill)
                .toList());
        if (!placeholders.problems().isEmpty()) {
            throw new BadInput(String.join("\n", placeholders.problems()));
        }
        Resources.below("checkout/").stream()
                .filter(file -> SHARED.contains(file.path()))
                .forEach(files::add);
        carried.ifPresent(modules -> files.addAll(modules.files()));
        return files.stream()
                .map(file -> STARTED.contains(file.path()) ? file.started() : file)
                .map(file -> file.path().equals(LOCK) && carried.isPresent() ? locked(file, carried.get()) : file)
                .toList();
    }

    /// With the digests of the modules that the project carries, as Maven names them.
    private static ProjectFile locked(ProjectFile lock, OwnModules modules) {
        String own = modules.files().stream()
                .filter(file -> !file.path().endsWith(".sha1"))
                .map(file ->
                        Digest.of(file.content()).hex() + "  " + file.path().substring(REPOSITORY.length()) + "\n")
                .collect(Collectors.joining());
        return lock.with(LOCK, lock.text() + own);
    }

    private static String saying(String path) {
        String name = path.substring(SAYINGS.length());
        return name.substring(0, name.indexOf('.'));
    }
}
