package dev.wadachi.remote;

import dev.wadachi.digest.Digest;
import dev.wadachi.digest.FolderListing;
import dev.wadachi.store.Blobs;
import dev.wadachi.store.FileRead;
import dev.wadachi.store.Pin;
import dev.wadachi.store.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The bytes of data that somebody added: no result names them, only the pin that keeps them.
final class PinnedData {

    private static final String FOLDER = "pins/";
    private static final String ENDING = ".json";
    private static final String WITHDRAWN = ".withdrawn.json";

    private PinnedData() {}

    static boolean isPin(String name) {
        return name.startsWith(FOLDER) && !name.endsWith(WITHDRAWN);
    }

    /// The pins that nobody took back.
    static List<String> standing(Inventory inventory) {
        return inventory.statements().stream()
                .filter(PinnedData::isPin)
                .filter(pin -> !inventory.statements().contains(withdrawalOf(pin)))
                .toList();
    }

    private static String withdrawalOf(String pin) {
        return pin.substring(0, pin.length() - ENDING.length()) + WITHDRAWN;
    }

    /// The names of the blobs of the data that a pin keeps: a file's, or those of a folder's files and its listing.
    ///
    /// @param pin what lies in the store; one of a run or a result names no data
    /// @param local where a folder's listing is looked for; without it, the files are not known
    static List<String> blobsOf(byte[] pin, Place local) throws IOException {
        Optional<Pin.Target> target = Pin.read(pin).map(Pin::target);
        if (target.isEmpty() || !(target.get() instanceof Pin.Target.Data(Digest digest, FileRead.Kind kind))) {
            return List.of();
        }
        var names = new ArrayList<String>();
        if (kind == FileRead.Kind.FOLDER) {
            local.read(Blobs.nameOf(digest)).ifPresent(listing -> names.addAll(filesOf(listing)));
        }
        names.add(Blobs.nameOf(digest));
        return names;
    }

    private static List<String> filesOf(byte[] listing) {
        return FolderListing.parse(new String(listing, StandardCharsets.UTF_8)).files().values().stream()
                .map(file -> Blobs.nameOf(file.digest()))
                .toList();
    }
}
