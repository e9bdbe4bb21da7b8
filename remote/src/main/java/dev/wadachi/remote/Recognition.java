package dev.wadachi.remote;

import dev.wadachi.store.Place;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Learns from a listing of the remote which of this machine's objects are there, so that nobody asks for them again.
///
/// A name says enough of most. What is numbered may be another machine's under the same name: it is recognized by its
/// bytes, which a bucket's tag tells as a rule (the MD5 of an object that was sent in one piece and is not encrypted
/// with a key of one's own), and a reading of the object where it does not.
final class Recognition {

    private final Place local;
    private final Team team;

    Recognition(Place local, Team team) {
        this.local = local;
        this.team = team;
    }

    /// Learns what is there.
    ///
    /// @return the names under which other bytes are there than are here
    SortedSet<String> learn(Collection<StoredObject> listed) throws IOException {
        var entries = new ArrayList<String>();
        var unclear = new ArrayList<StoredObject>();
        for (StoredObject object : listed) {
            if (!Kind.of(object.name()).isNumbered()) {
                entries.add(object.name());
                continue;
            }
            Optional<byte[]> here = local.read(object.name());
            if (here.isPresent()) {
                String entry = Known.entryOf(object.name(), here.get());
                if (team.known().contains(entry) || isTagOf(object, here.get())) {
                    entries.add(entry);
                } else {
                    unclear.add(object);
                }
            }
        }
        team.known().addAll(entries);
        return different(unclear);
    }

    private SortedSet<String> different(List<StoredObject> unclear) throws IOException {
        SortedSet<String> different = Collections.synchronizedSortedSet(new TreeSet<>());
        Transfers.each(unclear, object -> {
            Optional<byte[]> here = local.read(object.name());
            Optional<byte[]> there = team.storage().read(object.name());
            if (here.isEmpty() || there.isEmpty()) {
                // It went meanwhile: there is nothing to compare.
                return;
            }
            if (Arrays.equals(here.get(), there.get())) {
                team.known().add(Known.entryOf(object.name(), here.get()));
            } else {
                different.add(object.name());
            }
        });
        return different;
    }

    private static boolean isTagOf(StoredObject object, byte[] content) {
        String tag = object.tag().replace("\"", "").toLowerCase(Locale.ROOT);
        return object.size() == content.length && tag.equals(md5(content));
    }

    private static String md5(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }
}
