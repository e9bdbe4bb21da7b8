package dev.wadachi.engine;

import dev.wadachi.parameter.Nearest;
import dev.wadachi.store.Publication;
import dev.wadachi.store.Publications;
import dev.wadachi.store.Store;
import dev.wadachi.store.Withdrawal;
import dev.wadachi.task.OutsideException;
import dev.wadachi.task.Published;
import dev.wadachi.task.PublishedName;
import dev.wadachi.task.Shelf;
import dev.wadachi.task.Stamp;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds the published version that a source reads, and says why there is none. Thread-safe.
///
/// @param store where it is published
record PublishedShelf(Store store) implements Shelf {

    @Override
    public Stamp stamp(Published<?> source) {
        return Stamp.of(of(source).output().digest());
    }

    /// The version that a source reads now.
    ///
    /// @throws OutsideException if it cannot be read, with what to do
    Publication of(Published<?> source) {
        PublishedName name = source.published();
        Publication version = source.version()
                .map(number -> fixed(name, number))
                .orElseGet(() -> publications().newest(name).orElseThrow(() -> nothing(name)));
        store.revocations().of(version).ifPresent(revoked -> {
            throw new OutsideException(version.titleWithSource() + " was revoked by " + revoked.by() + ": "
                    + revoked.reason() + "; read another version of it, or wait for the next");
        });
        return version;
    }

    private Publications publications() {
        return store.publications();
    }

    private Publication fixed(PublishedName name, int number) {
        Publication version = publications()
                .find(name, number)
                .orElseThrow(() -> publications().versions(name).isEmpty() ? nothing(name) : missing(name, number));
        Optional<Withdrawal> withdrawal = publications().withdrawal(name, number);
        if (withdrawal.isPresent()) {
            throw new OutsideException(version.titleWithSource() + " was withdrawn by "
                    + withdrawal.get().by() + ": " + withdrawal.get().reason() + "; "
                    + publications()
                            .newest(name)
                            .map(newest -> "the newest that stands is version " + newest.number())
                            .orElse("no version of it stands"));
        }
        return version;
    }

    private OutsideException missing(PublishedName name, int number) {
        List<Integer> numbers =
                publications().versions(name).stream().map(Publication::number).toList();
        return new OutsideException("there is no version " + number + " of " + name + ", but "
                + numbers.stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    private OutsideException nothing(PublishedName name) {
        if (!publications().versions(name).isEmpty()) {
            return new OutsideException(
                    "every version of " + name + " was withdrawn; ask " + name.team() + " for another");
        }
        List<String> names =
                publications().names().stream().map(PublishedName::toString).toList();
        return new OutsideException("nothing is published as " + name + " in " + store.describe()
                + Nearest.to(name.toString(), names)
                        .map(near -> "; did you mean " + near + "?")
                        .orElse(names.isEmpty() ? "; nothing at all is" : "; there are " + String.join(", ", names)));
    }
}
