package dev.wadachi.cli.publish;

import dev.wadachi.cli.explain.MarkText;
import dev.wadachi.cli.print.Columns;
import dev.wadachi.cli.print.Quantity;
import dev.wadachi.json.JsonObject;
import dev.wadachi.json.JsonObjectBuilder;
import dev.wadachi.store.Mark;
import dev.wadachi.store.Publication;
import dev.wadachi.store.Publications;
import dev.wadachi.store.Store;
import java.util.ArrayList;
import java.util.List;

/// How published versions read.
final class PublishedText {

    private PublishedText() {}

    /// A row for each version.
    static Columns columns(List<Publication> versions, Store store) {
        Columns columns = Columns.headed("name", "version", "project", "goal", "type", "size", "published", "state");
        versions.forEach(version -> columns.row(
                version.name().toString(),
                Integer.toString(version.number()),
                version.project(),
                version.goal(),
                version.type(),
                Quantity.ofBytes(version.output().bytes()),
                Quantity.of(version.at()),
                String.join("; ", state(version, store))));
        return columns;
    }

    static JsonObject json(Publication version, Store store) {
        return members(version, store).build();
    }

    /// A version with what its readers meet otherwise than in the one before.
    static JsonObject json(Publications.Outcome outcome, Store store) {
        List<String> changes = switch (outcome) {
            case Publications.Outcome.New(var _, List<String> told) -> told;
            case Publications.Outcome.Unchanged _ -> List.of();
        };
        return members(outcome.version(), store).putTexts("changes", changes).build();
    }

    private static JsonObjectBuilder members(Publication version, Store store) {
        return JsonObject.builder()
                .put("name", version.name().toString())
                .put("version", version.number())
                .put("project", version.project())
                .put("goal", version.goal())
                .put("task", version.result().key().task())
                .put("result", version.result().text())
                .put("output", version.output().digest().hex())
                .put("bytes", version.output().bytes())
                .put("type", version.type())
                .put("codec", version.codec())
                .put("run", version.run().text())
                .put("at", version.at().toString())
                .put("by", version.by())
                .put("note", version.note())
                .putTexts("state", state(version, store))
                .putIfPresent("profile", version.valueProfile());
    }

    /// What readers should know.
    private static List<String> state(Publication version, Store store) {
        List<String> state = new ArrayList<>();
        store.publications()
                .withdrawal(version.name(), version.number())
                .ifPresent(withdrawal -> state.add("withdrawn: " + withdrawal.reason()));
        store.revocations().of(version).ifPresent(revocation -> state.add("revoked: " + revocation.reason()));
        for (Mark mark : version.marks()) {
            state.add(MarkText.of(mark));
        }
        if (!version.note().isEmpty()) {
            state.add(version.note());
        }
        return state;
    }
}
