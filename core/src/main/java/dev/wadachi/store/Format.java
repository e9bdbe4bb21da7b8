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
public final class Format {

    /// The object that says it.
    public static final String NAME = "FORMAT";

    static final int CURRENT = 1;

    private Format() {}

    /// Makes sure that this program can read the store, and gives a new one its form.
    ///
    /// @throws StoreException if it cannot
    static void check(Place place) throws IOException {
        byte[] mine = current();
        Optional<byte[]> found = place.read(NAME);
        if (found.isEmpty() && !place.putIfAbsent(NAME, mine, Sync.AT_ONCE)) {
            found = place.read(NAME);
        }
        if (found.isPresent()) {
            check(found.get(), place.describe());
        }
    }

    /// The object `FORMAT` of a store of this program's.
    public static byte[] current() {
        return JsonObject.builder().put("format", CURRENT).build().bytes(Layout.PRETTY);
    }

    /// Makes sure that this program can read a store.
    ///
    /// @param object what its `FORMAT` holds
    /// @param where the store, for messages
    /// @throws StoreException if it cannot
    public static void check(byte[] object, String where) {
        int format = number(object, where);
        if (format > CURRENT) {
            throw new StoreException(
                    "The store " + where + " has format " + format + ", but this Wadachi knows formats " + (CURRENT - 1)
                            + " and " + CURRENT + ". Use a newer Wadachi, or another store (--store).");
        }
        if (format < CURRENT - 1) {
            throw new StoreException("The store " + where + " has format " + format
                    + ", but this Wadachi knows formats " + (CURRENT - 1) + " and " + CURRENT
                    + ". Open it once with a Wadachi in between, or use another store (--store).");
        }
    }

    private static int number(byte[] json, String where) {
        try {
            return Json.parse(json).asObject().get("format").asNumber().asInt();
        } catch (JsonException e) {
            throw new StoreException(
                    "The file FORMAT in " + where + " is not {\"format\": <number>}: " + e.getMessage()
                            + ". Is this the folder of a store? If it is, restore the file; if not, choose another folder (--store).");
        }
    }
}
