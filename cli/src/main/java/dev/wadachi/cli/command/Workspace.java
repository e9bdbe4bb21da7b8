package dev.wadachi.cli.command;

import dev.wadachi.Settings;
import dev.wadachi.Wadachi;
import dev.wadachi.cli.project.Project;
import dev.wadachi.cli.project.Stores;
import dev.wadachi.engine.Listener;
import dev.wadachi.remote.TeamStore;
import dev.wadachi.store.Remote;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A project with its store, as a command works on it.
///
/// @param project the project
/// @param stores the own store, and the team's if there is one
public record Workspace(Project project, Stores stores) {

    /// The project of the current folder, or of a single file.
    public static Workspace of(Surroundings around, Optional<Path> file, StoreOption option) {
        Project project =
                option.settled(file.map(path -> Project.ofFile(around.folder().resolve(path), around.environment()))
                        .orElseGet(() -> Project.find(around.folder(), around.environment())));
        return new Workspace(project, project.stores(option.location(around.folder()), around.environment()));
    }

    /// Results to be read, compiled or not.
    ///
    /// @throws BadInput if nothing was kept yet
    public static Workspace ofResults(Surroundings around, StoreOption option) {
        boolean isNamed = option.location().isPresent() || around.environment().containsKey("WADACHI_STORE");
        Project project = option.settled(Project.search(around.folder(), around.environment())
                .or(() -> isNamed ? Optional.of(Project.outside(around.folder())) : Optional.empty())
                .orElseGet(() -> Project.find(around.folder(), around.environment())));
        Workspace workspace =
                new Workspace(project, project.stores(option.location(around.folder()), around.environment()));
        if (workspace.stores.shared().isEmpty()
                && !Files.exists(workspace.store().resolve("FORMAT"))) {
            throw new BadInput("nothing is kept in " + workspace.store() + " yet: results come with `wadachi run`");
        }
        return workspace;
    }

    /// The folder of the own store.
    public Path store() {
        return stores.folder();
    }

    /// The own store beside the team's. Close it when done.
    ///
    /// @throws BadInput if there is no team's store
    public TeamStore openBoth(Surroundings around) {
        refuseForeign();
        Remote remote = stores.shared()
                .orElseThrow(
                        () -> new BadInput("no store of a team is named: write location = \"s3://bucket/prefix\" below"
                                + " [remote] in wadachi.toml, or give --store s3://bucket/prefix"));
        return TeamStore.open(
                store(), remote, warning -> around.terminal().err().println("warning: " + warning));
    }

    /// The front door. Close it when done.
    ///
    /// @throws BadInput if the store's folder is a file, or holds files that are no store's
    public Wadachi open() {
        return open(project);
    }

    /// The front door. Close it when done.
    ///
    /// @param everyRun is told of every run whose request names nobody else
    /// @throws BadInput as [#open()] does
    public Wadachi open(Listener everyRun) {
        return Wadachi.open(settings(project).withListener(everyRun));
    }

    /// The front door for what another project computed or used. Close it when done.
    ///
    /// @throws BadInput as [#open()] does
    public Wadachi open(Project whose) {
        return Wadachi.open(settings(whose));
    }

    private Settings settings(Project whose) {
        refuseForeign();
        Settings settings = Settings.of(project.root()).withStore(store());
        settings = whose.name().map(settings::withName).orElseGet(settings::outsideOfProjects);
        if (stores.shared().isPresent()) {
            settings = settings.withRemote(stores.shared().get());
        }
        for (Map.Entry<String, Map<String, String>> resource :
                project.configuration().resources().entrySet()) {
            settings = settings.withResource(resource.getKey(), resource.getValue());
        }
        for (String secret : project.configuration().secrets()) {
            settings = settings.withSecret(secret);
        }
        return settings;
    }

    /// A new store is not scattered among files that somebody else put there.
    private void refuseForeign() {
        Path store = store();
        if (!Files.exists(store) || Files.exists(store.resolve("FORMAT"))) {
            return;
        }
        if (!Files.isDirectory(store)) {
            throw new BadInput("the store " + store + " is a file, but a store is a folder: name another (--store)");
        }
        try (Stream<Path> files = Files.list(store)) {
            Optional<Path> foreign = files.filter(Files::isRegularFile)
                    .filter(file -> !file.endsWith(".gitignore"))
                    .findFirst();
            if (foreign.isPresent()) {
                throw new BadInput("the folder " + store + " is no store, and holds other files, such as "
                        + foreign.get().getFileName() + ": name an empty or a new folder (--store)");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the store's folder " + store, e);
        }
    }
}
