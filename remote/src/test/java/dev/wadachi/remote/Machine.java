package dev.wadachi.remote;

import dev.wadachi.Settings;
import dev.wadachi.Wadachi;
import dev.wadachi.engine.Report;
import dev.wadachi.engine.Request;
import dev.wadachi.store.Remote;
import dev.wadachi.store.Sharing;
import dev.wadachi.store.Store;
import dev.wadachi.task.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One machine of a team: a project with a store of its own, and the way to the team's.
///
/// @param root its folder
/// @param remote the team's store, as it reaches it
record Machine(Path root, Remote remote) {

    /// Makes its folder, if it is not there.
    Machine {
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A machine whose requests are given up after a second, and made three times.
    static Machine in(Path folder, String location, String endpoint, Sharing sharing) {
        return new Machine(
                folder,
                Remote.of(location, sharing)
                        .with("endpoint", endpoint)
                        .with("timeout", "2")
                        .with("attempts", "3"));
    }

    Path store() {
        return root.resolve(".wadachi");
    }

    Wadachi open() {
        return Wadachi.open(Settings.of(root).withRemote(remote));
    }

    Report run(Task<?>... goals) {
        try (Wadachi wadachi = open()) {
            return wadachi.run(Request.of(goals));
        }
    }

    /// What is here, without the team's.
    Store alone() {
        return Store.open(store());
    }

    TeamStore team() {
        return team(new ArrayList<>());
    }

    TeamStore team(List<String> said) {
        return TeamStore.open(store(), remote, said::add);
    }

    /// Loses the journal of what the remote holds.
    void forgetWhatIsThere() throws IOException {
        try (Stream<Path> files = Files.walk(store().resolve("remote"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.delete(file);
            }
        }
    }
}
