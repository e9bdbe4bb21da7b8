package dev.wadachi.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Collects the suspicious calls of one method's body.
///
/// Some calls are only suspicious together: a stream that goes parallel and adds floating-point numbers. Others are
/// excused by their company: whoever asks for a scratch folder, a checkpoint or a `Folder` reads what the task itself
/// or its upstream wrote.
final class SightingLog {

    private static final String FOLDER = "dev/wadachi/task/Folder";
    private static final String CONTEXT = "dev/wadachi/task/Context";

    private final List<Sighting> sightings = new ArrayList<>();
    private Optional<Sighting> parallel = Optional.empty();
    private boolean addsFloatingPoint;
    private boolean hasFilesOfItsOwn;

    /// Whether a call says anything here.
    static boolean concerns(MethodKey call) {
        return call.owner().startsWith("java/")
                ? Suspicions.of(call).isPresent() || Suspicions.goesParallel(call) || Suspicions.addsFloatingPoint(call)
                : ownsFiles(call);
    }

    void see(MethodKey call, int line) {
        if (call.owner().startsWith("java/")) {
            Suspicions.of(call).ifPresent(kind -> see(kind, Suspicions.spelled(call), line));
            addsFloatingPoint |= Suspicions.addsFloatingPoint(call);
            if (parallel.isEmpty() && Suspicions.goesParallel(call)) {
                parallel =
                        Optional.of(new Sighting(Warning.Kind.PARALLEL_FLOATING_POINT, Suspicions.spelled(call), line));
            }
        } else {
            hasFilesOfItsOwn |= ownsFiles(call);
        }
    }

    private static boolean ownsFiles(MethodKey call) {
        return call.owner().equals(FOLDER)
                || (call.owner().equals(CONTEXT)
                        && (call.name().equals("scratch") || call.name().equals("checkpoint")));
    }

    void see(Warning.Kind kind, String call, int line) {
        sightings.add(new Sighting(kind, call, line));
    }

    List<Sighting> sightings() {
        List<Sighting> all = new ArrayList<>(sightings);
        if (addsFloatingPoint) {
            parallel.ifPresent(all::add);
        }
        if (hasFilesOfItsOwn) {
            all.removeIf(sighting -> sighting.kind() == Warning.Kind.FILE);
        }
        return List.copyOf(all);
    }
}
