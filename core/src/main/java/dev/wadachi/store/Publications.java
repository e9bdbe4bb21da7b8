package dev.wadachi.store;

import dev.wadachi.json.JsonObject;
import dev.wadachi.task.PublishedName;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What projects offer each other: `published/<team>/<name>/<n>.json`.
///
/// A version is put once, under the next number that nobody else has, and never changed. It is taken back by a second
/// file, `<n>.withdrawn.json`. Nothing is kept in memory. Safe for many threads and processes.
public final class Publications {

    private static final String FOLDER = "published";
    private static final String ENDING = ".json";
    private static final String WITHDRAWN = ".withdrawn.json";
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,8}");

    /// What publishing came to.
    public sealed interface Outcome {

        /// The version that readers get.
        Publication version();

        /// It is a new version.
        ///
        /// @param changes what its readers meet otherwise than before, a sentence each
        record New(Publication version, List<String> changes) implements Outcome {

            /// Keeps an unmodifiable copy.
            public New {
                changes = List.copyOf(changes);
            }
        }

        /// The newest version has the very same bytes, and stands; nothing was written.
        record Unchanged(Publication version) implements Outcome {}
    }

    private final Holdings holdings;
    private final Owner owner;
    private final Revocations revocations;
    private final Clock clock;

    /// @param owner who publishes
    Publications(Place place, Owner owner, Revocations revocations, Clock clock) {
        this.holdings = new Holdings(place);
        this.owner = owner;
        this.revocations = revocations;
        this.clock = clock;
    }

    /// Offers a result as the next version of its name, unless the newest version has the same bytes, was not revoked,
    /// and has no marks of which this is free.
    ///
    /// @param draft its number is not looked at
    /// @param changes what its readers meet otherwise than before, a sentence each
    /// @throws Declined if the name is another project's, and is not taken over
    public Outcome publish(Publication draft, Ownership ownership, List<String> changes) {
        Optional<Publication> newest = newest(draft.name());
        if (newest.isPresent()
                && newest.get().output().digest().equals(draft.output().digest())
                && newest.get().codec().equals(draft.codec())
                && (newest.get().marks().isEmpty() || !draft.marks().isEmpty())
                && revocations.of(newest.get()).isEmpty()) {
            return new Outcome.Unchanged(newest.get());
        }
        int number = lastNumber(draft.name()) + 1;
        while (true) {
            requireOwn(draft.name(), ownership);
            Publication version = draft.numbered(number);
            if (holdings.put(nameOf(draft.name(), number, ENDING), PublicationJson.write(version))) {
                return new Outcome.New(version, changes);
            }
            number++;
        }
    }

    /// Takes a version back: readers of the newest get the one before, readers of this one are refused. Its bytes are
    /// no longer kept for its sake.
    ///
    /// @throws Declined if there is no such version, it was withdrawn already, or the name is another project's and is
    ///     not taken over
    public void withdraw(PublishedName name, int number, Ownership ownership, String reason, String by) {
        if (find(name, number).isEmpty()) {
            throw new Declined("there is no version " + number + " of " + name + " to be withdrawn, but "
                    + listed(name).numbers().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        withdrawal(name, number).ifPresent(earlier -> {
            throw withdrawnAlready(name, number, earlier);
        });
        requireOwn(name, ownership);
        var withdrawal = new Withdrawal(reason, by, clock.instant());
        if (!holdings.put(nameOf(name, number, WITHDRAWN), SealedJson.seal(withdrawal.json()))) {
            throw withdrawnAlready(
                    name,
                    number,
                    read(nameOf(name, number, WITHDRAWN), Withdrawal::read).orElse(withdrawal));
        }
    }

    private static Declined withdrawnAlready(PublishedName name, int number, Withdrawal earlier) {
        return new Declined(name + " version " + number + " was withdrawn already, by " + earlier.by() + " at "
                + earlier.at().truncatedTo(ChronoUnit.SECONDS) + ": " + earlier.reason());
    }

    /// Why a name is not this project's to publish under or to withdraw from, and what to do; empty if it is, or is
    /// taken over. A name is the project's that published the last version, withdrawn or not.
    public Optional<String> objection(PublishedName name, Ownership ownership) {
        return ownership == Ownership.TAKE_OVER
                ? Optional.empty()
                : last(name).flatMap(version -> owner.objection(name + " is a name", version.project()));
    }

    private void requireOwn(PublishedName name, Ownership ownership) {
        objection(name, ownership).ifPresent(objection -> {
            throw new Declined(objection);
        });
    }

    /// All names that anything was published under.
    public SortedSet<PublishedName> names() {
        var names = new TreeSet<PublishedName>();
        for (String team : holdings.list(FOLDER)) {
            for (String name : holdings.list(FOLDER + "/" + team)) {
                nameIn(team, name).ifPresent(names::add);
            }
        }
        return names;
    }

    private static Optional<PublishedName> nameIn(String team, String name) {
        try {
            // What Windows reserves is escaped: `%63on`.
            return Optional.of(new PublishedName(Names.unescape(team), Names.unescape(name)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    /// Every version, withdrawn ones too, oldest first.
    public List<Publication> versions(PublishedName name) {
        var versions = new ArrayList<Publication>();
        for (int number : listed(name).numbers()) {
            find(name, number).ifPresent(versions::add);
        }
        return versions;
    }

    /// The version with the highest number of those that stand.
    public Optional<Publication> newest(PublishedName name) {
        Listed listed = listed(name);
        return List.copyOf(listed.numbers()).reversed().stream()
                .filter(number -> !listed.withdrawn().contains(number))
                .flatMap(number -> find(name, number).stream())
                .findFirst();
    }

    /// The version with the highest number, withdrawn or not.
    public Optional<Publication> last(PublishedName name) {
        return find(name, lastNumber(name));
    }

    /// One version, withdrawn or not.
    public Optional<Publication> find(PublishedName name, int number) {
        return read(nameOf(name, number, ENDING), PublicationJson::read);
    }

    /// That a version was taken back, if it was.
    public Optional<Withdrawal> withdrawal(PublishedName name, int number) {
        return listed(name).withdrawn().contains(number)
                ? read(nameOf(name, number, WITHDRAWN), Withdrawal::read)
                : Optional.empty();
    }

    /// Every version that stands, of all names.
    public List<Publication> standing() {
        var standing = new ArrayList<Publication>();
        for (PublishedName name : names()) {
            Listed listed = listed(name);
            listed.numbers().stream()
                    .filter(number -> !listed.withdrawn().contains(number))
                    .forEach(number -> find(name, number).ifPresent(standing::add));
        }
        return standing;
    }

    /// The name of the object that holds a version, among the objects of a [Place].
    public static String objectOf(PublishedName name, int number) {
        return nameOf(name, number, ENDING);
    }

    private static String nameOf(PublishedName name, int number, String ending) {
        return folderOf(name) + "/" + number + ending;
    }

    private static String folderOf(PublishedName name) {
        return FOLDER + "/" + Names.escape(name.team()) + "/" + Names.escape(name.name());
    }

    private int lastNumber(PublishedName name) {
        NavigableSet<Integer> numbers = listed(name).numbers();
        return numbers.isEmpty() ? 0 : numbers.last();
    }

    /// What there is under a name. In a bucket, to read what is not there costs a request each.
    private record Listed(NavigableSet<Integer> numbers, NavigableSet<Integer> withdrawn) {}

    private Listed listed(PublishedName name) {
        var listed = new Listed(new TreeSet<>(), new TreeSet<>());
        for (String file : holdings.list(folderOf(name))) {
            if (file.endsWith(WITHDRAWN)) {
                number(file, WITHDRAWN).ifPresent(listed.withdrawn()::add);
            } else if (file.endsWith(ENDING)) {
                number(file, ENDING).ifPresent(listed.numbers()::add);
            }
        }
        return listed;
    }

    private static Optional<Integer> number(String file, String ending) {
        String number = file.substring(0, file.length() - ending.length());
        return NUMBER.matcher(number).matches() ? Optional.of(Integer.valueOf(number)) : Optional.empty();
    }

    /// A version that cannot be read is an error: to pass over it would move its readers to another one.
    private <T> Optional<T> read(String name, Function<JsonObject, T> reading) {
        return holdings.read(name, reading, "publish again");
    }
}
