package dev.wadachi.store;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/// Where objects wait for a week before they go: `trash/<day>/<name>`, or `trash/<day>/quarantine/<name>` for damaged
/// ones.
final class Trash {

    private static final String QUARANTINE = "quarantine/";
    private static final int MOST_DAYS = 10_000;

    private final Place place;
    private final Notices notices;
    private final Clock clock;

    Trash(Place place, Notices notices, Clock clock) {
        this.place = place;
        this.notices = notices;
        this.clock = clock;
    }

    /// Moves an object away; says `false` if it was no longer there.
    boolean discard(String name) throws IOException {
        return place.move(name, free(name));
    }

    /// Moves a damaged object away, so that it counts as missing from now on.
    void quarantine(String name, String damage) throws IOException {
        String where = free(QUARANTINE + name);
        if (place.move(name, where)) {
            notices.tell(name + " in " + place.describe() + " is damaged (" + damage + "); it was moved to " + where
                    + " and counts as missing");
        }
    }

    /// Brings an object back that was discarded, but not a damaged one.
    boolean restore(String name) throws IOException {
        for (String day : days()) {
            if (place.move("trash/" + day + "/" + name, name)) {
                return true;
            }
        }
        return false;
    }

    /// The days that have trash.
    List<String> days() throws IOException {
        return place.list("trash", MOST_DAYS).stream().sorted().toList();
    }

    /// A name in today's trash at which nothing lies yet.
    private String free(String name) throws IOException {
        String day = "trash/" + LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        String candidate = day + "/" + name;
        for (int again = 2; place.facts(candidate).isPresent(); again++) {
            candidate = day + "." + again + "/" + name;
        }
        return candidate;
    }
}
