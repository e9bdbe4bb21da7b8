package dev.wadachi.engine;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.Layout;
import dev.wadachi.store.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What this process tells all others of the host: which bodies run here, with what they hold, and which wait.
///
/// Locks tell that something is held and not by whom, so each process says it in a file beside them. It is written
/// with the engine's pulse and only when something changed: bodies of a millisecond cost nothing. Nothing is decided by
/// it. Thread-safe.
final class HostNotice {

    static final String ENDING = ".json";

    private static final HostNotice OF_PROCESS = new HostNotice();

    private final Map<String, List<Occupant>> byRun = new LinkedHashMap<>();
    private byte[] shown = {};

    private HostNotice() {}

    static HostNotice ofProcess() {
        return OF_PROCESS;
    }

    /// Says how it stands with a run.
    synchronized void show(String run, List<Occupant> occupants) {
        if (!occupants.isEmpty()) {
            byRun.put(run, occupants);
            show();
        } else if (byRun.remove(run) != null) {
            show();
        }
    }

    private void show() {
        List<Json> all = new ArrayList<>();
        byRun.values().forEach(occupants -> occupants.forEach(occupant -> all.add(occupant.json())));
        byte[] notice = new JsonArray(all).bytes(Layout.PRETTY);
        if (Arrays.equals(notice, shown)) {
            return;
        }
        try {
            write(all.isEmpty() ? new byte[0] : notice);
            shown = notice;
        } catch (IOException | RuntimeException unseen) {
            // Nobody may see this process's bodies; they run all the same.
            System.getLogger(HostNotice.class.getName())
                    .log(System.Logger.Level.DEBUG, "cannot say what this process holds", unseen);
        }
    }

    private static void write(byte[] notice) throws IOException {
        HostFolder folder = HostFolder.open();
        Path file = folder.path().resolve(ProcessIdentity.current().text() + ENDING);
        if (notice.length == 0) {
            Files.deleteIfExists(file);
            return;
        }
        Path written = Files.write(file.resolveSibling(file.getFileName() + ".new"), notice);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
