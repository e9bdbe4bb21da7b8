package dev.wadachi.cli.doctor;

import dev.wadachi.Wadachi;
import dev.wadachi.cli.command.BadInput;
import dev.wadachi.cli.command.ExceptionText;
import dev.wadachi.cli.command.Surroundings;
import dev.wadachi.cli.command.Workspace;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.remote.TeamStore;
import dev.wadachi.store.Remote;
import dev.wadachi.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Looks at where results are kept: whether they can be read and written there, room, clock, and the team's store.
final class StoreCheck {

    private static final long LITTLE_ROOM = 5L << 30;
    private static final long NO_ROOM = 200L << 20;

    /// Leases compare nobody's clocks, but people compare the times of runs.
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private StoreCheck() {}

    static List<Finding> of(Workspace workspace, Surroundings around) {
        List<Finding> findings = new ArrayList<>();
        Path store = workspace.store();
        boolean isThere = Files.exists(store.resolve("FORMAT"));
        findings.add(isThere ? form(workspace) : Finding.fine("store", store + ", which the first run makes"));
        Path place = existing(store);
        findings.add(writing(place));
        findings.add(room(place));
        workspace.stores().shared().ifPresent(remote -> findings.add(team(workspace, around, remote, isThere)));
        return findings;
    }

    private static Finding form(Workspace workspace) {
        try (Wadachi wadachi = workspace.open()) {
            long runs = wadachi.store().runs().newestFirst().count();
            return Finding.fine("store", workspace.store() + ", " + Quantity.count(runs, "run"));
        } catch (StoreException | BadInput | UncheckedIOException e) {
            return Finding.wrong(
                    "store", ExceptionText.of(e), "name another folder (--store), or use the Wadachi that wrote it");
        }
    }

    /// A file that is written says two things: that it can be, and what time it is where it lies.
    private static Finding writing(Path place) {
        try {
            Path file = Files.createTempFile(place, ".doctor-", ".tmp");
            Instant there = Files.getLastModifiedTime(file).toInstant();
            Files.delete(file);
            Duration apart = Duration.between(there, Instant.now()).abs();
            return apart.compareTo(CLOSE) < 0
                    ? Finding.fine("clock", "that of " + place + " agrees with this machine's")
                    : Finding.doubtful(
                            "clock",
                            "that of " + place + " is " + apart.toSeconds() + " s apart from this machine's",
                            "let both be set from the network (NTP): the order of runs is told by their times");
        } catch (IOException e) {
            return Finding.wrong(
                    "store",
                    "nothing can be written to " + place + ": " + ExceptionText.of(e),
                    "give this user the right to write there, or name another folder (--store)");
        }
    }

    private static Finding room(Path place) {
        try {
            long free = Files.getFileStore(place).getUsableSpace();
            String said = Quantity.ofBytes(free) + " are free at " + place;
            String mending = "wadachi gc says what can go, and wadachi du what is large";
            return free < NO_ROOM
                    ? Finding.wrong("disk", said, mending)
                    : free < LITTLE_ROOM ? Finding.doubtful("disk", said, mending) : Finding.fine("disk", said);
        } catch (IOException e) {
            return Finding.doubtful("disk", "nobody can say what is free at " + place, "look at the file system");
        }
    }

    private static Finding team(Workspace workspace, Surroundings around, Remote remote, boolean isThere) {
        String mending = "look at [remote] in wadachi.toml, at the network, and at the credentials";
        if (!isThere) {
            return Finding.doubtful(
                    "team's store", remote.location() + " is looked at once the own store is there", "wadachi run");
        }
        try (TeamStore team = workspace.openBoth(around)) {
            team.reach();
            return Finding.fine("team's store", team.describe() + " answers");
        } catch (StoreException | BadInput | UncheckedIOException e) {
            return Finding.wrong("team's store", ExceptionText.of(e), mending);
        }
    }

    private static Path existing(Path folder) {
        return Stream.iterate(folder.toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(Files::isDirectory)
                .findFirst()
                .orElseThrow();
    }
}
