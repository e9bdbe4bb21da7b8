package dev.wadachi.engine;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonException;
import dev.wadachi.json.JsonObject;
import dev.wadachi.store.ProcessIdentity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Who holds what on this host, and who waits for it: all users' processes, each as it last said.
///
/// @param cores of the host, as this process sees it
/// @param memory bytes of the host
/// @param gpus how many graphics processors there are
/// @param occupants who runs or waits, those that run first, then by how long
public record HostUse(int cores, long memory, int gpus, List<Occupant> occupants) {

    /// Sorts.
    public HostUse {
        occupants = occupants.stream()
                .sorted(Comparator.comparing(Occupant::state)
                        .thenComparing(Occupant::since)
                        .thenComparing(Occupant::task))
                .toList();
    }

    /// As it is now. A body is seen after half a second; shorter ones come and go unseen.
    public static HostUse now() {
        Capacity machine = Capacity.ofMachine();
        try {
            return new HostUse(machine.cores(), machine.memory(), machine.gpus(), occupants(HostFolder.open()));
        } catch (IOException e) {
            throw new UncheckedIOException("the folder that this host's processes share cannot be read", e);
        }
    }

    private static List<Occupant> occupants(HostFolder folder) throws IOException {
        List<Occupant> occupants = new ArrayList<>();
        try (DirectoryStream<Path> notices = Files.newDirectoryStream(folder.path(), "*" + HostNotice.ENDING)) {
            for (Path notice : notices) {
                read(notice).forEach(occupants::add);
            }
        }
        return occupants;
    }

    private static Stream<Occupant> read(Path notice) {
        String name = notice.getFileName().toString();
        boolean isGone = ProcessIdentity.parse(name.substring(0, name.length() - HostNotice.ENDING.length()))
                .map(ProcessIdentity::isGone)
                .orElse(true);
        try {
            if (isGone) {
                Files.deleteIfExists(notice);
                return Stream.empty();
            }
            JsonArray said = Json.parse(Files.readAllBytes(notice)).asArray();
            return said.elements().stream().map(json -> Occupant.of(json.asObject()));
        } catch (IOException | JsonException | IllegalArgumentException removedOrNotOursToRemove) {
            return Stream.empty();
        }
    }

    /// How many cores bodies run on.
    public int coresHeld() {
        return held().mapToInt(Occupant::cores).sum();
    }

    /// How many bytes bodies have claimed.
    public long memoryHeld() {
        return having().mapToLong(Occupant::memory).sum();
    }

    /// How many graphics processors bodies have claimed.
    public int gpusHeld() {
        return having().mapToInt(Occupant::gpus).sum();
    }

    private Stream<Occupant> held() {
        return occupants.stream().filter(occupant -> occupant.state() == Occupant.State.RUNS);
    }

    private Stream<Occupant> having() {
        return occupants.stream().filter(occupant -> occupant.state() != Occupant.State.WAITS);
    }

    /// As JSON.
    public JsonObject json() {
        return JsonObject.builder()
                .put("cores", cores)
                .put("memory", memory)
                .put("gpus", gpus)
                .put(
                        "occupants",
                        new JsonArray(
                                occupants.stream().<Json>map(Occupant::json).toList()))
                .build();
    }
}
