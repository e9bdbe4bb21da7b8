package dev.wadachi.store;

import dev.wadachi.digest.Digest;
import dev.wadachi.json.JsonException;
import dev.wadachi.json.JsonObject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What sinks did outside: `effects/<digest of the target>/<n>-<run>.json` says that one began, and
/// `<n>-<run>.done.json` which result tells of it.
///
/// A target is in the state that its newest effect left it in, if that was completed: then the sink may be skipped. An
/// effect that was begun and not completed has left who knows what; whoever begins the same one again goes on with it,
/// and anybody else begins the next. Of two that begin at once, both are the newest, and neither is relied on. So
/// nothing here has to be locked, and what machines wrote apart from each other can be put together.
///
/// Effects stay when results are forgotten, for what they left is still outside; a collection removes all but the
/// newest of each target.
public final class Effects {

    private static final String FOLDER = "effects";
    private static final Pattern FILE = Pattern.compile("([1-9]\\d{0,8})-(\\d{8}-\\d{9}-[0-9a-f]{4})([.]done)?[.]json");
    private static final String BEGUN = ".json";
    private static final String DONE = ".done.json";

    private final Holdings holdings;
    private final Clock clock;

    Effects(Place place, Clock clock) {
        this.holdings = new Holdings(place);
        this.clock = clock;
    }

    /// The newest effect on a target; several if they were begun at once, none if nobody knows of any.
    public List<Effect> newest(String target) {
        Set<String> files = new TreeSet<>(holdings.list(folderOf(target)));
        int last = last(files);
        var newest = new ArrayList<Effect>();
        for (String file : files) {
            Matcher name = FILE.matcher(file);
            if (name.matches() && name.group(3) == null && number(file) == last) {
                newest.add(read(target, last, new RunId(name.group(2)), files));
            }
        }
        return newest;
    }

    /// Says that an effect begins, and forces that to the disk: what it leaves outside survives a power cut, too.
    ///
    /// @param target what the sink acts on
    /// @param fingerprint under which inputs; if the newest effect has the same and was not completed, it goes on
    /// @param task which sink, for people
    /// @param run the run that does it
    public Effect begin(String target, Digest fingerprint, String task, RunId run) {
        List<Effect> newest = newest(target);
        if (newest.size() == 1
                && newest.getFirst().completed().isEmpty()
                && newest.getFirst().fingerprint().equals(fingerprint)) {
            return newest.getFirst();
        }
        int number = newest.isEmpty() ? 1 : newest.getFirst().number() + 1;
        var effect = new Effect(target, number, run, task, fingerprint, clock.instant(), null);
        put(
                nameOf(effect, BEGUN),
                JsonObject.builder()
                        .put("target", target)
                        .put("task", task)
                        .put("fingerprint", fingerprint.hex())
                        .put("at", effect.at().toString())
                        .build());
        return effect;
    }

    /// Says that an effect is completed.
    ///
    /// @param result the result that tells of it
    public void complete(Effect effect, TraceId result) {
        put(
                nameOf(effect, DONE),
                JsonObject.builder()
                        .put("result", result.text())
                        .put("at", clock.instant().toString())
                        .build());
    }

    /// The objects that tell of effects which others followed: they say nothing any more.
    List<String> outdated() {
        var outdated = new ArrayList<String>();
        for (String target : holdings.list(FOLDER)) {
            List<String> files = holdings.list(FOLDER + "/" + target);
            int last = last(files);
            files.stream()
                    .filter(file -> number(file) > 0 && number(file) < last)
                    .sorted()
                    .forEach(file -> outdated.add(FOLDER + "/" + target + "/" + file));
        }
        return outdated;
    }

    private static int last(Collection<String> files) {
        return files.stream().mapToInt(Effects::number).max().orElse(0);
    }

    /// The number at the beginning of a file's name, or 0 if it is none of ours.
    private static int number(String file) {
        Matcher name = FILE.matcher(file);
        return name.matches() ? Integer.parseInt(name.group(1)) : 0;
    }

    private static String folderOf(String target) {
        return FOLDER + "/" + Digest.of(target).hex();
    }

    private static String nameOf(Effect effect, String ending) {
        return folderOf(effect.target()) + "/" + effect.number() + "-"
                + effect.run().text() + ending;
    }

    private Effect read(String target, int number, RunId run, Set<String> files) {
        var unknown = new Effect(target, number, run, "a sink", Digest.of(""), Instant.EPOCH, null);
        String done = nameOf(unknown, DONE);
        boolean isDone = files.contains(done.substring(done.lastIndexOf('/') + 1));
        try {
            Optional<JsonObject> begun = read(nameOf(unknown, BEGUN));
            Optional<JsonObject> result = isDone ? read(done) : Optional.empty();
            return begun.map(json -> new Effect(
                            target,
                            number,
                            run,
                            json.text("task"),
                            Digest.parse(json.text("fingerprint")),
                            Instants.parse(json.text("at")),
                            result.map(each -> TraceId.parse(each.text("result")))
                                    .orElse(null)))
                    .orElse(unknown);
        } catch (JsonException | IllegalArgumentException | DateTimeException damaged) {
            // It is an effect all the same, of which nobody knows what it left.
            return unknown;
        }
    }

    private Optional<JsonObject> read(String name) {
        return holdings.read(name).flatMap(SealedJson::open);
    }

    private void put(String name, JsonObject content) {
        holdings.put(name, SealedJson.seal(content));
    }
}
