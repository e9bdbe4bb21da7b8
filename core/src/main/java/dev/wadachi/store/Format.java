package dev.wadachi.store;

import dev.wadachi.json.Json;
import dev.wadachi.json.JsonException;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.Layout;
import java.io.IOException;
import java.util.Optional;

/// Which form a store has: the file `FORMAT` says so.
///
/// A reader of form n reads n and n−1, ignores members that it does not know, and refuses what is newer.
final class Format {

    static final int CURRENT = 1;

    private static final String NAME = "FORMAT";

    private Format() {}

    /// Makes sure that this program can read the store, and gives a new one its form.
    ///
    /// @throws StoreException if it cannot
    static void check(Place place) throws IOException {
        byte[] mine = JsonObject.builder().put("format", CURRENT).build().bytes(Layout.PRETTY);
        Optional<byte[]> found = place.read(NAME);
        if (found.isEmpty() && !place.putIfAbsent(NAME, mine, Sync.AT_ONCE)) {
            found = place.read(NAME);
        }
        if (found.isPresent()) {
            check(number(found.get(), place), place);
        }
    }

    private static void check(int format, Place place) {
        if (format > CURRENT) {
            throw new StoreException(
                    "The store " + place.describe() + " has format " + format + ", but this Wadachi knows formats "
                            + (CURRENT - 1) + " and " + CURRENT + ". Use a newer Wadachi, or another store (--store).");
        }
        if (format < CURRENT - 1) {
            throw new StoreException("The store " + place.describe() + " has format " + format
                    + ", but this Wadachi knows formats " + (CURRENT - 1) + " and " + CURRENT
                    + ". Open it once with a Wadachi in between, or use another store (--store).");
        }
    }

    private static int number(byte[] json, Place place) {
        try {
            return Json.parse(json).asObject().get("format").asNumber().asInt();
        } catch (JsonException e) {
            throw new StoreException(
                    "The file FORMAT in " + place.describe() + " is not {\"format\": <number>}: " + e.getMessage()
                            + ". Is this the folder of a store? If it is, restore the file; if not, choose another folder (--store).");
        }
    }
}
