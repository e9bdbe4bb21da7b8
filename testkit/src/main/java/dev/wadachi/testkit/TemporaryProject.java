package dev.wadachi.testkit;

import dev.wadachi.Settings;
import dev.wadachi.Wadachi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A project with a store of its own in a temporary folder: the real engine on real files, for tests of pipelines.
///
/// ```java
/// try (var project = TemporaryProject.make().write("data/sales.csv", "week,units\n1,7\n");
///         var wadachi = project.open()) {
///     Report report = wadachi.run(Request.of(new Demand(week).evaluate()));
///     assertThat(Outcomes.of(report)).hasToString("ran Evaluate, Features, Sales, Train");
/// }
/// ```
///
/// Opening it again finds what ran before, as another process would. Closing removes it all.
public final class TemporaryProject implements AutoCloseable {

    private final TemporaryFolders folders = new TemporaryFolders();
    private final Path root = folders.make("project");

    private TemporaryProject() {}

    /// An empty project.
    public static TemporaryProject make() {
        return new TemporaryProject();
    }

    /// The project's root, against which its tasks' paths resolve.
    public Path root() {
        return root;
    }

    /// This project, with a text file at a path below its root.
    ///
    /// @throws IllegalArgumentException where the path leads out of the project
    public TemporaryProject write(String path, String text) {
        Path file = root.resolve(path).normalize();
        if (!file.startsWith(root)) {
            throw new IllegalArgumentException("The path '" + path + "' leads out of the project.");
        }
        try {
            Path parent = file.getParent();
            Files.createDirectories(parent == null ? root : parent);
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " cannot be written", e);
        }
    }

    /// The front door to the project; close it before the project.
    public Wadachi open() {
        return Wadachi.open(settings());
    }

    /// What [#open()] opens, for tests that add resources first.
    public Settings settings() {
        return Settings.of(root);
    }

    @Override
    public void close() {
        folders.close();
    }
}
