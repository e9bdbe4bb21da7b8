package dev.wadachi.cli.run;

import dev.wadachi.cli.production.Objection;
import dev.wadachi.cli.production.Production;
import dev.wadachi.cli.progress.Terminal;
import dev.wadachi.engine.Step;
import dev.wadachi.engine.TaskResult;
import dev.wadachi.json.Json;
import dev.wadachi.json.JsonArray;
import dev.wadachi.json.JsonObject;
import dev.wadachi.store.Store;
import java.util.List;
import java.util.Optional;

/// Lets through what the profile of a run takes, and says what it refuses.
///
/// @param production what is refused; empty where everything passes
/// @param terminal where it is said
/// @param form in which form a script or a person is told
record Gate(Optional<Production> production, Terminal terminal, Form form) {

    /// For whom the refusal is told.
    enum Form {
        TEXT,
        JSON
    }

    /// Whether anything is refused at all.
    boolean isClosed() {
        return production.isPresent();
    }

    /// Whether something is refused before anything ran; says so.
    boolean refuses(List<Step> steps, Store store) {
        return tells(production.map(profile -> profile.before(steps, store)).orElse(List.of()), "nothing was run");
    }

    /// Whether a result is refused that was not known before; says so.
    boolean refusesResults(List<TaskResult> tasks, Store store) {
        return tells(
                production.map(profile -> profile.after(tasks, store)).orElse(List.of()),
                "what ran is kept, and no result is handed out");
    }

    private boolean tells(List<Objection> objections, String ending) {
        if (objections.isEmpty()) {
            return false;
        }
        terminal.err()
                .println("the profile " + production.map(Production::profile).orElse("") + " refuses:");
        objections.forEach(objection -> terminal.err().println("  " + objection.text()));
        terminal.err().println(ending);
        if (form == Form.JSON) {
            terminal.out()
                    .print(JsonObject.builder()
                            .put("succeeded", false)
                            .put(
                                    "refused",
                                    new JsonArray(objections.stream()
                                            .<Json>map(Objection::json)
                                            .toList()))
                            .build()
                            .pretty());
        }
        return true;
    }
}
